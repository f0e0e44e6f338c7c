/** What an explanation of the page is worth: one sum of weights over articles, headings and who belongs to whom. */

import { IMPOSSIBLE } from "./cohesion.ts";
import { matcher } from "./match-headings.ts";
import type { PageModel, Short, Slot } from "./page-model.ts";
import type { Weights } from "./weights.ts";

/** What a short line is: a part of the text, the first line of a heading, or a further line of one. */
export const PART = 0;
export const HEAD = 1;
export const NEXT = 2;

/** An explanation of the page. */
export interface State {
  /** 1 where an article begins at the slot; first and last slot always. */
  readonly cut: Uint8Array;
  /** What each short line is; read at cut slots only, as all others are parts. */
  readonly label: Uint8Array;
}

/** A heading: its lines, and the number of its article (-1: none). */
export interface Group {
  readonly slot: number;
  readonly shorts: readonly number[];
  readonly article: number;
}

export interface Solution {
  readonly score: number;
  readonly state: State;
  /** Texts `from`…`to - 1` of each article. */
  readonly articles: readonly (readonly [number, number])[];
  readonly groups: readonly Group[];
}

/** Told a term of the score: what it is of, how much, and at which slot. */
export type Note = (what: string, value: number, slot: number) => void;

export interface Judge {
  /** The score of a run of texts as an article, crossheads included, without its heading. */
  article(from: number, to: number): number;
  /** How well the short lines of a slot go as headings, whosesoever they are. */
  promise(slot: Slot): number;
  score(state: State): number;
  /** The same with all that follows from it; `note` is told every term. */
  whole(state: State, note?: Note): Solution;
}

/** The judge of a page. It keeps scratch space and what it has worked out, so it serves one page, one call at a time. */
export function judgeOf(model: PageModel, weights: Weights): Judge {
  const { slots, shorts, reach } = model;
  const articleOf = articleScores(model, weights);
  const match = matcher();
  const from: number[] = [];
  const to: number[] = [];
  /** Groups as runs of short lines: first line, count, slot, and place among the slot's groups counted from both ends. */
  const first: number[] = [];
  const count: number[] = [];
  const slotOf: number[] = [];
  const place: number[] = [];
  const behind: number[] = [];
  let gain = new Float64Array(256);
  const last = slots.length - 1;

  /** What speaks for a line belonging to an article: its words stand there, above all at the beginning. */
  const likeness = (short: Short, start: number, end: number): number => {
    const opening = at(short.shares, start + 1) - at(short.shares, start);
    const like = weights.similar * resemblance(short, start, end, reach, weights) + weights.first * opening;
    return Math.min(weights.similarCap, like);
  };

  const link = (g: number, start: number, end: number): number => {
    const slot = slotOf[g] as number;
    if (end === slot && place[g] === 0) return weights.beside;
    if (start === slot && behind[g] === 0) {
      const { signed } = slots[slot] as Slot;
      const { notice } = shorts[first[g] as number] as Short;
      // A notice may well be a single paragraph, so what that cost is given back.
      const bonus = notice ? weights.noticeAbove - (end === start + 1 ? weights.single : 0) : 0;
      return weights.beside + (signed ? weights.bylineBetween : 0) + bonus;
    }
    return slot === 0 || slot === last ? weights.farEdge : weights.far;
  };

  const gather = ({ cut, label }: State): void => {
    from.length = to.length = first.length = count.length = slotOf.length = place.length = behind.length = 0;
    let start = 0;
    for (let u = 0; u <= last; u += 1) {
      if (!cut[u]) continue;
      if (u > 0) {
        from.push(start);
        to.push(u);
        start = u;
      }
      const own = (slots[u] as Slot).shorts;
      const before = first.length;
      for (const s of own) {
        if (label[s] === HEAD) {
          first.push(s);
          count.push(1);
          slotOf.push(u);
          place.push(first.length - 1 - before);
        } else if (label[s] === NEXT) count[count.length - 1] = (count[count.length - 1] as number) + 1;
      }
      for (let g = before; g < first.length; g += 1) behind.push(first.length - 1 - g);
    }
  };

  /** Short lines that are parts of the text at a cut slot: those above all headings go up, those below go down. */
  const partsAt = (u: number, above: number, label: Uint8Array): number => {
    const own = (slots[u] as Slot).shorts;
    let score = 0;
    let heads = 0;
    for (const s of own) if (label[s] === HEAD) heads += 1;
    let seen = 0;
    for (const s of own) {
      if (label[s] === HEAD) seen += 1;
      if (label[s] !== PART) continue;
      const short = shorts[s] as Short;
      if (seen === heads && u < last) {
        const end = to[above + 1] as number;
        score += partScore(short, u, u, end, reach, weights) + weights.intro;
        const next = model.nextShort[u + 1] as number;
        if (s === own.at(-1) && next >= 0 && (shorts[next] as Short).slot < end) {
          score += alike(short, shorts[next] as Short) ? weights.parallel : 0;
        }
      } else if (seen === 0 && u > 0) {
        score += partScore(short, u, from[above] as number, u, reach, weights) + weights.stray;
      } else score += 2 * weights.stray;
    }
    return score;
  };

  const judge = (state: State, note?: Note): { score: number; of: Int32Array } => {
    gather(state);
    let score = weights.headless * from.length;
    for (let a = 0; a < from.length; a += 1) {
      const start = from[a] as number;
      const cut = start > 0 ? (slots[start] as Slot).cut : 0;
      const own = articleOf(start, to[a] as number);
      score += own + cut;
      note?.("article", own, start);
      note?.("cut", cut, start);
    }
    for (let u = 0, a = -1; u <= last; u += 1) {
      if (!state.cut[u]) continue;
      if ((slots[u] as Slot).shorts.length) {
        const parts = partsAt(u, a, state.label);
        score += parts;
        note?.("parts", parts, u);
      }
      a += 1;
    }
    const groups = first.length;
    const articles = from.length;
    if (groups * articles > gain.length) gain = new Float64Array(2 * groups * articles);
    for (let g = 0; g < groups; g += 1) {
      const lines = first[g] as number;
      const size = count[g] as number;
      const form = formOf(shorts, lines, size, weights) + weights.homeless;
      const row = g * articles;
      let most = 0;
      for (let a = 0; a < articles; a += 1) {
        const start = from[a] as number;
        const end = to[a] as number;
        let like = 0;
        for (let s = lines; s < lines + size; s += 1) like += likeness(shorts[s] as Short, start, end);
        if (like > most) most = like;
        gain[row + a] = like + link(g, start, end) - weights.headless - weights.homeless;
      }
      const denied = weights.denied * most;
      for (let a = 0; a < articles; a += 1) gain[row + a] = at(gain, row + a) - denied;
      score += form + denied;
      note?.("form", form + denied, slotOf[g] as number);
    }
    const { of, sum } = match(gain, groups, articles);
    for (let g = 0; note && g < groups; g += 1) {
      const own = of[g] as number;
      note("link", own < 0 ? 0 : at(gain, g * articles + own), slotOf[g] as number);
    }
    return { score: score + sum, of };
  };

  return {
    article: articleOf,
    promise: (slot) => {
      let sum = 0;
      for (const s of slot.shorts) {
        const short = shorts[s] as Short;
        sum += short.asHeading + Math.min(weights.similarCap, weights.similar * short.known * 0.5);
      }
      return sum;
    },
    score: (state) => judge(state).score,
    whole(state, note) {
      const { score, of } = judge(state, note);
      const groups = first.map(
        (line, g): Group => ({
          slot: slotOf[g] as number,
          shorts: Array.from({ length: count[g] as number }, (_, i) => line + i),
          article: of[g] as number,
        }),
      );
      return { score, state, articles: from.map((start, a) => [start, to[a] as number] as const), groups };
    },
  };
}

/** Scores of runs of texts as articles, each worked out once. */
function articleScores(model: PageModel, weights: Weights): (from: number, to: number) => number {
  const { slots, shorts, leads, reach } = model;
  const width = slots.length;
  const known = new Float64Array(width * width).fill(Number.NaN);
  const keepBefore = new Float64Array(width + 1);
  const leadsBefore = new Float64Array(width + 1);
  for (let u = 0; u < width; u += 1) {
    keepBefore[u + 1] = at(keepBefore, u) + (slots[u] as Slot).keep;
    leadsBefore[u + 1] = at(leadsBefore, u) + (leads[u] === 1 ? 1 : 0);
  }
  const work = (from: number, to: number): number => {
    const cohesion = model.cohesion.of(from, to);
    if (cohesion === IMPOSSIBLE) return IMPOSSIBLE;
    let score = weights.article + cohesion + at(keepBefore, to) - at(keepBefore, from + 1);
    let inner = at(leadsBefore, to) - at(leadsBefore, from);
    if (leads[from]) {
      score += weights.lead / 2;
      inner = Math.max(0, inner - 1);
    } else if (to === from + 1) score += weights.single;
    score -= (inner * weights.lead) / 2;
    let parts = 0;
    let last: Short | undefined;
    let series = 0;
    for (let s = model.nextShort[from + 1] as number; s >= 0 && s < shorts.length; s += 1) {
      const short = shorts[s] as Short;
      if (short.slot >= to) break;
      parts += 1;
      score += partScore(short, short.slot, from, to, reach, weights);
      if (last && alike(last, short)) series += weights.parallel;
      last = short;
    }
    return score + series + (parts === 1 ? weights.alone : 0);
  };
  return (from, to) => {
    const place = from * width + to;
    const before = known[place] as number;
    if (!Number.isNaN(before)) return before;
    const score = work(from, to);
    known[place] = score;
    return score;
  };
}

/** A line's share in a run of texts, beyond what any run of that length would have. */
function resemblance(short: Short, from: number, to: number, reach: Float64Array, weights: Weights): number {
  const share = at(short.shares, to) - at(short.shares, from);
  return share - short.known * (weights.threshold + weights.expected * (at(reach, to) - at(reach, from)));
}

/** A part of an article's text is priced by the better of the two halves it stands between. */
function partScore(
  short: Short,
  slot: number,
  from: number,
  to: number,
  reach: Float64Array,
  weights: Weights,
): number {
  let best = Number.NEGATIVE_INFINITY;
  if (slot > from) best = resemblance(short, from, slot, reach, weights);
  if (slot < to) best = Math.max(best, resemblance(short, slot, to, reach, weights));
  return short.asPart + Math.min(weights.similarCap, weights.similar * best);
}

/** Whether two lines look like crossheads of one series: set to the same length, or both in quotation marks. */
function alike(a: Short, b: Short): boolean {
  return Math.abs(a.text.length - b.text.length) <= 1 || (QUOTED.test(a.text) && QUOTED.test(b.text));
}

const QUOTED = /^“[^”]+”$/u;

/** How well a run of lines goes as one heading, by form alone. */
function formOf(shorts: readonly Short[], first: number, count: number, weights: Weights): number {
  let sum = 0;
  let tags = 0;
  for (let i = 0; i < count; i += 1) {
    const short = shorts[first + i] as Short;
    sum += short.asHeading;
    if (short.series) tags += 1;
    if (i === 0) {
      if (short.dashed) sum -= weights.deck;
      continue;
    }
    if (short.notice) sum -= weights.notice;
    sum += i === 1 ? weights.second : i === 2 ? weights.third : weights.fourth;
    if (!short.follows) sum += weights.apart;
    if (short.dashed) sum += weights.deck;
    else if ((shorts[first + i - 1] as Short).leadsOver) sum += weights.kicker;
  }
  if ((shorts[first + count - 1] as Short).leadsOver) sum -= weights.kicker;
  return tags > 1 ? sum + weights.twoSeries * (tags - 1) : sum;
}

function at(array: Float64Array, index: number): number {
  return array[index] as number;
}
