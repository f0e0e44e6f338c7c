/** What adds entries to a lexicon's file, without touching what stands there. */

import { appendEntry } from "../core/house/append.ts";
import type { NameType } from "../core/house/types.ts";
import { positionsOf } from "../core/text/positions.ts";
import { applyEdits, changeBetween, pageOf } from "../core/text/text.ts";
import type { LoadedLexicon } from "./lexicons.ts";
import type { Addition } from "./name-service.ts";

/**
 * The edit that adds the names to the file (URI) as it stands (`loaded`; undefined where it is not there yet); names that it has are left out.
 * Undefined where none is left, or the file cannot be added to.
 */
export function additionTo(
  file: string,
  loaded: LoadedLexicon | undefined,
  names: readonly { readonly type: NameType; readonly name: string; readonly role?: string }[],
): Addition | undefined {
  const content = loaded?.text ?? "";
  const form = file.endsWith(".json") ? "json" : "yaml";
  const added = names.filter(({ type, name }) => !loaded?.lexicon.find(type, name));
  const [first] = added;
  if (!first) return undefined;
  let text = content;
  for (const entry of added) {
    const edit = appendEntry(text, { ...entry, aliases: [] }, form);
    if (!edit) return undefined;
    text = applyEdits(text, [edit]);
  }
  const { start, end, newText } = changeOf(content, text);
  const range = positionsOf(pageOf(content)).range({ start, end });
  return { uri: file, exists: loaded !== undefined, edit: { range, newText }, name: first.name };
}

/** The one edit that makes the second text of the first. */
function changeOf(before: string, after: string): { start: number; end: number; newText: string } {
  const { start, endBefore, endAfter } = changeBetween(before, after);
  return { start, end: endBefore, newText: after.slice(start, endAfter) };
}
