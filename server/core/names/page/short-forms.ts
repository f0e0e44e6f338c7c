/** The short forms that a page uses of names which it gives in full: of companies, works and parks. */

import type { EntityType } from "../../page/mention.ts";
import type { Gazetteer } from "../../places/gazetteer.ts";
import { classesOf, IS, KNOWN_PLACE, knownAt, PLACE_SUFFIX, suffixBefore } from "../../tables/word-classes.ts";
import type { ScoredName } from "../choose/best-names.ts";
import type { BlockNames } from "../choose/block.ts";
import { canBeNameEdge, type Words } from "../words/words.ts";

/**
 * The short forms of the organisations that a page knows, each with the full name: a company without its place, or by its
 * brand alone (云岭集团 and 云岭 of 青川市云岭集团), by brand and trade, and as the page itself declares.
 */
export function shortForms(
  blocks: readonly BlockNames[],
  known: ReadonlyMap<string, EntityType>,
  gazetteer: Gazetteer,
): Map<string, string> {
  const forms = new Map<string, string>();
  for (const [name, type] of known) {
    if (type !== "ORG") continue;
    const own = withoutPlaces(name, gazetteer);
    const suffix = suffixBefore(own, own.length, IS.orgSuffix);
    if (suffix === 0) continue;
    const bare = own.slice(0, own.length - suffix);
    if (own !== name && own.length >= 4) forms.set(own, name);
    if (bare.length >= 2 && isBrandOf(own.slice(0, 2), own, blocks)) forms.set(own.slice(0, 2), name);
    for (const form of formsWithTrade(blocks, name, bare)) forms.set(form, name);
  }
  for (const [form, name] of declaredForms(blocks, known)) forms.set(form, name);
  return forms;
}

/** An organisation's name without the places before it, as long as four characters are left. */
function withoutPlaces(name: string, gazetteer: Gazetteer): string {
  let own = name;
  for (;;) {
    const place = knownAt(own, 0, KNOWN_PLACE);
    if (place === 0 || place >= own.length - 3) break;
    own = own.slice(place);
  }
  const unit = gazetteer.matchAt(own, 0);
  return (unit < own.length - 3 ? own.slice(unit) : own).replace(/^.{1,4}?[省市县区](?=.{4})/u, "");
}

/** Whether the first two characters of a firm's name can stand for it: they are no word, and begin with no kind of division. */
function isBrandOf(brand: string, firm: string, blocks: readonly BlockNames[]): boolean {
  return (
    /(?:公司|集团|厂|企业|中心|科技)$/u.test(firm) &&
    !/^[省市县区镇乡]/u.test(firm) &&
    !isKnownWord(blocks, brand) &&
    classesOf(brand) === 0
  );
}

/**
 * What the page calls a firm by its brand and trade, or by its brand and a word for firms: 云岭茶业 and 云岭公司 of
 * 云岭茶业发展有限公司. `bare` is the full name without place and kind.
 */
function formsWithTrade(blocks: readonly BlockNames[], full: string, bare: string): string[] {
  if (bare.length < 4) return [];
  const found: string[] = [];
  for (let length = Math.min(6, bare.length); length >= 4; length -= 1) {
    const form = bare.slice(0, length);
    if (standsAlone(blocks, form, full)) {
      if (!isOrdinary(blocks, form)) found.push(form);
      break;
    }
  }
  for (const brand of [bare.slice(0, 2), bare.slice(0, 3)])
    for (const firm of FIRMS) if (standsAlone(blocks, brand + firm, full)) found.push(brand + firm);
  return found;
}

/** Whether a form is made of everyday words where it stands: 蔬菜生产 of a 蔬菜生产合作社 is what is done. */
function isOrdinary(blocks: readonly BlockNames[], form: string): boolean {
  return blocks.some(({ words: { text, at, tag } }) => {
    const start = text.indexOf(form);
    if (start < 0) return false;
    for (let i = at[start] ?? 0; i <= (at[start + form.length - 1] ?? 0); i += 1)
      if (!/^(?:n|v|vn|a|an|b|d|f|l|i|s|t)$/.test(tag[i] ?? "x")) return false;
    return true;
  });
}

const FIRMS = ["公司", "集团", "合作社"];

/** Whether the page has the form outside the full name, between the ends of words. */
function standsAlone(blocks: readonly BlockNames[], form: string, full: string): boolean {
  return blocks.some(({ words }) => {
    for (let at = words.text.indexOf(form); at >= 0; at = words.text.indexOf(form, at + 1)) {
      const inFull = words.text.startsWith(full, at - full.indexOf(form));
      if (!inFull && canBeNameEdge(words, at) && canBeNameEdge(words, at + form.length)) return true;
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

/** Whether the word stands on the page as one that the dictionary knows. */
function isKnownWord(blocks: readonly BlockNames[], word: string): boolean {
  return blocks.some(({ words }) =>
    words.word.some((own, i) => own === word && words.tag[i] !== "x" && words.tag[i] !== "nz"),
  );
}

/**
 * What the page calls works and parks by the beginning of their name (凌湾氢谷 for 青川凌湾氢谷能源产业园): of each the longest
 * beginning that stands elsewhere twice and is not made of known words.
 */
export function shortPlaces(
  blocks: readonly BlockNames[],
  names: readonly (readonly ScoredName[])[],
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
    for (let length = own.length - suffix; length >= SHORTEST_BEGINNING; length -= 1) {
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
const SHORTEST_BEGINNING = 3;

function endsAsPlace(name: string): boolean {
  return suffixBefore(name, name.length, PLACE_SUFFIX) > 0;
}

/** How often the short form stands outside the full name, between the ends of words, one of them unknown to the dictionary. */
function timesAlone(short: string, full: string, blocks: readonly BlockNames[]): number {
  let times = 0;
  for (const { words } of blocks) {
    const { text } = words;
    for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
      const inFull = text.startsWith(full, at - full.indexOf(short));
      if (
        !inFull &&
        canBeNameEdge(words, at) &&
        canBeNameEdge(words, at + short.length) &&
        hasUnknownWord(words, at, short.length)
      )
        times += 1;
    }
  }
  return times;
}

function hasUnknownWord(words: Words, start: number, length: number): boolean {
  for (let offset = start; offset < start + length; offset += 1)
    if (words.tag[words.at[offset] ?? 0] === "x") return true;
  return false;
}
