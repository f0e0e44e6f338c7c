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
  /** Whether widths alone decide it, given the column's measure; undefined where that is not known. */
  readonly byWidth: boolean | undefined;
}

type Line = PageTruth["lines"][number];

const BODY = new Set(["body", "lead", "editor_note"]);

export function causesOf(truth: PageTruth, errors: readonly PairError[]): Cause[] {
  return errors.map(({ line, kind }) => {
    const [left, right] = [truth.lines[line], truth.lines[line + 1]] as [Line, Line];
    const cause = kind === "joined" ? joinedCause(truth, line, left, right) : cutCause(truth, line, left, right);
    const place = { page: truth.page, format: truth.format, n: left.n, left: left.text, right: right.text };
    return { ...place, cause, byWidth: decidedByWidth(truth, line, kind) };
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
  if (measureChanges(truth, at)) return `cut: where the measure changes, ${stop}`;
  if (truth.lines[at - 1]?.para !== left.para) return `cut: after a first line, ${stop}`;
  if (truth.lines[at + 2]?.para !== right.para) return `cut: before a last line, ${stop}`;
  return `cut: inside a paragraph, ${stop}`;
}

function measureChanges(truth: PageTruth, at: number): boolean {
  const near = truth.lines.slice(at - 1, at + 3).map(({ measure }) => measure);
  if (near.every((measure) => measure !== undefined)) return new Set(near).size > 1;
  return Math.abs(typicalWidth(truth, at - 1) - typicalWidth(truth, at + 2)) > 2.5;
}

function isCut(left: string, right: string): boolean {
  const marks = /[，。、；：？！“”‘’《》（）]/u;
  return marks.test(left.at(-1) ?? "") && marks.test(right[0] ?? "");
}

/** About the column's measure: the median width of the lines near a line, in em. */
function typicalWidth(truth: PageTruth, at: number): number {
  const near = truth.lines.slice(Math.max(0, at - 2), at + 3).filter(({ role }) => BODY.has(role));
  const widths = near.map(({ text }) => lineWidth(text.trim())).sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 0;
}

/** What a line may differ by for reasons that a page's text does not show: hung and squeezed marks, gaps at numbers. */
const UNCERTAIN = 0.6;

/**
 * Whether a reader who knows the measure must decide rightly: a wrap is impossible where the next character would
 * have fitted, and a paragraph cannot begin with a line that leaves no room for its indent.
 */
function decidedByWidth(truth: PageTruth, at: number, kind: PairError["kind"]): boolean | undefined {
  const [before, left, right, next] = [at - 1, at, at + 1, at + 2].map((i) => truth.lines[i]);
  const measure = left?.measure;
  if (!left || !right || measure === undefined || right.measure !== measure) return undefined;
  const widthOf = (line: Line): number =>
    isSpread(line.text) ? measure : lineWidth(line.text.trim()) - squeeze(line.text);
  const indent = before?.para === left.para ? 0 : 2;
  const leftRoom = measure - indent - lineWidth(left.text.trim()) - firstUnit(right.text);
  if (kind === "joined") {
    const roomLeft = !isSpread(left.text) && leftRoom > UNCERTAIN;
    const goesOn = next !== undefined && next.para === right.para;
    const short =
      goesOn && !isSpread(right.text) && measure - lineWidth(right.text.trim()) - firstUnit(next.text) > UNCERTAIN;
    return roomLeft || short;
  }
  return widthOf(right) > measure - 2 + UNCERTAIN;
}

function isSpread(text: string): boolean {
  return /(?:\S ){6}/u.test(text);
}

/** By how much a line's marks may have been squeezed, in em. */
function squeeze(text: string): number {
  return 0.5 * (text.match(/[，。、；：“”‘’《》（）]/gu)?.length ?? 0);
}

/** The width of what a line's first line break opportunity comes after. */
function firstUnit(text: string): number {
  const unit = /^[“‘（《【]*(?:[0-9A-Za-z.,%℃]+|——|……|.)[，。、；：？！”’）》】]*/u.exec(text.trim())?.[0] ?? "";
  return lineWidth(unit);
}
