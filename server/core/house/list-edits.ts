/** Adds items to the list of a file of the house, and takes them out, without touching what else stands there, comments included. */

import { isMap, isScalar, isSeq } from "yaml";
import { lineBreakOf, type Span, type TextEdit } from "../text/text.ts";
import { parseYaml } from "./parse-yaml.ts";

/** What an item says, key by key. */
export type Fields = Readonly<Record<string, string | number | readonly string[]>>;

/** A file's list, and how the file begins that is made for it. */
export interface ListFile {
  readonly list: string;
  readonly header: string;
  readonly form: "yaml" | "json";
}

/**
 * The edit that puts items, one or more, at the end of the list; `text` is the file's, empty for a new one, and its line breaks are used. Undefined
 * where the file can't be added to: it cannot be read, or holds no list under the key.
 */
export function appendItems(text: string, items: readonly Fields[], file: ListFile): TextEdit | undefined {
  const edit = file.form === "json" ? appendJson(text, items, file) : appendYaml(text, items, file);
  return edit && { ...edit, newText: edit.newText.replaceAll("\n", lineBreakOf(text)) };
}

/** The edit that takes out the item that starts at an offset, with its lines or with its comma; undefined where none does. */
export function removeItem(text: string, start: number, { list }: Pick<ListFile, "list">): TextEdit | undefined {
  const root = read(text);
  const items: unknown = isMap(root) ? root.get(list, true) : undefined;
  if (!isSeq(items)) return undefined;
  const spans = items.items.map(spanOf);
  const index = spans.findIndex((span) => span?.start === start);
  const span = spans[index];
  if (!span) return undefined;
  if (items.flow === true) {
    const [before, after] = [spans[index - 1], spans[index + 1]];
    return { start: before && !after ? before.end : start, end: after?.start ?? span.end, newText: "" };
  }
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", Math.max(start, span.end - 1));
  return { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1, newText: "" };
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as { range?: readonly [number, number, number] } | null)?.range;
  return range && { start: range[0], end: range[1] };
}

function appendYaml(text: string, added: readonly Fields[], { list, header }: ListFile): TextEdit | undefined {
  const place = listIn(text, list);
  if (!place) return undefined;
  const { indent, start, end } = place;
  const pad = " ".repeat(indent);
  const items = added.map((fields) => {
    const lines = Object.entries(fields).map(([key, value]) => `${key}: ${yamlValue(value)}`);
    return `${pad}- ${lines.join(`\n${pad}  `)}\n`;
  });
  const eol = start === 0 || text[start - 1] === "\n" ? "" : "\n";
  const opening = place.opens ? `${text.trim() === "" ? header : ""}${list}:\n` : "";
  // What a list takes the place of ends in the middle of its line.
  const newText = `${eol}${opening}${items.join("")}`;
  return { start, end, newText: start < end ? newText.trimEnd() : newText };
}

/** Where the next item goes: after the last one's line, or at the end of a file that has no list yet. */
function listIn(text: string, key: string): { indent: number; start: number; end: number; opens: boolean } | undefined {
  const root = read(text);
  if (root === "unreadable") return undefined;
  if (root === null) return { indent: 2, start: text.length, end: text.length, opens: true };
  if (!isMap(root)) return undefined;
  const list: unknown = root.get(key, true);
  if (list === undefined) return { indent: 2, start: text.length, end: text.length, opens: true };
  if (!isSeq(list)) {
    const pair = root.items.find((one) => String(one.key) === key);
    const value: unknown = pair?.value;
    const none = value == null || (isScalar(value) && value.value === null);
    if (!none || root.items.at(-1) !== pair) return undefined;
    // `entities: ~` and `entities: null`, for one, say that there is none: the list takes the place of these words.
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

function appendJson(text: string, added: readonly Fields[], { list: key }: ListFile): TextEdit | undefined {
  const item = added.map((fields) => JSON.stringify(fields, null, 2).replace(/^/gm, "    ")).join(",\n");
  const root = read(text);
  if (root === null) return { start: 0, end: text.length, newText: `{\n  "${key}": [\n${item}\n  ]\n}\n` };
  const list: unknown = isMap(root) ? root.get(key, true) : undefined;
  const end = isSeq(list) ? list.range?.[1] : undefined;
  if (!isSeq(list) || end === undefined || text[end - 1] !== "]") return undefined;
  const last = list.items.at(-1) as { range?: readonly [number, number, number] } | undefined;
  const at = last?.range?.[1] ?? end - 1;
  return { start: at, end: end - 1, newText: `${last ? "," : ""}\n${item}\n  ` };
}

function read(text: string): unknown {
  try {
    const { contents, errors } = parseYaml(text);
    return errors.length > 0 ? "unreadable" : contents;
  } catch {
    return "unreadable";
  }
}

/** A value on one line. A string in JSON is one in YAML too, so whatever is not plain text is written as JSON. */
function yamlValue(value: Fields[string]): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return `[${value.map(yamlValue).join(", ")}]`;
  return /^[\p{Script=Han}\p{Script=Latin}·][\p{Script=Han}\p{L}\p{N}\p{M}·、，。：；（）“”《》 ./_-]*$/u.test(value) &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(value) &&
    !/\s$/.test(value)
    ? value
    : JSON.stringify(value);
}
