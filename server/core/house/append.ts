/** Adds entries to the house's lexicon without touching what stands there, comments included. */

import type { TextEdit } from "../text/text.ts";
import { appendItems, type Fields } from "./list-edits.ts";
import { type EntryData, KIND_NAMES } from "./types.ts";

const HEADER = "# 本社词库：人物 person、地名 place、机构 organisation、提法 term\n";

/**
 * The edit that puts entries, one or more, at the end of the list; `text` is the file's, empty for a new one. Undefined where the file
 * can't be added to: it cannot be read, or holds no list under `entities`.
 */
export function appendEntries(
  text: string,
  entries: readonly EntryData[],
  form: "yaml" | "json",
): TextEdit | undefined {
  return appendItems(text, entries.map(fieldsOf), { list: "entities", header: HEADER, form });
}

function fieldsOf({ name, type, aliases, role, note, reading }: EntryData): Fields {
  return {
    name,
    kind: KIND_NAMES.find((kind) => kind.type === type)?.names[0] ?? "term",
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(role === undefined ? {} : { role }),
    ...(note === undefined ? {} : { note }),
    ...(reading === undefined ? {} : { reading }),
  };
}
