/** Reads the house's lexicon, YAML or JSON, and says of each entry that cannot be used why. */

import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from "yaml";
import type { Span } from "../text.ts";
import { ENTRY_KEYS, type Entry, KIND_NAMES, type LexiconFault, type ParsedLexicon } from "./types.ts";

/** Any text is read; spans are UTF-16 offsets into it. JSON is read as what it is, a kind of YAML. */
export function parseLexicon(text: string): ParsedLexicon {
  const faults: LexiconFault[] = [];
  const fault = (node: Span, zh: string, en: string): void => void faults.push({ ...node, message: { zh, en } });
  const entries: Entry[] = [];
  const taken = new Map<string, Entry>();
  for (const item of itemsOf(text, fault)) {
    const entry = entryOf(item, fault);
    if (!entry) continue;
    entries.push(entry);
    for (const form of [entry.name, ...entry.aliases]) {
      const other = taken.get(`${entry.type}${form}`);
      if (other)
        fault(
          entry,
          `“${form}”在“${other.name}”一条里已经有了。`,
          `“${form}” stands in the entry of “${other.name}” already.`,
        );
      else taken.set(`${entry.type}${form}`, entry);
    }
  }
  faults.sort((a, b) => a.start - b.start);
  return { entries, faults };
}

type Fault = (span: Span, zh: string, en: string) => void;

/** The items of the list `entities`. */
function itemsOf(text: string, fault: Fault): unknown[] {
  const whole = { start: 0, end: text.length };
  let root: unknown;
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: "silent" });
    for (const { pos, message } of document.errors)
      fault({ start: pos[0], end: pos[1] }, `格式有误：${message}`, `This cannot be read: ${message}`);
    root = document.contents;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    fault(whole, `格式有误：${detail}`, `This cannot be read: ${detail}`);
    return [];
  }
  if (root === null || (isScalar(root) && root.value === null)) return [];
  if (!isMap(root)) {
    fault(spanOf(root, whole), "词条应列在 entities: 之下。", "Entries are a list under entities:.");
    return [];
  }
  for (const pair of root.items) {
    const key = keyOf(pair);
    if (key !== "entities" && key !== "$schema") unknownKey(pair, ["entities"], fault);
  }
  const list: unknown = root.get("entities", true);
  if (list === undefined || (isScalar(list) && list.value === null)) return [];
  if (isSeq(list)) return list.items;
  fault(spanOf(list, whole), "entities 应是一列词条。", "entities is a list of entries.");
  return [];
}

function entryOf(item: unknown, fault: Fault): Entry | undefined {
  const whole = spanOf(item, { start: 0, end: 0 });
  if (!isMap(item)) {
    fault(whole, "词条应写作“name: 名称”和“kind: 种类”。", "An entry has a name: and a kind:.");
    return undefined;
  }
  for (const pair of item.items) {
    const key = keyOf(pair);
    if (!ENTRY_KEYS.some((known) => known === key)) unknownKey(pair, ENTRY_KEYS, fault);
  }
  const read = (key: string): string | undefined => textOf(item.get(key, true), key, fault);
  const at = (key: string): Span => spanOf(item.get(key, true), whole);
  const name = read("name");
  const type = kindOf(read("kind"));
  if (name === undefined) fault(whole, "词条没有名称（name）。", "The entry has no name.");
  else if ([...name].length < 2)
    fault(
      at("name"),
      "名称至少要两个字，否则处处都会认作它。",
      "A name has two characters at least, or it would be found everywhere.",
    );
  if (!type) {
    const kinds = KIND_NAMES.flatMap(({ names }) => names);
    fault(at("kind"), `种类（kind）应是 ${kinds.join("、")} 之一。`, `kind is one of ${kinds.join(", ")}.`);
  }
  const aliases = aliasesOf(item.get("aliases", true), fault);
  const optional = { role: read("role"), note: read("note"), reading: read("reading") };
  if (name === undefined || [...name].length < 2 || !type) return undefined;
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    name,
    type,
    aliases: aliases.filter((alias) => alias !== name),
    ...Object.fromEntries(given),
    ...at("name"),
  };
}

function kindOf(name: string | undefined): Entry["type"] | undefined {
  return KIND_NAMES.find(({ names }) => names.some((known) => known === name))?.type;
}

function aliasesOf(node: unknown, fault: Fault): string[] {
  if (node === undefined || (isScalar(node) && node.value === null)) return [];
  const items: unknown[] = isSeq(node) ? node.items : [node];
  return items.flatMap((item) => {
    const alias = textOf(item, "aliases", fault);
    if (alias === undefined || [...alias].length >= 2) return alias ?? [];
    fault(spanOf(item, { start: 0, end: 0 }), "别名至少要两个字。", "An alias has two characters at least.");
    return [];
  });
}

/** A text, trimmed; a number or date counts as it was written. Undefined where there is none. */
function textOf(node: unknown, key: string, fault: Fault): string | undefined {
  if (node === undefined || node === null) return undefined;
  if (!isScalar(node)) {
    fault(spanOf(node, { start: 0, end: 0 }), `${key} 应是文字。`, `${key} is a text.`);
    return undefined;
  }
  if (node.value === null) return undefined;
  const text = (typeof node.value === "string" ? node.value : (node.source ?? String(node.value))).trim();
  return text === "" ? undefined : text;
}

function unknownKey(pair: Pair, known: readonly string[], fault: Fault): void {
  const key = keyOf(pair);
  const span = spanOf(pair.key, { start: 0, end: 0 });
  fault(span, `没有名为“${key}”的项，只有 ${known.join("、")}。`, `There is no “${key}”, only ${known.join(", ")}.`);
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

function spanOf(node: unknown, otherwise: Span): Span {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: Math.max(range[0], range[1]) } : otherwise;
}
