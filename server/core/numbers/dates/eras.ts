/** Reads decades, centuries and five-year plans: 上世纪90年代初, 21世纪, “十四五”末. */

import { numeralOf } from "../numerals/decimal.ts";
import { match } from "../numerals/match.ts";
import { readNumeral } from "../numerals/numerals.ts";
import type { Expression, Reader } from "../types.ts";
import { pad } from "./calendar.ts";
import { smallNumber } from "./points.ts";

/** Centuries and decades; 上世纪 and 本世纪 are counted from the page's own. */
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
      ? era(centuries.end, { of: "century", edtf: `${pad(from - 1, 2)}XX/${pad(to - 1, 2)}XX` })
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
    return era(part?.end ?? century.end, {
      of: "century",
      edtf: number === undefined ? undefined : `${pad(number - 1, 2)}XX`,
      part: part?.groups[0],
      inferred: !stated,
    });
  }
  const tens = decades ? 10 * (smallNumber(decades.groups[1] ?? "") ?? 0) : (smallNumber(decade.groups[1] ?? "") ?? 0);
  const hundreds = number !== undefined ? number - 1 : own === undefined ? undefined : decadeHundreds(own, tens);
  if (decades) {
    const later = smallNumber(decades.groups[2] ?? "") ?? 0;
    if (later * 10 !== tens + 10) return undefined;
    const both = hundreds === undefined ? undefined : `${pad(hundreds, 2)}${tens / 10}X/${pad(hundreds, 2)}${later}X`;
    return era(decade.end, { of: "decade", edtf: both, inferred: !stated });
  }
  const edtf = hundreds === undefined ? undefined : `${pad(hundreds, 2)}${tens / 10}X`;
  return era(decade.end, { of: "decade", edtf, part: decade.groups[2], inferred: !stated });
};

/** The hundreds of the year (19 of 1990) of a decade without a century: it is the last that had begun by the year given. */
function decadeHundreds(year: number, tens: number): number {
  const hundreds = Math.floor(year / 100);
  return hundreds * 100 + tens <= year ? hundreds : hundreds - 1;
}

interface Era {
  readonly of: "century" | "decade";
  /** Missing where the century is unknown. */
  readonly edtf: string | undefined;
  /** The word for a part of it: 初, 中叶, 末期. */
  readonly part?: string | undefined;
  /** Whether the text leaves the century out. */
  readonly inferred?: boolean;
}

function era(end: number, { of, edtf, part, inferred = false }: Era): Expression {
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

/** A plan by its number with what is said of it, or alone in quotation marks at the end of a clause. */
const PLAN = /[“"]?([一二三四五六七八九十]{1,3}五)[”"]?(?:规划)?(期间|时期|末期?|初期?|中期|以来|开局之年|收官之年)/y;
const QUOTED_PLAN = /“([一二三四五六七八九十]{1,3}五)”(?=[，。；！？、]|$)/y;

/** A five-year plan as its years. The first began in 1953, the third, after three years without one, in 1966. */
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
