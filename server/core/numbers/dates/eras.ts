/** Decades, centuries and five-year plans: 上世纪90年代初, 21世纪, “十四五”末. */

import { numeralOf } from "../numerals/decimal.ts";
import { match, readNumeral } from "../numerals/numerals.ts";
import type { Found, Reader } from "../types.ts";
import { pad } from "./calendar.ts";
import { smallNumber } from "./points.ts";

const CENTURY = /(?:公元)?(?:(\d{1,2}|[一二]?十[一二三四五六七八九]?)世纪|(上个?世纪)|(本世纪))/y;
const CENTURIES = /(\d{1,2})[至到—～-](\d{1,2})世纪/y;
const DECADES = /([一二三四五六七八])([二三四五六七八九])十年代/y;
const DECADE = /([1-9]0|[一二三四五六七八九]十)年代(初期?|末期?|中期|中后期|前期|后期|中叶)?/y;
const CENTURY_PART = /(初|末|中叶|上半叶|下半叶|前半叶|后半叶)(?!期)/y;

/** A century, a decade, or a decade of a century. */
export const readEra: Reader = ({ text, context }, at) => {
  const centuries = match(CENTURIES, text, at);
  if (centuries && !/[\d.]/.test(text[at - 1] ?? "")) {
    const [from, to] = [Number(centuries.groups[1]), Number(centuries.groups[2])];
    return from < to
      ? era(centuries.end, `${pad(from - 1, 2)}XX/${pad(to - 1, 2)}XX`, undefined, "century", false)
      : undefined;
  }
  const century = match(CENTURY, text, at);
  const decades = match(DECADES, text, century?.end ?? at);
  const decade = decades ?? match(DECADE, text, century?.end ?? at);
  if (!century && !decade) return undefined;
  if (/[\d个一二三四五六七八九十]/.test(text[at - 1] ?? "")) return undefined;
  const own = context.anchor ? Number(context.anchor.slice(0, 4)) : undefined;
  const stated = century?.groups[1] ? smallNumber(century.groups[1]) : undefined;
  const shifted = century && own !== undefined ? Math.floor((own - 1) / 100) + (century.groups[2] ? 0 : 1) : undefined;
  const number = century ? (stated ?? shifted) : undefined;
  if (!decade) {
    if (!century) return undefined;
    const part = match(CENTURY_PART, text, century.end);
    return era(
      part?.end ?? century.end,
      number === undefined ? undefined : `${pad(number - 1, 2)}XX`,
      part?.groups[0],
      "century",
      !stated,
    );
  }
  const tens = decades ? 10 * (smallNumber(decades.groups[1] ?? "") ?? 0) : (smallNumber(decade.groups[1] ?? "") ?? 0);
  const hundreds = number !== undefined ? number - 1 : own === undefined ? undefined : decadeHundreds(own, tens);
  if (decades) {
    const later = smallNumber(decades.groups[2] ?? "") ?? 0;
    if (later * 10 !== tens + 10) return undefined;
    const both = hundreds === undefined ? undefined : `${pad(hundreds, 2)}${tens / 10}X/${pad(hundreds, 2)}${later}X`;
    return era(decade.end, both, undefined, "decade", !stated);
  }
  const edtf = hundreds === undefined ? undefined : `${pad(hundreds, 2)}${tens / 10}X`;
  return era(decade.end, edtf, decade.groups[2], "decade", !stated);
};

/** A decade without a century is the last one that had begun. */
function decadeHundreds(year: number, tens: number): number {
  const hundreds = Math.floor(year / 100);
  return hundreds * 100 + tens <= year ? hundreds : hundreds - 1;
}

function era(
  end: number,
  edtf: string | undefined,
  part: string | undefined,
  of: "century" | "decade",
  inferred: boolean,
): Found {
  const where = !part
    ? undefined
    : /^(?:初|前|上)/.test(part)
      ? "start"
      : /^(?:末|后|下)/.test(part)
        ? "end"
        : "middle";
  return {
    end,
    type: "DATE",
    value: {
      kind: "date",
      ...(edtf && { edtf }),
      ...(where && { approx: `${where}_of_${of}` }),
      ...(inferred && edtf && { inferred: ["century"] }),
    },
  };
}

const PLAN = /[“"]?([一二三四五六七八九十]{1,3}五)[”"]?(?:规划)?(期间|时期|末期?|初期?|中期|以来|开局之年|收官之年)/y;
const QUOTED_PLAN = /“([一二三四五六七八九十]{1,3}五)”(?=[，。；！？、]|$)/y;

/** A five-year plan as a span of time; the first ran from 1953, the third and all later ones from 1966 on. */
export const readPlan: Reader = ({ text, context }, at) => {
  const found = match(PLAN, text, at) ?? match(QUOTED_PLAN, text, at);
  const ordinal = found?.groups[1]?.slice(0, -1) ?? "";
  const numeral = ordinal ? readNumeral(ordinal, 0) : undefined;
  if (!found || numeral?.end !== ordinal.length) return undefined;
  const n = Number(numeralOf(numeral.value));
  if (n < 1 || n > 40) return undefined;
  const first = n < 3 ? 1953 + 5 * (n - 1) : 1966 + 5 * (n - 3);
  const part = found.groups[2] ?? "";
  const [edtf, approx] = part.startsWith("末")
    ? [`${first + 4}-12`, "end_of_period"]
    : part.startsWith("初")
      ? [`${first}`, "start_of_period"]
      : part === "中期"
        ? [`${first + 2}`, "middle_of_period"]
        : part === "开局之年"
          ? [`${first}`, undefined]
          : part === "收官之年"
            ? [`${first + 4}`, undefined]
            : part === "以来"
              ? [`${first}-01-01/${context.anchor ?? ".."}`, undefined]
              : [`${first}/${first + 4}`, undefined];
  return { end: found.end, type: "DATE", value: { kind: "date", edtf: edtf ?? "", ...(approx && { approx }) } };
};
