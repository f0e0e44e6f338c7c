/** The short forms that a page uses of names it gives in full: of companies, works and parks. */

import type { EntityType } from "../../page/mention.ts";
import type { Gazetteer } from "../../places/gazetteer.ts";
import { classesOf, IS, KNOWN_PLACE, knownAt, PLACE_SUFFIX, suffixBefore } from "../../tables/word-classes.ts";
import type { BlockNames } from "../choose/block.ts";
import type { Scored } from "../choose/decode.ts";
import { isLooseEdge, type Words } from "../words/words.ts";

/**
 * The short forms that later mentions of a company use: its name without place and kind (青川市云岭集团 → 云岭集团, 云岭),
 * where the page uses them more than once and they are no words of their own.
 */
export function shortForms(
  blocks: readonly BlockNames[],
  known: ReadonlyMap<string, EntityType>,
  gazetteer: Gazetteer,
): Map<string, string> {
  const forms = new Map<string, string>();
  for (const [name, type] of known) {
    if (type !== "ORG") continue;
    let head = name;
    for (
      let known = knownAt(head, 0, KNOWN_PLACE);
      known > 0 && known < head.length - 3;
      known = knownAt(head, 0, KNOWN_PLACE)
    )
      head = head.slice(known);
    const unit = gazetteer.matchAt(head, 0);
    head = (unit < head.length - 3 ? head.slice(unit) : head).replace(/^.{1,4}?[省市县区](?=.{4})/u, "");
    const suffix = suffixBefore(head, head.length, IS.orgSuffix);
    if (suffix === 0) continue;
    if (head !== name && head.length >= 4) forms.set(head, name);
    const brand = head.slice(0, 2);
    if (
      /(?:公司|集团|厂|企业|中心|科技)$/u.test(head) &&
      head.length - suffix >= 2 &&
      !/^[省市县区镇乡]/u.test(head) &&
      !isKnownWord(blocks, brand) &&
      classesOf(brand) === 0
    )
      forms.set(brand, name);
    for (const form of trades(blocks, name, head.slice(0, head.length - suffix))) forms.set(form, name);
  }
  for (const [form, name] of declaredForms(blocks, known)) forms.set(form, name);
  return forms;
}

/**
 * What a firm is called by its brand and trade, or brand and the word for a firm, elsewhere on the page: 云岭茶业 and 云岭公司 of
 * 云岭茶业发展有限公司.
 */
function trades(blocks: readonly BlockNames[], full: string, bare: string): string[] {
  if (bare.length < 4) return [];
  const found: string[] = [];
  for (let length = Math.min(6, bare.length); length >= 4; length -= 1) {
    const form = bare.slice(0, length);
    if (standsAlone(blocks, form, full)) {
      found.push(form);
      break;
    }
  }
  for (const brand of [bare.slice(0, 2), bare.slice(0, 3)])
    for (const firm of FIRMS) if (standsAlone(blocks, brand + firm, full)) found.push(brand + firm);
  return found;
}

const FIRMS = ["公司", "集团", "合作社"];

/** Whether the page has the form outside the full name, between word ends. */
function standsAlone(blocks: readonly BlockNames[], form: string, full: string): boolean {
  return blocks.some(({ words }) => {
    for (let at = words.text.indexOf(form); at >= 0; at = words.text.indexOf(form, at + 1)) {
      const inFull = words.text.startsWith(full, at - full.indexOf(form));
      if (!inFull && isLooseEdge(words, at) && isLooseEdge(words, at + form.length)) return true;
    }
    return false;
  });
}

/** Short forms that the page itself declares: 青川云岭文化投资集团有限公司（以下简称“云岭集团”）. */
function declaredForms(
  blocks: readonly BlockNames[],
  known: ReadonlyMap<string, EntityType>,
): [form: string, name: string][] {
  const organisations = [...known].flatMap(([name, type]) => (type === "ORG" ? [name] : []));
  return blocks.flatMap(({ words: { text } }) =>
    [...text.matchAll(DECLARED)].map(({ index, 1: form = "" }): [string, string] => {
      const before = text.slice(0, index);
      return [form, organisations.find((name) => before.endsWith(name)) ?? form];
    }),
  );
}

const DECLARED = /[（(](?:以下|下称|以下均)?(?:简称|称)[：:为]?[“"]?([\u3400-\u9fff]{2,10}?)[”"]?[）)]/gu;

/** Whether the dictionary knows the word where the page has it. */
function isKnownWord(blocks: readonly BlockNames[], word: string): boolean {
  return blocks.some(({ words }) =>
    words.word.some((own, i) => own === word && words.tag[i] !== "x" && words.tag[i] !== "nz"),
  );
}

/**
 * Works and parks that the page calls by the beginning of their name (青川凌湾氢谷能源产业园 → 凌湾氢谷): the longest one that
 * stands elsewhere twice and that no dictionary knows.
 */
export function shortPlaces(
  blocks: readonly BlockNames[],
  names: readonly (readonly Scored[])[],
  known: ReadonlyMap<string, EntityType>,
  gazetteer: Gazetteer,
): string[] {
  const shorts: string[] = [];
  const places = new Set(
    blocks.flatMap(({ words }, i) =>
      (names[i] ?? []).filter(({ type }) => type === "LOC").map(({ start, end }) => words.text.slice(start, end)),
    ),
  );
  for (const name of places) {
    const suffix = suffixBefore(name, name.length, IS.facilitySuffix);
    if (suffix < 2) continue;
    const own = name.slice(gazetteer.matchAt(name, 0));
    for (let length = own.length - suffix; length >= SHORTEST; length -= 1) {
      const short = own.slice(0, length);
      if (known.has(short) || (classesOf(short) & KNOWN_PLACE) !== 0 || gazetteer.kindOf(short) !== undefined) break;
      if (timesAlone(short, name, blocks) < 2) continue;
      if (!endsAsPlace(short)) break;
      shorts.push(short);
      break;
    }
  }
  return shorts;
}

/** Shorter beginnings of a name are words more often than names. */
const SHORTEST = 3;

function endsAsPlace(name: string): boolean {
  return suffixBefore(name, name.length, PLACE_SUFFIX) > 0;
}

/** How often the short form stands outside the full one, between word ends and not made of known words only. */
function timesAlone(short: string, full: string, blocks: readonly BlockNames[]): number {
  let times = 0;
  for (const { words } of blocks) {
    const { text } = words;
    for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
      const inFull = text.startsWith(full, at - full.indexOf(short));
      if (
        !inFull &&
        isLooseEdge(words, at) &&
        isLooseEdge(words, at + short.length) &&
        isUnknown(words, at, short.length)
      )
        times += 1;
    }
  }
  return times;
}

function isUnknown(words: Words, start: number, length: number): boolean {
  for (let offset = start; offset < start + length; offset += 1)
    if (words.tag[words.at[offset] ?? 0] === "x") return true;
  return false;
}
