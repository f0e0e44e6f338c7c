/** Traditional characters read as simplified ones, offset by offset. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { simplified } from "../../../server/core/names/words/script.ts";

describe("a text in simplified characters", () => {
  test("is what the mainland writes, whole words first", () => {
    assert.equal(simplified("衞生署職員瞭解個案後，著名藝人在裏面等候"), "卫生署职员了解个案后，著名艺人在里面等候");
    assert.equal(simplified("臺灣、台灣的學者"), "台湾、台湾的学者");
  });

  test("stays as it is where it was simplified before", () => {
    for (const text of ["著名作家于是写了乾隆年间的故事。", "云溪县今年修路 15 公里。", "", "abc 123"])
      assert.equal(simplified(text), text);
  });

  test("has the same length, whatever it is made of", () => {
    const hostile = fc.string({ unit: fc.constantFrom("諲", "衞", "𠮷", "\ud842", "說", "a", "，", "\u3000", "鑰") });
    fc.assert(fc.property(hostile, (text) => simplified(text).length === text.length));
    assert.equal(simplified("諲說").length, 2);
  });
});
