/** Which wraps are sure enough to be joined without asking. */

import type { VisualLine } from "./lines.ts";
import type { WeighedParse } from "./parse/index.ts";

/**
 * The margin, in nats, above which a wrap is sure, by what it stands in. Below it pages whose truth is known have about
 * as many wrong wraps as right ones; `npm run accuracy` shows what a change does to wrong joins and to wraps left.
 * Explanations that fit many lines, such as text round a picture, have to be better by more.
 */
const SURE = {
  /** Between two lines of a column of one measure, and between two lines of a caption. */
  column: 0.3,
  caption: 0.3,
  /** Between pieces of a line. */
  cut: 0.7,
  /** Between two lines of a heading, where below 1.5 nearly half of the wraps are wrong; of a heading inside a column. */
  display: 1.5,
  crosshead: 0.5,
  /** Where the measure changes inside a paragraph. */
  change: 2,
  /** Along a picture. */
  beside: 1.5,
  /** After a drop cap. */
  dropCap: 3,
} as const;

/** Whether the wrap after line `i` of a parse is sure. */
export function isSure(lines: readonly VisualLine[], { parts, measures, margins }: WeighedParse, i: number): boolean {
  return (margins[i] ?? 0) >= SURE[kindOf(lines, parts, measures, i)];
}

function kindOf(
  lines: readonly VisualLine[],
  parts: WeighedParse["parts"],
  measures: WeighedParse["measures"],
  i: number,
): keyof typeof SURE {
  const part = parts[i];
  if (part === "cut") return lines[i]?.maybeDropCap ? "dropCap" : "cut";
  if (part === "beside" || parts[i + 1] === "beside") return "beside";
  if (part === "caption") return "caption";
  if (part === "display" || part === "crosshead") return part;
  return measures[i] === measures[i + 1] ? "column" : "change";
}
