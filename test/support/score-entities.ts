/** Measures what is recognised on a page against the names marked in its truth. */

import type { Mention } from "../../server/core/names/index.ts";
import type { Analysis } from "../../server/core/page/analysis.ts";
import { withoutWhiteSpace } from "../../server/core/text/text.ts";
import { MARKED_TYPES, type MarkedEntity, type MarkedType, unmark } from "./marks.ts";
import { aligned, type Counts, fold, type PageTruth } from "./score.ts";

export interface EntityError {
  readonly type: MarkedType;
  /** Found where nothing is, not found, found with other ends, or taken for another type. */
  readonly kind: "wrong" | "missed" | "span" | "type";
  /** What the truth has; of a `wrong` one, what was found. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** What was found instead. */
  readonly found?: string;
}

export interface EntityScore {
  readonly counts: Readonly<Record<MarkedType, Counts>>;
  readonly errors: readonly EntityError[];
}

/**
 * Scores the mentions of a page by exact span and type, both places counted in characters that are no white space, so
 * that a block cut in two costs only the name at the cut. A name found over several links of a chain counts as those links, as
 * truths differ in whether a village with its town and county is one name. Coined terms are not scored. Undefined where
 * the truth has no marked paragraph.
 */
export function scoreEntities(
  truth: PageTruth,
  { blocks }: Analysis,
  mentions: readonly Mention[],
): EntityScore | undefined {
  if (!truth.paras.some(({ marked }) => marked !== undefined)) return undefined;
  const page = blocks.map(({ text }) => fold(text)).join("");
  const { gold, text: written } = markedPage(truth);
  const place = aligned(written, page);
  const onPage = gold.map((entity) => ({ ...entity, start: place(entity.start)[1], end: place(entity.end)[0] }));
  const starts: number[] = [];
  let length = 0;
  for (const { text } of blocks) {
    starts.push(length);
    length += fold(text).length;
  }
  const found = mentions.flatMap((mention): Placed[] => {
    const type = MARKED_TYPES.find((each) => each === mention.type);
    if (!type) return [];
    const before = fold((blocks[mention.block]?.text ?? "").slice(0, mention.start)).length;
    const start = (starts[mention.block] ?? 0) + before;
    return [{ start, end: start + fold(mention.text).length, type }];
  });
  return compare(
    page,
    onPage,
    found.flatMap((mention) => linksOf(mention, onPage)),
  );
}

/** The counts of all scores. */
export function sumEntityScores(scores: readonly EntityScore[]): Readonly<Record<MarkedType, Counts>> {
  const sum = emptyCounts();
  for (const { counts } of scores) for (const type of MARKED_TYPES) addTo(sum[type], counts[type]);
  return sum;
}

/** The counts of all types together. */
export function allTypes(counts: Readonly<Record<MarkedType, Counts>>): Counts {
  const all = { right: 0, wrong: 0, missed: 0 };
  for (const type of MARKED_TYPES) addTo(all, counts[type]);
  return all;
}

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly type: MarkedType;
}

/** Characters shown on either side of an error. */
const CONTEXT = 8;

/** The page's text without white space, and where its marked names stand in it. */
function markedPage(truth: PageTruth): { text: string; gold: MarkedEntity[] } {
  const gold: MarkedEntity[] = [];
  let page = "";
  for (const para of truth.paras) {
    const { text, entities } = unmark(para.marked ?? para.text);
    if (withoutWhiteSpace(text) !== withoutWhiteSpace(para.text))
      throw new Error(`The marked text of ${truth.page} ${para.id} is not its text.`);
    for (const entity of entities) {
      const start = page.length + fold(text.slice(0, entity.start)).length;
      gold.push({ ...entity, start, end: start + fold(text.slice(entity.start, entity.end)).length });
    }
    page += fold(text);
  }
  return { text: page, gold };
}

function compare(page: string, gold: readonly MarkedEntity[], found: readonly Placed[]): EntityScore {
  const counts = emptyCounts();
  const errors: EntityError[] = [];
  const sure = gold.filter(({ optional }) => !optional);
  const doubtful = gold.filter(({ optional }) => optional);
  const same = (a: Placed, b: Placed): boolean => a.type === b.type && sameSpan(a, b);
  const missed = sure.filter((entity) => !found.some((mention) => same(entity, mention)));
  const wrong = found.filter(
    (mention) => !sure.some((entity) => same(entity, mention)) && !doubtful.some((entity) => overlap(entity, mention)),
  );
  for (const entity of sure) counts[entity.type][missed.includes(entity) ? "missed" : "right"] += 1;
  for (const mention of wrong) counts[mention.type].wrong += 1;
  const at = ({ start, end, type }: Placed): Pick<EntityError, "type" | "text" | "before" | "after"> => ({
    type,
    text: page.slice(start, end),
    before: page.slice(Math.max(0, start - CONTEXT), start),
    after: page.slice(end, end + CONTEXT),
  });
  const told = new Set<Placed>();
  for (const entity of missed) {
    // A doubtful longer span may stand in the way too: it explains the miss though it doesn't count by itself.
    const instead = found.filter((mention) => overlap(entity, mention));
    for (const mention of instead) told.add(mention);
    const kind = instead.some((mention) => sameSpan(entity, mention)) ? "type" : instead.length > 0 ? "span" : "missed";
    const named = instead.map(({ start, end, type }) => `${type} ${page.slice(start, end)}`).join(", ");
    errors.push({ ...at(entity), kind, ...(named && { found: named }) });
  }
  for (const mention of wrong) if (!told.has(mention)) errors.push({ ...at(mention), kind: "wrong" });
  return { counts, errors };
}

/** The marked links that a mention covers from end to end, or the mention itself. */
function linksOf(mention: Placed, gold: readonly MarkedEntity[]): readonly Placed[] {
  const links = gold.filter(({ type, start, end }) => type === mention.type && start < end && end <= mention.end);
  if (links.some((link) => sameSpan(link, mention))) return [mention];
  const from = (start: number): Placed[] | undefined => {
    if (start === mention.end) return [];
    for (const link of links) {
      if (link.start !== start) continue;
      const rest = from(link.end);
      if (rest) return [link, ...rest];
    }
    return undefined;
  };
  return from(mention.start) ?? [mention];
}

function emptyCounts(): Record<MarkedType, Counts> {
  return Object.fromEntries(MARKED_TYPES.map((type) => [type, { right: 0, wrong: 0, missed: 0 }])) as Record<
    MarkedType,
    Counts
  >;
}

function addTo(sum: Counts, { right, wrong, missed }: Counts): void {
  sum.right += right;
  sum.wrong += wrong;
  sum.missed += missed;
}

function sameSpan(a: Placed, b: Placed): boolean {
  return a.start === b.start && a.end === b.end;
}

function overlap(a: Placed, b: Placed): boolean {
  return a.start < b.end && b.start < a.end;
}
