/** The short lines of a page: what the words of each resemble, and whether its form speaks for a heading or for text. */

import type { Block } from "../layout/types.ts";
import type { PairCounts, PairNumbers, PairPostings } from "./character-pairs.ts";
import type { LineForm } from "./line-form.ts";
import type { NoteTerm } from "./terms.ts";
import { factsOf } from "./text-facts.ts";
import type { Weights } from "./weights.ts";

/** How much of a line's words stands where on the page. */
export interface Likeness {
  /** `shares[t]`: how much of its pairs' weight stands in the texts before `t`. */
  readonly shares: Float64Array;
  /** The weight of all its pairs that stand in any text. */
  readonly known: number;
}

/** The texts of a page, as lines are compared with them. */
export interface ComparedTexts {
  readonly numbers: PairNumbers;
  readonly counts: PairCounts;
  readonly postings: PairPostings;
  /** All texts without blanks, a line each, for looking up quotations. */
  readonly words: () => string;
}

/** A line of so many characters that stands in the text word for word is a quotation from it. */
const SHORTEST_QUOTATION = 10;

/**
 * What a block's words resemble. Rare pairs weigh more. A pair's weight is shared out over the texts by how many of its
 * occurrences each holds, so that cutting an article in two never raises its share.
 */
export function likenessOf({ text }: Block, { numbers, counts, postings }: ComparedTexts, weights: Weights): Likeness {
  const shares = new Float64Array(counts.texts + 1);
  let known = 0;
  const { pairs, labelPairs } = factsOf(text);
  for (const pair of pairs.pairs) {
    const id = numbers.numberOf(pair);
    if (id < 0) continue;
    const rarity = Math.log((counts.texts + 1) / (counts.spread[id] as number));
    const weight = rarity * (labelPairs.has(pair) ? weights.label : 1);
    known += weight;
    for (let k = postings.start[id] as number; k < (postings.start[id + 1] as number); k += 1) {
      const after = (postings.text[k] as number) + 1;
      const share = (postings.times[k] as number) / (counts.total[id] as number);
      shares[after] = (shares[after] as number) + weight * share;
    }
  }
  for (let t = 0; t < counts.texts; t += 1) shares[t + 1] = (shares[t + 1] as number) + (shares[t] as number);
  return { shares, known };
}

/** Whether the page's texts say a line word for word, which has two clauses or more. */
export function isQuoted(line: string, { words }: ComparedTexts): boolean {
  if (!line.includes("，")) return false;
  const own = withoutBlanks(line);
  return own.length >= SHORTEST_QUOTATION && words().includes(own);
}

/** How much a line's form speaks for its being a line of a heading, in nats. */
export function formAsHeading(form: LineForm, weights: Weights, note?: NoteTerm): number {
  const { length } = form.text;
  const tiny = length < 4 ? weights.tiny : length < 6 ? weights.tiny / 3 : length > 36 ? weights.tiny / 2 : 0;
  let sum = tiny;
  note?.("tiny", tiny);
  for (const { name, shows, weight } of SIGNS) {
    if (!form[shows]) continue;
    const nats = weight(weights);
    sum += nats;
    note?.(name, nats);
  }
  if (form.unsaid && !form.notice) {
    sum += weights.unsaid;
    note?.("unsaid", weights.unsaid);
  }
  if (form.endsOpen) {
    sum -= weights.numbered;
    note?.("endsOpen", -weights.numbered);
  }
  return sum;
}

/** How much a line's form speaks for its being a crosshead or another part of the text, in nats. */
export function formAsPart(form: LineForm, weights: Weights, note?: NoteTerm): number {
  const long = weights.crossheadLong * Math.max(0, Math.min(1, (form.text.length - 12) / 9));
  let sum = weights.crosshead + long;
  note?.("crosshead", weights.crosshead);
  note?.("crossheadLong", long);
  for (const { name, shows, weight } of SIGNS) {
    if (!form[shows]) continue;
    const nats = weight(weights);
    sum -= nats;
    note?.(name, -nats);
  }
  if (form.dashed || form.leadsOver) {
    sum -= weights.kicker / 2;
    note?.("dashedPart", -weights.kicker / 2);
  }
  return sum;
}

/** Signs that speak as much for a heading as against a part of the text, or the other way round. */
const SIGNS: readonly {
  readonly name:
    | "series"
    | "notice"
    | "halves"
    | "numbered"
    | "quoted"
    | "counted"
    | "uncountedLine"
    | "signed"
    | "signedPart"
    | "numberAlone";
  readonly shows:
    | "series"
    | "notice"
    | "halved"
    | "numbered"
    | "quoted"
    | "counted"
    | "uncounted"
    | "signed"
    | "signedPart"
    | "numberAlone";
  readonly weight: (weights: Weights) => number;
}[] = [
  { name: "series", shows: "series", weight: ({ series }) => series },
  { name: "notice", shows: "notice", weight: ({ notice }) => notice },
  { name: "halves", shows: "halved", weight: ({ halves }) => halves },
  { name: "numbered", shows: "numbered", weight: ({ numbered }) => -numbered },
  { name: "counted", shows: "counted", weight: ({ counted }) => counted },
  { name: "uncountedLine", shows: "uncounted", weight: ({ uncountedLine }) => uncountedLine },
  { name: "numberAlone", shows: "numberAlone", weight: ({ numberAlone }) => -numberAlone },
  { name: "signed", shows: "signed", weight: ({ signed }) => signed },
  { name: "signedPart", shows: "signedPart", weight: ({ signedPart }) => -signedPart },
  { name: "quoted", shows: "quoted", weight: ({ quoted }) => -quoted },
];

/** Whether a text says what two lines say across the break between them: two characters of the one and one of the other. */
export function isSaidAcross(before: string, line: string, { words }: ComparedTexts): boolean {
  const [end, head] = [withoutBlanks(before).slice(-2), withoutBlanks(line).slice(0, 2)];
  if (!/^\p{Script=Han}{4}$/u.test(end + head)) return false;
  return words().includes(end + head.slice(0, 1)) || words().includes(end.slice(1) + head);
}

/** A text without its blanks. */
export function withoutBlanks(text: string): string {
  return text.replace(/[\s\u3000]+/gu, "");
}
