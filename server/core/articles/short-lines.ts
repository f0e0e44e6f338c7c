/** The short lines of a page: what each resembles, and what its form speaks for. */

import type { Block } from "../layout/types.ts";
import { type Counts, type Pairs, type Postings, pairsOf } from "./character-pairs.ts";
import { DASHED, LEADS_OVER, NOTICE, NUMBERED, SERIES } from "./patterns.ts";
import type { Weights } from "./weights.ts";

/** How much of a line's words stands where on the page. */
export interface Likeness {
  /** `shares[t]`: how much of its pairs' weight stands in the texts before `t`. */
  readonly shares: Float64Array;
  /** The weight of all its pairs that stand in any text. */
  readonly known: number;
}

/** What a line's form shows. */
export interface LineForm {
  readonly text: string;
  /** It ends with ——, ： or 强调: a kicker. */
  readonly leadsOver: boolean;
  /** It opens with a dash: a deck. */
  readonly dashed: boolean;
  /** It ends with a series tag. */
  readonly series: boolean;
  /** It ends with 公告, 简讯 or the like. */
  readonly notice: boolean;
  /** How much its form speaks for a heading, and for a crosshead or other part of the text. */
  readonly asHeading: number;
  readonly asPart: number;
}

/** What lines are compared with: the texts of the page. */
export interface Reference {
  readonly pairs: Pairs;
  readonly counts: Counts;
  readonly postings: Postings;
  /** All texts without white space, for looking up quotations. */
  readonly words: string;
}

/** A notice's heading is short. */
const LONGEST_NOTICE = 12;
/** A line of so many characters that stands in the text word for word is a quotation from it. */
const SHORTEST_QUOTATION = 10;

/**
 * What a block's words resemble. Rare pairs weigh more; a pair's weight is shared out over the texts by how many of
 * its occurrences each holds, so that cutting an article in two never raises its share.
 */
export function likenessOf(block: Block, { pairs, counts, postings }: Reference, weights: Weights): Likeness {
  const shares = new Float64Array(counts.texts + 1);
  let known = 0;
  const label = new Set(pairsOf(/^.{2,8}?(?=[：:])/u.exec(block.text.trim())?.[0] ?? ""));
  for (const pair of new Set(pairsOf(block.text))) {
    const id = pairs.number(pair, false);
    if (id < 0) continue;
    const rarity = Math.log((counts.texts + 1) / (counts.spread[id] as number));
    const weight = rarity * (label.has(pair) ? weights.label : 1);
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

/** What a short line's form shows. */
export function formOf(block: Block, { words }: Reference, weights: Weights): LineForm {
  const text = block.text.trim();
  const { length } = text;
  const leadsOver = LEADS_OVER.test(text);
  const dashed = DASHED.test(text);
  const series = SERIES.test(text);
  const notice = length <= LONGEST_NOTICE && NOTICE.test(text);
  const tooLong = Math.max(0, Math.min(1, (length - 12) / 9));
  let asHeading = length < 4 ? weights.tiny : length < 6 ? weights.tiny / 3 : length > 36 ? weights.tiny / 2 : 0;
  let asPart = weights.crosshead + weights.crossheadLong * tooLong;
  const speak = (weight: number): void => {
    asHeading += weight;
    asPart -= weight;
  };
  if (series) speak(weights.series);
  if (notice) speak(weights.notice);
  if (/[\s\u3000]/u.test(text)) speak(weights.halves);
  if (NUMBERED.test(text)) speak(-weights.numbered);
  if (quoted(text, words)) speak(-weights.quoted);
  if (dashed || leadsOver) asPart -= weights.kicker / 2;
  if (/[。；，、]$/u.test(text)) asHeading -= weights.numbered;
  return { text, leadsOver, dashed, series, notice, asHeading, asPart };
}

/** A text without white space. */
export function bare(text: string): string {
  return text.replace(/[\s\u3000]+/gu, "");
}

/** Whether a line of two clauses stands in the text word for word: a summary, rather than a headline. */
function quoted(line: string, words: string): boolean {
  const own = bare(line);
  return own.length >= SHORTEST_QUOTATION && own.includes("，") && words.includes(own);
}
