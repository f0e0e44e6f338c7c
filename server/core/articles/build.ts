/** Makes articles and roles of a reading: what each article spans, its heading and its bylines. */

import type { Block } from "../layout/types.ts";
import type { BlockKind } from "./classify.ts";
import { type Heading, headingParts } from "./headings.ts";
import { isSigned, shareOut } from "./ownership.ts";
import type { CutPlace, PageModel, ShortLine, TextRange } from "./page-model.ts";
import type { ScoredReading } from "./reading.ts";
import type { Article, Articles, Role } from "./types.ts";

const ROLES: Readonly<Record<BlockKind, Role>> = {
  text: "paragraph",
  short: "crosshead",
  name: "crosshead",
  office: "crosshead",
  contact: "paragraph",
  date: "paragraph",
  tail: "paragraph",
  note: "editors-note",
  part: "paragraph",
  byline: "byline",
  credit: "credit",
  caption: "caption",
  folio: "folio",
  jump: "jump-line",
};

/** A stretch of a page and what it was read as. */
export interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly model: PageModel;
  readonly found: ScoredReading;
  /** Whether the page's headings stand above their articles, see {@link orderOf}. */
  readonly isInOrder: boolean;
}

/** The articles of a run of blocks and the role of each; articles are numbered from the first of the run. */
export function buildArticles(read: ReadBlocks): Articles {
  return new ArticleBuilder(read).articles();
}

/** An article while its blocks are gathered; numbers are of blocks. */
interface Draft extends TextRange {
  /** First and last block of its range. */
  first: number;
  last: number;
  headingLines: readonly number[];
  heading: Heading | undefined;
  readonly bylines: number[];
}

class ArticleBuilder {
  private readonly blocks: readonly Block[];
  private readonly model: PageModel;
  private readonly isInOrder: boolean;
  private readonly roles: Role[];
  private readonly drafts: readonly Draft[];
  /** By their block: the heading lines of the page, each with its article; undefined for a heading of none. */
  private readonly headings = new Map<number, Draft | undefined>();

  constructor({ blocks, model, found, isInOrder }: ReadBlocks) {
    this.blocks = blocks;
    this.model = model;
    this.isInOrder = isInOrder;
    this.roles = rolesByKind(blocks, model);
    this.drafts = found.articles.map(({ from, to }) => {
      const first = model.texts[from] as number;
      let last = model.texts[to - 1] as number;
      while (model.kinds[last + 1] === "part") last += 1;
      return { from, to, first, last, headingLines: [], heading: undefined, bylines: [] };
    });
    for (const { shortLines, article } of found.headings) {
      this.addHeading(
        shortLines.map((s) => model.shortLines[s] as ShortLine),
        this.drafts[article],
      );
    }
  }

  articles(): Articles {
    const { drafts, model } = this;
    for (let p = 0, a = 0; p < model.places.length; p += 1) {
      while (drafts[a] && (drafts[a] as Draft).to < p) a += 1;
      this.gatherAt(p, a);
    }
    this.adoptBylines();
    return { articles: drafts.map((draft, index) => this.finished(draft, index)), roles: this.roles };
  }

  private block(b: number): Block {
    return this.blocks[b] as Block;
  }

  /** Gives the lines of a heading their roles, and the heading to its article. */
  private addHeading(shortLines: readonly ShortLine[], draft: Draft | undefined): void {
    const lines = shortLines.map(({ block }) => block);
    for (const line of lines) this.headings.set(line, draft);
    const [first, ...rest] = shortLines.map(({ block, form }) => ({ block: this.block(block), goesOn: form.across }));
    if (!first) return;
    const heading = headingParts([first, ...rest], shortLines[0]?.form.counted ?? false);
    const headline = lines.find((line) => this.blocks[line] === heading.headline) ?? -1;
    for (const line of lines) this.roles[line] = line === headline ? "headline" : line < headline ? "kicker" : "deck";
    if (!draft) return;
    draft.headingLines = lines;
    draft.heading = heading;
  }

  /** Shares out what stands at a cut place; `a` is the article that ends there or that the place lies in. */
  private gatherAt(p: number, a: number): void {
    const { model, drafts, headings } = this;
    const place = model.places[p] as CutPlace;
    const current = drafts[a];
    if (!place.blocks.length) return;
    if (current && current.from < p && p < current.to) {
      for (const b of place.blocks) if (model.kinds[b] === "byline") current.bylines.push(b);
      return;
    }
    const upper = current?.to === p ? current : undefined;
    const lower = [current, drafts[a + 1]].find((draft) => draft?.from === p);
    const { up, down, bylines } = shareOut(model, place, { upper, lower, headings });
    if (upper && up > 0) upper.last = place.blocks[up - 1] as number;
    if (lower && down > 0) lower.first = place.blocks[place.blocks.length - down] as number;
    for (const [byline, owner] of bylines) owner.bylines.push(byline);
  }

  /** Gives a byline that is no one's to the nearest article that names no reporter. */
  private adoptBylines(): void {
    const { model, drafts } = this;
    const taken = new Set(drafts.flatMap(({ bylines }) => bylines));
    model.kinds.forEach((kind, b) => {
      if (kind !== "byline" || taken.has(b)) return;
      let nearest: Draft | undefined;
      let least = Number.POSITIVE_INFINITY;
      for (const draft of drafts) {
        const distance = Math.max(draft.first - b, b - draft.last);
        if (distance >= least || draft.bylines.length || isSigned(model, draft)) continue;
        least = distance;
        nearest = draft;
      }
      nearest?.bylines.push(b);
    });
  }

  private finished(draft: Draft, index: number): Article {
    const { first, last, headingLines, heading } = draft;
    const bylines = [...draft.bylines].sort((x, y) => x - y);
    return {
      index,
      start: this.block(first).start,
      end: this.block(last).end,
      blocks: this.blocks.slice(first, last + 1),
      ...(heading ? { headline: heading.headline } : {}),
      ...(heading?.kicker ? { kicker: heading.kicker } : {}),
      ...(heading?.deck ? { deck: heading.deck } : {}),
      heading: headingLines.map((b) => this.block(b)),
      named: heading?.named ?? [],
      bylines: bylines.map((b) => this.block(b)),
      detached: this.apart(draft).map((b) => this.block(b)),
    };
  }

  /** The parts of a heading that do not stand above the article's text in the order of print, in page order. */
  private apart({ from, to, first, last, headingLines, bylines }: Draft): number[] {
    const opening = this.model.texts[from] as number;
    const closing = this.model.texts[to - 1] as number;
    const isAbove = (b: number): boolean => first <= b && b < opening;
    const headingApart = headingLines.filter((b) => !isAbove(b));
    const headingEnd = headingLines.filter(isAbove).at(-1) ?? first - 1;
    // On a page in order a byline below the text was printed there, unless it came along with the heading.
    const mayClose = this.isInOrder && headingApart.length === 0;
    const isAtHome = (byline: number): boolean => {
      if (byline > opening && byline <= last) return this.signsPart(byline) || (mayClose && byline > closing);
      return isAbove(byline) && byline > headingEnd;
    };
    return [...headingApart, ...bylines.filter((b) => !isAtHome(b))].sort((x, y) => x - y);
  }

  /** Whether a byline stands below a crosshead: the parts of a feature may have a writer each. */
  private signsPart(byline: number): boolean {
    let above = byline - 1;
    while (this.roles[above] === "byline") above -= 1;
    return this.roles[above] === "crosshead";
  }
}

/** The roles of blocks by their kinds, before the headings are known. */
function rolesByKind(blocks: readonly Block[], { kinds, texts, cues }: PageModel): Role[] {
  const roles = kinds.map((kind, b): Role => {
    const { setting } = blocks[b] as Block;
    const ofText = kind === "text" || kind === "part";
    return ofText && (setting === "row" || setting === "verse") ? setting : ROLES[kind];
  });
  texts.forEach((b, t) => {
    const { note, lead } = cues[t] ?? {};
    if (note) roles[b] = "editors-note";
    else if (lead) roles[b] = "lead";
  });
  return roles;
}
