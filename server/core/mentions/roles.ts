/** The office or calling that a page gives a person, beside the name. */

import type { Span } from "../text.ts";
import { isBlank } from "./candidates.ts";
import { classesOf, IS, KNOWN_PLACE, looksLikeTitle, PLACE_SUFFIX } from "./lexicon.ts";
import type { Words } from "./words.ts";

/**
 * The role that stands before a name (省农业厅党组书记、厅长王某) or behind it (王某书记), as the text has it; undefined where
 * the text gives none. Offsets are the name's; `others` are the places and organisations of the text, whole parts of a role.
 */
export function roleOf(words: Words, { start, end }: Span, others: readonly Span[]): string | undefined {
  return roleBefore(words, start, others) ?? roleBehind(words, end);
}

function roleBefore(words: Words, start: number, others: readonly Span[]): string | undefined {
  const { text } = words;
  let stop = start;
  while (stop > 0 && isBlank(text[stop - 1])) stop -= 1;
  let i = (words.at[Math.max(0, stop - 1)] ?? 0) as number;
  if (stop === 0 || words.start[i + 1] !== stop || !isTitle(words, i)) return undefined;
  if (stop < start && !((words.classes[i] ?? 0) & IS.byline)) return undefined;
  let from = words.start[i] ?? 0;
  // Leftwards over the titles, then over the office or place that they belong to.
  for (i -= 1; i >= 0 && stop - from <= 2 * LONGEST_ROLE; i -= 1) {
    const word = words.word[i] ?? "";
    const tag = words.tag[i] ?? "x";
    const joins = word === "、" || word === "兼" || word === "兼任" || word === "原" || word === "前";
    if (joins) {
      if (word === "、" && !joinsTitles(words, i)) break;
    } else if (tag === "w" || !(isTitle(words, i) || belongs(words, i))) break;
    from = words.start[i] ?? 0;
  }
  for (let other: Span | undefined; ; from = other.start) {
    other = others.find((span) => span.start < from && span.end >= from && span.end < stop);
    if (!other) break;
  }
  const role = text.slice(from, stop).replace(/^[、兼]+/u, "");
  return role.length <= LONGEST_ROLE ? role : text.slice(words.start[words.at[stop - 1] ?? 0], stop);
}

/** A 、 belongs to the role where a title stands before it: 书记、厅长. */
function joinsTitles(words: Words, i: number): boolean {
  return i > 0 && isTitle(words, i - 1);
}

function isTitle(words: Words, i: number): boolean {
  const classes = words.classes[i] ?? 0;
  return (classes & (IS.title | IS.byline | IS.kin)) !== 0 || looksLikeTitle(words.word[i] ?? "", words.tag[i] ?? "x");
}

/** Whether the word may be part of what the title belongs to: places, offices, nouns, ranks. */
function belongs(words: Words, i: number): boolean {
  const word = words.word[i] ?? "";
  const tag = words.tag[i] ?? "x";
  const classes = words.classes[i] ?? 0;
  if (classes & (IS.say | IS.act) || NOT_IN_ROLES.has(word)) return false;
  if (classes & (KNOWN_PLACE | PLACE_SUFFIX | IS.org | IS.orgSuffix | IS.seat)) return true;
  return (
    /^(n|x|j|b|m|l|i|a|s|f|vn)/.test(tag) ||
    word === "该" ||
    word === "本" ||
    (tag === "v" && word.length === 2 && IN_OFFICES.has(word))
  );
}

function roleBehind(words: Words, end: number): string | undefined {
  const i = words.at[end] ?? words.count;
  if (words.start[i] !== end || i >= words.count) return undefined;
  const word = words.word[i] ?? "";
  const office = (classesOf(word) & IS.title) !== 0 && OFFICES_BEHIND.test(word);
  return (office || classesOf(word) & IS.address) && word.length > 1 && !NOT_A_ROLE.has(word) ? word : undefined;
}

/** Offices that stand behind a name in address: 某某总书记. */
const OFFICES_BEHIND = /(?:书记|主席|总理|总统|[省市县区镇乡部厅局院校]长|院士)$/u;
const LONGEST_ROLE = 40;
const NOT_A_ROLE = new Set(
  "夫妇 父子 母子 父女 母女 兄弟 姐妹 一家 一行 等人 本人 同志 先生 女士 小姐 姑娘".split(" "),
);
const NOT_IN_ROLES = new Set(
  "近日 日前 今天 昨天 今年 去年 来自 记者 同时 目前 随后 其中 其 为 让 把 据 一位 一名 这位 那位".split(" "),
);
const IN_OFFICES = new Set(
  "管理 监督 检查 组织 宣传 规划 建设 生产 研究 服务 指挥 发展 改革 保护 保障 治理 督导 审批 执行 评审 统计 审计 监察 教育 研发 推广 推进 领导 工作 开发 经营 销售 保卫 武装 退役".split(
    " ",
  ),
);
