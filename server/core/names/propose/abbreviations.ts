/** Proposes the single characters that stand for a country or province: in 中美关系, 美、英、法三国, 驻华, 港人. */

import { classesOf, IS, KNOWN_PLACE, knownAt } from "../../tables/word-classes.ts";
import { canBeNameEdge, isWordEdge, type Words } from "../words/words.ts";
import type { ProposeSpan } from "./candidates.ts";
import { leftClass, rightClass } from "./surroundings.ts";
import { edgePattern, tagClass } from "./word-patterns.ts";

/** Proposes each such character, with what stands beside it: others side by side or in a list, a word that goes with one. */
export function proposeAbbreviations(words: Words, propose: ProposeSpan): void {
  const { text } = words;
  for (let at = 0; at < text.length; ) {
    if (!isAbbreviation(text, at)) {
      at += 1;
      continue;
    }
    const group = groupFrom(words, at);
    const end = (group.at(-1) ?? at) + 1;
    if (group.length === 1) proposeSingle(words, at, propose);
    else if (!KINDS_OF_PLACES.test(text[end] ?? "")) proposeGroup(words, group, propose);
    at = end;
  }
}

/** Whether the character can stand for a place: one of the tables has it, and 日 is no day as after a numeral. */
function isAbbreviation(text: string, at: number): boolean {
  const char = text[at] ?? "";
  if ((classesOf(char) & ABBREVIATES) === 0) return false;
  return char !== "日" || !/[\d０-９一二三四五六七八九十今当昨明次同每元生节假周休]/u.test(text[at - 1] ?? "");
}

/** What makes one name of the characters before it: 苏中河 is no 苏 and 中. */
const KINDS_OF_PLACES = /[省市县区镇乡村州旗山河江湖岭沟桥路街]/u;

const ABBREVIATES = IS.home | IS.abroad;

/** Whether a character stands for a country that seldom is one character: right after 中, before what two states have. */
function isRareAbbreviation(words: Words, at: number): boolean {
  const { text } = words;
  const isPair = text[at - 1] === "中" && RARE.has(text[at] ?? "") && BETWEEN_STATES.test(text.slice(at + 1, at + 4));
  // 中立 and 心中 are words.
  return isPair && canBeNameEdge(words, at - 1) && canBeNameEdge(words, at) && canBeNameEdge(words, at + 1);
}

/** Characters that stand for a state only beside 中 (尼泊尔, 斯里兰卡, 塞内加尔 …); those that make words with it (中文, 中立) are left out. */
const RARE = new Set("尼斯塞坦赞肯厄摩卢喀津莫孟斐汤圭玻萨冰格吉塔爱");
/** What two states have between them. */
const BETWEEN_STATES = /^(?:两国|两军|两党|双边|建交|关系|友好合|友好关|边境|边界|边贸|经贸|外长)/u;

/** Offsets of the abbreviations that stand side by side or in one list from the offset on. */
function groupFrom(words: Words, from: number): number[] {
  const { text } = words;
  const group = [from];
  for (let at = from + 1; at < text.length; at += 1) {
    // In 一台台 the character is a measure word.
    if (isAbbreviation(text, at) && text[at] !== text[at - 1]) group.push(at);
    else if (isRareAbbreviation(words, at)) group.push(at);
    else if (text[at] === "、" && isAbbreviation(text, at + 1)) group.push(++at);
    else break;
  }
  return group;
}

function proposeGroup(words: Words, group: readonly number[], propose: ProposeSpan): void {
  const { text } = words;
  const start = group[0] ?? 0;
  const end = (group.at(-1) ?? start) + 1;
  const listed = end - start > group.length;
  const shape = `${listed ? "list" : "side"}${Math.min(4, group.length)}`;
  const before = BEFORE_ABBREVIATION.has(text[start - 1] ?? "") ? "r" : "";
  const after = AFTER_ABBREVIATION.has(text[end] ?? "") ? "h" : "";
  const lie = `${edgePattern(words, start, end)}${before}${after}`;
  const left = leftClass(words, start);
  const right = rightClass(words, end);
  const home = group.every((at) => classesOf(text[at] ?? "") & IS.home);
  const abroad = group.every((at) => classesOf(text[at] ?? "") & IS.abroad);
  const where = home ? (abroad ? "both" : "home") : abroad ? "abroad" : "mixed";
  const first = words.at[start] ?? 0;
  const whole =
    words.start[first] === start && words.start[first + 1] === end ? tagClass(words.tag[first] ?? "x") : "-";
  for (const at of group) {
    propose(at, at + 1, `${shape}${where}`, [
      `l.abbr=${text[at]}`,
      `l.group=${shape}`,
      `l.group=${shape}.${where}`,
      `l.group=${shape}.${lie}`,
      `l.groupleft=${shape}.${left}`,
      `l.groupright=${shape}.${right}`,
      `l.groupnext=${text[end] ?? ""}`,
      `l.groupword=${shape}.${whole}`,
    ]);
  }
}

/** One by itself: a word of one character, or part of a word whose other character goes with a place (访华, 港商). */
function proposeSingle(words: Words, at: number, propose: ProposeSpan): void {
  const { text } = words;
  // 中 of 中国 stands for nothing.
  if (knownAt(text, at, KNOWN_PLACE) > 0) return;
  const end = at + 1;
  const before = text[at - 1] ?? "";
  const after = text[end] ?? "";
  const alone = isWordEdge(words, at) && isWordEdge(words, end) && !WORDS_ALONE.has(text[at] ?? "");
  // In 采访中 no 访 stands before 中: it ends another word.
  const withBefore = BEFORE_ABBREVIATION.has(before) && (isWordEdge(words, at - 1) || !isWordEdge(words, at));
  // 书法方面 has no 法方.
  const withAfter =
    AFTER_ABBREVIATION.has(after) &&
    text.slice(end, end + 2) !== "方面" &&
    !(WORDS_ALONE.has(text[at] ?? "") && COUNTS_STATES.has(after));
  if (!alone && !withBefore && !withAfter) return;
  const i = words.at[at] ?? 0;
  const word = words.word[i] ?? "";
  if (word.length > LONGEST_WORD || WITHOUT_PLACES.has(word) || WITHOUT_PLACES.has(text.slice(at, at + 2))) return;
  const from = withBefore ? at - 1 : at;
  const to = withAfter ? end + 1 : end;
  const beside = `${withBefore ? before : "-"}.${withAfter ? after : "-"}`;
  const kind = `${withBefore ? "r" : ""}${withAfter ? "h" : ""}${word.length}${edgePattern(words, from, to)}`;
  const abroad = classesOf(text[at] ?? "") & IS.abroad ? "abroad" : "home";
  propose(at, end, `single${kind}`, [
    `l.abbr=${text[at]}`,
    `l.single=${beside}`,
    `l.single=${kind}.${abroad}`,
    `l.singlesense=${text[at]}${withAfter ? after : "-"}`,
    `l.singleleft=${leftClass(words, from)}`,
    `l.singleright=${rightClass(words, to)}`,
  ]);
}

/** Words in which no character stands for a place. */
const WITHOUT_PLACES = new Set(
  "西方 西部 中队 中间 中心 中式 港口 港湾 南美 北美 中美洲 拉美 非法 非常 以外 以内 以南 以北 以东 以西 日语 晋商 徽商".split(
    " ",
  ),
);

/** What counts states after several of them: 中美两国, but 以两回合. */
const COUNTS_STATES = new Set("两三");

/** Characters that are function words where nothing beside them goes with a state. */
const WORDS_ALONE = new Set("中以新老非");

/** Longer words of the dictionary hold none; these do: 来华访问, 港人治港. */
const LONGEST_WORD = 4;

/** What follows an abbreviated country or province: 中方, 美军. */
const AFTER_ABBREVIATION = new Set("方国军商府双两三关籍裔企侨人语货资股市省城剧西东南北督王政式队外");
/** What stands before one: 访华, 抵京, 驻日. */
const BEFORE_ABBREVIATION = new Set("访来赴抵驻在离对旅援留返进入出到由从抗回反治晋");
