/** Whether a title as a page gives it is the one that the house has. */

/**
 * Whether every office in the page's title is one of the house's, shortened or in full: 省水利厅厅长 agrees with
 * 云岭省水利厅党组书记、厅长, 副厅长 and 市水利局局长 don't. Words that are no office (老人, 记者) agree with anything.
 */
export function rolesAgree(page: string, house: string): boolean {
  const offices = officesIn(house);
  if (offices.length === 0) return true;
  const whole = house.replace(BETWEEN, "");
  return officesIn(page).every((own) =>
    offices.some(
      (office) =>
        own.slice(-2) === office.slice(-2) &&
        rankMarks(own) === rankMarks(office) &&
        // The later ones of several offices (…党组书记、局长) don't say whose they are.
        (isSubsequence(own, whole) || (office === offices[0] && isSubsequence(office, own))),
    ),
  );
}

const BETWEEN = /[、，,；;\s]|兼任?(?=.)/gu;

/** How the name of an office ends. */
const OFFICE =
  /(?:书记|长|主席|主任|委员|常委|政委|总理|总统|经理|董事|总裁|总监|巡视员|调研员|参谋|司令|司令员|干事|秘书|顾问|教授|院士|工程师|代表|大使|参赞|领事|检察官|法官)$/u;

function officesIn(role: string): string[] {
  return role
    .split(new RegExp(BETWEEN))
    .map((part) => part.trim())
    .filter((part) => OFFICE.test(part));
}

/** What makes another office of one that reads almost the same: 副局长, 代县长, 原书记. */
function rankMarks(office: string): string {
  const marks = [/副/u, /^[原前]/u, /代(?=[省市县区州旗乡镇]长$)/u, /名誉/u, /助理/u];
  return marks.map((mark) => Number(mark.test(office))).join("");
}

function isSubsequence(part: string, whole: string): boolean {
  let done = 0;
  for (let i = 0; i < whole.length && done < part.length; i += 1) if (whole[i] === part[done]) done += 1;
  return done === part.length;
}
