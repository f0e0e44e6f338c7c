/** Proposes organisations: known names, the dictionary's, and what ends as organisations do. */

import type { Gazetteer } from "../../places/gazetteer.ts";
import { NOT_ORGANISATIONS } from "../../tables/organisations.ts";
import { PLACE_STOPS } from "../../tables/places.ts";
import { IS, knownAt, organisationKind, suffixBefore } from "../../tables/word-classes.ts";
import type { Words } from "../words/words.ts";
import { type Propose, type ProposeSpan, proposerOf } from "./candidates.ts";
import { beginsNoName, endClass, headClass, stopsName } from "./name-parts.ts";
import { tagPattern } from "./word-patterns.ts";

/** Proposes every span of the text that could name an organisation. */
export function proposeOrganisations(words: Words, gazetteer: Gazetteer, proposeAny: Propose): void {
  const { text } = words;
  const proposeSpan = proposerOf(words, "ORG", proposeAny);
  const propose: ProposeSpan = (start, end, quality, features) => {
    if (!GOES_ON.test(text.slice(end - 1, end + 1))) proposeSpan(start, end, quality, features);
  };
  for (let i = 0; i < text.length; i += 1) {
    const known = knownAt(text, i, IS.org);
    if (known) propose(i, i + known, "known", ["o.known", `o.known=${Math.min(6, known)}`]);
  }
  for (const { index, 0: name } of text.matchAll(NUMBERED))
    propose(index, index + name.length, "known", ["o.known", "o.known=6"]);
  for (const { index, 0: name } of text.matchAll(CONGRESS))
    propose(index, index + name.length, "known", ["o.known", "o.known=3"]);
  for (let i = 0; i < words.count; i += 1) {
    const tag = words.tag[i] ?? "x";
    const start = words.start[i] ?? 0;
    const end = words.start[i + 1] ?? start;
    // 司法部长, 县委书记 are an office and its head in one word: the office ends before the head.
    const headed = HEADED.exec(words.word[i] ?? "");
    const head = (headed?.[1] ?? headed?.[2] ?? "").length;
    if (head) proposeByEnding(words, endingAt(words, i, end - head), gazetteer, propose);
    const isNone = NOT_ORGANISATIONS.has(words.word[i] ?? "") || PLACE_STOPS.has(words.word[i] ?? "");
    if ((tag === "nz" || tag === "x") && end - start >= 2 && end - start <= 4 && !isNone)
      propose(start, end, `word${tag}`, [`o.word=${tag}${end - start}`]);
    if (tag === "nt" && !isNone) propose(start, end, "nt", ["o.dict", `o.dict=${Math.min(6, end - start)}`]);
    proposeByEnding(words, endingAt(words, i, end), gazetteer, propose);
  }
}

/** The end of an organisation's name: what kind of body it is. */
interface Ending {
  /** The word that it ends in, and the offset after it. */
  readonly word: number;
  readonly end: number;
  /** The suffix that tells the kind: 委员会. */
  readonly suffix: string;
  /** company, school, office … */
  readonly kind: string;
  /** Whether it is the office of one place: 县委. */
  readonly local: boolean;
  /** How the suffix lies in the word. */
  readonly lastWord: string;
}

/** The ending that stands before the offset, in word `i`; undefined where none does. */
function endingAt(words: Words, i: number, end: number): Ending | undefined {
  const { text } = words;
  if (words.tag[i] === "w" || NOT_ORGANISATIONS.has(words.word[i] ?? "")) return undefined;
  const length = suffixBefore(text, end, IS.orgSuffix);
  if (length === 0) return undefined;
  // After a figure it counts: 36处, 2家.
  if (length === 1 && /[0-9０-９]/.test(text[end - 2] ?? "")) return undefined;
  const suffix = text.slice(end - length, end);
  if (TRADES.has(suffix) && !isBrandBefore(words, i, end - length)) return undefined;
  const kind = organisationKind(suffix);
  const lastWord = endClass(words, i, length, kind);
  return { word: i, end, suffix, kind, local: LOCAL_OFFICE.test(suffix), lastWord };
}

/** Trades that end a firm's name only behind its brand: 海宏电子, but 打击电信 and 新一轮科技. */
const TRADES = new Set("科技 电子 物业 汽车 玻璃 制铁 地产 电信 信托 保险 基金".split(" "));

/** Whether what stands before the offset, in word `i` or the one before it, may be a firm's brand: no everyday word. */
function isBrandBefore({ start, tag, word, at }: Words, i: number, offset: number): boolean {
  const before = (start[i] ?? 0) < offset ? i : (at[Math.max(0, offset - 1)] ?? 0);
  if (before === i && (start[i] ?? 0) === offset) return false;
  return before === i ? (word[i] ?? "").length > 2 : /^(?:x|n[rsz]|j)/.test(tag[before] ?? "");
}

/** Spans with this ending; they begin with its word or one of the ten before it. */
function proposeByEnding(words: Words, ending: Ending | undefined, gazetteer: Gazetteer, propose: ProposeSpan): void {
  if (!ending) return;
  const { word: last, end, suffix, kind, local } = ending;
  const beforeSuffix = end - suffix.length;
  proposeFromSeat(words, ending, propose);
  const inside = { count: 0, verbs: 0, ands: 0, marks: 0, words: [] as string[] };
  for (let first = last; first >= 0 && inside.count <= MOST_WORDS_BEFORE; first -= 1) {
    const tag = words.tag[first] ?? "x";
    const start = words.start[first] ?? 0;
    if (first < last) {
      if (!mayStandInside(words, first, ending, inside.count) && stopsName(words, first, gazetteer)) break;
      if (tag === "w") inside.marks += 1;
      if (/^v$/.test(tag)) {
        inside.verbs += 1;
        inside.words.push(words.word[first] ?? "");
      }
      if (tag === "c" || WORDS_IN_NAMES.has(words.word[first] ?? "")) inside.ands += 1;
    }
    const head = headClass(words, gazetteer, first);
    // A committee or government belongs to a place: nothing else stands before it in its name.
    const begins =
      HEADS_OF_LOCAL_OFFICES.has(head) || /^(?:x|n[rsz])/.test(tag) || SEATS.has(words.word[first]?.[0] ?? "");
    if (local && start < beforeSuffix && !begins) break;
    inside.count += 1;
    if (tag === "w" || beginsNoName(words, first)) continue;
    const bare = beforeSuffix - start;
    if (bare > LONGEST_OWN_NAME) break;
    const next = first > 0 ? headClass(words, gazetteer, first - 1) : "bos";
    const features = [
      `o.suf=${kind}${Math.min(3, suffix.length)}`,
      `o.suf=${suffix}`,
      `o.head=${kind}.${head}`,
      `o.head=${head}.${Math.min(5, inside.count)}`,
      `o.next=${head}<${next}`,
      `o.behind=${next}`,
      `o.bare=${kind}.${Math.min(8, bare)}`,
      `o.count=${Math.min(8, inside.count)}`,
      `o.head=${suffix}.${head}`,
      `o.tags=${kind}.${tagPattern(words, start, end)}`,
      `o.end=${ending.lastWord}`,
      `o.end=${ending.lastWord}.${head}`,
    ];
    const place = placeBeforeKind(words.text.slice(start, beforeSuffix), gazetteer);
    if (place) features.push(`o.seated=${place}.${kind}`, `o.seated=${place}.${suffix}`);
    if (inside.verbs) features.push(`o.verbs=${Math.min(2, inside.verbs)}`);
    for (const word of inside.words) features.push(`o.verb=${word}`);
    features.push(`o.first=${words.word[first]}`);
    if (inside.ands) features.push(`o.ands=${Math.min(2, inside.ands)}`);
    if (inside.marks) features.push(`o.marks=${Math.min(3, inside.marks)}`);
    if (words.text[end] === "长") features.push("o.headed");
    if (bare === 0) features.push(`o.naked=${suffix}`);
    propose(start, end, bare === 0 ? `naked${kind}` : `${kind}${head}`, features);
    // An unknown word may hold the end of another: the last four characters before the suffix may begin the name too.
    if (tag === "x" && first === last) {
      for (let from = Math.max(start + 1, beforeSuffix - 4); from < beforeSuffix; from += 1)
        propose(from, end, `${kind}in`, [`o.sufin=${kind}`, `o.bare=${kind}.${beforeSuffix - from}`]);
    }
  }
}

/** Words of a name before the one that it ends in. */
const MOST_WORDS_BEFORE = 10;
/** Characters before the suffix. */
const LONGEST_OWN_NAME = 24;

/** Whether a word that otherwise stops a name may stand inside one of this ending, `count` words before its last. */
function mayStandInside(words: Words, i: number, { kind, suffix }: Ending, count: number): boolean {
  const word = words.word[i] ?? "";
  // A figure belongs to the count before a name (4家银行), or makes a name only next to its kind (301医院).
  if (/^[0-9０-９]/.test(word) && count === 1) return true;
  // A firm's name may hold any word: 化屋苗绣文化发展有限公司.
  const firm = kind === "company" && suffix.length > 2;
  const saysOrActs = ((words.classes[i] ?? 0) & (IS.say | IS.act)) !== 0;
  if (firm && /^[vd]/.test(words.tag[i] ?? "x") && word.length === 1 && !saysOrActs) return true;
  return MARKS_IN_NAMES.has(word) || WORDS_IN_NAMES.has(word);
}

/**
 * The span from a seat of one character (县|纪委). The dictionary may have tied it to the word before it (以县|纪委), or cut
 * up the office that it doesn't know (市|住|建局).
 */
function proposeFromSeat(words: Words, { end, suffix, kind, local, lastWord }: Ending, propose: ProposeSpan): void {
  const beforeSuffix = end - suffix.length;
  const seat = local ? beforeSuffix - 1 : seatBefore(words, beforeSuffix);
  if (!SEATS.has(words.text[seat] ?? "") || (local && words.start[words.at[seat] ?? 0] === seat)) return;
  propose(seat, end, `${kind}seat`, [
    `o.suf=${suffix}`,
    `o.head=${kind}.seat`,
    `o.head=${suffix}.seat`,
    `o.end=${lastWord}.seat`,
  ]);
}

/** Whether all that stands before the kind of a body is a place (安定区|人民法院): `known` to the gazetteer, or `like` one. */
function placeBeforeKind(place: string, gazetteer: Gazetteer): "known" | "like" | "" {
  if (place.length < 2) return "";
  if (gazetteer.kindOf(place) !== undefined) return "known";
  return /^[\u3400-\u9fff]{1,4}[省市县区州旗镇乡村]$/u.test(place) ? "like" : "";
}

/** Offset of a seat that is a word by itself, with at most five characters between it and the offset (市|住建|局); -1 where there is none. */
function seatBefore(words: Words, end: number): number {
  const { text } = words;
  for (let at = end - 1; at >= Math.max(0, end - 6); at -= 1) {
    if (!/[\u3400-\u9fff]/u.test(text[at] ?? "")) return -1;
    const i = words.at[at] ?? 0;
    if (SEATS.has(text[at] ?? "") && words.start[i] === at && words.start[i + 1] === at + 1) return at;
  }
  return -1;
}

/** An office and its head in one word; the head is the group. */
const HEADED =
  /^(?:[\u3400-\u9fff]{0,3}[部局厅院校署](长)|[\u3400-\u9fff]{0,3}(?:委|党组|支部|总支|政协|人大|工会|妇联|议会|国会)(书记|副书记|主席|副主席|主任|常委|委员|代表|议员))$/u;
/** Numbered bodies of the great state companies: 中铁三局, 中核七院. */
const NUMBERED =
  /(?:中国)?(?:航天|航空|航发|核工业|兵器|船舶|铁建|铁路|电建|能建|交建|中铁|中建|中交|中冶|中核|中电建|中铁建)第?[一二三四五六七八九十]{1,3}(?:局|院|所|厂|公司|研究院|研究所|工程局)(?!长)/gu;
/** A body's last character with one that makes another word of it: 司法部|门, 民主党|派, 共青团|员. */
const GOES_ON = /^(?:部门|党派|党员|团员|社员|会员|院士)$/u;
/** The Party's congresses by their number. */
const CONGRESS =
  /(?<=党的|中共|贯彻|学习|落实|迎接)[一二三四五六七八九十]{1,3}大(?!的|大)|(?<![一二三四五六七八九十第])[一二三四五六七八九十]{2,3}大(?=精神|报告|代表|以来|召开|胜利|提出)/gu;
/** Offices of one place: their name begins with it. */
const LOCAL_OFFICE =
  /^(?:[省市县区镇]?委|[省市县区镇]?政府|人民政府|[镇乡]党委|纪委监委|纪委|监委|人大常委会|政协|县纪委|市纪委)$/u;
/** What an office says of its place in one character: 县|委. */
const SEATS = new Set("省市县区州旗镇乡");
/** Classes of the first words that names of local offices have. */
const HEADS_OF_LOCAL_OFFICES = new Set([
  "unit",
  "short",
  "shortn",
  "shortv",
  "shorta",
  "country",
  "place",
  "seat",
  "adminsuffix",
  "org",
]);
const MARKS_IN_NAMES = new Set(["“", "”", "（", "）", "《", "》", "—", "·", "／", "/", "-", "『", "』"]);
const WORDS_IN_NAMES = new Set(["和", "与", "及", "以及", "暨", "驻"]);
