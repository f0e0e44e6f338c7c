/** The mentions of an entity on a page as ranges of the protocol. */

import type { Analysis } from "../core/page/analysis.ts";
import type { Mention } from "../core/page/mention.ts";
import { type LaidOut, pageSpans } from "../core/page/mention-spans.ts";
import { type Positions, positionsOf, type Range } from "../core/text/positions.ts";
import type { EntityKey, Position4 } from "./index-entries.ts";

/** One range a mention, from its first character to its last, in page order. */
export function placesOf(analysis: Analysis, mentions: readonly Mention[], key: EntityKey): Range[] {
  const at = positionsOf(analysis.page);
  return mentions
    .filter(({ type, entity }) => type === key.type && entity === key.entity)
    .flatMap((mention) => wholeRange(analysis, mention, at) ?? []);
}

/** From the first character of a mention to its last, over whatever wrap lies between. */
export function wholeRange(page: LaidOut, mention: Mention, at: Positions): Range | undefined {
  const spans = pageSpans(page, mention);
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? at.range({ start: first.start, end: last.end }) : undefined;
}

export function packed({ start, end }: Range): Position4 {
  return [start.line, start.character, end.line, end.character];
}

export function unpacked([line, character, endLine, endCharacter]: Position4): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
