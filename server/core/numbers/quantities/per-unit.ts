/** Reads what is counted per unit: 每亩增收500元, 每吨. */

import type { QuantityValue } from "../../page/mention.ts";
import { PER_UNIT_VERBS } from "../../tables/around-numbers.ts";
import { wordsThatGoWith } from "../../tables/units.ts";
import { numeralOf } from "../numerals/decimal.ts";
import { match } from "../numerals/match.ts";
import { readNumeral } from "../numerals/numerals.ts";
import type { Expression, Reader } from "../types.ts";
import { readAmount } from "./amounts.ts";
import { readDenominator } from "./denominators.ts";

/**
 * 每 with a unit. Where at most a verb stands between it and an amount, both are one mention (每亩增收500元). Else the unit
 * is a mention by itself, as what an amount later in the clause is counted per (每吨…0.31吨).
 */
export const readPerUnit: Reader = (scan, at) => {
  const { text } = scan;
  if (text[at] !== "每") return undefined;
  const counted = readNumeral(text, at + 1);
  const numeral = counted?.bare ? undefined : counted;
  const per = readDenominator(text, numeral?.end ?? at + 1);
  if (!per) return undefined;
  if (/^(?:year|month|week|day|h|min|s|quarter)$/.test(per.id)) {
    const amount = numeral ? undefined : readNumeral(text, per.end);
    const found = amount && readAmount(scan, per.end, amount);
    return found?.value.kind === "quantity" && found.value.dimension
      ? countedPer(found, found.value, per.id)
      : undefined;
  }
  const verb = match(VERB, text, per.end);
  const amount = readNumeral(text, verb?.end ?? per.end);
  const found = amount && readAmount(scan, verb?.end ?? per.end, amount);
  if (found?.value.kind === "quantity" && (found.value.dimension || MEASURED.has(found.value.unit ?? ""))) {
    const count = numeral ? numeralOf(numeral.value) : "";
    return countedPer(found, found.value, `${count}${count && " "}${per.id}`);
  }
  if (
    !MEASURED.has(per.id) ||
    !/^[^，。；！？\d]{0,10}[\d一二三四五六七八九十百千]/.test(text.slice(per.end, per.end + 11))
  )
    return undefined;
  return {
    end: per.end,
    type: "QTY",
    value: { kind: "quantity", value: numeral ? numeralOf(numeral.value) : "1", unit: per.id, role: "denominator" },
  };
};

/** The amount counted per a unit, without its SI form, which is of the amount alone. */
function countedPer(found: Expression, { si: _, ...value }: QuantityValue, per: string): Expression {
  return { ...found, value: { ...value, per } };
}

/** Verbs and the words beside them that may stand between a unit and its amount. */
const VERB = new RegExp(`(?:${PER_UNIT_VERBS.join("|")}){0,4}`, "y");
/** The signs of the units that may stand by themselves, their amount later in the clause. */
const MEASURED = new Set(wordsThatGoWith("每").map(({ unit }) => unit.id));
