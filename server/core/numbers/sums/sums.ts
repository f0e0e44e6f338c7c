/** Sums that do not come out: a whole and the parts that the same sentence gives of it. */

import type { Span } from "../../text/text.ts";
import { compare } from "../numerals/decimal.ts";
import { divided, isWholeDivision, nothingLeft, opensWhole, overlaps } from "./divisions.ts";
import { agree, type Figure, isSlip, minus, roughlyOff, sizeOf, someAddUp, sumOf } from "./figures.ts";
import { pairedSums } from "./paired-sums.ts";
import { CHANGE, countOf, countsParts, NO_PART, PART_GAP, type PartList, partListFrom } from "./part-list.ts";
import { wrongShares } from "./shares.ts";
import { type WrongSum, wrongSum } from "./wrong-sum.ts";

/** The sums of a text that do not come out. `figures` are all of the text's, in order; at most one sum of a whole is given. */
export function wrongSums(text: string, figures: readonly Figure[]): WrongSum[] {
  const found: WrongSum[] = [...pairedSums(figures, text), ...wrongShares(text, figures)];
  let next = 0;
  for (const sentence of sentencesOf(text)) {
    const first = next;
    while ((figures[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.end) next += 1;
    if (next - first < 2 || next - first > MOST_FIGURES) continue;
    const inside = figures.slice(first, next);
    for (const sum of [
      ...wholeFirst(text, sentence, inside),
      ...commaOnly(text, sentence, inside),
      ...partsFirst(text, sentence, inside),
    ]) {
      if (!found.some(({ whole }) => whole.start === sum.whole.start)) found.push(sum);
    }
  }
  return found;
}

/** No sentence but a table has more figures. */
const MOST_FIGURES = 60;

/** The sentences of a text; one that begins with 其中 belongs to the one before it. */
function sentencesOf(text: string): Span[] {
  const sentences: { start: number; end: number }[] = [];
  for (const { index, 0: sentence } of text.matchAll(/[^。！？]+[。！？]?/gu)) {
    const last = sentences.at(-1);
    if (last && /^[”）]?\s?其中/u.test(sentence)) last.end = index + sentence.length;
    else sentences.push({ start: index, end: index + sentence.length });
  }
  return sentences;
}

/** 全县谋划项目66个，其中A类20个、B类45个. */
function* wholeFirst(text: string, sentence: Span, figures: readonly Figure[]): Generator<WrongSum> {
  const words = text.slice(sentence.start, sentence.end);
  for (const { index, 0: word, groups } of words.matchAll(BETWEEN)) {
    const at = sentence.start + index;
    const open = at + word.length;
    const wholes = figures.filter(({ end }) => end <= at);
    const first = figures.find(({ start }) => start >= open);
    const whole = first && wholes.findLast(({ measure }) => measure === first.measure);
    if (!first || !whole || first.kind !== "amount" || first.start - open > PART_GAP) continue;
    if (at - whole.end > (groups?.all ? 12 : WHOLE_TAIL)) continue;
    const list = partListFrom({ text, open, end: sentence.end }, figures, first);
    if (!list || !whole.exact || CHANGE.test(wordsBefore(text, sentence, whole))) continue;
    const candidates = wholes.filter(({ measure }) => measure === whole.measure);
    const account = { text, whole, list };
    const single = groups?.all ? undefined : greaterPart(account, candidates);
    const exactly = divided(list.names);
    if (single) yield single;
    else if (!candidates.some((candidate) => someAddUp(list.parts, candidate, exactly))) {
      const all = Boolean(groups?.all) || list.rest || countsParts(text, list);
      const sum = unequalSum(account, all, candidates);
      if (sum) yield sum;
    }
  }
}

/** 抽检120批次，合格118批次，不合格3批次: without a word between, parts of a whole division. */
function* commaOnly(text: string, sentence: Span, figures: readonly Figure[]): Generator<WrongSum> {
  for (const [index, whole] of figures.entries()) {
    const first = figures[index + 1];
    if (!first || !whole.exact || whole.kind !== "amount" || first.measure !== whole.measure) continue;
    const [opening, name = ""] = /^[^，；。]{0,6}[，：（](.{1,8})$/u.exec(text.slice(whole.end, first.start)) ?? [];
    if (!opening || !opensWhole(name) || CHANGE.test(wordsBefore(text, sentence, whole))) continue;
    const open = first.start - name.length;
    const list = partListFrom({ text, open, end: sentence.end }, figures, first);
    if (!list?.plain || !isWholeDivision(list.names) || someAddUp(list.parts, whole, true)) continue;
    const sum = unequalSum({ text, whole, list }, true, [whole]);
    if (sum) yield sum;
  }
}

/** The words of the sentence before a figure, at most 24 characters. */
function wordsBefore(text: string, sentence: Span, { start }: Figure): string {
  return text.slice(Math.max(sentence.start, start - 24), start);
}

/** Words between a whole and its parts. 其中 and its like (`some`) leave room for parts that are not named, others (`all`) don't. */
const BETWEEN =
  /(?<some>其中[，：:]?|(?<![不未])(?:包括|包含|涵盖)|(?<=[个名人位户家件项所处座元])（)|(?<all>(?:共?分为|分别(?:为|是|有)|由(?=[^。；]{4,80}组成)))/gu;
/** How many characters may stand between a whole's figure and such a word. */
const WHOLE_TAIL = 30;

/** A whole and the parts that its text gives of it. */
interface Account {
  readonly text: string;
  readonly whole: Figure;
  readonly list: PartList;
}

/** A part that alone is more than the whole of the same things: 患者20名，其中重症患者30名. `wholes` are all it may be a part of. */
function greaterPart({ text, whole, list: { parts } }: Account, wholes: readonly Figure[]): WrongSum | undefined {
  const [part] = parts;
  if (!part || wholes.some(({ value }) => compare(part.value, value) <= 0)) return undefined;
  const noun = nounOf(text, whole);
  // A price or a yield is no whole; an amount is one where the words say so.
  if (
    !whole.counts &&
    !/[总共]|合计|累计/u.test(/[^，。；]*$/u.exec(text.slice(Math.max(0, whole.start - 40), whole.start))?.[0] ?? "")
  )
    return undefined;
  if (!noun || noun !== nounOf(text, part) || sizeOf(part.value) > 10 * sizeOf(whole.value)) return undefined;
  return {
    whole,
    parts: [part],
    message: {
      zh: `“其中”一项${part.text}，比总数${whole.text}还多`,
      en: `one part, ${part.text}, is more than the whole, ${whole.text}`,
    },
  };
}

/** What is counted: the two characters before the figure, else those at the end of the word after it. */
function nounOf(text: string, { start, end }: Figure): string | undefined {
  const before = /(\p{Script=Han}{2})(?:[为有达是共])*$/u.exec(text.slice(Math.max(0, start - 6), start))?.[1];
  if (before && !/[中共有为达]/u.test(before)) return before;
  return /^\p{Script=Han}{2,}/u.exec(text.slice(end, end + 6))?.[0].slice(-2);
}

/**
 * A sum that the parts do not make, as far as the words make that certain.
 * @param all the text says that the parts are all
 * @param wholes all figures that the parts may be meant to make
 */
function unequalSum({ text, whole, list }: Account, all: boolean, wholes: readonly Figure[]): WrongSum | undefined {
  const { parts, names, plain, ends } = list;
  if (parts.length < 2) return undefined;
  const sum = sumOf(parts);
  const series = divided(names);
  const complete = isWholeDivision(names) || (whole.measure === MONEY && nothingLeft(names));
  const rounded = agree(sum, whole.value, parts, whole);
  if (rounded && !((series || complete) && roughlyOff(sum, parts, whole))) return undefined;
  const more = compare(sum, whole.value) > 0;
  if (more && wholes.some(({ value }) => compare(sum, value) <= 0)) return undefined;
  const certain = more
    ? all || series || (plain && !overlaps(names) && /^[^，；]*$/u.test(listText(text, parts)))
    : (plain && all) || (ends && complete);
  const off = sizeOf(minus(sum, whole.value)) / sizeOf(whole.value);
  // Parts of no known division may overlap. They are wrong only where they nearly make the whole.
  if (more && !all && !series && off > 0.05) return undefined;
  if (!certain || overlaps(names) || !isSlip(sum, whole.value)) return undefined;
  // A list may leave out small parts without saying so: a tenth of the whole.
  if (!more && !all && off > 0.1) return undefined;
  return wrongSum(whole, parts, sum, { parts: all ? "各项" : "“其中”各项", rounded });
}

/** The text from the first part to the last. */
function listText(text: string, parts: readonly Figure[]): string {
  return text.slice(parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0);
}

/** The measure of sums of money in yuan. */
const MONEY = "元/";

/** A 20个、B 46个，共66个. */
function* partsFirst(text: string, sentence: Span, figures: readonly Figure[]): Generator<WrongSum> {
  for (const [index, whole] of figures.entries()) {
    if (whole.kind !== "amount" || !whole.exact) continue;
    const total = TOTAL.exec(wordsBefore(text, sentence, whole));
    if (!total) continue;
    const parts: Figure[] = [];
    let from = whole.start - total[0].length;
    for (let i = index - 1; i >= 0; i -= 1) {
      const part = figures[i] as Figure;
      // 三项 in 三项合计 is read as a figure too.
      if (part.start >= from) continue;
      const between = text.slice(part.end, from);
      const near =
        parts.length === 0 ? /^[^，、；。（）]{0,8}$/u : /^[^，、；。（）]{0,8}[、，；和及与][^，、；。（）]{0,12}$/u;
      if (part.measure !== whole.measure || !near.test(between) || /等$/u.test(between)) break;
      parts.unshift(part);
      from = part.start;
    }
    const before = figures.slice(0, index).filter(({ measure }) => measure === whole.measure);
    const names = parts.map((part, i) =>
      text.slice(parts[i - 1]?.end ?? Math.max(sentence.start, part.start - 10), part.start),
    );
    names[0] = names[0]?.replace(DONE, "") ?? "";
    if (total.groups?.count && parts.length !== countOf(total.groups.count)) continue;
    if (parts.length < 2 || parts.length !== before.length || parts.some(({ exact }) => !exact)) continue;
    if (someAddUp(parts, whole) || names.some((name) => CHANGE.test(name) || NO_PART.test(name)) || overlaps(names))
      continue;
    const sum = sumOf(parts);
    const share = sizeOf(minus(sum, whole.value)) / sizeOf(whole.value);
    if (!isSlip(sum, whole.value) || share > 0.35 || !sameThings(text, parts, whole)) continue;
    yield wrongSum(whole, parts, sum, { parts: "各项" });
  }
}

/** Whether the total is of the things before it: it stands alone, or its noun is one of theirs. */
function sameThings(text: string, parts: readonly Figure[], whole: Figure): boolean {
  const noun = /^[^，。；、！？）\s]*/u.exec(text.slice(whole.end, whole.end + 12))?.[0] ?? "";
  if (noun === "") return true;
  const start = Math.max(0, (parts[0]?.start ?? 0) - 12);
  return noun.length <= 6 && text.slice(start, whole.start).includes(noun.slice(-2));
}

/** Words between parts and the whole that follows them, which may count the parts. */
const TOTAL =
  /[，、；](?:以上|上述)?(?:(?<count>[两二三四五六七八九])(?:大?项|大?类|者|种|样|处|地|家|部分|批次?|期|[轮组队]))?(?:一共|总共|共计|合计|总计|共)(?:有|为|是)?$/u;
/** What is done to all the parts, before the first of them: 完成油菜126亩、小麦34亩. */
const DONE = /^.*(?:完成|实现|举办|召开|开展)/u;
