/** An issue of a paper: which pages of a folder are one, its day, and the numbers of its pages. */

import { type PageNumber, pageName } from "../articles/jumps.ts";
import type { PageFacts } from "./page-facts.ts";

export interface IssuePage {
  /** The address by which findings name the page. */
  readonly uri: string;
  readonly facts: PageFacts;
}

export interface Issue {
  /** By their addresses, sorted; at least two. */
  readonly pages: readonly IssuePage[];
  /** The day of the issue (ISO 8601), where its folios agree on one. Pages without one may have been collected over months. */
  readonly date?: string;
}

/** A folder with more pages is an archive; a special issue of a daily has some two hundred. */
export const MOST_PAGES = 300;

/**
 * The issues among some pages, all of the pages that there are in their folders. Pages in one folder are an issue
 * unless they contradict one another: the files' names are of one day, nearly all folios have one date, and either every
 * second page has a folio with a date or the files are numbered through. What may be no issue is none, so that no page is
 * compared with strange ones.
 */
export function issuesAmong(pages: readonly IssuePage[]): Issue[] {
  const groups = new Map<string, IssuePage[]>();
  for (const page of pages) {
    const key = issueKey(page.uri);
    const group = groups.get(key);
    if (group) group.push(page);
    else groups.set(key, [page]);
  }
  return [...groups.values()].flatMap((group) => issueOf(group) ?? []);
}

/** What the addresses of the pages of an issue have in common: their folder, and the day where their names have one. */
export function issueKey(uri: string): string {
  return `${folderOf(uri)}|${dayInName(fileNameOf(uri))}`;
}

/** The number of a page: its folio's, else that in the name of its file. */
export function pageNumberOf({ uri, facts }: IssuePage): PageNumber | undefined {
  return facts.folio.page?.value ?? pageName(fileNameOf(uri))?.page;
}

/** A page as an editor calls it, in both languages: by its folio's number, else by its file. */
export function pageTitle({ uri, facts }: IssuePage): { readonly zh: string; readonly en: string } {
  const page = facts.folio.page?.value;
  if (page) return { zh: `第${page.section}${page.number}版`, en: `page ${page.section}${page.number}` };
  const name = fileNameOf(uri);
  return { zh: `“${name}”`, en: `“${name}”` };
}

/** The name of the file of an address, as people read it. */
export function fileNameOf(uri: string): string {
  const name = uri.replace(/[?#].*$/su, "").replace(/^.*\//su, "");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function folderOf(uri: string): string {
  return uri.replace(/[^/]*$/su, "");
}

/** 20240520, 2024-05-20 or 2024年5月20日 in the name of a file. */
const DAY = /(?<!\d)((?:19|20)\d\d)(?:[-_.年](\d{1,2})[-_.月](\d{1,2})|(\d\d)(\d\d))(?!\d)/u;

function dayInName(name: string): string {
  const [, year, month, day, mm = month, dd = day] = DAY.exec(name.normalize("NFKC")) ?? [];
  return year === undefined ? "" : `${year}-${Number(mm)}-${Number(dd)}`;
}

function issueOf(group: readonly IssuePage[]): Issue | undefined {
  if (group.length < 2 || group.length > MOST_PAGES) return undefined;
  const pages = [...group].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  const dates = pages.flatMap(({ facts }) => facts.folio.date?.value ?? []);
  const [date, count] = mostFrequent(dates);
  const others = dates.length - count;
  // One wrong date among few right ones could as well be the right one.
  if (others > 0 && others > count / 3) return undefined;
  const isDated = count >= 2 && 2 * dates.length >= pages.length;
  if (!isDated && !areNumberedThrough(pages)) return undefined;
  return { pages, ...(date !== undefined && count >= 2 && { date }) };
}

/** The value that is there most often, of such the first, and how often. */
export function mostFrequent<Value>(values: readonly Value[]): readonly [value: Value | undefined, count: number] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: readonly [Value | undefined, number] = [undefined, 0];
  for (const entry of counts) if (entry[1] > best[1]) best = entry;
  return best;
}

/** Whether the names of the files differ in the number of the page, and begin alike. */
function areNumberedThrough(pages: readonly IssuePage[]): boolean {
  const names = pages.map(({ uri }) => pageName(fileNameOf(uri)));
  const numbers = new Set(names.map((name) => name && `${name.page.section}${name.page.number}`));
  return (
    numbers.size === pages.length && !numbers.has(undefined) && new Set(names.map((name) => name?.before)).size === 1
  );
}
