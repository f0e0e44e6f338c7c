/** Whether a title as a page gives it is the one that the lexicon has. */

import { OFFICE_ENDS } from "../../tables/titles.ts";

/**
 * Whether the titles are one, shortened or in full: every office of the one is among those of the other. 省水利厅厅长 and
 * 云岭省水利厅党组书记、厅长 agree, whichever is the lexicon's; 副厅长 and 市水利局局长 don't. Words that are no office (老人, 记者)
 * agree with anything.
 */
export function rolesAgree(page: string, house: string): boolean {
  const [own, offices] = [officesIn(page), officesIn(house)];
  return own.length === 0 || offices.length === 0 || isWithin(own, offices) || isWithin(offices, own);
}

/** Whether a person's titles on the page have an office in common with the lexicon's; titles that name no office do. */
export function rolesMeet(page: readonly string[], house: string): boolean {
  const [own, offices] = [page.flatMap(officesIn), officesIn(house)];
  return own.length === 0 || offices.length === 0 || own.some((one) => offices.some((other) => sameOffice(one, other)));
}

/** How two titles of one person contradict each other: by the rank (局长, 副局长) or by whose office it is (县水利局局长, 市水利局局长). */
export type TitleConflict = "rank" | "body";

/**
 * How two titles contradict each other where each names one office or more, none of which they have in common. `elsewhere`: the two
 * stand in different articles, so both must say whose the office is.
 */
export function titleConflict(one: string, other: string, elsewhere: boolean): TitleConflict | undefined {
  const [own, others] = [officesIn(one), officesIn(other)];
  if (own.some((a) => others.some((b) => sameOffice(a, b)))) return undefined;
  for (const a of own) {
    for (const b of others) {
      if (a.ending !== b.ending || [a, b].some(({ text }) => UNLIKE.test(text))) continue;
      const isSaid = elsewhere ? a.whole !== "" && b.whole !== "" : true;
      const sameBody = isBody(a.body, b.whole) || isBody(b.body, a.whole);
      const isDeputy = DEPUTY.test(a.text) !== DEPUTY.test(b.text);
      if (isSaid && sameBody && isDeputy) return "rank";
      if (!sameBody && !isDeputy && areOneApart(a.body, b.body)) return "body";
    }
  }
  return undefined;
}

const DEPUTY = /副/u;
/** Offices of the past, of honour, or in somebody's stead are others than the office itself, and no slips for it. */
const UNLIKE = /[原前代]|名誉|助理|候任|执行|轮值/u;

/** Whether two bodies differ in the level alone (县水利局, 市水利局), or long ones in one character. */
function areOneApart(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const off = [...a].flatMap((char, at) => (char === b[at] ? [] : [at]));
  const [at = -1] = off;
  return off.length === 1 && (a.length > 3 || (LEVEL.test(a.charAt(at)) && LEVEL.test(b.charAt(at))));
}

/** Whether the page's title says more than the lexicon's: more offices, or the body with the place it belongs to. */
export function saysMore(page: string, house: string): boolean {
  if (partsOf(page).length > partsOf(house).length) return true;
  const [[own], [office]] = [officesIn(page), officesIn(house)];
  if (!own || !office) return false;
  return own.whole.length > office.whole.length && isBody(office.whole, own.whole);
}

/** One office of a title. */
interface Office {
  /** As the title has it: 副局长 of 县水利局局长、副局长. */
  readonly text: string;
  /** How its name ends: 局长, 书记. */
  readonly ending: string;
  /** Whose it is, in the fewest words that say so: 县水利局. */
  readonly body: string;
  /** The same with what the offices before it say: of several offices the later ones don't say whose they are. */
  readonly whole: string;
}

const BETWEEN = /[、，,；;\s]|兼任?(?=.)/gu;

/** How the name of an office ends. */
const OFFICE = new RegExp(`(?:${OFFICE_ENDS.join("|")})$`, "u");

function partsOf(role: string): string[] {
  return role
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function officesIn(role: string): Office[] {
  let above = "";
  return partsOf(role)
    .filter((part) => OFFICE.test(part))
    .map((text) => {
      const own = text.slice(0, -2).replace(RANK, "").replace(BEFORE_BODY, "");
      const whole = above + own;
      const body = LEVEL.test(own) ? own : above.replace(PARTY, "") + own;
      above = whole;
      return { text, ending: text.slice(-2), body, whole };
    });
}

/** What stands between a body and its office. */
const RANK = /原?(?:常务|第一|执行|名誉)?[副代]?$/u;
const BEFORE_BODY = /^(?:[该本我全](?=[省市县区州旗盟镇乡村校院厂局厅部])|[原前](?=.{2}))/u;
/** The party's body inside another body: 县水利局|党组, 县|委. */
const PARTY = /(?:党组|党(?:总支|支部|工委|委)|委)$/u;

function isWithin(some: readonly Office[], all: readonly Office[]): boolean {
  return some.every((one) => all.some((other) => sameOffice(one, other)));
}

function sameOffice(a: Office, b: Office): boolean {
  if (a.ending !== b.ending || rankMarks(a.text, b.text) !== rankMarks(b.text, a.text)) return false;
  return isBody(a.body, b.whole) || isBody(b.body, a.whole);
}

/** Words that make another office of one: 副局长, 代县长, 原书记. */
function rankMarks(office: string, other: string): string {
  const marks = [/副/u, /代(?=[省市县区州旗乡镇]长$)/u, /名誉/u, /助理/u].map((mark) => Number(mark.test(office)));
  return `${Number(isFormer(office, other))}${marks.join("")}`;
}

/** A former office (原局长, 水利局原局长). A place may begin with 原 too (原平市); then the other title has it as well. */
function isFormer(office: string, other: string): boolean {
  if (/^[原前]/u.test(office)) return !other.includes(office.slice(0, 2));
  return /[局厅部委院校会厂司组室处科队站所]原副?.{2}$/u.test(office) && !other.includes("原");
}

/** Whether the first is empty or a short form of the second: 县水利局 is one of 青川市云溪县水利局, 市水利局 is not. */
function isBody(short: string, long: string): boolean {
  if (!isSubsequence(short, long)) return false;
  const level = short.charAt(0);
  if (!LEVEL.test(level) || short.length < 2 || long.startsWith(short)) return true;
  // The level that stands last before a body's own name is the body's.
  const rest = short.slice(1);
  for (let at = long.length - 1; at >= 0; at -= 1)
    if (LEVEL.test(long.charAt(at)) && isSubsequence(rest, long.slice(at + 1))) return long.charAt(at) === level;
  return true;
}

const LEVEL = /[省市县区州旗盟镇乡村]/u;

function isSubsequence(part: string, whole: string): boolean {
  let done = 0;
  for (let i = 0; i < whole.length && done < part.length; i += 1) if (whole[i] === part[done]) done += 1;
  return done === part.length;
}
