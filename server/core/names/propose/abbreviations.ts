/** Proposes the single characters that stand for a country or province: 中美关系, 美、英、法三国, 驻华, 港人. */

import { classesOf, IS } from "../../tables/word-classes.ts";
import { isEdge, type Words } from "../words/words.ts";
import { edges, leftClass, type Put, rightClass, tagClass } from "./candidates.ts";

/** Proposes each such character, with what its company says: others side by side, a list, a word that goes with one. */
export function proposeAbbreviations(words: Words, put: Put): void {
  const { text } = words;
  for (let at = 0; at < text.length; ) {
    if (!stands(text, at)) {
      at += 1;
      continue;
    }
    const group = groupFrom(text, at);
    if (group.length > 1 && !NAMES_ON.test(text[(group.at(-1) ?? at) + 1] ?? "")) proposeGroup(words, group, put);
    else if (group.length === 1) proposeSingle(words, at, put);
    at = (group.at(-1) ?? at) + 1;
  }
}

/** Whether the character can stand for a place: one of the tables, and 日 not behind a numeral, where it is a day. */
function stands(text: string, at: number): boolean {
  const char = text[at] ?? "";
  if ((classesOf(char) & ABBREVIATES) === 0) return false;
  return char !== "日" || !/[\d０-９一二三四五六七八九十今当昨明次同每元生节假周休]/u.test(text[at - 1] ?? "");
}

/** What makes one name of the characters before it: 青川市, 新古镇, 苏中河. */
const NAMES_ON = /[省市县区镇乡村州旗山河江湖岭沟桥路街]/u;

const ABBREVIATES = IS.home | IS.abroad;

/** Offsets of the abbreviations that stand side by side or in one list from the offset on. */
function groupFrom(text: string, from: number): number[] {
  const group = [from];
  for (let at = from + 1; at < text.length; at += 1) {
    // 一台台 counts.
    if (stands(text, at) && text[at] !== text[at - 1]) group.push(at);
    else if (text[at] === "、" && stands(text, at + 1)) group.push(++at);
    else break;
  }
  return group;
}

function proposeGroup(words: Words, group: readonly number[], put: Put): void {
  const { text } = words;
  const start = group[0] ?? 0;
  const end = (group.at(-1) ?? start) + 1;
  const listed = end - start > group.length;
  const shape = `${listed ? "list" : "side"}${Math.min(4, group.length)}`;
  const lie = `${edges(words, start, end)}${REACHES.has(text[start - 1] ?? "") ? "r" : ""}${HOLDS.has(text[end] ?? "") ? "h" : ""}`;
  const left = leftClass(words, start);
  const right = rightClass(words, end);
  const home = group.every((at) => classesOf(text[at] ?? "") & IS.home);
  const abroad = group.every((at) => classesOf(text[at] ?? "") & IS.abroad);
  const where = home ? (abroad ? "both" : "home") : abroad ? "abroad" : "mixed";
  const first = words.at[start] ?? 0;
  const whole =
    words.start[first] === start && words.start[first + 1] === end ? tagClass(words.tag[first] ?? "x") : "-";
  for (const at of group) {
    put(at, at + 1, `${shape}${where}`, [
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

/** One by itself: a word of one character, or one within a word where the other part goes with a place (访华, 港商). */
function proposeSingle(words: Words, at: number, put: Put): void {
  const { text } = words;
  const end = at + 1;
  const before = text[at - 1] ?? "";
  const behind = text[end] ?? "";
  const alone = isEdge(words, at) && isEdge(words, end);
  const reached = REACHES.has(before);
  const held = HOLDS.has(behind);
  if (!alone && !reached && !held) return;
  const i = words.at[at] ?? 0;
  const word = words.word[i] ?? "";
  if (word.length > LONGEST_WORD) return;
  const from = reached ? at - 1 : at;
  const to = held ? end + 1 : end;
  const company = `${reached ? before : "-"}.${held ? behind : "-"}`;
  const kind = `${reached ? "r" : ""}${held ? "h" : ""}${word.length}${edges(words, from, to)}`;
  const abroad = classesOf(text[at] ?? "") & IS.abroad ? "abroad" : "home";
  put(at, end, `single${kind}`, [
    `l.abbr=${text[at]}`,
    `l.single=${company}`,
    `l.single=${kind}.${abroad}`,
    `l.singlesense=${text[at]}${held ? behind : "-"}`,
    `l.singleleft=${leftClass(words, from)}`,
    `l.singleright=${rightClass(words, to)}`,
  ]);
}

/** The longest word of the dictionary that holds one: 来华访问, 港人治港. */
const LONGEST_WORD = 4;

/** What follows an abbreviated country or province: 中方, 美军. */
const HOLDS = new Set("方国军商府双两三关籍裔企侨人语货资股市省城剧西东南北督王政式队外");
/** What stands before one: 访华, 抵京, 驻日. */
const REACHES = new Set("访来赴抵驻在离对旅援留返进入出到由从抗回反治晋");
