/** What stands in a block, once the whole page has been seen: names, numbers and terms that don't get in each other's way. */

import type { NumericMention } from "../../numbers/index.ts";
import type { TextMention } from "../../page/mention.ts";
import type { Gazetteer } from "../../places/gazetteer.ts";
import { isEverydayWord } from "../../places/page-gazetteer.ts";
import { WORDS_FIRST } from "../../tables/places.ts";
import { classesOf, IS, KNOWN_PLACE, suffixBefore } from "../../tables/word-classes.ts";
import type { Span } from "../../text/text.ts";
import type { ScoredName } from "../choose/best-names.ts";
import type { BlockNames } from "../choose/block.ts";
import type { DropReason, NameRecorder } from "../explain/recorder.ts";
import { termsWithNames } from "../propose/terms.ts";
import type { Words } from "../words/words.ts";

/** What a block says by itself, and its numbers as the page's day makes them. */
export interface ReadBlock extends BlockNames {
  /** Dates and quantities as a list of mentions has them. */
  readonly numbers: readonly NumericMention[];
  /** The same as a hover has them: ranges whole, and words that no list holds. */
  readonly hoverNumbers: readonly NumericMention[];
}

/** The names, numbers and terms of a block; of these only terms hold others. */
export interface BlockContents {
  readonly words: Words;
  /** In the order of the text, none overlapping another. */
  readonly names: readonly ScoredName[];
  readonly numbers: readonly NumericMention[];
  readonly terms: readonly TextMention[];
}

/** What decides on this page whether a word is a name. */
export interface KnownOnPage {
  /** The gazetteer as the page means it. */
  readonly gazetteer: Gazetteer;
  /** Short forms that the page uses, with the full name that each stands for. */
  readonly fullNames: ReadonlyMap<string, string>;
}

/** What is left of a block's own contents and of the names that were chosen in it. */
export function contentsOf(
  block: ReadBlock,
  chosen: readonly ScoredName[],
  known: KnownOnPage,
  record?: NameRecorder,
): BlockContents {
  const { words } = block;
  const names = chosen.filter((name) => {
    const reason = whyNoName(name, block, known);
    if (reason) record?.dropped(name, reason);
    return reason === undefined;
  });
  const numbers = block.numbers.filter((number) => !names.some((name) => overlap(name, number)));
  const terms = termsWithNames(block.terms, names, words.text).filter(
    (term) => !numbers.some((number) => isDateAlone(number, term)),
  );
  return { words, names, numbers, terms };
}

/** Why a chosen name is none after all; undefined where it is one. */
function whyNoName(name: ScoredName, block: ReadBlock, known: KnownOnPage): DropReason | undefined {
  if (isCatchword(name, block, known)) return "catchword";
  if (isDoing(name, block.words, known.gazetteer)) return "doing";
  if (isKindOfZone(name, block.words, known.gazetteer)) return "kind";
  if (isOnlyAWord(name, block.words, known.gazetteer)) return "everydayWord";
  return block.numbers.some((number) => isPartOfNumber(name, number)) ? "number" : undefined;
}

/** Whether a term is nothing but a date or quantity (“七一”), or the beginning of one. */
function isDateAlone(number: TextMention, term: Span): boolean {
  const same = number.type === "DATE" && number.start === term.start && number.end === term.end;
  return same || (number.start <= term.start && number.end > term.end);
}

/** Whether two spans have a character in common. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A name with this score stands against a date or quantity that it overlaps. */
const CERTAIN = 4;

/**
 * A name that fills its quotation marks is a catchword (“东方茶都”, “智囊团”), unless it is known as a place or
 * organisation, a short form of the page, or no word of the dictionary.
 */
function isCatchword({ start, end, type }: ScoredName, { words, terms }: BlockNames, known: KnownOnPage): boolean {
  const { text } = words;
  if (type === "PER" || text[start - 1] !== "“" || text[end] !== "”") return false;
  const name = text.slice(start, end);
  if (known.fullNames.has(name)) return false;
  if ((classesOf(name) & (KNOWN_PLACE | IS.org)) !== 0 || known.gazetteer.kindOf(name) !== undefined) return false;
  const first = words.at[start] ?? 0;
  return terms.some((term) => term.start === start - 1) || (words.start[first + 1] === end && words.tag[first] !== "x");
}

/** Whether a place's name is only what is done to a kind of place: 布局建设|加油站. */
function isDoing({ start, end, type }: ScoredName, { text }: Words, gazetteer: Gazetteer): boolean {
  const suffix = type === "LOC" ? suffixBefore(text, end, IS.facilitySuffix) : 0;
  const head = text.slice(start, end - suffix);
  return (
    suffix >= 2 && head.length <= 4 && /(?:建设|新建|扩建|修建|打造)$/u.test(head) && gazetteer.matchAt(head, 0) === 0
  );
}

/** Whether a place's name is only what a zone is for: 新材料产业集聚区 is one of many, 云溪产业集聚区 is one. */
function isKindOfZone({ start, end, type }: ScoredName, { text, at, tag }: Words, gazetteer: Gazetteer): boolean {
  const kind = type === "LOC" ? ZONE.exec(text.slice(start, end))?.[0].length : undefined;
  if (kind === undefined || kind === end - start || gazetteer.matchAt(text, start) > 0) return false;
  for (let i = at[start] ?? 0; i <= (at[end - kind - 1] ?? 0); i += 1)
    if (!/^(?:n|v|vn|a|an|b|d|f|l|i|m|q)$/.test(tag[i] ?? "x")) return false;
  return true;
}

const ZONE = /(?:示范区|集聚区|试验区|产业带|产业园|工业园|园区|基地)$/u;

/** Whether a place's name is an everyday word here, and no unit that the page means: 山上. */
function isOnlyAWord({ start, end, type }: ScoredName, { text, tag, at }: Words, gazetteer: Gazetteer): boolean {
  const name = text.slice(start, end);
  if (type !== "LOC" || !isEverydayWord(name) || (classesOf(name) & KNOWN_PLACE) !== 0) return false;
  if (gazetteer.find(name).length > 0) return false;
  return WORDS_FIRST.has(name) || !/^(?:n[srz]|x)/.test(tag[at[start] ?? 0] ?? "x");
}

/**
 * Whether a weak name overlaps a date or quantity and doesn't hold all of it, or is a person's and only begins with one: 大前
 * is a surname, but not in 大前年|他.
 */
function isPartOfNumber(name: ScoredName, number: TextMention): boolean {
  const begins = name.type === "PER" && number.type === "DATE" && name.start === number.start;
  const holds = name.start <= number.start && name.end >= number.end && !begins;
  return overlap(name, number) && !holds && name.score < CERTAIN;
}
