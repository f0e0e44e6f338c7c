/** Searches the best reading of a page: from good starts it changes one cut place after the other. */

import { IMPOSSIBLE } from "./cohesion.ts";
import { HEADING, HEADING_MORE, PART } from "./heading-runs.ts";
import type { CutPlace, PageModel, ShortLine } from "./page-model.ts";
import type { Reading } from "./reading.ts";
import type { ReadingScorer } from "./reading-score.ts";

/** So many short lines of a place are labelled in every lawful way; of more, one line at a time is changed. */
const TRY_ALL = 4;
const ROUNDS = 6;
/** What an article loses most when its texts are cut in two and a heading still may gain it back, in nats. */
const HOPELESS = -9;
const EPSILON = 1e-9;
/** How far a cut is moved, in texts. */
const STEPS = [-1, 1, -2, 2, -3, 3];

/** Searches readings of one page. A `brief` search, for what is far longer than a page, tries less. */
export class ReadingSearch {
  private readonly model: PageModel;
  private readonly scorer: ReadingScorer;
  private readonly brief: boolean;
  private readonly last: number;

  constructor(model: PageModel, scorer: ReadingScorer, brief: boolean) {
    this.model = model;
    this.scorer = scorer;
    this.brief = brief;
    this.last = model.places.length - 1;
  }

  /** The best reading of the page that the search finds; `known` is one that was found by other weights. */
  best(known?: Reading): Reading {
    const starts = [...this.starts(), ...(known ? [known] : [])];
    return this.bestFrom(this.brief ? starts.slice(0, 1) : starts) ?? allHeadings(this.model);
  }

  /**
   * The best reading that the search finds in which an article does or doesn't begin at a place, unlike in the given one,
   * which it sets out from. The place is no edge of the page.
   */
  bestOtherwise(reading: Reading, place: number): Reading {
    const cut = reading.cuts[place] ? 0 : 1;
    const changed = (...others: readonly number[]): Reading => {
      const start = copyOf(reading);
      for (const p of [place, ...others]) {
        start.cuts[p] = p === place ? cut : 1 - cut;
        const label = start.cuts[p] ? HEADING : PART;
        for (const s of this.place(p).shortLines) if (start.cuts[p] !== reading.cuts[p]) start.labels[s] = label;
      }
      return start;
    };
    const inside = (p: number): boolean => p > 0 && p < this.last && (reading.cuts[p] === 1) === (cut === 1);
    const nearby = STEPS.map((step) => place + step).filter(inside);
    const starts = [changed(), ...nearby.map((p) => changed(p))];
    return this.bestFrom(starts, place) as Reading;
  }

  /** All labellings of a place's short lines that the search would try next to the given one. */
  labellingsAt(place: number, labels: Uint8Array): Iterable<Labelling> {
    const own = this.place(place).shortLines;
    if (own.length <= TRY_ALL) return LABELLINGS[own.length] as readonly Labelling[];
    return labellingsNear(
      own.map((s) => labels[s] as number),
      false,
    );
  }

  private bestFrom(starts: readonly Reading[], fixed?: number): Reading | undefined {
    let best: Reading | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const start of starts) {
      const climb = new Climb(this.model, this.scorer, start, fixed);
      climb.run(this.brief ? 1 : ROUNDS);
      if (climb.score <= most + EPSILON) continue;
      most = climb.score;
      best = climb.reading;
    }
    return best;
  }

  /** Where the search starts: with the cuts that are best where all short lines are headings, and with those of the texts alone. */
  private starts(): Reading[] {
    const { shortLines } = this.model;
    if (this.last < 1) return [];
    const labelsFor = (cuts: Uint8Array): Uint8Array =>
      Uint8Array.from(shortLines, ({ place, follows, form }, s) => {
        if (!cuts[place]) return PART;
        return follows && (form.dashed || (shortLines[s - 1] as ShortLine).form.leadsOver) ? HEADING_MORE : HEADING;
      });
    const forHeadings = this.bestCuts((place) => this.scorer.worthAsHeadings(place));
    const forTexts = this.bestCuts(() => 0);
    const isSame = forHeadings.every((cut, p) => cut === forTexts[p]);
    return (isSame ? [forHeadings] : [forHeadings, forTexts]).map((cuts) => ({ cuts, labels: labelsFor(cuts) }));
  }

  /**
   * The best cuts where each article is scored by itself (a dynamic programme over the places); `worthOfCut` is what a cut
   * is worth besides its own evidence.
   */
  private bestCuts(worthOfCut: (place: CutPlace) => number): Uint8Array {
    const { last } = this;
    const best = new Float64Array(last + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(last + 1);
    best[0] = 0;
    for (let to = 1; to <= last; to += 1) {
      const place = this.place(to);
      const unheaded = place.shortLines.length === 0 ? place.evidence.unheaded : 0;
      const here = to < last ? place.evidence.begins + unheaded + worthOfCut(place) : 0;
      for (let start = to - 1; start >= 0; start -= 1) {
        const article = this.scorer.articles.scoreOf(start, to);
        if (article === IMPOSSIBLE) break;
        const score = (best[start] as number) + article + here;
        if (score > (best[to] as number)) {
          best[to] = score;
          from[to] = start;
        }
      }
    }
    const cuts = new Uint8Array(last + 1);
    for (let p = last; p > 0; p = from[p] as number) cuts[p] = 1;
    cuts[0] = 1;
    return cuts;
  }

  private place(p: number): CutPlace {
    return this.model.places[p] as CutPlace;
  }
}

/** Every short line a heading: what is left to say of a page without text. */
function allHeadings({ places, shortLines }: PageModel): Reading {
  return { cuts: new Uint8Array(places.length).fill(1), labels: new Uint8Array(shortLines.length).fill(HEADING) };
}

function copyOf({ cuts, labels }: Reading): Reading {
  return { cuts: cuts.slice(), labels: labels.slice() };
}

/** Takes the best change of each place in turn, as long as that makes the whole better. */
class Climb {
  readonly reading: Reading;
  score: number;
  private readonly model: PageModel;
  private readonly scorer: ReadingScorer;
  /** The place at which nothing changes whether an article begins; -1 for none. */
  private readonly fixed: number;
  private readonly last: number;

  constructor(model: PageModel, scorer: ReadingScorer, start: Reading, fixed = -1) {
    this.model = model;
    this.scorer = scorer;
    this.reading = copyOf(start);
    this.fixed = fixed;
    this.last = model.places.length - 1;
    this.score = scorer.scoreOf(this.reading);
  }

  run(rounds: number): void {
    for (let round = 0; round < rounds; round += 1) {
      const before = this.score;
      for (let p = 0; p <= this.last; p += 1) this.changePlace(p);
      for (let p = 1; p < this.last; p += 1) if (this.reading.cuts[p]) this.moveCut(p);
      if (this.score <= before + EPSILON) break;
    }
  }

  /** Leaves the best of all cuts and labellings at a place. */
  private changePlace(p: number): void {
    const { cuts } = this.reading;
    const size = this.shortLinesAt(p).length;
    const stays = p === 0 || p === this.last || p === this.fixed;
    let cut = cuts[p] as number;
    let labels: Labelling = this.labelsAt(p);
    const consider = (newCut: number, newLabels: Labelling): void => {
      this.set(p, newCut, newLabels);
      const score = this.scorer.scoreAbove(this.score + EPSILON, this.reading);
      if (score <= this.score + EPSILON) return;
      this.score = score;
      cut = newCut;
      labels = [...newLabels];
    };
    if (size === 0) {
      if (!stays && (cut || this.isWorthCutting(p))) consider(1 - cut, []);
    } else {
      if (!stays && cut) {
        consider(0, allOf(labels, PART));
      }
      if (p > 0 && p < this.last && !(p === this.fixed && cut) && this.scorer.headsInside)
        for (const way of insideLabellings(size)) consider(0, way);
      const ways = stays && !cut ? [] : size <= TRY_ALL ? LABELLINGS[size] : labellingsNear(labels, cut === 0);
      for (const way of ways as Iterable<Labelling>) consider(1, way);
    }
    this.set(p, cut, labels);
  }

  /** Moves a cut a little way where that is better; the short lines that it reaches become headings. */
  private moveCut(p: number): void {
    const { cuts } = this.reading;
    if (p === this.fixed) return;
    for (const step of STEPS) {
      const there = p + step;
      if (there < 1 || there >= this.last || there === this.fixed || cuts[there]) continue;
      const [here, yonder] = [this.labelsAt(p), this.labelsAt(there)];
      this.set(p, 0, allOf(here, PART));
      this.set(there, 1, allOf(yonder, HEADING));
      const score = this.scorer.scoreAbove(this.score + EPSILON, this.reading);
      if (score > this.score + EPSILON) {
        this.score = score;
        return;
      }
      this.set(there, 0, yonder);
      this.set(p, 1, here);
    }
  }

  /** Whether the texts on both sides of a place without short lines come near to falling apart. */
  private isWorthCutting(p: number): boolean {
    const { cuts } = this.reading;
    let from = p - 1;
    while (!cuts[from]) from -= 1;
    let to = p + 1;
    while (!cuts[to]) to += 1;
    const { articles } = this.scorer;
    const { begins, unheaded } = (this.model.places[p] as CutPlace).evidence;
    const apart = articles.scoreOf(from, p) + articles.scoreOf(p, to) + begins + unheaded;
    return apart - articles.scoreOf(from, to) > HOPELESS;
  }

  private set(p: number, cut: number, labels: Labelling): void {
    this.reading.cuts[p] = cut;
    const own = this.shortLinesAt(p);
    for (let i = 0; i < own.length; i += 1) this.reading.labels[own[i] as number] = labels[i] as number;
  }

  private labelsAt(p: number): number[] {
    return this.shortLinesAt(p).map((s) => this.reading.labels[s] as number);
  }

  private shortLinesAt(p: number): readonly number[] {
    return (this.model.places[p] as CutPlace).shortLines;
  }
}

/** What each short line of a place is read as. */
export type Labelling = readonly number[];

function allOf({ length }: Labelling, label: number): Labelling {
  return new Array<number>(length).fill(label);
}

/** A further line of a heading needs one before it. */
function isLawful(labels: Labelling): boolean {
  return labels.every((label, i) => label !== HEADING_MORE || (labels[i - 1] ?? PART) !== PART);
}

/**
 * The lawful ways to label so many lines, by their number. Parts of the text stand above the headings of a place or below
 * them, never between.
 */
const LABELLINGS: readonly (readonly Labelling[])[] = Array.from({ length: TRY_ALL + 1 }, (_, length) => {
  const all: number[][] = [];
  for (let code = 0; code < 3 ** length; code += 1) {
    const labels = Array.from({ length }, (_, i) => Math.floor(code / 3 ** i) % 3);
    const headings = labels.slice(
      labels.findIndex((label) => label !== PART),
      labels.findLastIndex((label) => label !== PART) + 1,
    );
    if (isLawful(labels) && !headings.includes(PART)) all.push(labels);
  }
  return all;
});

/** The labellings of so many lines of which one or two in a row are a heading that stands inside its article. */
function* insideLabellings(size: number): Generator<Labelling> {
  for (let i = 0; i < size; i += 1) {
    const one = new Array<number>(size).fill(PART);
    one[i] = HEADING;
    yield one;
    if (i + 1 < size) yield one.with(i + 1, HEADING_MORE);
  }
}

/**
 * Labellings that differ from the given one in one line, or in where one heading ends and the next begins; before them,
 * for a `fresh` cut, all lines as headings.
 */
function* labellingsNear(labels: Labelling, fresh: boolean): Generator<Labelling> {
  if (fresh) yield labels.map(() => HEADING);
  for (let i = 0; i < labels.length; i += 1) {
    for (const label of [PART, HEADING, HEADING_MORE]) {
      const changed = [...labels];
      changed[i] = label;
      if (isLawful(changed)) yield changed;
      if (label !== HEADING || i + 1 === labels.length) continue;
      const shifted = [...changed];
      shifted[i + 1] = labels[i + 1] === HEADING ? HEADING_MORE : HEADING;
      if (isLawful(shifted)) yield shifted;
    }
  }
}
