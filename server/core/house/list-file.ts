/** Reads a file of the house, YAML or JSON: one list under a key; and says in plain words what is wrong with it. */

import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import type { Localised } from "../text/locale.ts";
import type { Span } from "../text/text.ts";
import { parseYaml } from "./parse-yaml.ts";
import { syntaxFaults, wideColonAfter } from "./syntax.ts";
import type { FileFault } from "./types.ts";

/** What a file is made of: the key of its list, and what an item of that can say. */
export interface ListForm {
  readonly list: string;
  readonly keys: readonly string[];
  /** What an item is called. */
  readonly item: Localised;
  /** What every item says, as a person would write it. */
  readonly example: Localised;
}

export type Fault = (span: Span, zh: string, en: string) => void;

/** An item of the list that is a map, and what it says. */
export interface ListItem extends Span {
  /** The text of a key, trimmed; a number or date counts as it was written. Undefined where there is none. */
  text(key: string): string | undefined;
  /** The texts of a key whose value is a list or a single one; 甲、乙 on one line is how a list is written in Chinese. */
  texts(key: string): readonly ListText[];
  /** Where the value of a key stands, else the item. */
  at(key: string): Span;
}

/** Texts of one node of a list, and where it stands. */
export interface ListText extends Span {
  readonly texts: readonly string[];
}

/** A file that was read. */
export interface ReadList<E> {
  readonly entries: readonly E[];
  readonly faults: readonly FileFault[];
}

/**
 * Reads any text; spans are UTF-16 offsets into it. JSON needs no parser of its own, as it is YAML too.
 * @param entryOf makes an entry of an item, or tells why there is none
 * @param check what is to be said of all entries together
 */
export function readList<E>(
  text: string,
  form: ListForm,
  entryOf: (item: ListItem, fault: Fault) => E | undefined,
  check: (entries: readonly E[], fault: Fault) => void = () => {},
): ReadList<E> {
  const shape: FileFault[] = [];
  const fault: Fault = (span, zh, en) => void shape.push({ start: span.start, end: span.end, message: { zh, en } });
  const { root, syntax } = parsed(text, form);
  const entries = itemsOf(root, text, form, fault).flatMap((node) => {
    const item = itemOf(node, form, fault);
    const entry = item && entryOf(item, fault);
    return entry === undefined ? [] : [entry];
  });
  check(entries, fault);
  // A fault of writing makes keys seem missing or unknown: those are not told as well.
  const faults = syntax.length > 0 ? syntax : shape;
  faults.sort((a, b) => a.start - b.start);
  const more = faults.splice(MOST_FAULTS);
  if (more[0]) faults.push({ ...more[0], message: furtherFaults(more.length) });
  return { entries, faults };
}

/** Most faults that are told: a file of another kind would give tens of thousands. */
const MOST_FAULTS = 100;

function furtherFaults(count: number): Localised {
  return { zh: `自此往后还有 ${count} 处。`, en: `${count} more from here on.` };
}

/** The file as the parser reads it, with the faults of its writing. */
function parsed(text: string, form: ListForm): { root: unknown; syntax: FileFault[] } {
  try {
    const { contents: root, errors } = parseYaml(text);
    return { root, syntax: syntaxFaults(text, errors, [form.list, ...form.keys]) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const message = { zh: `格式有误：${detail}`, en: `This cannot be read: ${detail}` };
    return { root: null, syntax: [{ start: 0, end: text.length, message }] };
  }
}

/** The items of the list. */
function itemsOf(root: unknown, text: string, form: ListForm, fault: Fault): unknown[] {
  const { list, item } = form;
  const whole = { start: 0, end: text.length };
  if (root === null || (isScalar(root) && root.value === null)) return [];
  if (!isMap(root)) {
    if (!hasWideColon(root, form, fault))
      fault(
        spanOf(root, whole),
        `${item.zh}应列在 ${list}: 之下。`,
        `${capital(plural(item.en))} are a list under ${list}:.`,
      );
    return [];
  }
  for (const pair of root.items) {
    const key = keyOf(pair);
    if (key !== list && key !== "$schema") unknownKey(pair, [list], fault);
  }
  const value: unknown = root.get(list, true);
  if (value === undefined || (isScalar(value) && value.value === null)) return [];
  if (isSeq(value)) return value.items;
  fault(spanOf(value, whole), `${list} 应是一列${item.zh}。`, `${list} is a list of ${plural(item.en)}.`);
  return [];
}

function itemOf(node: unknown, form: ListForm, fault: Fault): ListItem | undefined {
  const whole = spanOf(node, { start: 0, end: 0 });
  if (!isMap(node)) {
    if (!hasWideColon(node, form, fault))
      fault(
        whole,
        `${form.item.zh}应写作${form.example.zh}。`,
        `${article(form.item.en)} ${form.item.en} needs ${form.example.en}.`,
      );
    return undefined;
  }
  // After a full-width colon the parser takes the rest of the line as part of the value before it.
  if (node.items.some(({ value }) => hasWideColon(value, form, fault))) return undefined;
  for (const pair of node.items) {
    const key = keyOf(pair);
    if (!form.keys.some((known) => known === key)) unknownKey(pair, form.keys, fault);
  }
  return {
    ...whole,
    text: (key) => textOf(node.get(key, true), key, fault),
    texts: (key) => textsOf(node, key, fault),
    at: (key) => spanOf(node.get(key, true), whole),
  };
}

function hasWideColon(node: unknown, form: ListForm, fault: Fault): boolean {
  const slip = wideColonAfter([form.list, ...form.keys]);
  if (!isScalar(node) || typeof node.value !== "string" || !slip.pattern.test(node.value)) return false;
  fault(spanOf(node, { start: 0, end: 0 }), slip.message.zh, slip.message.en);
  return true;
}

function textsOf(item: YAMLMap, key: string, fault: Fault): ListText[] {
  const node: unknown = item.get(key, true);
  if (node === undefined || (isScalar(node) && node.value === null)) return [];
  const nodes: unknown[] = isSeq(node) ? node.items : [node];
  return nodes.map((one) => ({
    ...spanOf(one, { start: 0, end: 0 }),
    texts: (textOf(one, key, fault)?.split(/[、，；]/u) ?? []).map(withoutQuotes).filter((text) => text !== ""),
  }));
}

/** YAML takes Chinese quotation marks for text; who writes them round a name doesn't mean them as part of it. */
export function withoutQuotes(name: string): string {
  return name
    .trim()
    .replace(/^“([^“”]*)”$/u, "$1")
    .trim();
}

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

function plural(word: string): string {
  return word.endsWith("y") ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? "An" : "A";
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
