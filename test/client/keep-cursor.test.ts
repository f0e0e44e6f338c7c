/** The cursor stays on its words, whether a page is mended by many small edits or by one large one. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Change, offsetAfterChanges } from "../../client/keep-cursor.ts";

const TEXT = "甲乙\n\n丙 丁⼾\n\n戊";
const MENDED = "甲乙丙丁户\n\n戊";
const SMALL: readonly Change[] = [
  { start: 2, end: 4, newText: "" },
  { start: 5, end: 6, newText: "" },
  { start: 7, end: 8, newText: "户" },
];
const LARGE: readonly Change[] = [{ start: 2, end: 8, newText: "丙丁户" }];

describe("a place carried over a mended text", () => {
  for (const [name, changes] of Object.entries({ "small edits": SMALL, "one large edit": LARGE })) {
    test(`stays behind the same character: ${name}`, () => {
      for (const char of "甲乙丙丁戊") {
        assert.equal(offsetAfterChanges(TEXT, TEXT.indexOf(char) + 1, changes), MENDED.indexOf(char) + 1, char);
      }
      assert.equal(offsetAfterChanges(TEXT, TEXT.indexOf("⼾") + 1, changes), MENDED.indexOf("户") + 1);
      assert.equal(offsetAfterChanges(TEXT, 0, changes), 0);
      assert.equal(offsetAfterChanges(TEXT, TEXT.length, changes), MENDED.length);
    });

    test(`in a wrap that goes, stands where the wrap stood: ${name}`, () => {
      assert.equal(offsetAfterChanges(TEXT, 3, changes), 2);
    });
  }
});
