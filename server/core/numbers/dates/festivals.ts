/** Reads festivals and the days off round them: 中秋节, 清明节, 除夕, 国庆假期. */

import { FESTIVALS } from "../../tables/calendar.ts";
import { match } from "../numerals/match.ts";
import type { Expression, Reader } from "../types.ts";
import { civilOf, dayNumber, dayOfIso, daysOff, isoOf, pureBrightness } from "./calendar.ts";
import { yearForMonth } from "./infer.ts";
import { lunarDate, lunarYearFor, newYearsEve } from "./lunar-dates.ts";
import { readYear } from "./points.ts";

/** Words after a name that does without its 节. */
const HOLIDAY = "(?=假期|小长假|长假|黄金周|期间|前夕|当天|佳节|之夜)";
/** The festivals of a fixed day, with the pattern of each name. */
const BY_NAME = FESTIVALS.map(({ name, beforeHoliday, ...day }) => ({
  ...day,
  sticky: new RegExp(beforeHoliday ? `${name}${HOLIDAY}` : name, "y"),
}));
const EVE = /除夕/y;
const PURE_BRIGHTNESS = new RegExp(`清明(?:节|${HOLIDAY})`, "y");

const PERIOD = /(?:小?长?假期?|假日|黄金周)?期间|小?长假|假期|黄金周/y;

/** A festival, alone or in a year, as the day it falls on (2022年春节), or as the days off round that (国庆假期, 春节期间). */
export const readFestival: Reader = (scan, at) => {
  const festival = readFestivalDay(scan, at);
  const period = festival && match(PERIOD, scan.text, festival.end);
  if (!festival || !period || festival.value.kind !== "date") return festival;
  const { edtf, inferred } = festival.value;
  const off = daysOff(dayOfIso(edtf));
  const span = off ? `${isoOf(off[0])}/${isoOf(off[1])}` : edtf;
  return {
    end: period.end,
    type: "DATE",
    value: {
      kind: "date",
      ...(span && { edtf: span }),
      ...(inferred && { inferred }),
      ...(!off && { approx: "about" }),
    },
  };
};

const readFestivalDay: Reader = (scan, at) => {
  const { text } = scan;
  const stated = readYear(text, at);
  const from = stated?.end ?? at;
  if (!/[元妇三植劳五十青六儿建教国圣春端七八中重腊除清“]/.test(text[from] ?? "")) return undefined;
  const { anchor } = scan;
  const ownYear = anchor === undefined ? undefined : civilOf(anchor).year;
  const year = stated?.year ?? (stated?.shift && ownYear !== undefined ? ownYear + stated.shift.by : undefined);
  const inferred = stated?.year ? undefined : ["year"];
  for (const { sticky, calendar, month, day } of BY_NAME) {
    const found = match(sticky, text, from) ?? (stated && shortFestival(sticky, text, from));
    if (!found) continue;
    if (calendar === "lunar") {
      const lunar = { year: year ?? lunarYearFor(scan, month), month, day, leap: false, inferred };
      return lunarDate(scan, found.end, lunar);
    }
    const solar = year ?? yearForMonth(scan, { start: at, end: found.end }, month, day)?.year;
    const date = festivalDate(found.end, solar === undefined ? undefined : dayNumber(solar, month, day), inferred);
    if (!stated || solar === undefined) return date;
    return { ...date, last: { year: solar, month, day, stated: stated.year !== undefined } };
  }
  const eve = match(EVE, text, from);
  if (eve) {
    return newYearsEve(scan, eve.end, year === undefined ? undefined : year - 1, inferred);
  }
  const brightness = match(PURE_BRIGHTNESS, text, from);
  const brightYear = year ?? ownYear;
  if (!brightness) return undefined;
  return festivalDate(brightness.end, brightYear === undefined ? undefined : pureBrightness(brightYear), inferred);
};

/** After a year a festival's name may do without its 节: 去年国庆. */
function shortFestival(sticky: RegExp, text: string, at: number): { end: number } | undefined {
  const name = match(/国庆|中秋|端午|元宵|重阳/y, text, at);
  return name && match(sticky, `${name.groups[0]}节`, 0) ? { end: name.end } : undefined;
}

function festivalDate(end: number, day: number | undefined, inferred: readonly string[] | undefined): Expression {
  return {
    end,
    type: "DATE",
    value: { kind: "date", ...(day !== undefined && { edtf: isoOf(day), ...(inferred && { inferred }) }) },
  };
}
