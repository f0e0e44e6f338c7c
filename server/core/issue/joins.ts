/** Which jump lines of an issue belong together, and so which article goes on where. */

import type { PageNumber } from "../articles/jumps.ts";
import { type IssuePage, pageNumberOf } from "./issue.ts";
import type { JumpFact } from "./jump-facts.ts";

/** A jump line and the page that it is on. */
export interface JumpOnPage {
  readonly page: IssuePage;
  readonly jump: JumpFact;
}

/** Two jump lines that name one another's pages: an article goes on from the one to the other. */
export interface Join {
  readonly to: JumpOnPage;
  readonly from: JumpOnPage;
}

export interface Joins {
  readonly joined: readonly Join[];
  /** Jump lines with nothing on the page that they name, or with several that might be meant. */
  readonly single: readonly JumpOnPage[];
}

/** A part of an article, by its page and its index there. */
export interface ArticlePart {
  readonly uri: string;
  readonly article: number;
  /** The number of the page, with its section: 3, A3. */
  readonly number: string;
}

/** Pairs the jump lines by the numbers of the pages, and where that leaves a choice by their articles' words. */
export function joinsIn(pages: readonly IssuePage[]): Joins {
  const all = pages.flatMap((page) => page.facts.jumps.lines.map((jump) => ({ page, jump })));
  const groups = new Map<string, { to: JumpOnPage[]; from: JumpOnPage[] }>();
  for (const line of all) {
    const key = wayOf(line, pages);
    if (key === undefined) continue;
    const group = groups.get(key) ?? { to: [], from: [] };
    groups.set(key, group);
    group[line.jump.isFrom ? "from" : "to"].push(line);
  }
  const joined = [...groups.values()].flatMap(pairsIn);
  const paired = new Set(joined.flatMap(({ to, from }) => [to, from]));
  return { joined, single: all.filter((line) => !paired.has(line)) };
}

/** The articles that stand on several pages, each as its parts in the order of reading. */
export function articlesOverPages(pages: readonly IssuePage[]): (readonly ArticlePart[])[] {
  const next = new Map<string, ArticlePart>();
  const heads = new Map<string, ArticlePart>();
  const later = new Set<string>();
  for (const { to, from } of joinsIn(pages).joined) {
    const [before, after] = [partOf(to), partOf(from)];
    if (!before || !after || next.has(keyOf(before)) || later.has(keyOf(after))) continue;
    next.set(keyOf(before), after);
    heads.set(keyOf(before), before);
    later.add(keyOf(after));
  }
  // A ring of pages has no part that comes first, and is none.
  const first = [...heads].filter(([key]) => !later.has(key)).map(([, part]) => part);
  return first.map((part) => {
    const parts = [part];
    for (let more = next.get(keyOf(part)); more; more = next.get(keyOf(more))) parts.push(more);
    return parts;
  });
}

function partOf({ page, jump: { article } }: JumpOnPage): ArticlePart | undefined {
  const number = pageNumberOf(page);
  return article === undefined || !number
    ? undefined
    : { uri: page.uri, article, number: `${number.section}${number.number}` };
}

function keyOf({ uri, article }: ArticlePart): string {
  return `${uri} ${article}`;
}

/** The only page of the issue with a number; a jump line without a section means its own. */
export function pageWithNumber(
  { section, number }: PageNumber,
  on: IssuePage,
  pages: readonly IssuePage[],
): readonly IssuePage[] {
  const wanted = section || (pageNumberOf(on)?.section ?? "");
  return pages.filter((page) => {
    const own = pageNumberOf(page);
    return own?.number === number && own.section === wanted;
  });
}

/** From which page to which an article goes by a jump line; nothing where the pages are not sure. */
function wayOf({ page, jump }: JumpOnPage, pages: readonly IssuePage[]): string | undefined {
  const own = pageNumberOf(page);
  const [other, ...more] = pageWithNumber(jump.page, page, pages);
  if (!own || !other || more.length > 0 || other === page) return undefined;
  if (pageWithNumber(own, page, pages).length > 1) return undefined;
  return jump.isFrom ? `${other.uri} ${page.uri}` : `${page.uri} ${other.uri}`;
}

/** An article has so many times more in common with its other part than with any other one. */
const MARGIN = 2;
/** Trigrams that two parts have in common at least, where there is a choice. */
const LEAST_IN_COMMON = 4;

/** Jump lines from one page to another in pairs. */
function pairsIn({ to, from }: { readonly to: readonly JumpOnPage[]; readonly from: readonly JumpOnPage[] }): Join[] {
  const [one, other] = [to[0], from[0]];
  // The two name one another: their words need not be alike.
  if (one && other && to.length === 1 && from.length === 1) return [{ to: one, from: other }];
  const grams = new Map([...to, ...from].map((line) => [line, trigramsOf(line.jump.words)]));
  const inCommon = (a: JumpOnPage, b: JumpOnPage): number => {
    const others = grams.get(b);
    return [...(grams.get(a) ?? [])].filter((gram) => others?.has(gram)).length;
  };
  return to.flatMap((a) =>
    from.flatMap((b) => {
      const common = inCommon(a, b);
      const rivals = [
        ...to.filter((line) => line !== a).map((line) => inCommon(line, b)),
        ...from.filter((line) => line !== b).map((line) => inCommon(a, line)),
      ];
      const isSure = common >= LEAST_IN_COMMON && rivals.every((count) => common >= MARGIN * count);
      return isSure ? [{ to: a, from: b }] : [];
    }),
  );
}

/** Whether two articles have so much in common as the parts of one have. */
export function areAlike(a: string, b: string): boolean {
  const others = trigramsOf(b);
  return [...trigramsOf(a)].filter((gram) => others.has(gram)).length >= LEAST_IN_COMMON;
}

/** Three characters of the same sentence. */
const TRIGRAM = /(?=(\p{Script=Han}{3}))/gu;

function trigramsOf(words: string): ReadonlySet<string> {
  return new Set([...words.replace(/[\s\u3000]/gu, "").matchAll(TRIGRAM)].map(([, gram = ""]) => gram));
}
