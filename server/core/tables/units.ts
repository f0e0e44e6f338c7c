/** Units of measure, currencies, classifiers and the words that count time, parts and order: `server/data/units.txt`, typed. */

import table from "../../data/units.txt";
import type { Localised } from "../text/locale.ts";
import { rowsOf } from "./read.ts";

/** What a unit measures, and how many of which SI unit one of it is; `si` is missing where the relation isn't exact. */
export interface Unit {
  /** The unit's own sign, one for all ways to write it. */
  readonly id: string;
  readonly dimension?: string;
  readonly si?: readonly [factor: string, unit: string];
  /** What an editor should know of it. */
  readonly remark?: Localised;
  /** It is a count of things, not a measure. */
  readonly classifier?: true;
}

export type UnitKind = "measure" | "currency" | "classifier" | "prefix" | "time" | "ratio" | "counter";

/** What a word is at the head of a line, after a line that ends in a figure: the table's head says what each means. */
export type AtHead = "bound" | "plain" | "everyday" | "never";

/** The Chinese numerals a word counts after: the smallest, or none. */
export type CountsAfter = "any" | "tens" | "hundreds" | "myriads" | "none";

/** One way to write a unit. A word has two where it is both a classifier and a time (分). */
export interface UnitWord {
  readonly word: string;
  readonly unit: Unit;
  readonly kind: UnitKind;
  /** A time's sign after a slash; empty where nothing is counted per it. */
  readonly per: string;
  readonly atHead: AtHead;
  /** What makes another word of it when it follows, as a pattern; empty where nothing does. */
  readonly other: string;
  /** Characters that make of it, at the head of a line, a word that may open a paragraph. */
  readonly opens: string;
  readonly countsAfter: CountsAfter;
  /** The words it goes with, of 第, 来, 一 and 每. */
  readonly goesWith: string;
}

/** Every way to write a unit, in the order of the table. */
export const UNIT_TABLE: readonly UnitWord[] = rowsOf(table).flatMap(wordsOfRow);

function wordsOfRow(row: readonly string[]): UnitWord[] {
  const [words = "", id = "", kind = "", what, factor, si, atHead, other, opens, countsAfter, goesWith, zh, en] = row;
  const names = words.split(" ");
  const unit: Unit = {
    id: id || (names[0] as string),
    ...(what && { dimension: what }),
    ...(factor && si && { si: [factor, si] as const }),
    ...(zh && en && { remark: { zh, en } }),
    ...(kind === "classifier" && { classifier: true }),
  };
  return names.map((word) => ({
    word,
    unit,
    kind: kind as UnitKind,
    per: kind === "time" ? (si ?? "") : "",
    atHead: (atHead || "bound") as AtHead,
    other: otherWords(other ?? ""),
    opens: opens ?? "",
    countsAfter: (countsAfter || "any") as CountsAfter,
    goesWith: goesWith ?? "",
  }));
}

/** The table's characters that make another word of a unit, and those after them that don't (`优(!秀)`), as a pattern. */
function otherWords(characters: string): string {
  return characters
    .replace(/(.)(?:\(!([^)]+)\))?/gu, (_, char: string, except?: string) =>
      except ? `|${char}(?![${except}])` : `|${char}`,
    )
    .slice(1);
}

const QUANTITY_KINDS: ReadonlySet<UnitKind> = new Set<UnitKind>(["measure", "currency", "classifier"]);

/** The words that name the unit of a quantity. */
const OF_QUANTITIES = new Map(
  UNIT_TABLE.filter(({ kind }) => QUANTITY_KINDS.has(kind)).map((entry) => [entry.word, entry] as const),
);

/** The unit of a quantity that a word names. */
export function unitNamed(word: string): Unit | undefined {
  return OF_QUANTITIES.get(word)?.unit;
}

/** All words that name the unit of a quantity. */
export const UNIT_WORDS: readonly string[] = [...OF_QUANTITIES.keys()];

/** After which Chinese numerals a word counts as the unit of a quantity. */
export function countsAfter(word: string): CountsAfter {
  return OF_QUANTITIES.get(word)?.countsAfter ?? "any";
}

const OTHER_WORDS = new Map<string, RegExp>();
for (const { word } of UNIT_TABLE) {
  const patterns = UNIT_TABLE.filter((entry) => entry.word === word).map(({ other }) => other);
  const all = patterns.filter((pattern) => pattern !== "").join("|");
  if (all) OTHER_WORDS.set(word, new RegExp(all, "y"));
}

/** Whether what follows a unit, which ends at an offset of a text, makes another word of the two (支 and 撑, 名 and 优特). */
export function makesOtherWord(word: string, text: string, end: number): boolean {
  const pattern = OTHER_WORDS.get(word);
  if (!pattern) return false;
  pattern.lastIndex = end;
  return pattern.test(text);
}

/** The words that go with 第, 来, 一 or 每, longest first. */
export function wordsThatGoWith(sign: "第" | "来" | "一" | "每"): UnitWord[] {
  return UNIT_TABLE.filter(({ goesWith }) => goesWith.includes(sign)).sort((a, b) => b.word.length - a.word.length);
}

/** The currencies by the signs that stand before an amount. */
export const CURRENCIES_BY_SIGN: ReadonlyMap<string, Unit> = new Map(
  UNIT_TABLE.filter(({ kind }) => kind === "prefix").map(({ word, unit }) => [word, unit]),
);
