/** Finds the articles of a page: cuts, the part of each short line, and whose each heading is, all at once. */

import { match } from "./assign.ts";
import { IMPOSSIBLE } from "./cohesion.ts";
import type { PageModel, Short, Slot } from "./page.ts";
import type { Weights } from "./weights.ts";

/** What a short line is: a part of the text, the first line of a heading group, or a further line of one. */
export const PART = 0;
export const HEAD = 1;
export const NEXT = 2;

/** A choice for the whole page. */
export interface State {
  /** 1 where an article begins at the slot; first and last slot always. */
  readonly cut: Uint8Array;
  readonly label: Uint8Array;
}

/** A group of heading lines and the article (number, or -1) it belongs to. */
export interface Group {
  readonly slot: number;
  readonly shorts: readonly number[];
  article: number;
}

export interface Solution {
  readonly score: number;
  /** Texts `from`…`to - 1` of each article. */
  readonly articles: readonly (readonly [number, number])[];
  readonly groups: readonly Group[];
  readonly state: State;
}

/** Ways to label the short lines of a cut slot that are few enough to try them all. */
const TRY_ALL = 4;
const ROUNDS = 6;

/** The best explanation of the page that the search finds. */
export function solve(model: PageModel, weights: Weights): Solution {
  const judge = judgeOf(model, weights);
  let best: Solution | undefined;
  for (const start of startsOf(model, judge, weights)) {
    const found = climb(model, judge, start);
    if (!best || found.score > best.score + 1e-9) best = found;
  }
  return (
    best ?? judge.whole({ cut: new Uint8Array(model.slots.length).fill(1), label: new Uint8Array(model.shorts.length) })
  );
}

/** Told a term of the score: what of (a weight or step), how much, and at which slot. */
export type Note = (what: string, value: number, slot: number) => void;

export interface Judge {
  /** The score of a run of texts as an article, without its headings. */
  article(from: number, to: number): number;
  /** The score of the short lines of a slot as parts of an article's text. */
  parts(slot: Slot, from: number, to: number): number;
  score(state: State): number;
  /** The same, with what it consists of; `note` is told every term. */
  whole(state: State, note?: Note): Solution;
}

/** The judge of a page: what a choice is worth, and why, as one sum of weights. */
export function judgeOf(model: PageModel, weights: Weights): Judge {
  const { slots, shorts, leads, reach } = model;
  const texts = model.texts.length;
  const keepBefore = new Float64Array(slots.length + 1);
  const leadsBefore = new Int32Array(slots.length + 1);
  for (let u = 0; u < slots.length; u += 1) {
    keepBefore[u + 1] = (keepBefore[u] as number) + (slots[u] as Slot).keep;
    leadsBefore[u + 1] = (leadsBefore[u] as number) + (leads[u] === 1 ? 1 : 0);
  }

  const article = (from: number, to: number): number => {
    const cohesion = model.cohesion.of(from, to);
    if (cohesion === IMPOSSIBLE) return IMPOSSIBLE;
    let inner = (leadsBefore[to] as number) - (leadsBefore[from] as number);
    let score = weights.article + cohesion + (keepBefore[to] as number) - (keepBefore[from + 1] as number);
    if (leads[from]) {
      score += weights.lead / 2;
      inner = Math.max(0, inner - 1);
    } else if (to === from + 1) score += weights.single;
    return score - (inner * weights.lead) / 2;
  };

  const resemblance = (short: Short, from: number, to: number): number => {
    const share = (short.shares[to] as number) - (short.shares[from] as number);
    const length = (reach[to] as number) - (reach[from] as number);
    return share - short.known * (weights.threshold + weights.expected * length);
  };

  const part = (short: Short, slot: number, from: number, to: number): number => {
    const above = slot > from ? resemblance(short, from, slot) : Number.NEGATIVE_INFINITY;
    const below = slot < to ? resemblance(short, slot, to) : Number.NEGATIVE_INFINITY;
    const best = Math.max(above, below);
    return short.asPart + (Number.isFinite(best) ? Math.min(weights.similarCap, weights.similar * best) : 0);
  };

  const parts = (slot: Slot, from: number, to: number): number => {
    let sum = 0;
    for (const s of slot.shorts) {
      const short = shorts[s] as Short;
      sum += part(short, short.slot, from, to);
    }
    return sum;
  };

  /** Crossheads come in series of like length; `label` tells which lines at the article's beginning are such. */
  const series = (from: number, to: number, label: Uint8Array): number => {
    let score = 0;
    let inside = 0;
    let last = -1;
    for (let u = from; u < to; u += 1) {
      for (const s of (slots[u] as Slot).shorts) {
        if (u === from && label[s] !== PART) {
          last = -1;
          continue;
        }
        const length = (shorts[s] as Short).text.length;
        if (last >= 0 && Math.abs(length - last) <= 1) score += weights.parallel;
        last = length;
        if (u > from) inside += 1;
      }
    }
    return inside === 1 && !score ? score + weights.alone : score;
  };

  const form = (group: readonly number[]): number => {
    let sum = 0;
    let tags = 0;
    for (let i = 0; i < group.length; i += 1) {
      const short = shorts[group[i] as number] as Short;
      sum += short.asHeading;
      if (short.series) tags += 1;
      if (i === 0) {
        if (short.dashed) sum -= weights.deck;
      } else {
        sum += i === 1 ? weights.second : i === 2 ? weights.third : weights.fourth;
        if (!short.follows) sum -= 2;
        if (short.dashed) sum += weights.deck;
        else if ((shorts[group[i - 1] as number] as Short).leadsOver) sum += weights.kicker;
      }
    }
    if ((shorts[group.at(-1) as number] as Short).leadsOver) sum -= weights.kicker;
    return sum + (tags > 1 ? weights.twoSeries * (tags - 1) : 0);
  };

  const link = (group: readonly number[], slot: number, place: number, places: number, from: number, to: number) => {
    let alike = 0;
    for (const s of group) {
      const short = shorts[s] as Short;
      const opening = (short.shares[from + 1] as number) - (short.shares[from] as number);
      alike += Math.min(weights.similarCap, weights.similar * resemblance(short, from, to) + weights.first * opening);
    }
    let score = alike;
    if (to === slot && place === 0) score += weights.beside;
    else if (from === slot && place === places - 1) {
      score += weights.beside + ((slots[slot] as Slot).signed ? weights.bylineBetween : 0);
    } else score += slot === 0 || slot === texts ? weights.farEdge : weights.far;
    return { score, alike };
  };

  const view = (state: State, note?: Note) => {
    const { cut, label } = state;
    const articles: [number, number][] = [];
    const groups: { slot: number; shorts: number[]; place: number; places: number }[] = [];
    let score = 0;
    let from = 0;
    for (let u = 1; u < slots.length; u += 1) {
      if (!cut[u]) continue;
      score += article(from, u) + (u < texts ? (slots[u] as Slot).cut : 0);
      note?.("article", article(from, u), from);
      note?.("cut", u < texts ? (slots[u] as Slot).cut : 0, u);
      articles.push([from, u]);
      for (let i = from + 1; i < u; i += 1) {
        const slot = slots[i] as Slot;
        if (!slot.shorts.length) continue;
        score += parts(slot, from, u);
        note?.("parts", parts(slot, from, u), i);
      }
      score += series(from, u, label);
      note?.("series", series(from, u, label), from);
      from = u;
    }
    let a = -1;
    for (let u = 0; u < slots.length; u += 1) {
      if (!cut[u]) continue;
      a += 1;
      const members = (slots[u] as Slot).shorts;
      if (!members.length) continue;
      const first = groups.length;
      for (const s of members) {
        if (label[s] === HEAD) groups.push({ slot: u, shorts: [s], place: groups.length - first, places: 0 });
        else if (label[s] === NEXT) (groups.at(-1) as { shorts: number[] }).shorts.push(s);
      }
      const places = groups.length - first;
      for (let g = first; g < groups.length; g += 1) (groups[g] as { places: number }).places = places;
      let seen = 0;
      for (const s of members) {
        if (label[s] === HEAD) seen += 1;
        if (label[s] !== PART) continue;
        const short = shorts[s] as Short;
        const own = seen === places && u < texts ? articles[a] : seen === 0 ? articles[a - 1] : undefined;
        const value = own
          ? part(short, u, own[0], own[1]) + (own === articles[a] ? weights.intro : weights.stray)
          : 2 * weights.stray;
        score += value;
        note?.("part", value, u);
      }
    }
    const gain = new Float64Array(groups.length * articles.length);
    const empty = weights.headless + weights.homeless;
    groups.forEach((group, g) => {
      score += form(group.shorts) + weights.homeless;
      note?.("form", form(group.shorts) + weights.homeless, group.slot);
      let most = 0;
      const row = g * articles.length;
      articles.forEach(([start, end], i) => {
        const { score: value, alike } = link(group.shorts, group.slot, group.place, group.places, start, end);
        gain[row + i] = value - empty;
        if (alike > most) most = alike;
      });
      const denied = weights.denied * most;
      score += denied;
      for (let i = 0; i < articles.length; i += 1) gain[row + i] = (gain[row + i] as number) - denied;
    });
    score += weights.headless * articles.length;
    const { of, sum } = match(gain, groups.length, articles.length);
    groups.forEach((group, g) => {
      const own = of[g] as number;
      note?.("link", own < 0 ? 0 : (gain[g * articles.length + own] as number), group.slot);
    });
    return { score: score + sum, articles, groups, of };
  };

  return {
    article,
    parts,
    score: (state) => view(state).score,
    whole(state, note) {
      const { score, articles, groups, of } = view(state, note);
      return {
        score,
        articles,
        groups: groups.map(({ slot, shorts: own }, g) => ({ slot, shorts: own, article: of[g] as number })),
        state: { cut: state.cut.slice(), label: state.label.slice() },
      };
    },
  };
}

/** Changes one slot after the other as long as that makes the whole better. */
function climb(model: PageModel, judge: Judge, start: State): Solution {
  const { slots } = model;
  const last = slots.length - 1;
  const state: State = { cut: start.cut.slice(), label: start.label.slice() };
  let score = judge.score(state);
  const attempt = (change: () => void, undo: () => void): boolean => {
    change();
    const now = judge.score(state);
    if (now > score + 1e-9) {
      score = now;
      return true;
    }
    undo();
    return false;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = score;
    for (let u = 0; u <= last; u += 1) {
      const slot = slots[u] as Slot;
      const own = slot.shorts;
      const edge = u === 0 || u === last;
      const keepLabels = own.map((s) => state.label[s] as number);
      const keepCut = state.cut[u] as number;
      let bestLabels = keepLabels;
      let bestCut = keepCut;
      const set = (cut: number, labels: readonly number[]): void => {
        state.cut[u] = cut;
        own.forEach((s, i) => {
          state.label[s] = labels[i] as number;
        });
      };
      const consider = (cut: number, labels: readonly number[]): void => {
        if (
          attempt(
            () => set(cut, labels),
            () => set(bestCut, bestLabels),
          )
        ) {
          bestCut = cut;
          bestLabels = [...labels];
        }
      };
      if (!own.length) {
        if (!edge && (keepCut || worthCutting(model, judge, state, u))) consider(1 - keepCut, []);
        continue;
      }
      if (!edge)
        consider(
          0,
          own.map(() => PART),
        );
      if (own.length <= TRY_ALL) for (const labels of labellings(own.length)) consider(1, labels);
      else {
        if (!keepCut)
          consider(
            1,
            own.map(() => HEAD),
          );
        for (let i = 0; i < own.length; i += 1) {
          for (const label of [PART, HEAD, NEXT]) {
            const labels = [...bestLabels];
            labels[i] = label;
            if (lawful(labels)) consider(1, labels);
            if (label === HEAD && i + 1 < labels.length) {
              const shifted = [...labels];
              shifted[i + 1] = bestLabels[i + 1] === HEAD ? NEXT : HEAD;
              if (lawful(shifted)) consider(1, shifted);
            }
          }
        }
      }
    }
    for (let u = 1; u < last; u += 1) {
      if (!state.cut[u]) continue;
      for (const step of [-1, 1, -2, 2, -3, 3]) {
        const to = u + step;
        if (to < 1 || to >= last || state.cut[to]) continue;
        const labels = (slots[u] as Slot).shorts.map((s) => state.label[s] as number);
        const change = (): void => {
          state.cut[u] = 0;
          state.cut[to] = 1;
          for (const s of (slots[u] as Slot).shorts) state.label[s] = PART;
          for (const s of (slots[to] as Slot).shorts) state.label[s] = HEAD;
        };
        const undo = (): void => {
          state.cut[u] = 1;
          state.cut[to] = 0;
          (slots[u] as Slot).shorts.forEach((s, i) => {
            state.label[s] = labels[i] as number;
          });
          for (const s of (slots[to] as Slot).shorts) state.label[s] = PART;
        };
        if (attempt(change, undo)) break;
      }
    }
    if (score <= before + 1e-9) break;
  }
  return judge.whole(state);
}

/** A bare slot is tried only where the text itself comes near to falling apart there. */
function worthCutting(model: PageModel, judge: Judge, state: State, slot: number): boolean {
  let from = slot - 1;
  while (!state.cut[from]) from -= 1;
  let to = slot + 1;
  while (!state.cut[to]) to += 1;
  const change =
    judge.article(from, slot) + judge.article(slot, to) + (model.slots[slot] as Slot).cut - judge.article(from, to);
  return change > -9;
}

function lawful(labels: readonly number[]): boolean {
  return labels.every((label, i) => label !== NEXT || (labels[i - 1] ?? PART) !== PART);
}

const LABELLINGS: readonly (readonly (readonly number[])[])[] = [0, 1, 2, 3, 4].map((length) => {
  const all: number[][] = [];
  for (let code = 0; code < 3 ** length; code += 1) {
    const labels = Array.from({ length }, (_, i) => Math.floor(code / 3 ** i) % 3);
    const heads = labels.filter((label) => label !== PART);
    const inner = labels.slice(
      labels.findIndex((l) => l !== PART),
      labels.findLastIndex((l) => l !== PART) + 1,
    );
    if (lawful(labels) && (!heads.length || !inner.includes(PART))) all.push(labels);
  }
  return all;
});

function labellings(length: number): readonly (readonly number[])[] {
  return LABELLINGS[length] ?? [];
}

/** Where the search starts: with the cuts that text and marks favour, with and without a home for every short line. */
function startsOf(model: PageModel, judge: Judge, weights: Weights): State[] {
  const { slots, shorts } = model;
  if (slots.length < 2) return [];
  const heads = Uint8Array.from(shorts, (short) =>
    short.follows && (short.dashed || (shorts[shorts.indexOf(short) - 1] as Short).leadsOver) ? NEXT : HEAD,
  );
  const home = (slot: Slot): number => {
    let sum = 0;
    for (const s of slot.shorts) {
      const short = shorts[s] as Short;
      sum += short.asHeading + Math.min(weights.similarCap, weights.similar * short.known * 0.5);
    }
    return sum;
  };
  return [0, 1].map((favour) => ({
    cut: partition(model, judge, (slot) => favour * home(slot)),
    label: heads.slice(),
  }));
}

/** The best cuts where each article is judged by itself (a dynamic programme over the slots). */
function partition(model: PageModel, judge: Judge, home: (slot: Slot) => number): Uint8Array {
  const { slots } = model;
  const last = slots.length - 1;
  const best = new Float64Array(slots.length).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(slots.length);
  const partsBefore = new Float64Array(slots.length + 1);
  for (let u = 0; u < slots.length; u += 1) {
    const slot = slots[u] as Slot;
    const near = slot.shorts.length ? judge.parts(slot, Math.max(0, u - 5), Math.min(last, u + 5)) : 0;
    partsBefore[u + 1] = (partsBefore[u] as number) + near;
  }
  best[0] = 0;
  for (let to = 1; to <= last; to += 1) {
    const slot = slots[to] as Slot;
    const here = to < last ? slot.cut + home(slot) : 0;
    for (let start = to - 1; start >= 0; start -= 1) {
      const article = judge.article(start, to);
      if (article === IMPOSSIBLE) break;
      const inner = (partsBefore[to] as number) - (partsBefore[start + 1] as number);
      const score = (best[start] as number) + article + inner + here;
      if (score > (best[to] as number)) {
        best[to] = score;
        from[to] = start;
      }
    }
  }
  const cut = new Uint8Array(slots.length);
  for (let u = last; u > 0; u = from[u] as number) cut[u] = 1;
  cut[0] = 1;
  return cut;
}
