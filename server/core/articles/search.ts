/** Searches the best explanation of a page: from good starts, it changes one slot after the other. */

import { IMPOSSIBLE } from "./cohesion.ts";
import type { PageModel, Short, Slot } from "./page-model.ts";
import { HEAD, type Judge, judgeOf, NEXT, PART, type Solution, type State } from "./reading-score.ts";
import type { Weights } from "./weights.ts";

/** So many short lines of a slot are labelled in every lawful way; longer runs line by line. */
const TRY_ALL = 4;
const ROUNDS = 6;
/** A cut that loses more than this by the texts alone can gain it back through no heading. */
const HOPELESS = -9;
const EPSILON = 1e-9;

/** The best explanation of the page that the search finds; `brief` searches less, for what is far longer than a page. */
export function solve(model: PageModel, weights: Weights, brief = false): Solution {
  const judge = judgeOf(model, weights);
  let best: State | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const start of brief ? startsOf(model, judge).slice(0, 1) : startsOf(model, judge)) {
    const { state, score } = climb(model, judge, start, brief ? 1 : ROUNDS);
    if (score <= most + EPSILON) continue;
    most = score;
    best = state;
  }
  return judge.whole(best ?? plain(model));
}

/** Every short line a heading: what is left to say of a page without text. */
function plain({ slots, shorts }: PageModel): State {
  return { cut: new Uint8Array(slots.length).fill(1), label: new Uint8Array(shorts.length).fill(HEAD) };
}

/** Where the search starts: with the cuts that the texts favour, and with those that give short lines a home. */
function startsOf(model: PageModel, judge: Judge): State[] {
  const { slots, shorts } = model;
  if (slots.length < 2) return [];
  const label = Uint8Array.from(shorts, (short, s) =>
    short.follows && (short.dashed || (shorts[s - 1] as Short).leadsOver) ? NEXT : HEAD,
  );
  const open = partition(model, judge, (slot) => judge.promise(slot));
  const close = partition(model, judge, () => 0);
  const cuts = open.every((cut, u) => cut === close[u]) ? [open] : [open, close];
  return cuts.map((cut) => ({ cut, label: label.slice() }));
}

/** The best cuts where each article is judged by itself (a dynamic programme over the slots). */
function partition({ slots }: PageModel, judge: Judge, promise: (slot: Slot) => number): Uint8Array {
  const last = slots.length - 1;
  const best = new Float64Array(slots.length).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(slots.length);
  best[0] = 0;
  for (let to = 1; to <= last; to += 1) {
    const slot = slots[to] as Slot;
    const here = to < last ? slot.cut + promise(slot) : 0;
    for (let start = to - 1; start >= 0; start -= 1) {
      const article = judge.article(start, to);
      if (article === IMPOSSIBLE) break;
      const score = (best[start] as number) + article + here;
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

/** Takes the best change of each slot in turn, as long as that makes the whole better. */
function climb(model: PageModel, judge: Judge, start: State, rounds: number): { state: State; score: number } {
  const { slots } = model;
  const last = slots.length - 1;
  const state: State = { cut: start.cut.slice(), label: start.label.slice() };
  let score = judge.score(state);

  const set = (u: number, cut: number, labels: readonly number[]): void => {
    state.cut[u] = cut;
    const own = (slots[u] as Slot).shorts;
    for (let i = 0; i < own.length; i += 1) state.label[own[i] as number] = labels[i] as number;
  };
  const labelsOf = (u: number): number[] => (slots[u] as Slot).shorts.map((s) => state.label[s] as number);

  const changeSlot = (u: number): void => {
    const size = (slots[u] as Slot).shorts.length;
    const edge = u === 0 || u === last;
    let cut = state.cut[u] as number;
    let labels = labelsOf(u);
    const consider = (newCut: number, newLabels: readonly number[]): void => {
      set(u, newCut, newLabels);
      const now = judge.score(state);
      if (now > score + EPSILON) {
        score = now;
        cut = newCut;
        labels = [...newLabels];
      }
    };
    if (size === 0) {
      if (!edge && (cut || worthCutting(model, judge, state, u))) consider(1 - cut, []);
    } else {
      if (!edge && cut) consider(0, labels);
      if (size <= TRY_ALL) for (const way of LABELLINGS[size] as Labelling[]) consider(1, way);
      else for (const way of near(labels, cut === 0)) consider(1, way);
    }
    set(u, cut, labels);
  };

  /** Moves a cut a little way; the short lines it reaches become headings. */
  const shift = (u: number): void => {
    for (const step of [-1, 1, -2, 2, -3, 3]) {
      const there = u + step;
      if (there < 1 || there >= last || state.cut[there]) continue;
      const labels = labelsOf(there);
      state.cut[u] = 0;
      set(there, 1, labels.fill(HEAD));
      const now = judge.score(state);
      if (now > score + EPSILON) {
        score = now;
        return;
      }
      state.cut[there] = 0;
      state.cut[u] = 1;
    }
  };

  for (let round = 0; round < rounds; round += 1) {
    const before = score;
    for (let u = 0; u <= last; u += 1) changeSlot(u);
    for (let u = 1; u < last; u += 1) if (state.cut[u]) shift(u);
    if (score <= before + EPSILON) break;
  }
  return { state, score };
}

/** A bare slot is tried only where the texts themselves come near to falling apart. */
function worthCutting(model: PageModel, judge: Judge, state: State, slot: number): boolean {
  let from = slot - 1;
  while (!state.cut[from]) from -= 1;
  let to = slot + 1;
  while (!state.cut[to]) to += 1;
  const apart = judge.article(from, slot) + judge.article(slot, to) + (model.slots[slot] as Slot).cut;
  return apart - judge.article(from, to) > HOPELESS;
}

type Labelling = readonly number[];

/** A further line of a heading needs one before it. */
function lawful(labels: Labelling): boolean {
  return labels.every((label, i) => label !== NEXT || (labels[i - 1] ?? PART) !== PART);
}

/** The lawful ways to label so many lines; parts of the text stand above or below the headings, never between. */
const LABELLINGS: readonly (readonly Labelling[])[] = Array.from({ length: TRY_ALL + 1 }, (_, length) => {
  const all: number[][] = [];
  for (let code = 0; code < 3 ** length; code += 1) {
    const labels = Array.from({ length }, (_, i) => Math.floor(code / 3 ** i) % 3);
    const headings = labels.slice(
      labels.findIndex((label) => label !== PART),
      labels.findLastIndex((label) => label !== PART) + 1,
    );
    if (lawful(labels) && !headings.includes(PART)) all.push(labels);
  }
  return all;
});

/** Labellings that differ from the given one in one line, or in where one heading ends and the next begins. */
function* near(labels: Labelling, fresh: boolean): Generator<Labelling> {
  if (fresh) yield labels.map(() => HEAD);
  for (let i = 0; i < labels.length; i += 1) {
    for (const label of [PART, HEAD, NEXT]) {
      const changed = [...labels];
      changed[i] = label;
      if (lawful(changed)) yield changed;
      if (label !== HEAD || i + 1 === labels.length) continue;
      const shifted = [...changed];
      shifted[i + 1] = labels[i + 1] === HEAD ? NEXT : HEAD;
      if (lawful(shifted)) yield shifted;
    }
  }
}
