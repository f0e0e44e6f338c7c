/**
 * The error rate of a page or an issue: what its findings would count by 《报纸编校差错率计算方法》 (2020), in errors per 10,000
 * characters. Faults that the extraction made count nothing.
 */

import type { Analysis } from "./page/analysis.ts";
import { partsOf } from "./page/analysis.ts";
import type { Finding } from "./page/finding.ts";
import { RULES } from "./rules/index.ts";
import type { ErrorKind } from "./rules/rule.ts";
import { characterCount, indexAtOffset } from "./text/text.ts";

/** What of a page goes into the rate: plain data, to be added up over the pages of an issue. */
export interface PageErrors {
  /** Characters and marks, white space left out. */
  readonly characters: number;
  readonly errors: readonly PageError[];
}

interface PageError {
  readonly rule: string;
  /** The words that are wrong: the same error counts three times at most. */
  readonly words: string;
  /** What it counts, in tenths of an error. */
  readonly tenths: number;
}

/** An error rate and how it comes about. */
export interface ErrorRate {
  /** What the rules count, in errors; most first. */
  readonly charges: readonly { readonly rule: string; readonly places: number; readonly errors: number }[];
  readonly errors: number;
  readonly characters: number;
  /** To one decimal. */
  readonly perTenThousand: number;
}

/** The rate up to which a paper passes: Regulations on the Quality of Newspapers and Periodicals, 2020. */
export const PASSING_RATE = 3;

/** One error counts so often in an issue at most. */
const SAME_ERROR = 3;

/** In tenths of an error. */
const TENTHS: Readonly<Record<Exclude<ErrorKind, "character">, number>> = { fact: 10, important: 20, mark: 1 };

/** Roles whose errors count double: masthead and column titles are folios, headings are headings. */
const DOUBLED: ReadonlySet<string> = new Set(["headline", "kicker", "deck", "crosshead", "folio"]);

const KINDS = new Map(RULES.flatMap(({ id, counts }) => (counts ? [[id, counts] as const] : [])));

/** What a page's findings count; those by names are among them where the caller has put them there. */
export function pageErrors(analysis: Analysis): PageErrors {
  const { text } = analysis;
  const errors: PageError[] = [];
  for (const { unplaced, placed } of partsOf(analysis)) {
    if (!unplaced.some(({ rule }) => KINDS.has(rule))) continue;
    for (const finding of placed()) {
      const kind = KINDS.get(finding.rule);
      if (!kind) continue;
      const tenths = kind === "character" ? byLength(finding, text) : TENTHS[kind];
      const words = text.slice(finding.start, finding.end);
      errors.push({ rule: finding.rule, words, tenths: isDoubled(analysis, finding) ? 2 * tenths : tenths });
    }
  }
  return { characters: characterCount(text), errors };
}

/** A wrong character is one error, two to five are two, more are four. */
function byLength({ fix }: Finding, text: string): number {
  const edits = fix?.edits ?? [];
  const changed = edits.reduce((sum, { start, end, newText }) => {
    return sum + Math.max(characterCount(text.slice(start, end)), characterCount(newText));
  }, 0);
  if (changed <= 1) return 10;
  return changed <= 5 ? 20 : 40;
}

function isDoubled({ blocks, roles }: Analysis, { start }: Finding): boolean {
  const role = roles[indexAtOffset(blocks, start)];
  return role !== undefined && DOUBLED.has(role);
}

/** The rate of the pages of an issue, or of one page. */
export function errorRate(pages: readonly PageErrors[]): ErrorRate {
  const times = new Map<string, number>();
  const byRule = new Map<string, { places: number; tenths: number }>();
  for (const { rule, words, tenths } of pages.flatMap(({ errors }) => errors)) {
    const row = byRule.get(rule) ?? { places: 0, tenths: 0 };
    const key = `${rule} ${words}`;
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    byRule.set(rule, { places: row.places + 1, tenths: row.tenths + (before < SAME_ERROR ? tenths : 0) });
  }
  const rows = [...byRule].sort(([, a], [, b]) => b.tenths - a.tenths);
  const tenths = rows.reduce((sum, [, row]) => sum + row.tenths, 0);
  const characters = pages.reduce((sum, page) => sum + page.characters, 0);
  return {
    charges: rows.map(([rule, row]) => ({ rule, places: row.places, errors: row.tenths / 10 })),
    errors: tenths / 10,
    characters,
    perTenThousand: characters === 0 ? 0 : Math.round((tenths * 10_000) / characters) / 10,
  };
}
