/** How newspapers write leads, bylines, credits, captions and the like; the words themselves stand in the newsroom's tables. */

import {
  CAPTIONS,
  DISPATCH,
  FEW_BLANKS,
  HEADINGS,
  JUMPS,
  LABELS,
  LONE_SURNAMES,
  NOTES,
  OFFICES,
  OPENINGS,
  oneOf,
  PAGE_NUMBER,
  PAPERS,
  RANKED_PERSON,
  ROLES,
  SECTIONS,
  SOURCES,
  WRITER,
} from "../tables/newsroom.ts";

/**
 * The characters of the Han script, to stand in a class. `\p{Script=Han}` is the same but for a few Tangut and Vietnamese marks
 * and for what is not assigned; the property is 21 ranges in place of nine, so patterns with many of it take twice as long to compile,
 * which the first page had to wait for.
 */
const HAN_RANGES = "\\u2e80-\\u2fd5々〇〡-〩〸-〻\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufad9\\u{20000}-\\u{3ffff}";
const HAN = `[${HAN_RANGES}]`;
const DIGIT = "[0-9０-９]";
const HAN_DIGIT = "[一二三四五六七八九十]";

/** A name that stands without 记者 or 作者: it opens with one of the common surnames. */
export const NAME = `[${LONE_SURNAMES}]${HAN}{1,2}`;
/** One of two characters set to the width of three, as names in lists are. */
export const SPACED_NAME = `[${LONE_SURNAMES}][ \u3000]${HAN}(?!${HAN})`;
/** A blank of any kind. */
export const BLANK = "\\s";

/** No name is one of two of these kinds: where four characters were, a row of such names would be tried in every mixture of the two. */
const ANY_NAME = `(?:${HAN}{2,3}|${HAN}[ \u3000]${HAN}|[${HAN_RANGES}·]{4,12})`;
const ANY_NAMES = `${ANY_NAME}(?:[\\s、]+${ANY_NAME})*`;
const NEWS = [...PAPERS.own, ...PAPERS.agency];
/** The paper itself or an agency, where one may stand before a writer. */
const NEWS_OF = `${oneOf(NEWS)}?`;
const BULLETS = "[□■◇◆○●▢▪◎☆★▲△]";

const any = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join("|"), "u");

/** 8月3日. */
const DAY = `${DIGIT}{1,2}\\s*月\\s*${DIGIT}{1,2}\\s*日`;

/** A paragraph that opens with one of these opens an article: 本报讯, 新华社某地某日电, 本报某地某日电. */
export const LEAD = any(
  `^【?${oneOf(PAPERS.own)}\\s*(?:综合)?(?:讯|消息|专讯|快讯)`,
  `^据?${oneOf(PAPERS.agency, PAPERS.national)}[^，。；：]{0,24}(?:${DISPATCH}|讯|消息)`,
  `^${oneOf(PAPERS.own)}[${HAN_RANGES}·]{1,10}${DAY}\\s*(?:电|讯)`,
  `^${HAN}{2,8}${oneOf(PAPERS.paper, PAPERS.site)}\\s*(?:讯|${HAN}{0,6}${DAY}(?:电|讯))(?=[\\s（(])`,
  `^${oneOf(PAPERS.own)}?${WRITER}\\s+${NAME}(?:[\\s、]|${NAME}){0,8}(?:报道|[：:])`,
  `^[（(]?本报${WRITER}[^。，]{2,16}[）)](?=${HAN})`,
);

/** What opens a remark on who wrote a text or where it comes from, inside a text or after it. */
const SOURCE = `(?:${oneOf(SOURCES.source, NEWS)}|${RANKED_PERSON})`;

/** Names or a source in brackets at an article's end. */
export const END_MARK = any(
  `[。！？”…][（(]\\s*${NEWS_OF}(?:${WRITER})?[：:]?\\s*${ANY_NAMES}\\s*[）)]$`,
  `[。！？”…]\\s*[（(]${SOURCE}[^（）()。]{0,40}[）)]$`,
  `[。！？”]\\s+${oneOf(PAPERS.own)}?${WRITER}[^，。]{2,20}$`,
);

/** A block that says who wrote the text before it or where that text comes from; it closes an article. */
export const TAIL = any(
  `^[（(](?:${SOURCE}|${oneOf(SOURCES.aside)}|（)[^。]*[）)]$`,
  `^[（(][^，。]{2,30}${oneOf(["电"], ROLES.text)}[）)]$`,
  `^${NAME}[（(][^。]{4,60}[）)]$`,
);

/** Whose words the text above is, after a dash: ——编者. */
export const SIGNATURE = any(
  `^[（(]?(?:——|―|—)\\s*(?:${oneOf(NOTES.signs).replace(/(\p{Script=Han})(?=\p{Script=Han})/gu, "$1\\s*")})[）)]?$`,
);

/** The sign that a byline opens with. */
export const BULLET = any(`^(?:${BULLETS}|\\s)+`);

/** An office that a lead in brackets names its reporter by. */
export const REPORTER = any(oneOf(ROLES.person));

/** A line that names writers. */
export const BYLINE = any(
  `^(?:${BULLETS}|\\s)*${NEWS_OF}${WRITER}[${HAN_RANGES}\\s：:、·/／＋+]*$`,
  `^${BULLETS}\\s*[^，。；！？]{2,24}$`,
  `^(?:${NAME}|${SPACED_NAME})(?:[\\s、]+(?:${NAME}|${SPACED_NAME}))*\\s+${oneOf(ROLES.text)}$`,
  `^[·•]\\s*${oneOf(NEWS)}${HAN}{2,6}\\s*[·•]$`,
  `^(?:${BULLETS}|\\s)*${oneOf(ROLES.label)}\\s*[/／|｜：:]\\s*[^，。]{2,30}$`,
);

/** Schools of all kinds. */
const SCHOOL = "(?:中学|小学|大学|学校|学院)";

/** Perhaps a foreign name, first name and family name: 经济·观察 is written so, too. */
export const MAYBE_FOREIGN = any(`^(?=.{5,})${HAN}{1,6}(?:·${HAN}{1,6}){1,2}$`);

/** A name by itself, or with the place or school it comes from: a byline where it stands beside text. */
export const BARE_NAME = any(
  `^${NAME}(?:[\\s、]+${NAME})*$`,
  `^[${LONE_SURNAMES}]\\s+${HAN}$`,
  `^${HAN}{2,12}[省市县区州旗镇乡村]\\s+(?:${NAME}|${HAN}(?:先生|女士|小姐))$`,
  `^${oneOf(ROLES.reader)}\\s*[：:]?\\s*(?:${NAME}|${SPACED_NAME})$`,
  `^${HAN}{2,14}${oneOf(ROLES.holder)}\\s+(?:${NAME}|${SPACED_NAME})$`,
  `^${NAME}\\s+[^，。；]{0,20}(?:${SCHOOL}|校区|[（(].{1,8}班[）)])[^，。；]{0,16}$`,
  `^[^，。；]{0,20}${SCHOOL}[^，。；]{0,12}\\s+${NAME}$`,
);

/**
 * An office or firm by itself: a notice is signed so, where text stands above it and no heading below. What is called
 * or held (召开…推进会) is a meeting, and the line a headline.
 */
export const OFFICE = any(`^(?!.*${oneOf(OFFICES.meeting)})[${HAN_RANGES}（）()]{3,30}${oneOf(OFFICES.office)}$`);

/** An office of any kind, where a day by itself stands below: so ends a notice. */
export const DATED_OFFICE = any(`^[${HAN_RANGES}（）()]{3,30}${oneOf(OFFICES.dated)}$`);

const NAME_OF_LIST = `[${LONE_SURNAMES}](?:\\s*${HAN}|${HAN}{2})`;

/** Four or more names in a row: a list that belongs to a text. */
export const NAME_LIST = any(`^(?:${NAME_OF_LIST}[\\s、]+){3,}${NAME_OF_LIST}$`);

/** Who made the page, the drawing or the figures, and how to reach the paper. */
export const CREDIT = any(
  `^[（(]?(?:本[版报期]|图片|数据|资料|今日|值班)?${oneOf(ROLES.credit, ROLES.everyday, ["摄影"])}+\\s*[：:/／]`,
  `^${oneOf(LABELS.ours, LABELS.purpose)}*${oneOf(LABELS.contact)}+[：:][^。]*$`,
  "^本版(?:图片|稿件|照片|文图|摄影|责编|编辑|稿)",
  "^[^。]{0,24}@[A-Za-z0-9.-]+\\.[A-Za-z]{2,6}$",
);

const YEAR = `(?:${DIGIT}{4}|[二〇○零一二三四五六七八九]{4})\\s*年`;
const FULL_DATE = `${YEAR}\\s*(?:${DIGIT}|${HAN_DIGIT}){1,3}\\s*月\\s*(?:${DIGIT}|${HAN_DIGIT}){1,3}\\s*日`;

/** Fields of a notice, by how their labels end: 联系人, 报名时间, 开户行, 代理机构. */
const FIELD_LABEL = `(?:${HAN}[ \\u3000]?){0,8}(?:人|方式|时间|地点|地[ \\u3000]*址|账号|户行|箱|号码|手机|公众号|附件|路线|电[ \\u3000]*话|传真|网站|机构|单位)`;

/** How to reach somebody, and other fields at a notice's end; the paper itself is reached in the same words. */
export const CONTACT = any(
  `^${oneOf(LABELS.purpose)}*${oneOf(LABELS.contact)}+[：:][^。]*$`,
  `^(?!${oneOf(LABELS.ours)}|本[版报])(?:${FIELD_LABEL}|E-?[Mm]ail|QQ|微信)[ \\u3000]*[：:][^。]*$`,
  "^(?:https?://|www\\.)\\S+$",
  "^特此(?:公告|通知|启事|声明|说明)$",
);

/** A day by itself: below who signs a notice it is the notice's, at a page's edge the paper's. */
export const DATE_LINE = any(`^${FULL_DATE}$`);

const FROM_AGENCY = `[（(](?:${oneOf(CAPTIONS.origin, CAPTIONS.agency)}[^）)]{0,10}|${HAN}{2,4}(?:视觉|中国|图片|供图))[）)][）)]?$`;

/** Where a picture comes from, in brackets at its caption's end. */
export const PICTURE_SOURCE = any(FROM_AGENCY);

/** What a picture shows. */
export const CAPTION = any(
  `^(?:[▲▼△▽←→↑↓◀▶■●]|[（(]?${oneOf(CAPTIONS.which)}?图(?:为|片|(?:${HAN_DIGIT}|[①-⑩0-9])+[：:]?为?|\\s*[①-⑩]))`,
  `(?:^|[。，”》（(\\s])(?:${oneOf(NEWS)}|${WRITER})?(?:记者|通讯员)?\\s*${ANY_NAMES}\\s*(?:/?${oneOf(ROLES.picture)}|图)[）)]?$`,
  FROM_AGENCY,
  `${oneOf(NEWS, CAPTIONS.agency)}(?:发|供图|图片)[）)]?$`,
  "(?:照片|图片|供图|资料片)(?:由[^，。]{2,20}提供)?[）)]?$",
);

/** A line of nothing but who took a picture: 本报记者 林晓 摄; who wrote and pictured (文/图) is none. */
export const PHOTOGRAPHER = any(`^${NEWS_OF}(?:${WRITER})?[：:]?\\s*${ANY_NAMES}\\s*(?<![文图/／]\\s*)(?:摄|摄影)$`);

const FOLIO_NUMBER = `第?\\s*[0-9０-９A-Z]{1,3}\\s*版`;

/** Name of the paper, date, number of the page: what stands at a page's edge. */
export const FOLIO = any(
  `^(?:${PAGE_NUMBER}|[0-9]{1,3})$`,
  `^(?:${FOLIO_NUMBER}\\s*)?[^，。]{0,12}${FULL_DATE}(?:\\s*(?:星期|周|农历|第|总第)[^，。]{0,40})?\\s*$`,
  "^(?:星期|周)[一二三四五六日天](?:\\s|$)[^，。]{0,30}$",
  `^(?:${oneOf(LABELS.imprint)}|CN ?[0-9]{2}|总第 ?[0-9]+ ?期|http|www\\.)`,
  `^(?:[\\s·]*${oneOf(SECTIONS)}){1,2}$`,
  `^${HAN}{2,6}${oneOf(PAPERS.paper)}$`,
  `^${FULL_DATE}创刊(?:[\\s·]*总?第\\s*${DIGIT}{1,5}\\s*[期号])?$`,
  `^${HAN}{2,16}${oneOf(LABELS.publisher)}$`,
);

/** Where an article goes on; where it comes from, see `comesFromElsewhere`. */
export const JUMP = any(`^[（(［[【▶►→]?${FEW_BLANKS}${oneOf(JUMPS.to, JUMPS.bare)}${FEW_BLANKS}${PAGE_NUMBER}`);

/** A jump line in brackets, on which a text ends that goes on elsewhere. */
export const JUMP_TO = any(`[（(]${oneOf(JUMPS.to)}`);

/** Words of the editor's own; they open an article. */
export const NOTE = any(`^[【\\[（(]?${oneOf(NOTES.head)}`);

/** What an editor says of a series or column at its head. */
export const EDITOR_SAYS = any(
  `${oneOf(NOTES.since)}，?(?:本报|本刊|本版|我们)?(?:将?(?:陆续)?${oneOf(NOTES.runs)})`,
  oneOf(NOTES.invites),
);

/** A paragraph that opens with one of these goes on with what stands before it. */
export const GOES_ON = any(
  `^${oneOf(OPENINGS["goes-on"])}`,
  `^(?:${NAME}|${HAN}{2,3})${oneOf(OPENINGS.still)}?${oneOf(OPENINGS.speaks)}`,
);

/** A paragraph that opens with one of these often opens an article. */
export const OPENS = any(`^(?:${oneOf(OPENINGS.opens)}|${DIGIT}{1,2}月(?:${DIGIT}{1,2}日|[上中下]旬)|${DIGIT}{4}年)`);

/** Ends of a line that lead over to the headline below it: a kicker. */
export const LEADS_OVER = any(`(?:——|―|—|：|:|${oneOf(HEADINGS.kicker)})$`);

/** A series tag after a headline: （人民时评）. */
export const SERIES = any("[（(][^（）()]{2,16}[）)]$");

/** A tag of a column or series by itself, as it stands above a headline: （一线调研）. */
export const TAG_ALONE = any("^[（(][^（）()]{2,16}[）)]$");

/** What a public notice, a list or a column of briefs is headed by. */
export const NOTICE = any(`${oneOf(HEADINGS.notice)}$`);

/** Numbered or ticked parts of an article. */
export const NUMBERED = any(
  `^${HAN_DIGIT}{1,2}[、．.]`,
  "^[（(][一二三四五六七八九十0-9]{1,2}[）)]",
  "^[0-9]{1,2}[、．.]",
  "^(?:[①-⑩]|【|[●■◆▲★◇□○])",
  `^第${HAN_DIGIT}{1,2}[章节条]`,
);

/** The number of a part of an article, by itself: （一）. */
export const NUMBER_ALONE = any(`^[（(]?(?:${HAN_DIGIT}{1,3}|[0-9]{1,2}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]{1,4})[）)、．.]?$`);

/** A dash that opens a deck. */
export const DASHED = any("^(?:——|―|—)");

/** The sign that each item of a list opens with: two items of one list belong together. */
export const ITEM = any(
  `^(?:【|[●■◆▲★○◎□◇☆]|[问答](?=[：:])|[0-9]{1,2}(?=[.．、])|[（(]?${HAN_DIGIT}{1,2}(?=[）)、]))`,
);
