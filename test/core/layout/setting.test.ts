/** How blocks are set: rows of tables, lines of verse, and what only looks like them; the same once the page is fixed. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cellTexts } from "../../../server/core/layout/cells.ts";
import { layOut } from "../../../server/core/layout/index.ts";
import { pageOf } from "../../../server/core/text/text.ts";
import { fixText } from "../../support/short-cuts.ts";
import { randomPage } from "../../support/typesetter/index.ts";

const TEXT = "　　本报讯 今天上午，云溪县召开会议，研究部署今年的工作，会议要求各乡镇抓好落实，不误农时。";

/** The blocks of a page of these lines, each with how it is set. */
function set(...lines: readonly string[]): string[] {
  return layOut(pageOf(lines.join("\n\n"))).blocks.map(({ setting, text }) => `${setting} ${text}`);
}

describe("rows", () => {
  test("a table, its head of words too", () => {
    assert.deepEqual(set("今日菜价", "品种 单位 今日价 涨跌", "香蕉 元 42.46 +31.48", "黄瓜 元 15.00 -11.73"), [
      "display 今日菜价",
      "row 品种 单位 今日价 涨跌",
      "row 香蕉 元 42.46 +31.48",
      "row 黄瓜 元 15.00 -11.73",
    ]);
  });

  test("a headline of two halves is none, nor is one on two lines", () => {
    assert.deepEqual(
      set("家庭和睦 家教", "严正 家风朴厚", TEXT).map((block) => block.split(" ")[0]),
      ["display", "body"],
    );
  });
});

describe("lines of verse", () => {
  test("a poem", () => {
    assert.deepEqual(set("登鹳雀楼", "白日依山尽，黄河入海流。", "欲穷千里目，更上一层楼。"), [
      "display 登鹳雀楼",
      "verse 白日依山尽，黄河入海流。",
      "verse 欲穷千里目，更上一层楼。",
    ]);
  });

  test("one line alone is a sentence", () => {
    assert.ok(set(TEXT, "浦江恒流，上海恒新。", TEXT).every((block) => !block.startsWith("verse")));
  });
});

test("every block of a fixed page is set as it was", () => {
  let special = 0;
  for (let seed = 0; seed < 60; seed += 1) {
    const { text } = randomPage(seed, { varied: true });
    const settings = layOut(pageOf(text)).blocks.map(({ setting }) => setting);
    assert.deepEqual(
      layOut(pageOf(fixText(text))).blocks.map(({ setting }) => setting),
      settings,
      `page ${seed}`,
    );
    special += settings.filter((setting) => setting === "row" || setting === "verse").length;
  }
  assert.ok(special > 100, `${special}`);
});

describe("the cells of a row", () => {
  const CASES: readonly (readonly [row: string, cells: readonly string[]])[] = [
    ["香蕉 元/公斤 42.46　+31.48", ["香蕉", "元/公斤", "42.46", "+31.48"]],
    ["王延峰\t\t一等奖 金杯", ["王延峰", "", "一等奖 金杯"]],
    ["│ 长治 │ 阴 │ -5℃ │", ["长治", "阴", "-5℃"]],
    ["含特长生 30人   寄宿   18个", ["含特长生 30人", "寄宿", "18个"]],
    ["一等奖 …… 王延峰", ["一等奖", "王延峰"]],
    ["一等奖……王延峰", ["一等奖", "王延峰"]],
    ["临汾第一中学 10个 —", ["临汾第一中学", "10个", "—"]],
  ];
  for (const [row, cells] of CASES) test(row, () => assert.deepEqual(cellTexts(row), cells));
});
