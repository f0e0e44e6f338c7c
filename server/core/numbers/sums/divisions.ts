/** Divisions of a whole whose parts never overlap: men and women, first and second prizes, classes A and B, counties. */

interface Division {
  readonly members: readonly RegExp[];
  /** Its members leave nothing over. */
  readonly whole?: true;
}

const PRIZES: Division = { members: [/特等/u, /一等/u, /二等/u, /三等/u, /优秀|优胜|鼓励/u] };
/** Who pays: the levels of government from the top, then those who bring up what these leave. */
const SOURCES: Division = {
  members: [
    /中央|国家/u,
    /省/u,
    /市/u,
    /县|(?<!社)区/u,
    /乡|镇/u,
    /村/u,
    /自筹|自有/u,
    /社会|民间|捐/u,
    /贷款|融资|债券|专项债/u,
    /企业|业主/u,
    /群众|农户|个人/u,
  ],
};
/** Who pays the last of it: from the county on. */
const LAST_PAYER = 3;

const DIVISIONS: readonly Division[] = [
  { members: [/男/u, /女/u], whole: true },
  { members: [/城镇|城市/u, /农村|乡村/u], whole: true },
  { members: [/上半年/u, /下半年/u], whole: true },
  { members: [/一产|第一产业/u, /二产|第二产业/u, /三产|第三产业/u], whole: true },
  { members: [/金牌/u, /银牌/u, /铜牌/u], whole: true },
  { members: [/公办/u, /民办/u], whole: true },
  { members: [/(?<!不)合格/u, /不合格/u], whole: true },
  { members: [/已(?:办结|完成|完工|整改|签约|兑现)/u, /未(?:办结|完成|完工|整改|签约|兑现)/u], whole: true },
  { members: [/门诊/u, /住院/u], whole: true },
  { members: [/夏粮/u, /秋粮/u], whole: true },
  { members: [/(?<!非)税收/u, /非税/u], whole: true },
  { members: [/省内/u, /省外/u], whole: true },
  { members: [/境内|国内/u, /境外|国外/u], whole: true },
  { members: [/上午/u, /下午/u], whole: true },
  { members: [/一季度/u, /二季度/u, /三季度/u, /四季度/u], whole: true },
  { members: [/水田/u, /水浇地/u, /旱[坡作]?地/u], whole: true },
  PRIZES,
  { members: [/一期/u, /二期/u, /三期/u, /四期/u] },
  { members: [/一批/u, /二批/u, /三批/u, /四批/u, /五批/u] },
  { members: [/中央|国家/u, /省/u, /市/u, /县|区/u, /乡|镇/u, /村/u] },
  SOURCES,
  { members: [/大型/u, /中型/u, /小型/u, /微型/u] },
  { members: [/小学/u, /初中/u, /高中/u, /幼儿园/u, /大学|高校/u] },
  { members: [/死亡/u, /重伤/u, /轻伤/u] },
  { members: [/新建/u, /续建/u, /改建/u, /扩建/u] },
  { members: [/甲/u, /乙/u, /丙/u, /丁/u] },
  { members: [/A/u, /B/u, /C/u, /D/u, /E/u] },
];

/** What cuts across other divisions: of 120 members 50 may be women, and 80 of all have a degree. */
const ACROSS =
  /女(?!性?$)|少数民族|党员|学历|本科|专科|大专|硕士|博士|职称|岁|以上|以下|以内|青年|退休|返乡|贫困|困难|重点|占|参加|举办|召开|开展|已|正在|完成|实现/u;

/** Whether the names (one for each part) are of one division, no two of them of the same member. */
export function divided(names: readonly string[]): boolean {
  return memberships(names) !== undefined || places(names);
}

/** Whether they are a whole division: nothing is left beside them. */
export function isWholeDivision(names: readonly string[]): boolean {
  const found = memberships(names);
  if (!found) return false;
  if (found.division.whole) return found.members.length === found.division.members.length;
  if (found.division === PRIZES) return [1, 2, 3].every((member) => found.members.includes(member));
  // A类 and B类: letters from the first on.
  const letters = /^[A甲]/u.test(names[0] ?? "");
  return letters && found.members.every((member, index) => member === index);
}

/** Whether money is accounted for in full: three who pay and more, down to the one who pays what the others leave. */
export function nothingLeft(names: readonly string[]): boolean {
  const payers = names.map((name) => SOURCES.members.findIndex((member) => member.test(name)));
  return (
    names.length > 2 &&
    !payers.includes(-1) &&
    new Set(payers).size === payers.length &&
    Math.max(...payers) >= LAST_PAYER
  );
}

/** Whether a name opens a list that only needs its comma: 抽检120批次，合格118批次，不合格3批次. */
export function opensWhole(name: string): boolean {
  return OPENING.test(name);
}

const OPENING = /^(?:其?中?)(?:男|女|城镇|城市|农村|上半年|公办|民办|合格|不合格|门诊|住院|夏粮|省内|境内|上午)/u;

/** Whether one thing may be in two of the parts. */
export function overlaps(names: readonly string[]): boolean {
  return memberships(names) === undefined && names.some((name) => ACROSS.test(name));
}

function memberships(names: readonly string[]): { division: Division; members: number[] } | undefined {
  if (names.length < 2) return undefined;
  for (const division of DIVISIONS) {
    const members = names.map((name) => division.members.findIndex((member) => member.test(name)));
    if (!members.includes(-1) && new Set(members).size === members.length) return { division, members };
  }
  return undefined;
}

/** Places of one level, or kinds: 青山镇20户、柳林镇46户; 产业类、民生类. */
function places(names: readonly string[]): boolean {
  const ends = names.map((name) => /^[\p{Script=Han}A-Z]{1,6}([镇乡村县市区类级型组片])$/u.exec(name)?.[1]);
  return (
    names.length > 1 &&
    ends[0] !== undefined &&
    ends.every((end) => end === ends[0]) &&
    new Set(names).size === names.length
  );
}
