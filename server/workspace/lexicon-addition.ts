/** What adds entries to a lexicon's file, without touching what stands there. */

import { appendEntries } from "../core/house/append.ts";
import { createLexicon } from "../core/house/index.ts";
import { parseLexicon } from "../core/house/parse.ts";
import type { NameType } from "../core/house/types.ts";
import { positionsOf } from "../core/text/positions.ts";
import { applyEdits, pageOf } from "../core/text/text.ts";
import type { LoadedLexicon } from "./lexicons.ts";
import type { Addition } from "./name-service.ts";

/**
 * The edit that adds the names to the file (URI) as it stands (`loaded`; undefined where it is not there yet); names that it has, or
 * that are given twice, are left out. Undefined where none is left, or the file cannot be added to so that it holds them.
 */
export function additionTo(
  file: string,
  loaded: LoadedLexicon | undefined,
  names: readonly { readonly type: NameType; readonly name: string; readonly role?: string }[],
): Addition | undefined {
  if (loaded?.isUnreadable) return undefined;
  const content = loaded?.text ?? "";
  const added = names.filter(
    ({ type, name }, i) =>
      !loaded?.lexicon.find(type, name) && names.findIndex((one) => one.type === type && one.name === name) === i,
  );
  const [first] = added;
  const entries = added.map((entry) => ({ ...entry, aliases: [] }));
  const edit = first && appendEntries(content, entries, file.endsWith(".json") ? "json" : "yaml");
  if (!edit) return undefined;
  const after = createLexicon(parseLexicon(applyEdits(content, [edit])).entries);
  if (!added.every(({ type, name }) => after.find(type, name))) return undefined;
  const { newText } = edit;
  return {
    uri: file,
    exists: loaded !== undefined,
    edit: { range: positionsOf(pageOf(content)).range(edit), newText },
    name: first.name,
  };
}
