/** The layout of a page is that of its fixed page: one round of fixes is enough, and what is read is the same before and after it. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyze } from "../../../server/core/analyze.ts";
import { safeEdits } from "../../../server/core/fix/edits.ts";
import { outlineOf } from "../../../server/core/outline.ts";
import type { Analysis } from "../../../server/core/page/analysis.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../../server/core/page/settings.ts";
import { applyEdits } from "../../../server/core/text/text.ts";
import { anyPage } from "../../support/any-page.ts";
import { checkNothingLost } from "../../support/check-rule.ts";

const SPACED: Settings = { ...DEFAULT_SETTINGS, numberSpacing: "spaced" };

/** What is read on a page, wherever it stands. */
function readOn(page: Analysis): unknown {
  return {
    blocks: page.blocks.map(({ text, setting }) => [setting, text]),
    texts: page.texts.map(({ text }) => text),
    roles: page.roles,
    outline: outlineOf(page).map(({ name }) => name),
  };
}

/** Fixes a page once; asserts that nothing is left to fix then, and that it reads as before. */
function fixedOnce(text: string, settings: Settings): string {
  const page = analyze(text, settings);
  const fixed = applyEdits(text, safeEdits(page.findings));
  checkNothingLost(text, fixed);
  const again = analyze(fixed, settings);
  assert.deepEqual(safeEdits(again.findings), []);
  assert.deepEqual(readOn(again), readOn(page));
  return fixed;
}

describe("a page is read as its fixed page is", () => {
  for (const [what, page, fixed] of [
    [
      "a headline with blanks, over a text whose figures stand close",
      "云 溪  3 项 工 程 开 工\n\n云溪县今年投资7亿元，其中3亿元修路，修建乡村道路列为十件实事之首，沿线群众出行难。",
      "云溪3项工程开工\n\n云溪县今年投资7亿元，其中3亿元修路，修建乡村道路列为十件实事之首，沿线群众出行难。\n",
    ],
    ["a line of display", "论 坛  1 家 庄 开 幕7", "论坛1家庄开幕7\n"],
    ["a number cut at a full-width digit", "。云云 云２\n５云云云云云云云云云云，", undefined],
    ["a folio that a date follows", "云1版\n1111 年", undefined],
    ["a list whose number has a point of its own", "）。云\n1. 1个", undefined],
    ["lines of which only the first surely goes on", "云云。云云云\n是云\n设云：云\n……云\n云。云\n", undefined],
  ] as const)
    test(what, () => {
      const made = fixedOnce(page, DEFAULT_SETTINGS);
      if (fixed !== undefined) assert.equal(made, fixed);
    });
});

describe("with a blank beside each number", () => {
  for (const [page, fixed] of [
    ["今年1月，全县有16个乡镇。", "今年 1 月，全县有 16 个乡镇。\n"],
    ["1云e云", "1 云 e 云\n"],
    ["云\u20281", "云 1\n"],
    ["1\ufeff云", "1 云\n"],
    ["云1\u3000云", "云 1 云\n"],
    ["云1云1云\u30001云1云", "云 1 云 1 云 1 云 1 云\n"],
    ["本报讯1 234 567\n\n—制。　路", "本报讯 1 234 567—制。　路\n"],
  ] as const)
    test(JSON.stringify(page), () => assert.equal(fixedOnce(page, SPACED), fixed));

  test("the joined text has none, so that dates and amounts are read as ever", () => {
    const [block] = analyze("今年1月，全县有 16 个乡镇，投资7亿元。\n", SPACED).blocks;
    assert.equal(block?.text, "今年1月，全县有16个乡镇，投资7亿元。");
  });
});

describe("for any page", () => {
  for (const settings of [DEFAULT_SETTINGS, SPACED])
    test(`numberSpacing: ${settings.numberSpacing}`, () => {
      fc.assert(
        fc.property(anyPage, (page) => void fixedOnce(page, settings)),
        { numRuns: 400 },
      );
    });
});
