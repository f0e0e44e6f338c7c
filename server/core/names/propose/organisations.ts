/** Proposes organisations: known names, the dictionary's, and what ends like one. */

import type { Gazetteer } from "../../places/gazetteer.ts";
import { NOT_ORGANISATIONS } from "../../tables/organisations.ts";
import { IS, knownAt, organisationKind, suffixBefore } from "../../tables/word-classes.ts";
import type { Words } from "../words/words.ts";
import { type Propose, type Put, surroundings, tagPattern } from "./candidates.ts";
import { endClass, headClass, stopsName } from "./places.ts";

/** Proposes every span of the text that could name an organisation. */
export function proposeOrganisations(words: Words, gazetteer: Gazetteer, propose: Propose): void {
  const { text } = words;
  const put: Put = (start, end, quality, features) => {
    propose(start, end, "ORG", [...features, ...surroundings(words, start, end, "o", quality)]);
  };
  for (let i = 0; i < text.length; i += 1) {
    const known = knownAt(text, i, IS.org);
    if (known) put(i, i + known, "known", ["o.known", `o.known=${Math.min(6, known)}`]);
  }
  for (const { index, 0: name } of text.matchAll(NUMBERED))
    put(index, index + name.length, "known", ["o.known", "o.known=6"]);
  for (let i = 0; i < words.count; i += 1) {
    const tag = words.tag[i] ?? "x";
    const start = words.start[i] ?? 0;
    const end = words.start[i + 1] ?? start;
    // 司法部长, 县委书记 are an office and its head in one word: the office ends before the head.
    const headed = HEADED.exec(words.word[i] ?? "");
    const head = (headed?.[1] ?? headed?.[2] ?? "").length;
    if (head) proposeBySuffix(words, i, gazetteer, put, end - head);
    if (tag === "nt") put(start, end, "nt", ["o.dict", `o.dict=${Math.min(6, end - start)}`]);
    proposeBySuffix(words, i, gazetteer, put);
  }
}

/** Spans that end with word `i` where it ends like an organisation; they start up to ten words to the left. */
function proposeBySuffix(words: Words, i: number, gazetteer: Gazetteer, put: Put, end = words.start[i + 1] ?? 0): void {
  const { text } = words;
  if (words.tag[i] === "w" || NOT_ORGANISATIONS.has(words.word[i] ?? "")) return;
  const length = suffixBefore(text, end, IS.orgSuffix);
  if (length === 0) return;
  // Behind a figure it counts: 36处, 2家.
  if (length === 1 && /[0-9０-９]/.test(text[end - 2] ?? "")) return;
  const suffix = text.slice(end - length, end);
  const kind = organisationKind(suffix);
  const local = LOCAL_OFFICE.test(suffix);
  const lastWord = endClass(words, i, length, kind);
  const seat = local ? end - length - 1 : seatBefore(words, end - length);
  // The dictionary may have tied the seat to the word before it (以县|纪委), or cut up what it doesn't know (市|住|建局).
  if (SEATS.has(text[seat] ?? "") && (!local || words.start[words.at[seat] ?? 0] !== seat)) {
    put(seat, end, `${kind}seat`, [
      `o.suf=${suffix}`,
      `o.head=${kind}.seat`,
      `o.head=${suffix}.seat`,
      `o.end=${lastWord}.seat`,
    ]);
  }
  // A firm's name may hold any word: 化屋苗绣文化发展有限公司.
  const firm = kind === "company" && length > 2;
  let count = 0;
  let verbs = 0;
  let ands = 0;
  let marks = 0;
  for (let first = i; first >= 0 && count < 11; first -= 1) {
    const word = words.word[first] ?? "";
    const tag = words.tag[first] ?? "x";
    const start = words.start[first] ?? 0;
    if (first < i) {
      // A figure belongs to the count before a name (4家银行), or makes a name only next to its kind (301医院).
      const figure = /^[0-9０-９]/.test(word) && count === 1;
      const inFirm =
        firm && /^[vd]/.test(tag) && word.length === 1 && ((words.classes[first] ?? 0) & (IS.say | IS.act)) === 0;
      const inner = figure || inFirm || INNER_MARKS.has(word) || INNER_WORDS.has(word);
      if (!inner && stopsName(words, first, gazetteer)) break;
      if (tag === "w") marks += 1;
      if (/^v$/.test(tag)) verbs += 1;
      if (tag === "c" || INNER_WORDS.has(word)) ands += 1;
    }
    const head = headClass(words, gazetteer, first);
    // A committee or government belongs to a place: nothing else stands before it in its name.
    if (
      local &&
      start < end - length &&
      !OFFICE_HEADS.has(head) &&
      !/^(?:x|n[rsz])/.test(tag) &&
      !SEATS.has(word[0] ?? "")
    )
      break;
    count += 1;
    if (tag === "w") continue;
    const bare = end - start - length;
    if (bare > 24) break;
    const next = first > 0 ? headClass(words, gazetteer, first - 1) : "bos";
    const features = [
      `o.suf=${kind}${Math.min(3, length)}`,
      `o.suf=${suffix}`,
      `o.head=${kind}.${head}`,
      `o.head=${head}.${Math.min(5, count)}`,
      `o.next=${head}<${next}`,
      `o.bare=${kind}.${Math.min(8, bare)}`,
      `o.count=${Math.min(8, count)}`,
      `o.head=${suffix}.${head}`,
      `o.tags=${kind}.${tagPattern(words, start, end)}`,
      `o.end=${lastWord}`,
      `o.end=${lastWord}.${head}`,
    ];
    const seated = seatedness(text, start, end - length, gazetteer);
    if (seated) features.push(`o.seated=${seated}.${kind}`, `o.seated=${seated}.${suffix}`);
    if (verbs) features.push(`o.verbs=${Math.min(2, verbs)}`);
    if (ands) features.push(`o.ands=${Math.min(2, ands)}`);
    if (marks) features.push(`o.marks=${Math.min(3, marks)}`);
    if (text[end] === "长") features.push("o.headed");
    if (bare === 0) features.push(`o.naked=${suffix}`);
    put(start, end, bare === 0 ? `naked${kind}` : `${kind}${head}`, features);
    if (tag === "x" && first === i) {
      for (let inside = Math.max(start + 1, end - length - 4); inside < end - length; inside += 1) {
        put(inside, end, `${kind}in`, [`o.sufin=${kind}`, `o.bare=${kind}.${end - length - inside}`]);
      }
    }
  }
}

/** Whether all that stands before the kind of a body is a place (安定区|人民法院): one the gazetteer has, or one that ends as they do. */
function seatedness(text: string, start: number, end: number, gazetteer: Gazetteer): string {
  const place = text.slice(start, end);
  if (place.length < 2) return "";
  if (gazetteer.kindOf(place) !== undefined) return "known";
  return /^[\u3400-\u9fff]{1,4}[省市县区州旗镇乡村]$/u.test(place) ? "like" : "";
}

/** Offset of a seat of one word that the name of an office may begin with, one to five characters before its kind; -1 where there is none. */
function seatBefore(words: Words, end: number): number {
  const { text } = words;
  for (let at = end - 1; at >= Math.max(0, end - 6); at -= 1) {
    if (!/[\u3400-\u9fff]/u.test(text[at] ?? "")) return -1;
    const i = words.at[at] ?? 0;
    if (SEATS.has(text[at] ?? "") && words.start[i] === at && words.start[i + 1] === at + 1) return at;
  }
  return -1;
}

/** A word of an office with its head, the head as the group. */
const HEADED =
  /^(?:[\u3400-\u9fff]{0,3}[部局厅院校署](长)|[\u3400-\u9fff]{0,3}(?:委|党组|支部|总支|政协|人大|工会|妇联|议会|国会)(书记|副书记|主席|副主席|主任|常委|委员|代表|议员))$/u;
/** Bodies of the great state companies by their number: 中铁三局, 中核七院. */
const NUMBERED =
  /(?:中国)?(?:航天|航空|航发|核工业|兵器|船舶|铁建|铁路|电建|能建|交建|中铁|中建|中交|中冶|中核|中电建|中铁建)第?[一二三四五六七八九十]{1,3}(?:局|院|所|厂|公司|研究院|研究所|工程局)(?!长)/gu;
const LOCAL_OFFICE =
  /^(?:[省市县区镇]?委|[省市县区镇]?政府|人民政府|[镇乡]党委|纪委监委|纪委|监委|人大常委会|政协|县纪委|市纪委)$/u;
const SEATS = new Set("省市县区州旗镇乡");
const OFFICE_HEADS = new Set([
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
const INNER_MARKS = new Set(["“", "”", "（", "）", "《", "》", "—", "·", "／", "/", "-", "『", "』"]);
const INNER_WORDS = new Set(["和", "与", "及", "以及", "暨", "驻"]);
