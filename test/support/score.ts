/** Measures a cleaned page and its articles against the truth: what was joined, what was kept apart, what is left. */

import { LOOKALIKE, standFor } from "../../server/core/tables/look-alike.ts";
import { aligned, fold, lineEndsOf, paragraphsOf } from "./line-ends.ts";

export { aligned, fold };

/** A page's truth, as the files beside the pages hold it. Lines are 1-based; a line without `para` is not judged. */
export interface PageTruth {
  readonly page: string;
  readonly format: string;
  readonly lines: readonly {
    readonly n: number;
    readonly text: string;
    readonly para: string | null;
    readonly article: string;
    readonly role: string;
    readonly mixed?: unknown;
    /** The measure of its column in em, where it is known. */
    readonly measure?: number;
  }[];
  readonly paras: readonly {
    readonly id: string;
    readonly article: string;
    readonly role: string;
    readonly text: string;
    /** The text with its names marked ({@link ./marks.ts}), where somebody has marked them. */
    readonly marked?: string;
  }[];
  readonly articles: readonly {
    readonly id: string;
    readonly kicker: string;
    readonly headline: string;
    readonly subhead: string;
    readonly head_pos?: string;
  }[];
  readonly allowed_dedup?: readonly {
    readonly para: string;
    readonly duplicated: string;
    readonly offset_nospace?: number;
  }[];
}

/** Right, wrong and missed decisions. */
export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

export interface PairError {
  /** Indexes of the two lines in the truth. */
  readonly line: number;
  /** Whether the two lines belong to two paragraphs and were joined, or to one and were kept apart. */
  readonly kind: "joined" | "cut";
}

export interface TextScore {
  boundaries: Counts;
  /** The same inside the bodies of articles. */
  bodies: Counts;
  paragraphs: number;
  exact: number;
  /** Exact with every blank in its place. */
  exactWithBlanks: number;
  lost: number;
  added: number;
  /** Blanks between a numeral or Latin word and a Han character that the truth does not have; and how many came in. */
  numberBlanks: number;
  numberBlanksBefore: number;
  justified: number;
  justifiedBefore: number;
  radicals: number;
  radicalsBefore: number;
  errors: PairError[];
}

const BODY = new Set(["body", "lead", "crosshead", "editor_note"]);
const HAN = "\\u4e00-\\u9fff";
const NUMBER_BLANK = new RegExp(
  `(?<=[${HAN}])[ \\u3000\\u00a0\\t]+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%℃])[ \\u3000\\u00a0\\t]+(?=[${HAN}])`,
  "gu",
);
const SPREAD_OUT = new RegExp(`(?:[${HAN}] ){4,}[${HAN}]`, "gu");
const RADICAL = /[\u2e80-\u2fdf]/gu;

/** Scores a cleaned page: each line of `out` that is not blank is a paragraph. */
export function scoreText(truth: PageTruth, out: string): TextScore {
  const paragraphs = paragraphsOf(out);
  const score: TextScore = { ...emptyScore(), paragraphs: truth.paras.length };
  for (const { line, next, isBreak, found, at } of lineEndsOf(truth.lines, out)) {
    const inBody = BODY.has(line.role) && BODY.has(next.role) && line.article === next.article;
    for (const counts of inBody ? [score.boundaries, score.bodies] : [score.boundaries]) count(counts, isBreak, found);
    if (isBreak !== found) score.errors.push({ line: at, kind: isBreak ? "joined" : "cut" });
  }
  scoreParagraphs(score, truth, paragraphs);
  const characters = countCharacters(foldedLines(truth), paragraphs.map(fold).join(""));
  for (const { duplicated } of truth.allowed_dedup ?? []) {
    const less = characters.get(duplicated) ?? 0;
    if (less < 0) characters.set(duplicated, less + 1);
  }
  for (const difference of characters.values()) {
    if (difference < 0) score.lost -= difference;
    else score.added += difference;
  }
  const page = truth.lines.map((line) => line.text).join("\n");
  const raw = page.replace(LOOKALIKE, standFor);
  const meant = truth.paras.reduce((sum, { text }) => sum + occurrences(text, NUMBER_BLANK), 0);
  score.numberBlanks = Math.max(0, occurrences(out, NUMBER_BLANK) - meant);
  score.numberBlanksBefore = occurrences(raw, NUMBER_BLANK);
  score.justified = occurrences(out, SPREAD_OUT);
  score.justifiedBefore = occurrences(raw, SPREAD_OUT);
  score.radicals = occurrences(out, RADICAL);
  score.radicalsBefore = occurrences(page, RADICAL);
  return score;
}

export function emptyScore(): TextScore {
  return {
    boundaries: { right: 0, wrong: 0, missed: 0 },
    bodies: { right: 0, wrong: 0, missed: 0 },
    paragraphs: 0,
    exact: 0,
    exactWithBlanks: 0,
    lost: 0,
    added: 0,
    numberBlanks: 0,
    numberBlanksBefore: 0,
    justified: 0,
    justifiedBefore: 0,
    radicals: 0,
    radicalsBefore: 0,
    errors: [],
  };
}

/** Adds the counts of all scores; the errors stay with their pages. */
export function sumScores(scores: readonly TextScore[]): TextScore {
  const sum = emptyScore();
  for (const score of scores) {
    for (const key of Object.keys(sum) as (keyof TextScore)[]) {
      if (key === "errors") continue;
      if (key === "boundaries" || key === "bodies") {
        sum[key].right += score[key].right;
        sum[key].wrong += score[key].wrong;
        sum[key].missed += score[key].missed;
      } else sum[key] += score[key];
    }
  }
  return sum;
}

export function precision({ right, wrong }: Counts): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

export function recall({ right, missed }: Counts): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

/** The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found. */
export function f1({ right, wrong, missed }: Counts): number {
  return right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed);
}

function count(counts: Counts, truth: boolean, found: boolean): void {
  if (truth && found) counts.right += 1;
  else if (found) counts.wrong += 1;
  else if (truth) counts.missed += 1;
}

function scoreParagraphs(score: TextScore, truth: PageTruth, paragraphs: readonly string[]): void {
  const found = new Map<string, string[]>();
  for (const paragraph of paragraphs) {
    const key = fold(paragraph);
    found.set(key, [...(found.get(key) ?? []), oneBlank(paragraph)]);
  }
  for (const para of truth.paras) {
    const forms = [fold(para.text)];
    for (const dedup of truth.allowed_dedup ?? []) {
      const [clean = ""] = forms;
      const at = dedup.offset_nospace ?? clean.indexOf(dedup.duplicated);
      if (dedup.para === para.id) forms.push(clean.slice(0, at) + dedup.duplicated + clean.slice(at));
    }
    const hits = forms.map((form) => found.get(form)).find((list) => list !== undefined && list.length > 0);
    const hit = hits?.shift();
    if (hit === undefined) continue;
    score.exact += 1;
    if (blanks(hit) === blanks(oneBlank(para.text))) score.exactWithBlanks += 1;
  }
}

function oneBlank(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** Where the blanks of a text stand, counted in characters that are none; a doubled character moves them by one at most. */
function blanks(text: string): string {
  let seen = 0;
  const places: number[] = [];
  for (const char of text) {
    if (char === " ") places.push(seen);
    else seen += 1;
  }
  return places.join(",");
}

function foldedLines({ lines }: PageTruth): string {
  return lines.map(({ text }) => fold(text)).join("");
}

function countCharacters(before: string, after: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const char of before) counts.set(char, (counts.get(char) ?? 0) - 1);
  for (const char of after) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}

function occurrences(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
