/** Whose the lines between two articles are: from above the upper one's, from below the lower one's, or neither's. */

import type { PageModel, Slot } from "./page-model.ts";

/** An article's texts: `from`…`to - 1`. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** The articles above and below a slot, and the owner of each heading line there (by its block). */
export interface Neighbours<A extends Extent> {
  readonly upper: A | undefined;
  readonly lower: A | undefined;
  /** The article of a heading line; undefined for a heading of none. Only heading lines are keys. */
  readonly headings: ReadonlyMap<number, A | undefined>;
}

export interface Shares<A> {
  /** How many of the slot's blocks belong to the upper article, counted from above. */
  readonly up: number;
  /** How many belong to the lower one, counted from below. */
  readonly down: number;
  /** The article of each byline of the slot; loose ones are left out. */
  readonly bylines: ReadonlyMap<number, A>;
}

/** A caption that resembles one neighbour by less than this share of its words more than the other is neither's. */
const CLEAR = 0.1;

/** Shares out the blocks of a slot between two articles. */
export function shareOut<A extends Extent>(model: PageModel, slot: Slot, neighbours: Neighbours<A>): Shares<A> {
  const { upper, lower, headings } = neighbours;
  const members = slot.blocks;
  const lastHeading = members.findLastIndex((b) => headings.has(b));
  const firstHeading = members.findIndex((b) => headings.has(b));
  const bylines = new Map<number, A>();
  /** The owner; null for a block that is neither's; undefined for one that goes with what stands beside it. */
  const owners = members.map((b, i): A | null | undefined => {
    if (headings.has(b)) {
      const owner = headings.get(b);
      return owner && (owner === upper || owner === lower) ? owner : null;
    }
    switch (model.kinds[b]) {
      case "short":
        if (i > lastHeading) return lower ?? upper ?? null;
        return i < firstHeading ? (upper ?? lower ?? null) : null;
      case "tail":
        return upper ?? null;
      case "credit": {
        // Below a headline it is the source of the text under it.
        const above = i > lastHeading ? headings.get(members[lastHeading] ?? -1) : undefined;
        return above && above === lower ? lower : (upper ?? null);
      }
      case "note":
        return lower ?? null;
      case "byline": {
        const owner = bylineOwner(model, slot, i, neighbours);
        if (owner) bylines.set(b, owner);
        return owner ?? null;
      }
      case "folio":
        return null;
      default:
        return undefined;
    }
  });
  let up = run(owners, upper);
  let down = run(owners.toReversed(), lower);
  if (up + down > members.length) down = members.length - up;
  const near = (b: number | undefined): A | undefined =>
    b === undefined ? undefined : captionOwner(model, b, neighbours);
  while (up + down < members.length && upper && near(members[up]) === upper) up += 1;
  while (up + down < members.length && lower && near(members[members.length - 1 - down]) === lower) down += 1;
  return { up, down, bylines };
}

/** How many blocks from the first on are the owner's, with those between them that go with anything. */
function run<A>(owners: readonly (A | null | undefined)[], owner: A | undefined): number {
  let length = 0;
  if (!owner) return length;
  for (let i = 0; i < owners.length; i += 1) {
    if (owners[i] === owner) length = i + 1;
    else if (owners[i] !== undefined) break;
  }
  return length;
}

/** Headline, byline, text belong together, and so do text and byline; a byline with neither beside it is loose. */
function bylineOwner<A extends Extent>(
  model: PageModel,
  slot: Slot,
  place: number,
  { upper, lower, headings }: Neighbours<A>,
): A | undefined {
  const past = (step: number): number => {
    let i = place + step;
    while (model.kinds[slot.blocks[i] ?? -1] === "byline") i += step;
    return i;
  };
  const above = past(-1);
  const reachesText = past(1) === slot.blocks.length;
  const aboveBlock = slot.blocks[above];
  if (aboveBlock !== undefined && headings.has(aboveBlock)) {
    const owner = headings.get(aboveBlock);
    return owner === upper || (owner === lower && reachesText) ? owner : undefined;
  }
  if (above < 0 && upper) return reachesText && lower && isSigned(model, upper) ? lower : upper;
  return reachesText ? lower : undefined;
}

/** Whether an article's own text names its reporter. */
export function isSigned(model: PageModel, { from, to }: Extent): boolean {
  return model.cues.slice(from, to).some(({ signed }) => signed);
}

/** The neighbour whose text a caption clearly resembles more. */
function captionOwner<A extends Extent>(
  model: PageModel,
  block: number,
  { upper, lower }: Neighbours<A>,
): A | undefined {
  const likeness = model.captions.get(block);
  if (!likeness?.known) return undefined;
  const shareOf = (article: A | undefined): number =>
    article
      ? ((likeness.shares[article.to] as number) - (likeness.shares[article.from] as number)) / likeness.known
      : 0;
  const difference = shareOf(upper) - shareOf(lower);
  if (Math.abs(difference) < CLEAR) return undefined;
  return difference > 0 ? upper : lower;
}
