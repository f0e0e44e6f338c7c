/** Reads the house's lexicon, YAML or JSON, and says of each entry that cannot be used why. */

import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from "yaml";
import type { Span } from "../text/text.ts";
import { syntaxFaults, WIDE_COLON } from "./syntax.ts";
import { ENTRY_KEYS, type Entry, KIND_NAMES, type LexiconFault, type ParsedLexicon } from "./types.ts";

/** Reads any text; spans are UTF-16 offsets into it. JSON needs no parser of its own, as it is YAML too. */
export function parseLexicon(text: string): ParsedLexicon {
  const shape: LexiconFault[] = [];
  const fault = (node: Span, zh: string, en: string): void => void shape.push({ ...node, message: { zh, en } });
  const entries: Entry[] = [];
  const taken = new Map<string, Entry>();
  const { root, syntax } = read(text);
  for (const item of itemsOf(root, text, fault)) {
    const entry = entryOf(item, fault);
    if (!entry) continue;
    entries.push(entry);
    for (const form of [entry.name, ...entry.aliases]) {
      const other = taken.get(`${entry.type}${form}`);
      if (other) twice(form, entry, other, fault);
      else taken.set(`${entry.type}${form}`, entry);
    }
  }
  // A fault of writing makes keys seem missing or unknown: those are not told as well.
  const faults = syntax.length > 0 ? syntax : shape;
  faults.sort((a, b) => a.start - b.start);
  const more = faults.splice(MOST_FAULTS);
  if (more[0]) faults.push({ ...more[0], message: furtherFaults(more.length) });
  return { entries, faults };
}

/** Most faults that are told: a file of another kind would give tens of thousands. */
const MOST_FAULTS = 100;

function furtherFaults(count: number): LexiconFault["message"] {
  return { zh: `自此往后还有 ${count} 处。`, en: `${count} more from here on.` };
}

function twice(form: string, { name, start, end }: Entry, other: Entry, fault: Fault): void {
  if (form === name && form === other.name)
    fault({ start, end }, `“${form}”重复了，以前面的一条为准。`, `“${form}” is listed twice; the first entry counts.`);
  else
    fault(
      { start, end },
      `“${form}”已是“${other.name}”的名称或别名，在这里不起作用。`,
      `“${form}” is a name of “${other.name}” already and has no effect here.`,
    );
}

type Fault = (span: Span, zh: string, en: string) => void;

/** The file as the parser reads it, with the faults of its writing. */
function read(text: string): { root: unknown; syntax: LexiconFault[] } {
  try {
    const { contents: root, errors } = parseDocument(text, { prettyErrors: false, logLevel: "silent" });
    return { root, syntax: syntaxFaults(text, errors) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const message = { zh: `格式有误：${detail}`, en: `This cannot be read: ${detail}` };
    return { root: null, syntax: [{ start: 0, end: text.length, message }] };
  }
}

/** The items of the list `entities`. */
function itemsOf(root: unknown, text: string, fault: Fault): unknown[] {
  const whole = { start: 0, end: text.length };
  if (root === null || (isScalar(root) && root.value === null)) return [];
  if (!isMap(root)) {
    if (!wideColon(root, fault))
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
    if (!wideColon(item, fault))
      fault(whole, "词条应写作“name: 名称”和“kind: 种类”。", "An entry needs a name: and a kind:.");
    return undefined;
  }
  // After a full-width colon the parser takes the rest of the line as part of the value before it.
  if (item.items.some(({ value }) => wideColon(value, fault))) return undefined;
  for (const pair of item.items) {
    const key = keyOf(pair);
    if (!ENTRY_KEYS.some((known) => known === key)) unknownKey(pair, ENTRY_KEYS, fault);
  }
  const read = (key: string): string | undefined => textOf(item.get(key, true), key, fault);
  const at = (key: string): Span => spanOf(item.get(key, true), whole);
  const written = read("name");
  const name = written === undefined ? undefined : withoutQuotes(written);
  const kind = read("kind");
  const type = kindOf(kind);
  if (name === undefined) fault(whole, "词条没有名称（name）。", "The entry has no name.");
  else if ([...name].length < 2)
    fault(
      at("name"),
      "名称至少要两个字，否则处处都会认作它。",
      "A name has two characters at least, or it would be found everywhere.",
    );
  if (!type) {
    const kinds = KIND_NAMES.flatMap(({ names }) => names);
    fault(
      kind === undefined ? (name === undefined ? whole : at("name")) : at("kind"),
      `${kind === undefined ? "词条没有种类（kind）" : `没有“${kind}”这个种类（kind）`}，应是 ${kinds.join("、")} 之一。`,
      `${kind === undefined ? "The entry has no kind" : `“${kind}” is no kind`}: it is one of ${kinds.join(", ")}.`,
    );
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

function wideColon(node: unknown, fault: Fault): boolean {
  if (!isScalar(node) || typeof node.value !== "string" || !WIDE_COLON.pattern.test(node.value)) return false;
  fault(spanOf(node, { start: 0, end: 0 }), WIDE_COLON.message.zh, WIDE_COLON.message.en);
  return true;
}

function kindOf(name: string | undefined): Entry["type"] | undefined {
  return KIND_NAMES.find(({ names }) => names.some((known) => known === name))?.type;
}

function aliasesOf(node: unknown, fault: Fault): string[] {
  if (node === undefined || (isScalar(node) && node.value === null)) return [];
  const items: unknown[] = isSeq(node) ? node.items : [node];
  return items.flatMap((item) => {
    // 苏局长、老苏头 on one line is how a list is written in Chinese.
    const written = textOf(item, "aliases", fault)?.split(/[、，；]/u) ?? [];
    const aliases = written.map(withoutQuotes).filter((alias) => alias !== "");
    if (aliases.some((alias) => [...alias].length < 2))
      fault(spanOf(item, { start: 0, end: 0 }), "别名至少要两个字。", "An alias has two characters at least.");
    return aliases.filter((alias) => [...alias].length >= 2);
  });
}

/** YAML takes Chinese quotation marks for text; who writes them round a name doesn't mean them as part of it. */
function withoutQuotes(name: string): string {
  return name
    .trim()
    .replace(/^“([^“”]*)”$/u, "$1")
    .trim();
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
  fault(
    span,
    `没有名为“${key}”的项，只有 ${known.join("、")}。`,
    `There is no “${key}” here, only ${known.join(", ")}.`,
  );
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

function spanOf(node: unknown, otherwise: Span): Span {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: Math.max(range[0], range[1]) } : otherwise;
}
