/** Years of reigns and of the Republic: 贞观三年, 乾隆四十二年, 民国二十六年. */

import { match } from "../numerals/numerals.ts";
import type { Reader } from "../types.ts";
import { pad } from "./calendar.ts";
import { smallNumber } from "./points.ts";

/**
 * Each reign's first year and how many years it counted; all of the Ming and Qing, of earlier ones those that came once
 * and are no place's name as well.
 */
const REIGNS: Readonly<Record<string, readonly [first: number, years: number]>> = {
  开皇: [581, 20],
  贞观: [627, 23],
  永徽: [650, 6],
  显庆: [656, 6],
  开元: [713, 29],
  天宝: [742, 15],
  大历: [766, 14],
  贞元: [785, 21],
  元和: [806, 15],
  咸通: [860, 15],
  建隆: [960, 4],
  太平兴国: [976, 9],
  天圣: [1023, 10],
  庆历: [1041, 8],
  嘉祐: [1056, 8],
  熙宁: [1068, 10],
  元丰: [1078, 8],
  元祐: [1086, 9],
  崇宁: [1102, 5],
  宣和: [1119, 7],
  靖康: [1126, 2],
  大定: [1161, 29],
  淳熙: [1174, 16],
  大德: [1297, 11],
  至正: [1341, 28],
  洪武: [1368, 31],
  建文: [1399, 4],
  永乐: [1403, 22],
  宣德: [1426, 10],
  正统: [1436, 14],
  景泰: [1450, 8],
  天顺: [1457, 8],
  成化: [1465, 23],
  弘治: [1488, 18],
  正德: [1506, 16],
  嘉靖: [1522, 45],
  隆庆: [1567, 6],
  万历: [1573, 48],
  天启: [1621, 7],
  崇祯: [1628, 17],
  顺治: [1644, 18],
  康熙: [1662, 61],
  雍正: [1723, 13],
  乾隆: [1736, 60],
  嘉庆: [1796, 25],
  道光: [1821, 30],
  咸丰: [1851, 11],
  同治: [1862, 13],
  光绪: [1875, 34],
  宣统: [1909, 3],
  民国: [1912, 38],
};
const REIGN = new RegExp(
  `(${Object.keys(REIGNS).join("|")})(元|\\d{1,2}|[一二三四五六七八九十]{1,3})年(?!间|代|来)`,
  "y",
);

/** A year of a reign as the year it began in; all but those of the Republic are lunar years. */
export const readReign: Reader = ({ text }, at) => {
  const found = match(REIGN, text, at);
  const [, name = "", stated = ""] = found?.groups ?? [];
  const reign = REIGNS[name];
  const year = stated === "元" ? 1 : smallNumber(stated);
  if (!found || !reign || !year || year > reign[1]) return undefined;
  const lunar = name !== "民国";
  return {
    end: found.end,
    type: "DATE",
    value: { kind: "date", edtf: pad(reign[0] + year - 1, 4), ...(lunar && { lunarYear: true }) },
  };
};
