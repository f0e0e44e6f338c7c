/** ISO durations and EDTF seasons in words. */

import type { Localised } from "../text/locale.ts";

/** A duration in words, `2 年 6 个月` of P2Y6M; undefined for any other text, a range of durations included. */
export function durationWords(iso: string): Localised | undefined {
  if (!/^P(?:[\d.]+[YMWD])*(?:T(?:[\d.]+[HMS])+)?$/.test(iso)) return undefined;
  const [date = "", time = ""] = iso.slice(1).split("T");
  const parts = [...partsOf(date, DATE_UNITS), ...partsOf(time, TIME_UNITS)];
  if (parts.length === 0) return undefined;
  return { zh: parts.map(({ zh }) => zh).join(" "), en: parts.map(({ en }) => en).join(" ") };
}

/** A season in words, `2023 年春季` of 2023-21; undefined for any other text. */
export function seasonWords(edtf: string): Localised | undefined {
  const [, year, number] = /^(\d{4})-2([1-4])$/.exec(edtf) ?? [];
  const season = SEASONS[Number(number) - 1];
  return season && { zh: `${year} 年${season.zh}`, en: `${season.en} of ${year}` };
}

function partsOf(iso: string, units: Readonly<Record<string, Localised>>): Localised[] {
  return [...iso.matchAll(/([\d.]+)([A-Z])/g)].map(([, n = "", letter = ""]) => {
    const { zh, en } = units[letter] ?? { zh: "", en: "" };
    return { zh: `${n} ${zh}`, en: `${n} ${en}${n === "1" ? "" : "s"}` };
  });
}

const DATE_UNITS: Readonly<Record<string, Localised>> = {
  Y: { zh: "年", en: "year" },
  M: { zh: "个月", en: "month" },
  W: { zh: "周", en: "week" },
  D: { zh: "天", en: "day" },
};
const TIME_UNITS: Readonly<Record<string, Localised>> = {
  H: { zh: "小时", en: "hour" },
  M: { zh: "分钟", en: "minute" },
  S: { zh: "秒", en: "second" },
};
const SEASONS: readonly Localised[] = [
  { zh: "春季", en: "spring" },
  { zh: "夏季", en: "summer" },
  { zh: "秋季", en: "autumn" },
  { zh: "冬季", en: "winter" },
];
