/** The office or calling that a page gives a person, beside the name. */

import { DUTIES, LABELS } from "../../tables/titles.ts";
import { classesOf, IS, KNOWN_PLACE, looksLikeTitle, PLACE_SUFFIX } from "../../tables/word-classes.ts";
import type { Span } from "../../text/text.ts";
import { isBlank, type Words } from "../words/words.ts";

/** A person named before this one in the text: where the name ends, and the role that the text gives before it. */
export interface PrecedingPerson {
  readonly end: number;
  readonly role: string;
}

/** A role that the text gives. */
export interface Role {
  readonly role: string;
  /** It stands before the name, or the list of names: the next name of the list may share it. */
  readonly leads: boolean;
}

/**
 * The role that stands before a name (省农业厅党组书记、厅长王某), after it (王某书记, 王某是农学院教授) or before the list it is in
 * (副市长王某、李某), as the text has it but for an age; undefined where the text gives none. The span is the name's;
 * `others` are the places and organisations of the text, which a role holds whole or not at all; `previous` is the person
 * named last who had a role, and no role reaches further back than `floor`, the end of the person's name before this one.
 */
export function roleOf(
  words: Words,
  { start, end }: Span,
  others: readonly Span[],
  previous?: PrecedingPerson,
  floor = 0,
): Role | undefined {
  const before = labelBefore(words.text, start, end) ?? roleBefore(words, start, others, floor);
  const leading = before?.replace(AGE, "");
  if (leading) return { role: leading, leads: true };
  const after = roleAfter(words, end) ?? roleStated(words, end);
  if (after) return { role: after, leads: false };
  return previous && sharesRole(words.text.slice(previous.end, start), previous.role)
    ? { role: previous.role, leads: true }
    : undefined;
}

const AGE = /(?:今年|现年)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})多?岁的?/gu;

/** The label before a name's colon (责任编辑：王某, 联系人：王某), but not that of who speaks in an interview (记者：王某，您好). */
function labelBefore(text: string, start: number, end: number): string | undefined {
  if (!/[：:]\s?$/u.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  const label = LABEL.exec(text.slice(Math.max(0, start - LONGEST_LABEL - 2), start))?.[1];
  return label && SPEAKERS.test(label) && !/^(?:[\s、；。）)]|$)/u.test(text.slice(end, end + 1)) ? undefined : label;
}

const SPEAKERS = /(?:记者|主持人|嘉宾|作者|导演|负责人)$/u;

const LONGEST_LABEL = 10;
const LABEL = new RegExp(
  "(?:^|[^\\u3400-\\u9fff])" +
    "((?:本版|本期|值班|首席|执行|特约|见习|实习|图片|文字|视觉|美术|版式|版面|第[一二三]|申请|被申请|法定)*" +
    `(?:${LABELS.join("|")})) ?[：:]\\s?$`,
  "u",
);

/** Whether a name has the role of the one before it, given what stands between them: no office that only one person holds. */
function sharesRole(between: string, role: string): boolean {
  if (/^[ \u3000\u00a0]+$/u.test(between)) return SIGNERS.test(role);
  return /^(?:[、/]|和|与|及|以及)$/u.test(between) && !HELD_BY_ONE.test(role) && (classesOf(role) & IS.kin) === 0;
}

/** Who signs an article or page: their names stand side by side with only a blank between. */
const SIGNERS = /(?:记者|通讯员|实习生|评论员|摄影|编辑|编委|责编|美编|校对|版式|设计|制图|统筹|策划)$/u;
/** Offices that one person holds at a time. */
const HELD_BY_ONE =
  /(?<!副)(?:书记|支书|主席|主任|总理|总统|总裁|总经理|总编辑|首席执行官|[省市县区镇乡村州盟旗部厅局处科股所院校社台站馆团队组班排连营军厂矿场会行司董事]长|秘书长|理事长)$/u;

/** The titles before a name and the offices and places that they belong to. */
function roleBefore(words: Words, start: number, others: readonly Span[], floor: number): string | undefined {
  const { text } = words;
  let stop = start;
  while (stop > 0 && isBlank(text[stop - 1])) stop -= 1;
  const title = titleBefore(words, stop);
  if (title === undefined) return undefined;
  let i = words.at[title] ?? 0;
  if (stop < start && !SIGNERS.test(text.slice(title, stop)) && !((words.classes[i] ?? 0) & IS.byline))
    return undefined;
  let from = title;
  // Leftwards over the titles, then over the office or place that they belong to.
  for (i -= 1; i >= 0 && stop - from <= 2 * LONGEST_ROLE; i -= 1) {
    const word = words.word[i] ?? "";
    const tag = words.tag[i] ?? "x";
    if ((words.start[i] ?? 0) < floor) break;
    const joins = word === "、" || word === "兼" || word === "兼任" || word === "原" || word === "前";
    if (joins) {
      // A 、 belongs to the role where a title stands before it: 书记、厅长.
      if (word === "、" && !(i > 0 && isTitle(words, i - 1))) break;
    } else if (tag === "w" || !(isTitle(words, i) || canBelongToTitle(words, i))) break;
    from = words.start[i] ?? 0;
  }
  // A place or organisation that the role would cut belongs to it whole.
  for (let other: Span | undefined; ; from = other.start) {
    other = others.find((span) => span.start < from && span.start >= floor && span.end >= from && span.end < stop);
    if (!other) break;
  }
  // What touches the name before this one is that person's: 张某教授、院长李某.
  const own =
    from === floor && floor > 0 ? text.slice(from, stop).replace(/^[^、和与及]*/u, "") : text.slice(from, stop);
  const role = own.replace(/^(?:[、兼和与及]|以及)+/u, "");
  return role.length <= LONGEST_ROLE ? role : text.slice(title, stop);
}

/** Where the title starts that ends at the offset; undefined where none does. */
function titleBefore(words: Words, stop: number): number | undefined {
  const compound = COMPOUND.exec(words.text.slice(Math.max(0, stop - LONGEST_TITLE), stop))?.[0];
  const from = compound === undefined ? -1 : stop - compound.length;
  if (from >= 0 && words.start[words.at[from] ?? 0] === from) return from;
  if (stop === 0) return undefined;
  const i = words.at[stop - 1] ?? 0;
  return words.start[i + 1] === stop && isTitle(words, i) ? words.start[i] : undefined;
}

/** Offices of several words, of which the dictionary may tie the last to the name after it. */
const COMPOUND =
  /(?:(?:董事长|总经理|经理|总裁|书记|主任|院长|校长|[省市县区]长|主席|局长)助理|传承人|创始人|带头人|发起人|合伙人|主持人|代言人|联系人|主理人|值班(?:总编辑|编委|主任|编辑|总编))$/u;
const LONGEST_TITLE = 8;

function isTitle(words: Words, i: number): boolean {
  const classes = words.classes[i] ?? 0;
  return (classes & (IS.title | IS.byline | IS.kin)) !== 0 || looksLikeTitle(words.word[i] ?? "", words.tag[i] ?? "x");
}

/** Whether a word may be part of what a title belongs to: places, offices, nouns, ranks. */
function canBelongToTitle(words: Words, i: number): boolean {
  const word = words.word[i] ?? "";
  const tag = words.tag[i] ?? "x";
  const classes = words.classes[i] ?? 0;
  if (classes & (IS.say | IS.act) || NOT_IN_ROLES.has(word)) return false;
  if (classes & (KNOWN_PLACE | PLACE_SUFFIX | IS.org | IS.orgSuffix | IS.seat)) return true;
  return (
    /^(n|x|j|b|m|l|i|a|s|f|vn)/.test(tag) ||
    word === "该" ||
    word === "本" ||
    (tag === "v" && word.length === 2 && DUTIES.has(word))
  );
}

/** The title or form of address that follows a name. */
function roleAfter(words: Words, end: number): string | undefined {
  const i = words.at[end] ?? words.count;
  if (words.start[i] !== end || i >= words.count) return undefined;
  const word = words.word[i] ?? "";
  const office = (classesOf(word) & IS.title) !== 0 && OFFICES_AFTER_NAMES.test(word);
  return (office || classesOf(word) & IS.address) && word.length > 1 && !NOT_A_ROLE.has(word) ? word : undefined;
}

/** What the sentence says that the person is: 王某是农学院教授，. */
function roleStated(words: Words, end: number): string | undefined {
  const [, lead = "", role = ""] = STATED.exec(words.text.slice(end, end + LONGEST_ROLE)) ?? [];
  if (role === "" || NO_OFFICE.test(role)) return undefined;
  const stop = end + lead.length + role.length;
  const title = titleBefore(words, stop);
  const i = words.at[stop - 1] ?? 0;
  if (title === undefined || title < end + lead.length || (words.classes[i] ?? 0) & IS.kin) return undefined;
  return role.replace(AGE, "") || undefined;
}

const STATED =
  /^((?:既?是|系|时任|现任|现为)(?:我[省市县区镇乡村]|当地|这里)?(?:的?一[名位个])?(?:的)?)([^，。；！？：、\s]{2,28})(?=[，。；！？、]|$)/u;
const NO_OFFICE = /[的了着过在被把让有与和]|之一|最|第一个|不/u;

/** Offices that follow a name in address: 某某总书记. */
const OFFICES_AFTER_NAMES = /(?:书记|主席|总理|总统|[省市县区镇乡部厅局院校]长|院士)$/u;
const LONGEST_ROLE = 40;
const NOT_A_ROLE = new Set(
  "夫妇 父子 母子 父女 母女 兄弟 姐妹 一家 一行 等人 本人 同志 先生 女士 小姐 姑娘".split(" "),
);
const NOT_IN_ROLES = new Set(
  "近日 日前 今天 昨天 今年 去年 来自 记者 同时 目前 随后 其中 其 为 让 把 据 一位 一名 这位 那位".split(" "),
);
