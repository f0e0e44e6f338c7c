/** Reads festivals and the days off round them: 中秋节, 清明节, 除夕, 国庆假期. */

import { FESTIVALS, type Festival } from "../../tables/calendar.ts";
import { type Match, match } from "../numerals/match.ts";
import type { Expression, Reader } from "../types.ts";
import { civilOf, dayOfIso, daysOff, isoOf, pureBrightness } from "./calendar.ts";
import { yearForMonth } from "./infer.ts";
import { lunarDate, lunarYearFor, newYearsEve } from "./lunar-dates.ts";
import { dayForm, type StatedDay } from "./normal-form.ts";
import { readYear } from "./years.ts";

/** Words after a name that does without its 节. */
const HOLIDAY =
  "(?=假期|小长假|长假|黄金周|期间|前夕|当天|佳节|之夜|来临|到来|之际|前后|表彰|慰问|(?:国际)?(?:购物)?节|促销|大促)";
/** What makes another name, or an event's, of a number in quotation marks: “七一”勋章, “6·26”专案. */
const OTHER_NAME =
  "(?!勋章|奖|红旗|口号|精神|运动|路|大街|广场|计划|工程|小学|中学|学校|班|厂|重要讲话|特大|重大|专案|.?案|事[故件]|火灾|地震|洪|暴雨|起义)";
/** Of these the words that are called after the day in any case: 五四精神. */
const CALLED_AFTER = "(?=精神|勋章|劳动奖|奖章|红旗)";
/** The festivals of a fixed day, with the pattern of each name, alone and after a year. */
const BY_NAME = FESTIVALS.map(({ name, named, ...day }) => ({
  ...day,
  event: named === "event",
  sticky: new RegExp(patternOf(name, named), "y"),
  inYear:
    named === "number"
      ? new RegExp(`[“"]?(?:${name})[”"]?(?![〇零一二三四五六七八九十\\d·])${OTHER_NAME}`, "y")
      : undefined,
  inName: named === "number" ? new RegExp(`[“"]?(?:${name})[”"]?${CALLED_AFTER}`, "y") : undefined,
}));

function patternOf(name: string, named: Festival["named"]): string {
  if (named === "number") return `[“"](?:${name})[”"]${OTHER_NAME}|(?:${name})${HOLIDAY}`;
  return named === "holiday" ? `(?:${name})${HOLIDAY}` : name;
}

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
  if (!/[元妇三植劳五十青六儿建教国圣春端七八九一中重腊除清双“"\d]/.test(text[from] ?? "")) return undefined;
  const { anchor } = scan;
  const ownYear = anchor === undefined ? undefined : civilOf(anchor).year;
  const year = stated?.year ?? (stated?.shift && ownYear !== undefined ? ownYear + stated.shift.by : undefined);
  const inferred = stated?.year ? undefined : ["year"];
  for (const { sticky, inYear, inName, calendar, month, day, ...own } of BY_NAME) {
    const called = !stated && inName ? match(inName, text, from) : undefined;
    if (called) return event(called.end, { year: undefined, month, day });
    const short = stated && (inYear ? match(inYear, text, from) : shortFestival(sticky, text, from));
    const found = match(sticky, text, from) ?? short;
    if (!found) continue;
    if (own.event && !stated) return event(found.end, { year: own.year, month, day });
    if (calendar === "lunar") {
      const lunar = { year: year ?? lunarYearFor(scan, month), month, day, leap: false, inferred };
      return lunarDate(scan, found.end, lunar);
    }
    const solar = year ?? yearForMonth(scan, { start: at, end: found.end }, month, day)?.year;
    const { edtf } = dayForm({ year: solar, month, day }, { stated: false, sure: false });
    const date = festivalDate(found.end, edtf, solar === undefined ? undefined : inferred);
    if (!stated || solar === undefined) return date;
    return { ...date, last: { year: solar, month, day, stated: stated.year !== undefined } };
  }
  const named = match(NAMED_BY_DAY, text, from);
  if (named) return eventOfDay(named, stated?.year);
  const eve = match(EVE, text, from);
  if (eve) {
    return newYearsEve(scan, eve.end, year === undefined ? undefined : year - 1, inferred);
  }
  const brightness = match(PURE_BRIGHTNESS, text, from);
  const brightYear = year ?? ownYear;
  if (!brightness) return undefined;
  const day = brightYear === undefined ? undefined : pureBrightness(brightYear);
  return festivalDate(brightness.end, day === undefined ? undefined : isoOf(day), inferred);
};

/** After a year a festival's name may do without its 节: 去年国庆. */
function shortFestival(sticky: RegExp, text: string, at: number): { end: number } | undefined {
  const name = match(/国庆|中秋|端午|元宵|重阳/y, text, at);
  return name && match(sticky, `${name.groups[0]}节`, 0) ? { end: name.end } : undefined;
}

function festivalDate(end: number, edtf: string | undefined, inferred: readonly string[] | undefined): Expression {
  return { end, type: "DATE", value: { kind: "date", ...(edtf && { edtf, ...(inferred && { inferred }) }) } };
}

/** An event by its day in quotation marks, as cases and disasters are called: “6·26”专案. */
const NAMED_BY_DAY = /[“"](1[0-2]|[1-9])[·.]([12]\d|3[01]|[1-9])[”"]/y;

/** The day of such an event, of the year that stands before it or of none. */
function eventOfDay({ groups, end }: Match, year: number | undefined): Expression | undefined {
  return event(end, { year, month: Number(groups[1]), day: Number(groups[2]) });
}

/** What is called by its day: worth a hover, but no date. */
function event(end: number, day: StatedDay): Expression | undefined {
  const { edtf, problem } = dayForm(day, { stated: day.year !== undefined, sure: false });
  return problem || !edtf ? undefined : { end, type: "DATE", vague: true, value: { kind: "date", edtf } };
}
