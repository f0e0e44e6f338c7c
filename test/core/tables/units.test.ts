/** The table of units: its form, and that each user takes its units from it. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../../server/core/analyze.ts";
import { isUnitAcross } from "../../../server/core/layout/parse/index.ts";
import { wrapReason } from "../../../server/core/layout/reasons.ts";
import { anchoredContext, findNumeric } from "../../../server/core/numbers/index.ts";
import { splitNumber } from "../../../server/core/rules/split-number.ts";
import { rowsOf } from "../../../server/core/tables/read.ts";
import { makesOtherWord, UNIT_TABLE } from "../../../server/core/tables/units.ts";
import table from "../../../server/data/units.txt";
import { settingsFor } from "../../support/check-rule.ts";
import { fixText } from "../../support/short-cuts.ts";

const HAN = /^\p{Script=Han}+$/u;
const HAN_MEASURES = UNIT_TABLE.filter(({ word, kind }) => kind === "measure" && HAN.test(word));

describe("the table", () => {
  const rows = rowsOf(table);

  test("each row has known values and no more columns than the head says", () => {
    for (const row of rows) {
      const [words = "", , kind = "", , , , atHead = "", , , countsAfter = "", goesWith = ""] = row;
      assert.ok(row.length >= 3 && row.length <= 13 && row.at(-1) !== "", `columns: ${row.join("|")}`);
      assert.match(words, /^\S+(?: \S+)*$/, "words, one blank between");
      assert.match(kind, /^(?:measure|currency|classifier|prefix|time|ratio|counter)$/);
      assert.match(atHead, /^(?:plain|everyday|never)?$/);
      assert.match(countsAfter, /^(?:tens|hundreds|myriads|none)?$/);
      assert.match(goesWith, /^第?来?一?每?$/);
    }
  });

  test("a unit's sign is its own: rows with one sign stand together and agree", () => {
    const done = new Map<string, { row: string; at: number }>();
    rows.forEach(([words = "", id = "", kind = "", ...rest], at) => {
      if (kind === "prefix") return;
      const sign = `${kind === "time" ? "time " : ""}${id || words.split(" ")[0]}`;
      const row = [kind, ...rest.slice(0, 3).map((value) => value ?? "")].join("|").replace(/\|+$/, "");
      const before = done.get(sign);
      if (before) {
        assert.equal(row, before.row, sign);
        assert.equal(before.at, at - 1, `the rows of ${sign} stand together`);
      }
      done.set(sign, { row, at });
    });
  });

  test("a word stands once; where a quantity and a time share it, both are the same at the head of a line", () => {
    const done = new Map<string, (typeof UNIT_TABLE)[number]>();
    for (const entry of UNIT_TABLE) {
      const before = done.get(entry.word);
      if (before) {
        assert.notEqual(before.kind === "time", entry.kind === "time", entry.word);
        assert.equal(entry.atHead, before.atHead, entry.word);
      }
      done.set(entry.word, entry);
    }
  });

  test("a factor is a decimal number and has its SI unit", () => {
    for (const { word, unit } of UNIT_TABLE) if (unit.si) assert.match(unit.si[0], /^\d+(?:\.\d+)?$/, word);
  });
});

/** The number that split-number says the line end cuts. */
function cutNumbers(page: string): string[] {
  return analyze(page, settingsFor([splitNumber])).findings.map(
    ({ message }) => /应连为“(.+)”/.exec(message.zh)?.[1] ?? "",
  );
}

describe("a measure's Han name", () => {
  test("cut from its number by a line end is one split-number, and its fix joins", () => {
    for (const { word } of HAN_MEASURES) {
      assert.deepEqual(cutNumbers(`药水12\n${word}\n`), [`12${word}`], word);
      assert.equal(fixText(`药水12\n${word}\n`), `药水12${word}\n`);
    }
  });

  test("loses the blank before it", () => {
    for (const { word } of HAN_MEASURES) assert.equal(fixText(`药水12 ${word}。\n`), `药水12${word}。\n`);
  });

  test("closes up a number whose digits are set apart", () => {
    for (const { word } of HAN_MEASURES) assert.equal(fixText(`药水1 2 4 ${word}。\n`), `药水124${word}。\n`, word);
  });

  test("is the reason of the wrap before it", () => {
    for (const { word } of HAN_MEASURES)
      assert.equal(wrapReason("药水12", `${word}，`, () => false).zh, "断在数与量之间", word);
  });

  test("speaks for a wrap unless it may open a paragraph", () => {
    for (const { word, atHead } of HAN_MEASURES)
      assert.equal(isUnitAcross("药水12", `${word}，`), atHead === "bound", word);
  });

  test("is read as the unit of a quantity", () => {
    for (const { word, unit } of HAN_MEASURES) {
      const [found] = findNumeric(`药水12${word}，`, anchoredContext("2024-05-20"));
      assert.ok(found?.value && "unit" in found.value, word);
      assert.equal(found.value.unit, unit.id, word);
    }
  });
});

test("what goes with 第 counts in an order, and with 来 vaguely", () => {
  const context = anchoredContext("2024-05-20");
  for (const { word, kind, goesWith } of UNIT_TABLE.filter(({ word }) => HAN.test(word))) {
    if (goesWith.includes("第")) assert.equal(findNumeric(`排第3${word}，`, context).length, 1, `第3${word}`);
    if (goesWith.includes("来") && kind === "classifier")
      assert.equal(findNumeric(`有三十来${word}，`, context).length, 1, `三十来${word}`);
  }
});

describe("a word that is not only a unit", () => {
  const after12 = (
    "里面 度假 点击 个体 分管 方面 克服 升级 元旦 位于 名单 家庭 人民 条例 期间 项目 对于 本报 把握 支持 所以 处理 场地 部队 首先 " +
    "省级 县城 村民 镇区 市民 区域 乡亲 队伍 只有 批准 组织 类似 种植 层面 间接 台湾 节约 码头 担任 尺度 丈夫 瓦斯 伏击 帕金 焦点 " +
    "马克思 克拉玛 立方体 角度 成功 星期三 米饭 斤斤 次要 岁末 座谈 套餐"
  ).split(" ");
  for (const word of after12) test(`silent: 12⏎${word}`, () => assert.deepEqual(cutNumbers(`说到12\n${word}，\n`), []));

  test("makes no unit with any character of the table that makes another word of it", () => {
    for (const { word, other } of UNIT_TABLE) {
      for (const char of other.replace(/\(\?!\[[^\]]*\]\)|\|/gu, "")) {
        assert.ok(makesOtherWord(word, word + char, word.length));
        // The two may make a longer unit, as 分 and 钟 do.
        const short = cutNumbers(`说到12\n${word}${char}，\n`).filter((whole) => whole.length <= 2 + word.length);
        assert.deepEqual(short, [], word + char);
      }
    }
  });

  test("is a unit before a longer word that only begins like that one", () => {
    for (const [page, whole] of [
      ["说到12\n名优秀教师，\n", "12名"],
      ["说到12\n个体温计，\n", "12个"],
      ["说到12\n家长期合作的厂，\n", "12家"],
      ["说到10亿\n人口，\n", "10亿人口"],
    ] as const)
      assert.deepEqual(cutNumbers(page), [whole]);
  });

  test("is no unit after a year where it is an everyday word", () => {
    for (const { word } of UNIT_TABLE.filter(({ atHead }) => atHead === "everyday"))
      if (HAN.test(word)) assert.deepEqual(cutNumbers(`说到2022\n${word}，\n`), [], word);
  });

  test("is no unit where the table says never", () => {
    for (const { word } of UNIT_TABLE.filter(({ atHead }) => atHead === "never"))
      if (HAN.test(word)) assert.deepEqual(cutNumbers(`说到12\n${word}，\n`), [], word);
  });

  test("opens a paragraph with the characters of the table that say so", () => {
    for (const { word, opens } of UNIT_TABLE)
      for (const char of opens) assert.equal(isUnitAcross("说到12", `${word}${char}`), false, word + char);
  });

  test("an item's number counts nothing", () => assert.deepEqual(cutNumbers("说到3.\n把路修好，\n"), []));
});
