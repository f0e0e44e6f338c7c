/** Explains one decision of the layout model: what speaks for a wrap at a line's end, and what against it. */

import type { Localised } from "../text/locale.ts";
import type { Page } from "../text/text.ts";
import { TURN } from "./dialect.ts";
import { type VisualLine, visualLinesOf } from "./lines.ts";
import { parsePage } from "./page-parse.ts";
import { blankLineCost, isUnitAcross, type Model, wordCost } from "./parse/index.ts";
import { END_COSTS, HEAD_COSTS, WEIGHTS } from "./weights.ts";

/** One piece of evidence; `nats` above 0 speak for a wrap, below 0 for the end of a block. */
export interface Evidence {
  readonly says: Localised;
  readonly nats: number;
}

/** What a line end was taken for, and why. */
export interface Decision {
  /** What the line end is taken for. */
  readonly wrap: boolean;
  /** By how many nats the page is explained better than it could be with the other decision. */
  readonly margin: number;
  /** Strongest first. */
  readonly evidence: readonly Evidence[];
  /** Width of the line and measure of its column, in em; 0 where it stands in none. */
  readonly width: number;
  readonly measure: number;
  readonly left: string;
  readonly right: string;
}

/**
 * Explains the end of a line.
 * @param line 0-based line of the page
 * @returns nothing for a blank line and for the last one with text: no decision is taken there
 */
export function explainLineEnd(page: Page, line: number): Decision | undefined {
  const lines = visualLinesOf(page.lines);
  const i = lines.findIndex((visual) => visual.line === line);
  const left = lines[i];
  const right = lines[i + 1];
  if (!left || !right) return undefined;
  const { parsed, model } = parsePage(lines, WEIGHTS);
  const margin = parsed.margins[i] ?? 0;

  const evidence = evidenceAt(model, i);
  // The rest of the margin comes from the widths and measures of the whole page, which two lines alone don't show.
  const rest = margin - evidence.reduce((sum, { nats }) => sum + nats, 0);
  evidence.push({
    says: { zh: "行宽、栏宽、段首缩进和上下文", en: "widths, measure, the lost indent and the lines around" },
    nats: rest,
  });
  return {
    wrap: parsed.turns[i] !== TURN.break,
    margin: Math.abs(margin),
    evidence: evidence
      .filter(({ nats }) => Math.abs(nats) >= LEAST)
      .sort((a, b) => Math.abs(b.nats) - Math.abs(a.nats)),
    width: left.width.em,
    measure: parsed.measures[i] ?? 0,
    left: left.text,
    right: right.text,
  };
}

/** Evidence of fewer nats would show as 0.0. */
const LEAST = 0.05;

/** What lines `i` and `i + 1` say by themselves of the line end between them. */
function evidenceAt(model: Model, i: number): Evidence[] {
  const left = model.lines[i] as VisualLine;
  const right = model.lines[i + 1] as VisualLine;
  const last = left.text.slice(-1);
  const first = right.text.slice(0, 1);
  const evidence: Evidence[] = [
    {
      says: { zh: `行末“${last}”`, en: `the line ends in “${last}”` },
      nats: (END_COSTS.paragraph[left.endClass] ?? 0) - (END_COSTS.wrap[left.endClass] ?? 0),
    },
    {
      says: {
        zh: `下一行以“${right.text.slice(0, 2)}”开头`,
        en: `the next line begins with “${right.text.slice(0, 2)}”`,
      },
      nats: (HEAD_COSTS.paragraph[right.head] ?? 0) - (HEAD_COSTS.wrap[right.head] ?? 0),
    },
    {
      says: isUnitAcross(left.text, right.text)
        ? { zh: "上一行末的数与下一行首的量相连", en: "a figure and its unit belong together" }
        : {
            zh: `“${last}${first}”在本版别处是否相连`,
            en: `whether “${last}${first}” stands together elsewhere on the page`,
          },
      nats: -wordCost(model, left, right),
    },
    {
      says: { zh: "本版空行的习惯", en: "where this page has blank lines" },
      nats: blankLineCost(model, i, TURN.break) - blankLineCost(model, i, TURN.wrap),
    },
  ];
  if (left.leavesOpen > 0 && right.closesOpen > 0) {
    evidence.push({
      says: { zh: "引号或括号跨行", en: "a quote or bracket runs across the line end" },
      nats: -WEIGHTS.openAcross,
    });
  }
  return evidence;
}
