/** Makes articles and roles of what the search has found: ranges, headings, bylines. */

import type { Block, Layout } from "../layout/types.ts";
import { cuesOf } from "./classify.ts";
import { type Heading, partsOf } from "./headings.ts";
import type { Group, Solution } from "./judge.ts";
import type { PageModel, Short, Slot } from "./page.ts";
import type { Article, Articles, Role } from "./types.ts";

/** An article while its blocks are gathered. */
interface Draft {
  readonly from: number;
  readonly to: number;
  readonly own: Set<number>;
  heading: Heading | undefined;
  lines: Block[];
  readonly bylines: number[];
}

/** The articles and the role of each block. */
export function build(layout: Layout, model: PageModel, solution: Solution): Articles {
  const { blocks } = layout;
  const roles: Role[] = model.kinds.map((kind) =>
    kind === "text" || kind === "tail" || kind === "short" || kind === "name"
      ? "paragraph"
      : kind === "note"
        ? "editors-note"
        : kind === "jump"
          ? "jump-line"
          : kind,
  );
  const drafts = solution.articles.map(
    ([from, to]): Draft => ({
      from,
      to,
      own: new Set(model.texts.slice(from, to)),
      heading: undefined,
      lines: [],
      bylines: [],
    }),
  );
  const slotArticle = new Int32Array(model.slots.length).fill(-1);
  drafts.forEach((draft, a) => {
    for (let u = draft.from + 1; u < draft.to; u += 1) slotArticle[u] = a;
  });

  const groupOf = new Map<number, Group>();
  for (const group of solution.groups) {
    for (const s of group.shorts) groupOf.set(s, group);
    setHeading(blocks, model, drafts, group, roles);
  }
  model.slots.forEach((slot, u) => {
    const inside = slotArticle[u] as number;
    if (inside >= 0) inner(model, slot, drafts[inside] as Draft, roles);
    else between(blocks, model, slot, u, drafts, groupOf, roles);
  });
  for (const b of model.texts) if (cuesOf(blocks[b] as Block).lead) roles[b] = "lead";
  adopt(blocks, model, drafts, roles);
  return { articles: drafts.map((draft, index) => finish(blocks, draft, index)), roles };
}

function setHeading(blocks: readonly Block[], model: PageModel, drafts: Draft[], group: Group, roles: Role[]): void {
  const lines = group.shorts.map((s) => blocks[(model.shorts[s] as Short).block] as Block);
  const [first, ...rest] = lines;
  if (!first) return;
  const heading = partsOf([first, ...rest]);
  for (const line of lines) {
    roles[line.index] =
      line === heading.headline ? "headline" : line.index < heading.headline.index ? "kicker" : "deck";
  }
  const draft = drafts[group.article];
  if (!draft) return;
  draft.heading = heading;
  draft.lines = lines;
}

/** All that stands between an article's texts is its own. */
function inner(model: PageModel, slot: Slot, draft: Draft, roles: Role[]): void {
  for (const b of slot.blocks) {
    draft.own.add(b);
    if (model.kinds[b] === "short") roles[b] = "crosshead";
    if (model.kinds[b] === "byline") draft.bylines.push(b);
  }
}

/** Shares out what stands between two articles: from above to the upper one, from below to the lower one. */
function between(
  blocks: readonly Block[],
  model: PageModel,
  slot: Slot,
  u: number,
  drafts: Draft[],
  groupOf: ReadonlyMap<number, Group>,
  roles: Role[],
): void {
  const upper = drafts.find((draft) => draft.to === u);
  const lower = drafts.find((draft) => draft.from === u);
  const shortAt = new Map(slot.shorts.map((s) => [(model.shorts[s] as Short).block, s]));
  const groups = slot.blocks.map((b) => {
    const s = shortAt.get(b);
    return s === undefined ? undefined : groupOf.get(s);
  });
  const ownerOf = (group: Group): Draft | undefined => drafts[group.article];
  const lastGroup = groups.findLastIndex((group) => group !== undefined);
  const firstGroup = groups.findIndex((group) => group !== undefined);

  /** Whose a block is by its kind and place alone; undefined where it may be either's. */
  const wish = slot.blocks.map((b, i): Draft | "none" | undefined => {
    const kind = model.kinds[b];
    const group = groups[i];
    if (group) {
      const owner = ownerOf(group);
      return owner && (owner === upper || owner === lower) ? owner : "none";
    }
    if (kind === "short") {
      const own = i > lastGroup ? (lower ?? upper) : i < firstGroup ? (upper ?? lower) : undefined;
      roles[b] = "crosshead";
      return own ?? "none";
    }
    if (kind === "tail" || kind === "credit") return upper ?? "none";
    if (kind === "note") return lower ?? "none";
    if (kind === "folio") return "none";
    return undefined;
  });
  slot.blocks.forEach((b, i) => {
    if (model.kinds[b] === "byline") wish[i] = bylineOwner(blocks, model, slot, i, upper, lower, groups, ownerOf);
  });

  let top = -1;
  for (let i = 0; i < slot.blocks.length && upper; i += 1) {
    if (wish[i] === upper) top = i;
    else if (wish[i] !== undefined) break;
  }
  let bottom = slot.blocks.length;
  for (let i = slot.blocks.length - 1; i > top && lower; i -= 1) {
    if (wish[i] === lower) bottom = i;
    else if (wish[i] !== undefined) break;
  }
  slot.blocks.forEach((b, i) => {
    const draft = i <= top ? upper : i >= bottom ? lower : undefined;
    draft?.own.add(b);
    const owner = wish[i];
    if (model.kinds[b] === "byline" && owner && owner !== "none") owner.bylines.push(b);
  });
}

/** Headline, byline, text belong together; so do text, byline. A byline with neither beside it is loose. */
function bylineOwner(
  blocks: readonly Block[],
  model: PageModel,
  slot: Slot,
  i: number,
  upper: Draft | undefined,
  lower: Draft | undefined,
  groups: readonly (Group | undefined)[],
  ownerOf: (group: Group) => Draft | undefined,
): Draft | "none" {
  let above = i - 1;
  while (above >= 0 && model.kinds[slot.blocks[above] as number] === "byline") above -= 1;
  let below = i + 1;
  while (below < slot.blocks.length && model.kinds[slot.blocks[below] as number] === "byline") below += 1;
  const groupAbove = groups[above];
  if (groupAbove) {
    const owner = ownerOf(groupAbove);
    return owner && (owner === upper || (owner === lower && below === slot.blocks.length)) ? owner : "none";
  }
  if (above < 0 && upper) {
    const signed = model.texts.slice(upper.from, upper.to).some((b) => cuesOf(blocks[b] as Block).signed);
    return signed && below === slot.blocks.length && lower ? lower : upper;
  }
  return below === slot.blocks.length && lower ? lower : "none";
}

/** Loose bylines go to an article that names no reporter yet: the one whose text lies nearest. */
function adopt(blocks: readonly Block[], model: PageModel, drafts: Draft[], roles: readonly Role[]): void {
  const taken = new Set(drafts.flatMap((draft) => draft.bylines));
  for (let b = 0; b < blocks.length; b += 1) {
    if (roles[b] !== "byline" || taken.has(b)) continue;
    const free = drafts.filter(
      (draft) =>
        !draft.bylines.length &&
        !model.texts.slice(draft.from, draft.to).some((text) => cuesOf(blocks[text] as Block).signed),
    );
    const distance = (draft: Draft): number => {
      const first = Math.min(...draft.own);
      const last = Math.max(...draft.own);
      return b < first ? first - b : b > last ? b - last : 0;
    };
    const nearest = free.sort((x, y) => distance(x) - distance(y))[0];
    nearest?.bylines.push(b);
  }
}

function finish(blocks: readonly Block[], draft: Draft, index: number): Article {
  const first = Math.min(...draft.own);
  const last = Math.max(...draft.own);
  const own = blocks.slice(first, last + 1);
  const bylines = draft.bylines.map((b) => blocks[b] as Block).sort((x, y) => x.index - y.index);
  const apart = (block: Block): boolean => block.index < first || block.index > last;
  const { headline, kicker, deck, named = [] } = draft.heading ?? {};
  return {
    index,
    start: (blocks[first] as Block).start,
    end: (blocks[last] as Block).end,
    blocks: own,
    ...(headline ? { headline } : {}),
    ...(kicker ? { kicker } : {}),
    ...(deck ? { deck } : {}),
    heading: draft.lines,
    named,
    bylines,
    detached: [...draft.lines, ...bylines].filter(apart).sort((x, y) => x.index - y.index),
  };
}
