/** Proposes persons: Chinese names, transliterated names, Japanese names. */

import type { Gazetteer } from "../../places/gazetteer.ts";
import { compoundSurnameAt, givenNameOdds, japaneseSurnameAt, surnameRank } from "../../tables/name-odds.ts";
import { NOT_FIRST } from "../../tables/places.ts";
import { FUNCTION_SURNAMES } from "../../tables/surnames.ts";
import { classesOf, IS, KNOWN_PLACE, knownAt } from "../../tables/word-classes.ts";
import type { Words } from "../words/words.ts";
import { type Propose, type ProposeSpan, proposerOf } from "./candidates.ts";
import { proposeForeign } from "./foreign-names.ts";
import { leftClass, rightClass } from "./surroundings.ts";
import { innerPattern, stepOf, tagClass } from "./word-patterns.ts";

/** What ends so is a county, town or district, also where no gazetteer knows it; nobody has such a name. */
const DIVISION_ENDS = new Set("县镇乡区州省");

/** What begins a numeral; 万 is one and a surname, and the dictionary has 余 and 许家 for numerals, too. */
const NUMERAL = /^[0-9０-９〇零一二两三四五六七八九十百千亿几半数第]/u;

/** Proposes every span of the text that could name a person. */
export function proposePersons(words: Words, gazetteer: Gazetteer, proposeAny: Propose): void {
  const proposeName: Propose = (start, end, type, features) => {
    if (end - start < 3 || !DIVISION_ENDS.has(words.text[end - 1] ?? "")) proposeAny(start, end, type, features);
  };
  const proposeSpan = proposerOf(words, "PER", proposeName);
  const propose: ProposeSpan = (start, end, quality, features) => {
    const name = words.text.slice(start, end);
    // The dictionary has 高水平 for a person.
    if (NOT_FIRST.has(name)) return;
    const unit = gazetteer.kindOf(name);
    proposeSpan(start, end, quality, unit ? [...features, `p.unit=${unit}${end - start}`] : features);
  };
  for (let i = 0; i < words.count; i += 1) {
    const tag = words.tag[i] ?? "x";
    if (tag === "w" || tag === "e" || (tag === "m" && NUMERAL.test(words.word[i] ?? ""))) continue;
    const start = words.start[i] ?? 0;
    const end = words.start[i + 1] ?? start;
    proposeChinese(words, start, propose);
    proposeMarried(words, start, propose);
    proposePadded(words, start, propose);
    proposeJapanese(words, start, propose);
    // Inside an unknown word a name may start anywhere: the dictionary guessed its ends.
    if (tag === "x" || tag.startsWith("nr")) {
      for (let inside = start + 1; inside < end; inside += 1) proposeChinese(words, inside, propose);
    }
    if (tag.startsWith("nr") && end - start >= 2 && !COUNTS.test(words.word[i] ?? "")) {
      const size = Math.min(5, end - start);
      propose(start, end, `d${size}`, [`p.dict=${size}`, `p.dict=${tag}`]);
    }
  }
  for (let i = 0; i < words.text.length; i += 1) {
    const known = knownAt(words.text, i, IS.person);
    if (known) propose(i, i + known, "known", ["p.known"]);
    proposeSurname(words, i, propose);
  }
  proposeForeign(words, proposeName);
}

/** A surname by itself, before a form of address (王大娘, 李某, 刘老) or after 老 or 小. */
function proposeSurname(words: Words, at: number, propose: ProposeSpan): void {
  const { text } = words;
  const rank = surnameRank(text[at] ?? "");
  if (rank === 0) return;
  let address = "";
  for (let length = 4; length >= 1 && !address; length -= 1) {
    const after = text.slice(at + 1, at + 1 + length);
    if (after.length === length && classesOf(after) & IS.address) address = after;
  }
  const before = text[at - 1] ?? "";
  const called = before === "老" || before === "小" ? before : "";
  const i = words.at[at] ?? 0;
  const alone = words.start[i] === at && words.start[i + 1] === at + 1;
  if (!address && !called && !alone) return;
  const where = alone
    ? "alone"
    : words.start[i] === at
      ? `in${tagClass(words.tag[i] ?? "x")}`
      : words.start[i + 1] === at + 1
        ? "ends"
        : "inside";
  const quality = `s${rank}${address ? "a" : ""}${called ? "c" : ""}${alone ? "w" : ""}`;
  propose(at, at + 1, quality, [
    `p.only=${quality}`,
    `p.only=${where}.${address ? "a" : ""}${called}`,
    `p.address=${address}`,
    `p.only=${text[at]}`,
  ]);
}

/** What a span stands between, where little but a name can stand there: a byline or office and speech, a mark or a blank; else "". */
function nameFrame(words: Words, start: number, end: number): string {
  const left = leftClass(words, start);
  if (left !== "byline" && left !== "title") return "";
  const right = rightClass(words, end);
  return AFTER_NAMES.has(right) ? `${left}.${right}` : "";
}

const AFTER_NAMES = new Set([
  "say",
  "address",
  "closep",
  "close",
  "list",
  "comma",
  "stop",
  "blank",
  "bylineafter",
  "eos",
  "colon",
]);

/** A name of two characters, spread to the width of three in a list of names: 王　强　李晓明. */
function proposePadded(words: Words, start: number, propose: ProposeSpan): void {
  const { text } = words;
  const rank = surnameRank(text[start] ?? "");
  const padded = PADDED.exec(text.slice(start, start + 5));
  if (rank === 0 || !padded) return;
  const end = start + padded[0].length;
  const isLeftEdge = start === 0 || LIST_EDGE.test(text[start - 1] ?? "");
  const isRightEdge = end === text.length || LIST_EDGE.test(text[end] ?? "");
  // In a run of names without separators only a wide blank shows that a name is spread.
  if (!(isLeftEdge && isRightEdge) && text[start + 1] !== "\u3000") return;
  const odds = stepOf(givenNameOdds(padded[1] ?? ""), 2, -6, 8);
  propose(start, end, "padded", [
    "p.padded",
    `p.padded=${rank}`,
    `p.paddedgiven=${odds}`,
    `p.padded=${padded[0].length}`,
    `p.padded=${isLeftEdge ? "l" : ""}${isRightEdge ? "r" : ""}`,
  ]);
}

const PADDED = /^[\u3400-\u9fff][ \u3000]{1,3}([\u3400-\u9fff])/u;
const LIST_EDGE = /[\s\u3000、，：:（）()。；]/u;

/** Seasons side by side (夏秋茶): 夏 is no surname there. */
const SEASONS = /^[春夏秋冬]{2,}/u;

/** What the dictionary takes for a name though it counts: 二十大. */
const COUNTS = /^[一二三四五六七八九十]+.$/u;

/** Names of a surname and one or two characters more. */
function proposeChinese(words: Words, start: number, propose: ProposeSpan): void {
  const { text } = words;
  const compound = compoundSurnameAt(text, start);
  const rank = surnameRank(text[start] ?? "");
  if (compound === 0 && rank === 0) return;
  const surname = compound || 1;
  const first = words.at[start] ?? 0;
  if (compound === 0 && SEASONS.test(words.word[first] ?? "")) return;
  for (let length = surname + 1; length <= surname + 2; length += 1) {
    const end = start + length;
    if (end > text.length) break;
    const name = text.slice(start + surname, end);
    if (!/^[\u3007\u3400-\u9fff]+$/.test(name)) break;
    // 景景通 of 城景通、景景通 names nobody.
    if (length === 3 && compound === 0 && name[0] === text[start]) continue;
    const odds = givenNameOdds(name);
    const known = classesOf(text.slice(start, end));
    const inner = innerPattern(words, start, end);
    const fit = odds < -2 ? "a" : odds < 2 ? "b" : odds < 6 ? "c" : "d";
    const sure = inner === "1nr" || inner === "1x" || inner === "inx" ? inner : "";
    // Ordinary words with characters that no given name has: most of what begins with a surname.
    if (odds < UNLIKELY && sure === "" && !isBesideOffice(words, start, end)) continue;
    const features = [
      `p.sur=${compound ? "c" : rank}${length}`,
      `p.sur=${text[start]}`,
      `p.given=${stepOf(odds, 2, -6, 8)}.${name.length}`,
      `p.inner=${inner}`,
      `p.core=${inner}.${length}.${fit}`,
      `p.core=${inner}.${compound ? "c" : rank}`,
      `p.end=${text[end - 1]}`,
    ];
    if (known & (KNOWN_PLACE | IS.org)) features.push("p.knownother");
    const frame = nameFrame(words, start, end);
    if (frame) features.push(`p.slot=${frame}`, `p.slot=${frame}.${length}${fit}`);
    if (FUNCTION_SURNAMES.includes(text[start] ?? "")) features.push("p.function");
    propose(start, end, `${sure}${length}${fit}`, features);
  }
}

/** Names of women who carry their husband's surname before their own, as in Hong Kong: 陈林晓梅. */
function proposeMarried(words: Words, start: number, propose: ProposeSpan): void {
  const { text } = words;
  const [husband, own] = [surnameRank(text[start] ?? ""), surnameRank(text[start + 1] ?? "")];
  const given = text.slice(start + 2, start + 4);
  if (husband === 0 || own === 0 || !/^[\u3400-\u9fff]{2}$/u.test(given)) return;
  const odds = stepOf(givenNameOdds(given), 2, -6, 8);
  if (odds < 0) return;
  const inner = innerPattern(words, start, start + 4);
  propose(start, start + 4, "married", [
    "p.married",
    `p.married=${husband}${own}`,
    `p.marriedgiven=${odds}`,
    `p.inner=m${inner}`,
  ]);
}

/** Whether an office or a form of address stands beside a span, where 张三 is a name, too. */
function isBesideOffice(words: Words, start: number, end: number): boolean {
  return OFFICES.has(leftClass(words, start)) || OFFICES.has(rightClass(words, end));
}

const OFFICES = new Set(["title", "byline", "address", "bylineafter", "say"]);

/** Odds of a given name, in halves of a nat, below which words of the dictionary are no name. */
const UNLIKELY = -4;

/** Names of a Japanese surname and up to three characters more. */
function proposeJapanese(words: Words, start: number, propose: ProposeSpan): void {
  const surname = japaneseSurnameAt(words.text, start);
  if (surname === 0) return;
  for (let length = surname; length <= surname + 3; length += 1) {
    const end = start + length;
    const given = words.text.slice(start + surname, end);
    if (DIVISION_ENDS.has(given[0] ?? "")) break;
    if (end > words.text.length || (given && !/^[\u3005\u3400-\u9fff]+$/.test(given))) break;
    const ending = /[郎子夫雄一二三介助治之男美代平彦明司树也太人彰义信康]$/u.test(given) ? "y" : "n";
    const quality = `j${surname}${given.length}${ending}`;
    propose(start, end, quality, [`p.japan=${quality}`, `p.inner=j${innerPattern(words, start, end)}`]);
  }
}
