/** How lines open and end that a newsroom writes to a pattern: leads, captions, bylines, credits, jump lines, remarks. */

import {
  CAPTIONS,
  DISPATCH,
  JUMPS,
  LABELS,
  oneOf,
  PAGE_NUMBER,
  PAPERS,
  RANKED_PERSON,
  ROLES,
  SOURCES,
} from "../tables/newsroom.ts";
import { HEAD, type Head } from "./line-classes.ts";

/** The pattern that a line opens with; `undefined` where it opens with none. */
export function patternAtHead(text: string): Head | undefined {
  if (!FIRST_CHARACTERS.has(text[0] ?? "")) return undefined;
  const head = text.slice(0, LONGEST_HEAD);
  if (LEAD.test(head)) return HEAD.lead;
  if (CAPTION.test(head)) return HEAD.caption;
  if (text.length <= LONGEST_HEAD && BYLINE.test(text)) return HEAD.byline;
  if (CREDIT.test(head)) return HEAD.credit;
  if (JUMP.test(head)) return HEAD.jump;
  if (REMARK.test(head)) return HEAD.note;
  if (BULLET.test(head)) return HEAD.bullet;
  return undefined;
}

/** Whether a line ends with the name of who pictured something: …的春景。 林晓 摄. */
export function endsWithPhotographer(text: string): boolean {
  return LAST_OF_PICTURED.has(text.at(-1) ?? "") && PICTURED.test(text.slice(-10));
}

/** Whether a line closes an article, by the writer's name, the dateline or the source in brackets; it ends in a bracket. */
export function endsWithSignature(text: string): boolean {
  return SIGNATURE.test(text.slice(-40)) || WHOLE_REMARK.test(text);
}

/** Whether a line ends with what an address or a name follows, and its colon: 投稿邮箱：, 责编：. */
export function endsWithLabel(text: string): boolean {
  return LABEL.test(text.slice(-6));
}

/** No pattern at a line's head is longer, in UTF-16 units. */
const LONGEST_HEAD = 40;

const HAN = "\\p{Script=Han}";
const NEWS = [...PAPERS.own, ...PAPERS.agency];
const pattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join("|"), "u");

const BULLET = /^(?:[●■□▲◆★※○]|[①-⑳]|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）)/u;
const LEAD = pattern(
  `^${oneOf(PAPERS.own)}[^，。：、]{0,6}(?:讯|电)(?=[\\s（(]|$)`,
  `^${oneOf(PAPERS.agency)}[^，。]{2,16}${DISPATCH}`,
  `^${oneOf(PAPERS.own, ["据"])}[^，。]{2,14}电[\\s（(]`,
);
const CAPTION = pattern(`^(?:图为|图片|图[①-⑳一二三四五六七八九十\\d]|${oneOf(CAPTIONS.which)}图)`);
const BYLINE = pattern(
  `^(?:[□■●]\\s*)?(?:(?:${oneOf(NEWS, ROLES.rank)}|驻${HAN}{2,4})*${oneOf(ROLES.person)}|${oneOf(ROLES.label)}[：:／/])` +
    `\\s*[${HAN}·\\s、]{2,24}$`,
);
const CREDIT = pattern(`^(?:${oneOf(ROLES.credit)}|${oneOf(LABELS.ours)}+${oneOf(LABELS.contact)})\\s*[：:]`);
const JUMP = pattern(`^[（(]?${oneOf(JUMPS.to, JUMPS.from, JUMPS.bare)}\\s*${PAGE_NUMBER}`);
const REMARK_WORD = `(?:${oneOf(SOURCES.source, SOURCES.page, NEWS)}|${RANKED_PERSON})`;
const REMARK = pattern(`^[（(]${REMARK_WORD}`);
const WHOLE_REMARK = pattern(`^[（(]${REMARK_WORD}[^（）()]{2,36}[）)]$`);
const SIGNATURE = /[。！？”…](?:（[^（）。]{2,36}）|\([^()。]{2,36}\))$/u;
const PICTURED_BY = [...ROLES.picture, ...ROLES.apart];
const PICTURED = pattern(`[\\s/／（(](?:${HAN}{1,4})?${oneOf(PICTURED_BY)}[）)]?$`);
const LABEL = pattern(`${oneOf(LABELS.contact, ROLES.credit, ROLES.everyday)}[：:]$`);

/** Most lines open with none of these and need not be tried. */
const FIRST_CHARACTERS = new Set([
  ..."（(□■●▲◆★※○①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十据图驻",
  ...[NEWS, CAPTIONS.which, ROLES.rank, ROLES.person, ROLES.label, ROLES.credit, LABELS.ours, Object.values(JUMPS)]
    .flat(2)
    .map((word) => word.charAt(0)),
]);
const LAST_OF_PICTURED = new Set([..."）)", ...PICTURED_BY.map((word) => word.at(-1) ?? "")]);
