/** Shares out the blocks between two articles: from above to the upper one, from below to the lower one, or to neither. */

import type { CutPlace, PageModel, TextRange } from "./page-model.ts";

/** The articles above and below a cut place. */
export interface Surroundings<A extends TextRange> {
  readonly upper: A | undefined;
  readonly lower: A | undefined;
  /** By their block: the heading lines of the page, each with its article; undefined for a heading of none. */
  readonly headings: ReadonlyMap<number, A | undefined>;
}

export interface SharedOut<A> {
  /** How many of the place's blocks belong to the upper article, counted from above. */
  readonly up: number;
  /** How many belong to the lower one, counted from below. */
  readonly down: number;
  /** The article of each byline of the place; bylines of none are left out. */
  readonly bylines: ReadonlyMap<number, A>;
}

/** A caption is an article's that it resembles by this share of its words more than the other. */
const CLEARLY_MORE = 0.1;

/** Whose a block is: an article's, no one's (null), or that of what stands beside it (undefined). */
type Owner<A> = A | null | undefined;

/** Shares out the blocks of a cut place. */
export function shareOut<A extends TextRange>(
  model: PageModel,
  place: CutPlace,
  surroundings: Surroundings<A>,
): SharedOut<A> {
  const { upper, lower } = surroundings;
  const { blocks } = place;
  const bylines = new Map<number, A>();
  const owners = blocks.map((b, i): Owner<A> => {
    if (model.kinds[b] !== "byline" || surroundings.headings.has(b)) return ownerOf(model, blocks, i, surroundings);
    const owner = bylineOwner(model, blocks, i, surroundings);
    if (owner) bylines.set(b, owner);
    return owner ?? null;
  });
  let up = ownedRun(owners, upper);
  let down = ownedRun(owners.toReversed(), lower);
  if (up + down > blocks.length) down = blocks.length - up;
  const captionOf = (b: number | undefined): A | undefined =>
    b === undefined ? undefined : captionOwner(model, b, surroundings);
  while (up + down < blocks.length && upper && captionOf(blocks[up]) === upper) up += 1;
  while (up + down < blocks.length && lower && captionOf(blocks[blocks.length - 1 - down]) === lower) down += 1;
  return { up, down, bylines };
}

/** The owner of the block `blocks[i]`, which is no byline. */
function ownerOf<A extends TextRange>(
  { kinds }: PageModel,
  blocks: readonly number[],
  i: number,
  { upper, lower, headings }: Surroundings<A>,
): Owner<A> {
  const block = blocks[i] as number;
  if (headings.has(block)) {
    const owner = headings.get(block);
    return owner && (owner === upper || owner === lower) ? owner : null;
  }
  const lastHeading = blocks.findLastIndex((b) => headings.has(b));
  switch (kinds[block]) {
    case "short": {
      if (i > lastHeading) return lower ?? upper ?? null;
      return i < blocks.findIndex((b) => headings.has(b)) ? (upper ?? lower ?? null) : null;
    }
    case "tail":
    case "contact":
    case "date":
      return upper ?? null;
    case "credit": {
      // Below a headline it is the source of the text under it.
      const heading = i > lastHeading ? headings.get(blocks[lastHeading] ?? -1) : undefined;
      return heading && heading === lower ? lower : (upper ?? null);
    }
    case "note":
      return lower ?? null;
    case "folio":
      return null;
    default:
      return undefined;
  }
}

/** How many blocks from the first on are an article's, with those between them that go with what stands beside them. */
function ownedRun<A>(owners: readonly Owner<A>[], article: A | undefined): number {
  let length = 0;
  if (!article) return length;
  for (let i = 0; i < owners.length; i += 1) {
    if (owners[i] === article) length = i + 1;
    else if (owners[i] !== undefined) break;
  }
  return length;
}

/**
 * The article of the byline `blocks[i]`. Headline, byline and text belong together, and so do text and byline; a byline
 * with neither beside it is no one's yet.
 */
function bylineOwner<A extends TextRange>(
  model: PageModel,
  blocks: readonly number[],
  i: number,
  { upper, lower, headings }: Surroundings<A>,
): A | undefined {
  const pastBylines = (step: number): number => {
    let k = i + step;
    while (model.kinds[blocks[k] ?? -1] === "byline") k += step;
    return k;
  };
  const above = pastBylines(-1);
  // A line such as 核心阅读 opens the text.
  const reachesText = blocks.slice(pastBylines(1)).every((b) => model.kinds[b] === "note");
  const blockAbove = blocks[above];
  if (blockAbove !== undefined && headings.has(blockAbove)) {
    const owner = headings.get(blockAbove);
    return owner === upper || (owner === lower && reachesText) ? owner : undefined;
  }
  if (above < 0 && upper) return reachesText && lower && isSigned(model, upper) ? lower : upper;
  return reachesText ? lower : undefined;
}

/** Whether an article's own text names its reporter. */
export function isSigned({ cues }: PageModel, { from, to }: TextRange): boolean {
  return cues.slice(from, to).some(({ signed }) => signed);
}

/** The article beside a caption that it clearly resembles more. */
function captionOwner<A extends TextRange>(
  { captions }: PageModel,
  block: number,
  { upper, lower }: Surroundings<A>,
): A | undefined {
  const likeness = captions.get(block);
  if (!likeness?.known) return undefined;
  const { shares, known } = likeness;
  const shareOf = (article: A | undefined): number =>
    article ? ((shares[article.to] as number) - (shares[article.from] as number)) / known : 0;
  const difference = shareOf(upper) - shareOf(lower);
  if (Math.abs(difference) < CLEARLY_MORE) return undefined;
  return difference > 0 ? upper : lower;
}
