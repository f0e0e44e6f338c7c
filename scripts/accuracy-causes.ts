/** Says of each wrong boundary what kind of place it is, so that errors can be counted by cause. */

import type { PageTruth, PairError } from "../test/support/score.ts";
import { lineWidth } from "../test/support/typesetter/faults.ts";

export interface Cause {
  readonly cause: string;
  readonly page: string;
  readonly format: string;
  /** Line of the page after which the boundary is wrong, 1-based. */
  readonly n: number;
  readonly left: string;
  readonly right: string;
}

type Line = PageTruth["lines"][number];

const BODY = new Set(["body", "lead", "editor_note"]);

export function causesOf(truth: PageTruth, errors: readonly PairError[]): Cause[] {
  return errors.map(({ line, kind }) => {
    const [left, right] = [truth.lines[line], truth.lines[line + 1]] as [Line, Line];
    const cause = kind === "joined" ? joinedCause(truth, line, left, right) : cutCause(truth, line, left, right);
    return { cause, page: truth.page, format: truth.format, n: left.n, left: left.text, right: right.text };
  });
}

/** Two paragraphs became one. */
function joinedCause(truth: PageTruth, at: number, left: Line, right: Line): string {
  const [a, b] = [BODY.has(left.role), BODY.has(right.role)];
  if (!a && !b) return `joined: two display blocks (${left.role}, ${right.role})`;
  if (!a) return `joined: ${left.role} with the text below it`;
  if (!b) return `joined: text with the ${right.role} below it`;
  const full = typicalWidth(truth, at) - lineWidth(left.text.trim()) < 1.3 ? "full last line" : "short last line";
  const stop = /[。！？”…）]$/u.test(left.text) ? "" : ", no stop at its end";
  return `joined: ${left.article === right.article ? "two paragraphs" : "two articles"}, ${full}${stop}`;
}

/** One paragraph became two. */
function cutCause(truth: PageTruth, at: number, left: Line, right: Line): string {
  if (!BODY.has(left.role)) return `cut: inside a ${left.role}`;
  if (truth.format.includes("raw") && isCut(left.text, right.text)) return "cut: where the extractor had cut";
  const stop = /[。！？”…]$/u.test(left.text) ? "after a stop" : "without a stop";
  const change = Math.abs(typicalWidth(truth, at - 1) - typicalWidth(truth, at + 2)) > 2.5;
  if (change) return `cut: where the measure changes, ${stop}`;
  if (truth.lines[at - 1]?.para !== left.para) return `cut: after a first line, ${stop}`;
  if (truth.lines[at + 2]?.para !== right.para) return `cut: before a last line, ${stop}`;
  return `cut: inside a paragraph, ${stop}`;
}

function isCut(left: string, right: string): boolean {
  return (
    /^[，。、；：”’》）]/u.test(right) ||
    (/[，。；：！]$/u.test(left) && /^[“‘《（]/u.test(right)) ||
    /[，。：]$/u.test(left)
  );
}

/** The widest of the five lines round a line, in em: about the column's measure. */
function typicalWidth(truth: PageTruth, at: number): number {
  const near = truth.lines.slice(Math.max(0, at - 2), at + 3).filter(({ role }) => BODY.has(role));
  const widths = near.map(({ text }) => lineWidth(text.trim())).sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 0;
}
