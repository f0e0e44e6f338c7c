/** The white-space runs of a block and what stands beside them. */

import { withoutLookalikes } from "../../tables/look-alike.ts";
import type { Span } from "../../text/text.ts";
import { type Class, classAfter, classBefore, isBlank, isLineBreak } from "./classes.ts";

/** A maximal white-space run inside a block. */
export interface Run extends Span {
  /** It holds a line break: a visual line ends in it. */
  readonly breaks: boolean;
  /** It shows as one blank that is not the wide one of U+3000. */
  readonly narrow: boolean;
  /** The class of the character before it, and of that after it. */
  readonly left: Class;
  readonly right: Class;
}

/** The runs of `span`, in order. */
export function runsOf(text: string, { start, end }: Span): Run[] {
  const runs: Run[] = [];
  for (let i = start; i < end; i += 1) {
    if (!isBlank(text.charCodeAt(i))) continue;
    const from = i;
    let breaks = false;
    let width = 0;
    do {
      const code = text.charCodeAt(i);
      breaks ||= isLineBreak(code);
      if (!hasNoWidth(code)) width += code === 0x3000 ? 2 : 1;
      i += 1;
    } while (i < end && isBlank(text.charCodeAt(i)));
    runs.push({
      start: from,
      end: i,
      breaks,
      narrow: width <= 1,
      left: classBefore(text, from),
      right: classAfter(text, i),
    });
  }
  return runs;
}

/** What the run shows: its characters without those that have no width. */
export function shownOf(text: string, { start, end }: Span): string {
  let shown = "";
  for (let i = start; i < end; i += 1) if (!hasNoWidth(text.charCodeAt(i))) shown += text.charAt(i);
  return shown;
}

/**
 * The text before a run and after it, look-alikes as what they stand for: at most `reach` UTF-16 units each way, inside
 * the span. What decides on a blank is near it, so a decision takes the same time however long the block is.
 */
export function beside(text: string, span: Span, run: Run, reach: number): { before: string; after: string } {
  return { before: beforeRun(text, span, run, reach), after: afterRun(text, span, run, reach) };
}

/** The text before a run, see {@link beside}. */
export function beforeRun(text: string, span: Span, run: Run, reach: number): string {
  return withoutLookalikes(text.slice(Math.max(span.start, run.start - reach), run.start));
}

/** The text after a run, see {@link beside}. */
export function afterRun(text: string, span: Span, run: Run, reach: number): string {
  return withoutLookalikes(text.slice(run.end, Math.min(span.end, run.end + reach)));
}

/** Zero-width space and BOM. */
function hasNoWidth(code: number): boolean {
  return code === 0x200b || code === 0xfeff;
}
