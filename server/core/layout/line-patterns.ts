/** How lines open and end that a newsroom writes to a pattern: leads, captions, bylines, credits, jump lines, remarks. */

import {
  CAPTIONS,
  DISPATCH,
  FEW_BLANKS,
  HAN,
  JUMPS,
  LABELS,
  oneOf,
  PAGE_NUMBER,
  PAPERS,
  RANKED_PERSON,
  ROLES,
  SOURCES,
} from "../tables/newsroom.ts";
import { COMMON_SURNAMES, COMPOUND_SURNAMES } from "../tables/surnames.ts";
import { isFurniture } from "./furniture.ts";
import { HEAD, type Head } from "./line-classes.ts";

/** The pattern that a line opens with; `undefined` where it opens with none. */
export function patternAtHead(text: string): Head | undefined {
  if (text.length <= LONGEST_HEAD && LAST_OF_NAMED.has(text.at(-1) ?? "") && NAMED_WORK.test(text)) return HEAD.byline;
  if (!FIRST_CHARACTERS.has(text[0] ?? "")) return undefined;
  const head = text.slice(0, LONGEST_HEAD);
  if (LEAD.test(head)) return HEAD.lead;
  if (CAPTION.test(head)) return HEAD.caption;
  if (text.length <= LONGEST_HEAD && (BYLINE.test(text) || MARKED_NAMES.test(text))) return HEAD.byline;
  if (CREDIT.test(head)) return HEAD.credit;
  if (RESUMED.test(head)) return HEAD.resumed;
  if (JUMP.test(head)) return HEAD.jump;
  if (REMARK.test(head)) return HEAD.note;
  if (BULLET.test(head)) return HEAD.bullet;
  return undefined;
}

/** What a line is as a whole: furniture of the page, the number of a part; `undefined` where it is neither. */
export function patternOfLine(text: string): Head | undefined {
  if (isFurniture(text)) return HEAD.folio;
  return WHOLE_NUMBER.test(text) ? HEAD.numbered : undefined;
}

/** How an item of a list or a note opens; `undefined` where a line opens otherwise. */
export function patternOfItem(text: string): Head | undefined {
  if (FOOTNOTE.test(text)) return HEAD.footnote;
  if (ITEM.test(text) || SPEAKER.test(text)) return HEAD.item;
  if (FIELD_LABEL.test(text)) return HEAD.label;
  return undefined;
}

/** Whether a line is the end of a caption, cut from it: （影像中国）, （资料照片）. */
export function endsCaption(text: string): boolean {
  return CAPTION_END.test(text);
}

/** Whether a line opens with a date, as captions do that say when a picture was taken: 10月28日，…. */
export function opensWithDate(text: string): boolean {
  return DATE_AT_HEAD.test(text.slice(0, 12));
}

/** Whether a line speaks of the picture that it stands by. */
export function saysPicture(text: string): boolean {
  return OF_PICTURE.test(text);
}

/** Whether a line ends with the name of who pictured something: …的春景。 林晓 摄. */
export function endsWithPhotographer(text: string): boolean {
  const last = text.at(-1) ?? "";
  return (
    (LAST_OF_PICTURED.has(last) && PICTURED.test(text.slice(-10))) ||
    (LAST_OF_ORIGIN.has(last) && PICTURE_FROM.test(text.slice(-10)))
  );
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

const NAME = `(?:${oneOf(COMPOUND_SURNAMES)}${HAN}{1,2}|[${COMMON_SURNAMES}]${HAN}{1,2})`;
const NEWS = [...PAPERS.own, ...PAPERS.agency];
const pattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join("|"), "u");

const BULLET = /^(?:[●■□▲◆★※○]|—{1,2}[ \u3000]|[①-⑳]|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）)/u;
const LEAD = pattern(
  `^${oneOf(PAPERS.own)}[^，。：、]{0,6}(?:讯|电)(?=[\\s（(]|$)`,
  `^${oneOf(PAPERS.agency)}[^，。]{2,16}${DISPATCH}`,
  `^${oneOf(PAPERS.own, ["据"])}[^，。]{2,14}电[\\s（(]`,
);
const CAPTION = pattern(`^(?:图为|图片|图[①-⑳一二三四五六七八九十\\d]|${oneOf(CAPTIONS.which)}图)`);
const BYLINE = pattern(
  `^(?:[□■●]\\s*)?(?:(?:${oneOf(NEWS, ROLES.rank)}|驻${HAN}{2,4})*${oneOf(ROLES.person)}|${oneOf(ROLES.label)}[：:／/])` +
    `\\s*(?:${HAN}|[·\\s、]){2,24}$`,
);
/** Names after a mark that sets them off (◎ 林秋水), and names before what they did: 林秋水 文/图. */
const MARKED_NAMES = new RegExp(`^[□■◎]\\s*(?:${NAME}[\\s、]*)+$`, "u");
const NAMED_WORK = new RegExp(`^(?:${NAME}[\\s、]+)+${oneOf(ROLES.text)}$`, "u");
const CREDIT = pattern(`^(?:${oneOf(ROLES.credit)}|${oneOf(LABELS.ours)}+${oneOf(LABELS.contact)})\\s*[：:]`);
const JUMP = pattern(`^(?:[（(]|[▶＞>→]+)?${oneOf(JUMPS.to, JUMPS.from, JUMPS.bare)}${FEW_BLANKS}${PAGE_NUMBER}`);
/** A jump line that text follows on its own line: （上接第一版）河水…. */
const RESUMED = pattern(`^[（(]${oneOf(JUMPS.from)}${FEW_BLANKS}${PAGE_NUMBER}[）)]\\s*[^\\s（(]{4}`);
const REMARK_WORD = `(?:${oneOf(SOURCES.source, SOURCES.page, NEWS)}|${RANKED_PERSON})`;
const REMARK = pattern(`^[（(]${REMARK_WORD}`);
const WHOLE_REMARK = pattern(`^[（(]${REMARK_WORD}[^（）()]{2,36}[）)]$`);
const SIGNATURE = /[。！？”…](?:（[^（）。]{2,36}）|\([^()。]{2,36}\))$/u;
const PICTURED_BY = [...ROLES.picture, ...ROLES.apart];
const PICTURED = pattern(`[\\s/／（(。！](?:${HAN}{1,4})?${oneOf(PICTURED_BY)}[）)]?$`);
/** The origin of a picture after a blank or a full stop: 资料图片. */
const PICTURE_FROM = pattern(`[\\s\\u3000。](?:${oneOf(CAPTIONS.origin)}|${HAN}{0,4}${oneOf(CAPTIONS.agency)})$`);
const LABEL = pattern(`${oneOf(LABELS.contact, ROLES.credit, ROLES.everyday)}[：:]$`);

const FOOTNOTE = /^[[［〔]\d{1,3}[\]］〕]\s*\S|^(?:注|附注|备注|说明|资料来源|数据来源)[：:]|^[※＊*]\s*\p{Script=Han}/u;
/** A number in brackets alone on its line heads a part of a long piece. */
const WHOLE_NUMBER = /^[（(][一二三四五六七八九十\d]{1,3}[）)]$/u;
/** A number with a mark, or a time or a span of time, opens an item. */
const ITEM =
  /^(?:[（(]?\d{1,2}[)）]|\d{1,2}[.．、](?!\d)|\d{1,2}[:：]\d{2}\s*[-–—－～~至]\s*\d{1,2}[:：]\d{2}|第[一二三四五六七八九十]+[条章节]\s)/u;
/** Who speaks in an interview. */
const SPEAKER = /^(?:[问答]|[QA])[：:]/u;
/** A field of a notice, whose value stands after a colon. */
const FIELD_LABEL = new RegExp(`^${HAN}{2,6}(?:（[^（）]{1,12}）)?[：:](?![“‘「『])`, "u");
const CAPTION_END = pattern(
  `^[（(](?:${oneOf(CAPTIONS.origin, CAPTIONS.agency)}|${HAN}{2,6}(?:视觉|中国|图片|供图))[）)]$`,
);
const DATE_AT_HEAD = /^(?:\d{4}年)?\d{1,2}\s*月\s*\d{1,2}\s*日[，,]|^(?:近|日前|连)日，/u;
const OF_PICTURE = pattern(
  "图为|图片|如图|供图|[上下左右]图|[（(][左右中前后][一二三四五]?[）)]",
  `${oneOf(ROLES.picture)}(?:[）)]?$|[（(])`,
);

/** Most lines open with none of these and need not be tried. */
const FIRST_CHARACTERS = new Set([
  ..."（(▶＞>→—□■●◎▲◆★※○①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十据图驻",
  ...[NEWS, CAPTIONS.which, ROLES.rank, ROLES.person, ROLES.label, ROLES.credit, LABELS.ours, Object.values(JUMPS)]
    .flat(2)
    .map((word) => word.charAt(0)),
]);
const LAST_OF_NAMED = new Set(ROLES.text.map((word) => word.at(-1) ?? ""));
const LAST_OF_ORIGIN = new Set([CAPTIONS.origin, CAPTIONS.agency].flat().map((word) => word.at(-1) ?? ""));
const LAST_OF_PICTURED = new Set([..."）)", ...PICTURED_BY.map((word) => word.at(-1) ?? "")]);
