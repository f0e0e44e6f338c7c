/** What is said of dates and quantities, in normal form and in words. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { durationWords, seasonWords } from "../../../server/core/cards/date-words.ts";
import { describeNumeric } from "../../../server/core/cards/value.ts";
import { anchoredContext, findNumeric } from "../../../server/core/numbers/index.ts";

describe("a date or quantity is described", () => {
  const facts = (text: string): string[] => {
    const [mention] = findNumeric(text, { ...anchoredContext("2024-05-20"), evidence: "2024年4月" });
    assert.ok(mention);
    return describeNumeric(mention, "zh");
  };
  test("as a day with its weekday, lunar date and the evidence of its year", () => {
    assert.deepEqual(facts("5月8日"), ["2024-05-08 · 星期三 · 农历四月初一", "年份推定 2024：依据“2024年4月”"]);
  });
  test("as a lunar date by its name, never in digits", () => {
    assert.match(facts("农历八月十五").join(), /农历八月十五/);
    assert.match(facts("2022年腊月").join(), /农历2022年腊月/);
    for (const text of ["农历八月十五", "闰二月", "腊月", "中秋节"])
      assert.doesNotMatch(facts(text).join(), /农历 ?\d{4}-/);
  });
  test("as an amount in full, with its SI amount and what its unit is", () => {
    assert.deepEqual(facts("2.84万亿方").slice(0, 1), ["2\u2009840\u2009000\u2009000\u2009000 m³（2.84×10¹²）"]);
    assert.match(facts("2.84万亿方").join(), /立方米/);
    assert.deepEqual(facts("20万吨/年"), ["200\u2009000 t/年"]);
    assert.deepEqual(facts("30斤").slice(0, 2), ["30 斤", "＝ 15 kg"]);
    assert.deepEqual(facts("45亩").slice(0, 2), ["45 亩", "≈ 3 hm²"]);
    assert.deepEqual(facts("第3名"), ["第3名"]);
    assert.deepEqual(facts("七分之二"), ["2/7 ≈ 28.57%"]);
  });
  test("with what can't be, as a sentence", () => {
    assert.match(facts("2024年5月20日 星期五").join(), /当天是星期一，不是星期五/);
  });
});

test("durations and seasons are put in words", () => {
  assert.deepEqual(durationWords("P1Y6MT2H30M"), {
    zh: "1 年 6 个月 2 小时 30 分钟",
    en: "1 year 6 months 2 hours 30 minutes",
  });
  assert.equal(durationWords("P3D/P5D"), undefined);
  assert.deepEqual(seasonWords("2023-21"), { zh: "2023 年春季", en: "spring of 2023" });
  assert.equal(seasonWords("2023-33"), undefined);
});
