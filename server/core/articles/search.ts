/** Searches the best reading of a page: from good starts it changes one cut place after the other. */

import { Climb, EPSILON, STEPS } from "./climb.ts";
import { IMPOSSIBLE } from "./cohesion.ts";
import { HEADING, HEADING_MORE, PART } from "./heading-runs.ts";
import { LABELLINGS, type Labelling, labellingsNear, TRY_ALL } from "./labellings.ts";
import type { CutPlace, PageModel, ShortLine } from "./page-model.ts";
import { copyOf, type Reading } from "./reading.ts";
import type { ReadingScorer } from "./reading-score.ts";

const ROUNDS = 6;

/** Searches readings of one page. A `brief` search, for what is far longer than a page, tries less. */
export class ReadingSearch {
  private readonly model: PageModel;
  private readonly scorer: ReadingScorer;
  private readonly brief: boolean;
  private readonly last: number;
  private readonly starts: readonly Reading[];

  /** @param like the search for another reading of the page, where the weights differ in `inside` alone */
  constructor(model: PageModel, scorer: ReadingScorer, brief: boolean, like?: ReadingSearch) {
    this.model = model;
    this.scorer = scorer;
    this.brief = brief;
    this.last = model.places.length - 1;
    this.starts = like?.starts ?? this.bestByArticles();
  }

  /** The best reading of the page that the search finds; `known` is one that was found by other weights. */
  best(known?: Reading): Reading {
    const starts = known ? [...this.starts, known] : this.starts;
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
    const settled: Reading[] = [];
    for (const start of starts) {
      const climb = new Climb(this.model, this.scorer, start, fixed);
      if (climb.run(this.brief ? 1 : ROUNDS, settled)) settled.push(climb.reading);
      if (climb.score <= most + EPSILON) continue;
      most = climb.score;
      best = climb.reading;
    }
    return best;
  }

  /** Where the search starts: with the cuts that are best where all short lines are headings, and with those of the texts alone. */
  private bestByArticles(): Reading[] {
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
        const article = this.scorer.terms.articles.scoreOf(start, to);
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
