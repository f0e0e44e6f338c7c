/** Reads years of reigns and of the Republic: 贞观三年, 乾隆四十二年, 民国二十六年. */

import { REIGNS } from "../../tables/calendar.ts";
import { match } from "../numerals/match.ts";
import type { Reader } from "../types.ts";
import { pad } from "./calendar.ts";
import { smallNumber } from "./points.ts";

const REIGN = new RegExp(
  `(${[...REIGNS.keys()].join("|")})(元|\\d{1,2}|[一二三四五六七八九十]{1,3})年(?!间|代|来)`,
  "y",
);

/** A year of a reign as the solar year in which it began. All but those of the Republic are lunar years. */
export const readReign: Reader = ({ text }, at) => {
  const found = match(REIGN, text, at);
  const [, name = "", stated = ""] = found?.groups ?? [];
  const reign = REIGNS.get(name);
  const year = stated === "元" ? 1 : smallNumber(stated);
  if (!found || !reign || !year || year > reign.years) return undefined;
  const lunar = name !== "民国";
  return {
    end: found.end,
    type: "DATE",
    value: { kind: "date", edtf: pad(reign.first + year - 1, 4), ...(lunar && { lunarYear: true }) },
  };
};
