/** Explains what was decided about an article: why it begins where it does, and why it has the heading that it has. */

import type { Evidence } from "../layout/decision.ts";
import { type Block, blockAt, type Layout } from "../layout/index.ts";
import { articleAt } from "./article-at.ts";
import { HEADING } from "./heading-runs.ts";
import type { CutPlace, ShortLine } from "./page-model.ts";
import { type ReadStretch, readPage } from "./read.ts";
import type { ReadHeading, Reading, WhatIf } from "./reading.ts";
import { TERM_SAYS, type Term, type TermName } from "./terms.ts";
import type { Article, Articles } from "./types.ts";
import { WEIGHTS, type Weights } from "./weights.ts";

/** The terms of one name, added up. */
export interface TermSum extends Evidence {
  readonly term: TermName;
}

/** Why an article begins at a text, or why none does. */
export interface BeginningDecision {
  readonly text: Block;
  readonly begins: boolean;
  /** By how many nats the reading of the page is better than the best one found with the other decision. */
  readonly margin: number;
  /** What makes up the margin, strongest first; above 0 for what was decided. */
  readonly evidence: readonly TermSum[];
  /** The texts at which an article begins in only one of the two readings: in the other one, and in this. */
  readonly otherwise: { readonly begins: readonly Block[]; readonly goesOn: readonly Block[] };
}

/** A heading as an article's. */
export interface HeadingChoice {
  /** In page order; none for an article without a heading. */
  readonly lines: readonly Block[];
  /** What heading and article gain by each other over leaving both alone, in nats. */
  readonly worth: number;
  /** What makes up the worth, strongest first. */
  readonly evidence: readonly TermSum[];
  /** By how many nats the best reading of the page with this choice is worse than the one that was chosen. */
  readonly cost: number;
  readonly article: Article;
  /** The article whose heading these lines are now, if that is another one. */
  readonly owner?: Article;
}

/** What was decided about an article. */
export interface ArticleDecision {
  readonly about: "article";
  readonly article: Article;
  /** Left out of the first article, before which nothing was decided. */
  readonly beginning?: BeginningDecision;
  /** Why no article begins at the line that was asked about, where that stands between two texts of the article. */
  readonly here?: BeginningDecision;
  readonly heading: HeadingChoice;
  /** Other headings that it could have had, the cheapest first. */
  readonly others: readonly HeadingChoice[];
}

/** What was decided about a heading that no article has. */
export interface HomelessHeading {
  readonly about: "heading";
  readonly lines: readonly Block[];
  /** The articles that it could have been given to, the cheapest first. */
  readonly others: readonly HeadingChoice[];
}

/**
 * Explains what was decided about the article of a line, or about the heading there that no article has. The page is read
 * again by the code that read it before, which records what it adds up.
 * @param page as `findArticles` left it
 * @param line 0-based
 * @returns nothing for a line of no article and no heading
 */
export function explainArticle(
  page: Layout & Articles,
  line: number,
  weights: Weights = WEIGHTS,
): ArticleDecision | HomelessHeading | undefined {
  const block = blockOfLine(page, line);
  const article = articleAt(page, block?.start ?? page.page.lines[line]?.start ?? 0);
  let before = 0;
  for (const stretch of readPage(page, weights)) {
    const articles = page.articles.slice(before, before + stretch.found.articles.length);
    before += articles.length;
    const explainer = new Explainer(stretch, articles);
    if (article && articles.includes(article)) return explainer.article(articles.indexOf(article), block);
    const heading = block && explainer.headingOf(block);
    if (heading && !article) return explainer.homeless(heading);
  }
  return undefined;
}

/** The block that stands on a line; undefined on a blank one. */
function blockOfLine({ page, blocks }: Layout, line: number): Block | undefined {
  const { start = 0, text = "" } = page.lines[line] ?? {};
  return text.trim() === "" ? undefined : blockAt(blocks, start + text.search(/\S/u));
}

/** Explains the decisions of one stretch of a page. */
class Explainer {
  private readonly stretch: ReadStretch;
  private readonly articles: readonly Article[];

  constructor(stretch: ReadStretch, articles: readonly Article[]) {
    this.stretch = stretch;
    this.articles = articles;
  }

  article(a: number, asked: Block | undefined): ArticleDecision {
    const { from = 0, to = 0 } = this.stretch.found.articles[a] ?? {};
    const place = asked ? this.cutPlaceAt(asked) : from;
    const heading = this.stretch.found.headings.find(({ article }) => article === a);
    const chosen = this.choice(a, this.stretch.found.reading, heading?.shortLines[0] ?? NO_HEADING);
    return {
      about: "article",
      article: this.articles[a] as Article,
      ...(from > 0 && { beginning: this.beginning(from) }),
      ...(place > from && place < to && { here: this.beginning(place) }),
      heading: chosen,
      others: this.otherHeadings(a, heading),
    };
  }

  homeless({ shortLines: [line = NO_HEADING], shortLines }: ReadHeading): HomelessHeading {
    const { found } = this.stretch;
    const others = this.articles.map((_, a) => this.choice(a, found.reading, line));
    return { about: "heading", lines: shortLines.map((s) => this.blockOfShortLine(s)), others: byCost(others) };
  }

  /** The heading that holds a block. */
  headingOf(block: Block): ReadHeading | undefined {
    return this.stretch.found.headings.find(({ shortLines }) =>
      shortLines.some((s) => this.blockOfShortLine(s) === block),
    );
  }

  /** Why an article begins, or doesn't, at a place inside the page. */
  private beginning(place: number): BeginningDecision {
    const { scorer, search, found } = this.stretch;
    const other = search.bestOtherwise(found.reading, place);
    const terms = new TermSums();
    scorer.read(found.reading, (term) => terms.add(term, 1));
    const { score } = scorer.read(other, (term) => terms.add(term, -1));
    const onlyIn = (one: Reading, two: Reading): Block[] =>
      [...one.cuts.keys()].filter((p) => one.cuts[p] && !two.cuts[p]).map((p) => this.text(p));
    return {
      text: this.text(place),
      begins: found.reading.cuts[place] === 1,
      margin: found.score - score,
      evidence: terms.sums(),
      otherwise: { begins: onlyIn(other, found.reading), goesOn: onlyIn(found.reading, other) },
    };
  }

  /** What else could be an article's heading: every other short line that can begin one, and none at all. */
  private otherHeadings(a: number, heading: ReadHeading | undefined): HeadingChoice[] {
    const { model, found } = this.stretch;
    const others: HeadingChoice[] = heading ? [this.choice(a, found.reading, NO_HEADING)] : [];
    model.shortLines.forEach(({ place }, s) => {
      if (found.reading.cuts[place] && s !== heading?.shortLines[0])
        others.push(this.choice(a, this.asHeading(a, s), s));
    });
    return byCost(others);
  }

  /** The best reading in which a heading begins with a short line, where that is to be an article's. */
  private asHeading(a: number, line: number): Reading {
    const { model, scorer, search, found } = this.stretch;
    const { place } = model.shortLines[line] as ShortLine;
    const own = (model.places[place] as CutPlace).shortLines;
    let best: Reading | undefined = found.reading.labels[line] === HEADING ? found.reading : undefined;
    let most = best ? scorer.scoreOf(best, { article: a, line }) : Number.NEGATIVE_INFINITY;
    for (const labelling of search.labellingsAt(place, found.reading.labels)) {
      if (labelling[line - (own[0] ?? 0)] !== HEADING) continue;
      const labels = found.reading.labels.slice();
      labels.set(labelling, own[0]);
      const reading = { cuts: found.reading.cuts, labels };
      const score = scorer.scoreOf(reading, { article: a, line });
      if (score <= most) continue;
      most = score;
      best = reading;
    }
    return best ?? found.reading;
  }

  /** The heading that begins with a short line of a reading as an article's. */
  private choice(a: number, reading: Reading, line: number): HeadingChoice {
    const { scorer, found } = this.stretch;
    const terms = new TermSums();
    const whatIf: WhatIf = { article: a, line };
    const { score, headings } = scorer.read(
      reading,
      (term) => term.of === "pair" && term.at === line && terms.add(term, 1),
      whatIf,
    );
    const lines = headings.find(({ shortLines }) => shortLines[0] === line)?.shortLines ?? [];
    const evidence = terms.sums();
    const owner = found.headings.find(({ shortLines }) => shortLines.includes(line))?.article ?? -1;
    return {
      lines: lines.map((s) => this.blockOfShortLine(s)),
      worth: evidence.reduce((sum, { nats }) => sum + nats, 0),
      evidence,
      cost: found.score - score,
      article: this.articles[a] as Article,
      ...(owner >= 0 && owner !== a && { owner: this.articles[owner] }),
    };
  }

  private cutPlaceAt(block: Block): number {
    const { model, blocks } = this.stretch;
    let b = blocks.indexOf(block);
    while (model.kinds[b] === "part") b -= 1;
    const text = model.texts.indexOf(b);
    return text >= 0 ? text : model.places.findIndex((place) => place.blocks.includes(b));
  }

  private text(t: number): Block {
    return this.stretch.blocks[this.stretch.model.texts[t] as number] as Block;
  }

  private blockOfShortLine(s: number): Block {
    return this.stretch.blocks[(this.stretch.model.shortLines[s] as ShortLine).block] as Block;
  }
}

/** Stands for the first line of a heading that there isn't. */
const NO_HEADING = -1;

function byCost(choices: readonly HeadingChoice[]): HeadingChoice[] {
  return [...choices].sort((a, b) => a.cost - b.cost);
}

/** Adds up the terms of each name. */
class TermSums {
  private readonly byName = new Map<TermName, number>();

  add({ name, nats }: Term, times: number): void {
    this.byName.set(name, (this.byName.get(name) ?? 0) + times * nats);
  }

  /** Strongest first, without those that come to nothing. */
  sums(): TermSum[] {
    return [...this.byName]
      .filter(([, nats]) => Math.abs(nats) > NOTHING)
      .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
      .map(([term, nats]) => ({ term, says: TERM_SAYS[term], nats }));
  }
}

/** What rounding leaves of equal sums. */
const NOTHING = 1e-9;
