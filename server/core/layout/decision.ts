/** Explains one decision of the layout model: what spoke for a wrap at a line's end, and what against it. */

import type { Localised } from "../text/locale.ts";
import type { Page } from "../text/text.ts";
import { TURN } from "./dialect.ts";
import { visualLinesOf } from "./lines.ts";
import { explain } from "./page-parse.ts";
import { pairsOf } from "./pairs.ts";
import { blankLineCost, isUnitAcross, parse, wordCost } from "./parse/index.ts";
import { END_COSTS, HEAD_COSTS, WEIGHTS } from "./weights.ts";

/** One piece of evidence; `nats` above 0 speak for a wrap, below 0 for the end of a block. */
export interface Evidence {
  readonly says: Localised;
  readonly nats: number;
}

export interface Decision {
  /** What the line end is taken for. */
  readonly wrap: boolean;
  /** By how many nats the explanation of the page is better than the best one with the other decision. */
  readonly lead: number;
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
  const pairs = pairsOf(lines);
  const { parsed, dialect, measures } = explain(lines, pairs, WEIGHTS);
  const wrapped = parse(lines, pairs, dialect, WEIGHTS, measures, { line: i, turn: "wrap" });
  const broken = parse(lines, pairs, dialect, WEIGHTS, measures, { line: i, turn: "break" });
  const lead = broken.cost - wrapped.cost;

  const evidence: Evidence[] = [
    {
      says: { zh: `行末“${left.text.slice(-1)}”`, en: `the line ends in “${left.text.slice(-1)}”` },
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
            zh: `“${left.text.slice(-1)}${right.text.slice(0, 1)}”在本版别处是否相连`,
            en: `whether “${left.text.slice(-1)}${right.text.slice(0, 1)}” stands together elsewhere on the page`,
          },
      nats: -wordCost({ pairs, weights: WEIGHTS }, left, right),
    },
    {
      says: { zh: "本版空行的习惯", en: "where this page has blank lines" },
      nats: blankLineCost({ lines, dialect }, i, TURN.break) - blankLineCost({ lines, dialect }, i, TURN.wrap),
    },
  ];
  if (left.leavesOpen > 0 && right.closesOpen > 0) {
    evidence.push({
      says: { zh: "引号或括号跨行", en: "a quote or bracket runs across the line end" },
      nats: -WEIGHTS.openAcross,
    });
  }
  // What is left of the lead is the physics of the whole page, which no pair of lines shows by itself.
  const rest = lead - evidence.reduce((sum, { nats }) => sum + nats, 0);
  evidence.push({
    says: { zh: "行宽、栏宽、段首缩进和上下文", en: "widths, measure, the lost indent and the lines around" },
    nats: rest,
  });
  return {
    wrap: parsed.turns[i] !== TURN.break,
    lead: Math.abs(lead),
    evidence: evidence.filter(({ nats }) => Math.abs(nats) >= 0.05).sort((a, b) => Math.abs(b.nats) - Math.abs(a.nats)),
    width: left.width.em,
    measure: parsed.measures[i] ?? 0,
    left: left.text,
    right: right.text,
  };
}
