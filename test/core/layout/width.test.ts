/** How wide lines are, and what a typesetter keeps whole at their head. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { firstUnitOf, isSpacedOut, widthOf } from "../../../server/core/layout/width.ts";

const em = (text: string): number => Number(widthOf(text).em.toFixed(2));

describe("width in em", () => {
  test("a Han character and a mark are one em", () => assert.equal(em("云溪县，"), 4));
  test("digits and letters are about half", () => {
    assert.equal(em("2031年"), 3.16);
    assert.equal(em("AI"), 1.16);
  });
  test("a blank beside a number is the extractor's and takes no room", () =>
    assert.equal(em("共 116 个"), em("共116个")));
  test("a blank between Han characters takes room", () => assert.equal(em("记者 林晓"), 4.5));
  test("adjacent marks are set half an em closer", () => assert.equal(em("好。”"), 2.5));
  test("a justified line is as wide as its characters", () => assert.equal(em("全 县 上 下 同 心 干"), 7));
});

describe("the first unit of a line", () => {
  const cases: [string, number][] = [
    ["云溪", 1],
    ["云，溪", 2],
    ["“清溪", 2],
    ["2031年", 2.16],
    ["12%的", 1.48],
    ["——看我县", 2],
    ["……的", 2],
    ["《山水》", 2],
  ];
  for (const [text, unit] of cases) test(text, () => assert.equal(Number(firstUnitOf(text).toFixed(2)), unit));
});

test("a line with blanks between all its characters is spaced out, a slogan is not", () => {
  assert.ok(isSpacedOut("全 县 上 下 同 心 干 ，一 步 一 印"));
  assert.ok(!isSpacedOut("护一江清水 兴一方水土"));
});
