/** What fixing changes on a page, as a patch that shows each paragraph's lines beside what they become. */

import type { StructuredPatch, StructuredPatchHunk } from "diff";
import { withoutWhiteSpace } from "../../core/text/text.ts";

/** A line with its end, and whether the page keeps, loses or gains it. */
interface Change {
  readonly sign: " " | "-" | "+";
  readonly line: string;
}

/** Unchanged lines shown on either side of a change. */
const CONTEXT = 3;

/**
 * A unified patch from one text to another under a name; nothing where comparing them would take too long.
 * @param moved whether more than white space and look-alike characters may differ
 */
export async function patchOf(
  name: string,
  before: string,
  after: string,
  moved: boolean,
): Promise<string | undefined> {
  const { diffArrays, FILE_HEADERS_ONLY, formatPatch } = await import("diff");
  const compared = (): Change[] | undefined =>
    // The time this takes grows with the square of what differs.
    diffArrays(paragraphsOf(before), paragraphsOf(after), { timeout: 20_000 })?.flatMap(({ value, added, removed }) =>
      value.flatMap(linesOf).map((line): Change => ({ sign: added ? "+" : removed ? "-" : " ", line })),
    );
  const changes = moved ? compared() : alignedChanges(linesOf(before), linesOf(after));
  if (!changes) return undefined;
  const path = name.startsWith("/") ? name : `/${name}`;
  return formatPatch(
    {
      oldFileName: `a${path}`,
      newFileName: `b${path}`,
      oldHeader: undefined,
      newHeader: undefined,
      hunks: hunksOf(changes),
    } as StructuredPatch,
    FILE_HEADERS_ONLY,
  );
}

/**
 * The changes between two texts that differ in white space alone: both are walked at once, and they meet where as many
 * other characters have gone by and the lines are equal again. Linear in the texts.
 */
function alignedChanges(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = [];
  const gained: Change[] = [];
  let [i, j] = [0, 0];
  /** Characters of the old text that the new one has not yet had. */
  let ahead = 0;
  const lose = (line: string): void => {
    changes.push({ sign: "-", line });
    ahead += substance(line);
    i += 1;
  };
  const gain = (line: string): void => {
    gained.push({ sign: "+", line });
    ahead -= substance(line);
    j += 1;
  };
  while (i < before.length || j < after.length) {
    const old = before[i];
    const fresh = after[j];
    if (ahead === 0 && old !== undefined && old === fresh) {
      changes.push(...gained.splice(0), { sign: " ", line: old });
      i += 1;
      j += 1;
    } else if (fresh !== undefined && (ahead > 0 || old === undefined || (ahead === 0 && substance(fresh) === 0))) {
      gain(fresh);
    } else if (old !== undefined) lose(old);
  }
  return [...changes, ...gained];
}

function substance(line: string): number {
  return [...withoutWhiteSpace(line)].length;
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Lines with the blank ones after them, so that blank lines, all alike, are not taken for what two pages share. */
function paragraphsOf(text: string): string[] {
  return text.match(/[^\n]*\n(?:[^\S\n]*\n)*|[^\n]+$/g) ?? [];
}

function hunksOf(changes: readonly Change[]): StructuredPatchHunk[] {
  let [oldLine, newLine, at] = [1, 1, 0];
  return rangesOf(changes).map(([start, end]) => {
    for (; at < start; at += 1) {
      oldLine += 1;
      newLine += 1;
    }
    const hunk: StructuredPatchHunk = { oldStart: oldLine, newStart: newLine, oldLines: 0, newLines: 0, lines: [] };
    for (const { sign, line } of changes.slice(start, end)) {
      hunk.lines.push(sign + line.replace(/\n$/, ""));
      if (!line.endsWith("\n")) hunk.lines.push("\\ No newline at end of file");
      if (sign !== "+") hunk.oldLines += 1;
      if (sign !== "-") hunk.newLines += 1;
    }
    oldLine += hunk.oldLines;
    newLine += hunk.newLines;
    at = end;
    return hunk;
  });
}

/** The stretches of the changes that hunks show: what is changed, with its context, joined where they meet. */
function rangesOf(changes: readonly Change[]): [start: number, end: number][] {
  const ranges: [start: number, end: number][] = [];
  for (const [index, { sign }] of changes.entries()) {
    if (sign === " ") continue;
    const end = Math.min(changes.length, index + 1 + CONTEXT);
    const last = ranges.at(-1);
    if (last && index - CONTEXT <= last[1]) last[1] = end;
    else ranges.push([Math.max(0, index - CONTEXT), end]);
  }
  return ranges;
}
