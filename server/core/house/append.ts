/** Adds entries to the house's lexicon without touching what stands there, comments included. */

import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { lineBreakOf, type TextEdit } from "../text/text.ts";
import { type EntryData, KIND_NAMES } from "./types.ts";

/**
 * The edit that puts entries, one or more, at the end of the list; `text` is the file's, empty for a new one, and its line breaks are used. Undefined
 * where the file can't be added to: it cannot be read, or holds no list under `entities`.
 */
export function appendEntries(
  text: string,
  entries: readonly EntryData[],
  form: "yaml" | "json",
): TextEdit | undefined {
  const edit = form === "json" ? appendJson(text, entries) : appendYaml(text, entries);
  return edit && { ...edit, newText: edit.newText.replaceAll("\n", lineBreakOf(text)) };
}

const HEADER = "# 本社词库：人物 person、地名 place、机构 organisation、提法 term\n";

function appendYaml(text: string, entries: readonly EntryData[]): TextEdit | undefined {
  const place = listIn(text);
  if (!place) return undefined;
  const { indent, start, end } = place;
  const pad = " ".repeat(indent);
  const items = entries.map((entry) => {
    const lines = Object.entries(fieldsOf(entry)).map(([key, value]) => `${key}: ${yamlValue(value)}`);
    return `${pad}- ${lines.join(`\n${pad}  `)}\n`;
  });
  const eol = start === 0 || text[start - 1] === "\n" ? "" : "\n";
  const opening = place.opens ? `${text.trim() === "" ? HEADER : ""}entities:\n` : "";
  // What a list takes the place of ends in the middle of its line.
  const newText = `${eol}${opening}${items.join("")}`;
  return { start, end, newText: start < end ? newText.trimEnd() : newText };
}

/** Where the next item goes: after the last one's line, or at the end of a file that has no list yet. */
function listIn(text: string): { indent: number; start: number; end: number; opens: boolean } | undefined {
  const root = read(text);
  if (root === "unreadable") return undefined;
  if (root === null) return { indent: 2, start: text.length, end: text.length, opens: true };
  if (!isMap(root)) return undefined;
  const list: unknown = root.get("entities", true);
  if (list === undefined) return { indent: 2, start: text.length, end: text.length, opens: true };
  if (!isSeq(list)) {
    const pair = root.items.find(({ key }) => String(key) === "entities");
    const value: unknown = pair?.value;
    const none = value == null || (isScalar(value) && value.value === null);
    if (!none || root.items.at(-1) !== pair) return undefined;
    // `entities: ~` and `entities: null` say that there is none: the list takes the place of these words.
    const [start = 0, end = 0] = (isScalar(value) && value.range) || [];
    return end > start
      ? { indent: 2, start, end, opens: false }
      : { indent: 2, start: text.length, end: text.length, opens: false };
  }
  // The same of `entities: []`.
  if (list.flow === true && list.items.length === 0 && list.range)
    return { indent: 2, start: list.range[0], end: list.range[1], opens: false };
  const last = list.items.at(-1) as { range?: readonly [number, number, number] } | undefined;
  const start = last?.range?.[0];
  const end = last?.range?.[1];
  if (list.flow === true || start === undefined || end === undefined) return undefined;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const dash = text.slice(lineStart, start);
  if (!/^ *- *$/.test(dash)) return undefined;
  const lineEnd = text.indexOf("\n", Math.max(start, end - 1));
  const after = lineEnd < 0 ? text.length : lineEnd + 1;
  return { indent: dash.indexOf("-"), start: after, end: after, opens: false };
}

function appendJson(text: string, entries: readonly EntryData[]): TextEdit | undefined {
  const item = entries.map((entry) => JSON.stringify(fieldsOf(entry), null, 2).replace(/^/gm, "    ")).join(",\n");
  const root = read(text);
  if (root === null) return { start: 0, end: text.length, newText: `{\n  "entities": [\n${item}\n  ]\n}\n` };
  const list: unknown = isMap(root) ? root.get("entities", true) : undefined;
  const end = isSeq(list) ? list.range?.[1] : undefined;
  if (!isSeq(list) || end === undefined || text[end - 1] !== "]") return undefined;
  const last = list.items.at(-1) as { range?: readonly [number, number, number] } | undefined;
  const at = last?.range?.[1] ?? end - 1;
  return { start: at, end: end - 1, newText: `${last ? "," : ""}\n${item}\n  ` };
}

function read(text: string): unknown {
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: "silent" });
    return document.errors.length > 0 ? "unreadable" : document.contents;
  } catch {
    return "unreadable";
  }
}

function fieldsOf({ name, type, aliases, role, note, reading }: EntryData): Record<string, string | readonly string[]> {
  return {
    name,
    kind: KIND_NAMES.find((kind) => kind.type === type)?.names[0] ?? "term",
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(role === undefined ? {} : { role }),
    ...(note === undefined ? {} : { note }),
    ...(reading === undefined ? {} : { reading }),
  };
}

/** A value on one line. A string in JSON is one in YAML too, so whatever is not plain Han text is written as JSON. */
function yamlValue(value: string | readonly string[]): string {
  if (typeof value !== "string") return `[${value.map(yamlValue).join(", ")}]`;
  return /^[\p{Script=Han}\p{Script=Latin}·][\p{Script=Han}\p{L}\p{N}\p{M}·、（）“”《》 ]*$/u.test(value) &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(value) &&
    !/\s$/.test(value)
    ? value
    : JSON.stringify(value);
}
