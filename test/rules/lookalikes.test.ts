/** The table of look-alikes covers its blocks, agrees with Unicode where newspapers do, and settles in one step. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { LOOKALIKE, standFor } from "../../server/core/tables/look-alike.ts";
import { isHan } from "../support/short-cuts.ts";

function* chars(from: number, to: number): Generator<string> {
  for (let code = from; code <= to; code += 1) yield String.fromCodePoint(code);
}

const isLookalike = (char: string): boolean => char.replace(LOOKALIKE, "") === "";

test("every character that is matched stands for another one, which is none itself", () => {
  for (const [from, to] of [
    [0x20, 0xd7ff],
    [0xe000, 0x2ffff],
  ] as const) {
    for (const char of chars(from, to)) {
      if ("．，％".includes(char)) continue;
      const stands = standFor(char);
      assert.equal(isLookalike(char), stands !== char, `U+${char.codePointAt(0)?.toString(16)}`);
      if (stands === char) continue;
      assert.equal([...stands].length, 1);
      assert.ok(!isLookalike(stands) && (isHan(stands) || /\d/.test(stands)), `${char} → ${stands}`);
    }
  }
});

test("all Kangxi radicals have the character that Unicode gives them, or the one newspapers use", () => {
  const usual: Record<string, string> = { 戶: "户", 靑: "青", 黃: "黄" };
  for (const char of chars(0x2f00, 0x2fd5)) {
    const unicode = char.normalize("NFKC");
    assert.equal(standFor(char), usual[unicode] ?? unicode);
  }
});

test("the supplement's simplified radicals become simplified characters", () => {
  const text = "⺠⻓⻅⻔⻋⻢⻥⻩⻬⻰⻘⻚⻛⻜⻝⻣⻉⻆⺟⼾";
  assert.equal(text.replace(LOOKALIKE, standFor), "民长见门车马鱼黄齐龙青页风飞食骨贝角母户");
});

test("compatibility ideographs become their characters, save the twelve that are characters", () => {
  assert.equal("\uf900\uf9d1\u{2f804}".replace(LOOKALIKE, standFor), "豈六你");
  const unified = "\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29";
  assert.equal(unified.replace(LOOKALIKE, standFor), unified);
});

test("full-width digits are look-alikes, full-width letters and signs are not", () => {
  assert.equal("０１２３４５６７８９Ａｚ＋：".replace(LOOKALIKE, standFor), "0123456789Ａｚ＋：");
});

test("marks are look-alikes inside a figure of full-width digits only", () => {
  const text = "１２．５％，３，２００元，１０，２０，2．5％，３． 注，占４ ％";
  assert.equal(text.replace(LOOKALIKE, standFor), "12.5%，3,200元，10，20，2．5％，3． 注，占4 ％");
});
