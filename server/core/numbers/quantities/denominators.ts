/** What a quantity is counted per: a time or a unit. */

import { UNIT_TABLE } from "../../tables/units.ts";
import { before } from "../../text/text.ts";
import { numeralOf } from "../numerals/decimal.ts";
import { readNumeral } from "../numerals/numerals.ts";
import { type UnitMention, unitWordAt } from "./units.ts";

/** A time or unit that a quantity is counted per. */
export interface Denominator {
  /** Its name in the quantity's normal form: `year`, `h`, the unit's sign or the classifier. */
  readonly id: string;
  /** Its sign in an SI amount (GB 3100), where it has one. */
  readonly si?: string;
  readonly end: number;
}

/** The denominator after a quantity of that unit, with its slash or 每: 20万吨/年, 0.5千克每亩. */
export function readPer(text: string, at: number, unit: UnitMention | undefined): Denominator | undefined {
  const spelled = text[at] === "每" && unit && !unit.unit.classifier && !/[年月日天周人户]/.test(text[at + 1] ?? "");
  if (text[at] !== "/" && !spelled) return undefined;
  const count = /\d/.test(text[at + 1] ?? "") ? readNumeral(text, at + 1) : undefined;
  const measure = count && unitWordAt(text, count.end);
  if (count && !measure) return undefined;
  return measure
    ? { id: `${numeralOf(count.value)} ${measure.unit.id}`, end: measure.end }
    : readDenominator(text, at + 1);
}

/** What words before a quantity say it is counted per: 人均收入, 时速. */
export function perBefore(text: string, at: number): Omit<Denominator, "end"> | undefined {
  const found = PER_BEFORE.exec(before(text, at, 16))?.[1];
  if (found) return { id: PER_NAMES[found] ?? found };
  return /[时]速[^，。；\d]{0,6}$/.test(before(text, at, 9)) ? { id: "h", si: "h" } : undefined;
}

const PER_BEFORE = /(人|户|亩|日|年|月|周|村|校|地)均[^，。；：！？、\d]{0,12}$/;
const PER_NAMES: Readonly<Record<string, string>> = { 日: "day", 年: "year", 月: "month", 周: "week", 地: "km2" };

/** The denominator at an offset, with no 每 or slash: a time or a unit. */
export function readDenominator(text: string, at: number): Denominator | undefined {
  for (const { word, unit, per } of TIMES) {
    if (!text.startsWith(word, at) || (/[a-z]/.test(word) && /[A-Za-z]/.test(text[at + word.length] ?? ""))) continue;
    return { id: unit.id, si: per, end: at + word.length };
  }
  const unit = unitWordAt(text, at);
  return unit && { id: unit.unit.id, end: unit.end, ...(!unit.unit.classifier && { si: unit.unit.id }) };
}

/** The times that a quantity is counted per, the longest word first. */
const TIMES = UNIT_TABLE.filter(({ per }) => per !== "").sort((a, b) => b.word.length - a.word.length);
