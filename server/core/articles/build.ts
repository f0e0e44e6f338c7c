/** Makes articles and roles of what the search has found: ranges, headings, bylines. */

import type { Block } from "../layout/types.ts";
import type { Kind } from "./classify.ts";
import { type Heading, partsOf } from "./headings.ts";
import { isSigned, shareOut } from "./ownership.ts";
import type { PageModel, Short } from "./page-model.ts";
import type { Solution } from "./reading-score.ts";
import type { Article, Articles, Role } from "./types.ts";

/** An article while its blocks are gathered; numbers are of blocks. */
interface Draft {
  /** Its texts are `from`…`to - 1`. */
  readonly from: number;
  readonly to: number;
  /** First and last block of its range. */
  first: number;
  last: number;
  lines: readonly number[];
  heading: Heading | undefined;
  readonly bylines: number[];
}

const ROLES: Readonly<Record<Kind, Role>> = {
  text: "paragraph",
  short: "crosshead",
  name: "crosshead",
  office: "crosshead",
  tail: "paragraph",
  note: "editors-note",
  byline: "byline",
  credit: "credit",
  caption: "caption",
  folio: "folio",
  jump: "jump-line",
};

/** The articles of a run of blocks and the role of each; numbers count from the run's first block. */
export function build(blocks: readonly Block[], model: PageModel, solution: Solution): Articles {
  const roles = model.kinds.map((kind) => ROLES[kind]);
  model.texts.forEach((b, t) => {
    const { note, lead } = model.cues[t] ?? {};
    if (note) roles[b] = "editors-note";
    else if (lead) roles[b] = "lead";
  });
  const drafts = solution.articles.map(([from, to]): Draft => {
    const first = model.texts[from] as number;
    const last = model.texts[to - 1] as number;
    return { from, to, first, last, lines: [], heading: undefined, bylines: [] };
  });
  const headings = new Map<number, Draft | undefined>();
  for (const { shorts, article } of solution.groups) {
    const lines = shorts.map((s) => (model.shorts[s] as Short).block);
    const draft = drafts[article];
    for (const line of lines) headings.set(line, draft);
    const heading = nameParts(blocks, lines, roles);
    if (!draft) continue;
    draft.lines = lines;
    draft.heading = heading;
  }
  for (let u = 0, a = 0; u < model.slots.length; u += 1) {
    while (drafts[a] && (drafts[a] as Draft).to < u) a += 1;
    gather(model, drafts, headings, u, a);
  }
  adoptBylines(model, drafts);
  return { articles: drafts.map((draft, index) => finish(blocks, draft, index)), roles };
}

/** Gives the lines of a heading their roles. */
function nameParts(blocks: readonly Block[], lines: readonly number[], roles: Role[]): Heading | undefined {
  const [first, ...rest] = lines.map((line) => blocks[line] as Block);
  if (!first) return undefined;
  const heading = partsOf([first, ...rest]);
  const headline = lines.find((line) => blocks[line] === heading.headline) ?? -1;
  for (const line of lines) roles[line] = line === headline ? "headline" : line < headline ? "kicker" : "deck";
  return heading;
}

/** Shares out what stands at a slot; `a` is the article that ends there or that the slot lies in. */
function gather(
  model: PageModel,
  drafts: readonly Draft[],
  headings: ReadonlyMap<number, Draft | undefined>,
  u: number,
  a: number,
): void {
  const slot = model.slots[u];
  const current = drafts[a];
  if (!slot?.blocks.length) return;
  if (current && current.from < u && u < current.to) {
    for (const b of slot.blocks) if (model.kinds[b] === "byline") current.bylines.push(b);
    return;
  }
  const upper = current?.to === u ? current : undefined;
  const lower = current?.from === u ? current : drafts[a + 1]?.from === u ? drafts[a + 1] : undefined;
  const { up, down, bylines } = shareOut(model, slot, { upper, lower, headings });
  if (upper && up > 0) upper.last = slot.blocks[up - 1] as number;
  if (lower && down > 0) lower.first = slot.blocks[slot.blocks.length - down] as number;
  for (const [byline, owner] of bylines) owner.bylines.push(byline);
}

/** Loose bylines go to the nearest article that names no reporter. */
function adoptBylines(model: PageModel, drafts: readonly Draft[]): void {
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

function finish(blocks: readonly Block[], draft: Draft, index: number): Article {
  const { first, last, lines, heading } = draft;
  const bylines = [...draft.bylines].sort((x, y) => x - y);
  const apart = [...lines, ...bylines].filter((b) => b < first || b > last).sort((x, y) => x - y);
  const block = (b: number): Block => blocks[b] as Block;
  return {
    index,
    start: block(first).start,
    end: block(last).end,
    blocks: blocks.slice(first, last + 1),
    ...(heading ? { headline: heading.headline } : {}),
    ...(heading?.kicker ? { kicker: heading.kicker } : {}),
    ...(heading?.deck ? { deck: heading.deck } : {}),
    heading: lines.map(block),
    named: heading?.named ?? [],
    bylines: bylines.map(block),
    detached: apart.map(block),
  };
}
