/** Where two versions of a text differ. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { changeBetween } from "../../../server/core/text/text.ts";

/** Two versions with the stretch in which they differ in brackets. */
function shown(before: string, after: string): string {
  const { start, endBefore, endAfter } = changeBetween(before, after);
  assert.equal(before.slice(endBefore), after.slice(endAfter));
  return `${before.slice(0, start)}[${before.slice(start, endBefore)}→${after.slice(start, endAfter)}]${after.slice(endAfter)}`;
}

describe("the change between two versions", () => {
  test("is the least that tells them apart", () => {
    assert.equal(shown("云溪县今年修路", "云溪县今年又修路"), "云溪县今年[→又]修路");
    assert.equal(shown("云溪县今年修路", "云溪今年修路"), "云溪[县→]今年修路");
    assert.equal(shown("云溪县今年修路", "云溪县明年修路"), "云溪县[今→明]年修路");
  });

  test("is nothing between equal ones, and all of a text where there was none", () => {
    assert.equal(shown("云溪县", "云溪县"), "云溪县[→]");
    assert.equal(shown("", "云溪县"), "[→云溪县]");
    assert.equal(shown("云溪县", ""), "[云溪县→]");
  });

  test("never overlaps itself where what was typed repeats what stands there", () => {
    assert.equal(shown("县县", "县县县"), "县县[→县]");
    assert.equal(shown("县".repeat(9000), "县".repeat(8999)), `${"县".repeat(8999)}[县→]`);
  });

  test("has the same text before and after it, however long both are", () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), fc.string(), fc.string(), (ahead, behind, before, after) => {
        const [head, tail] = ["云溪县新闻".repeat(ahead).slice(0, ahead), "今天出版".repeat(behind).slice(0, behind)];
        const change = changeBetween(head + before + tail, head + after + tail);
        assert.ok(change.start >= Math.min(head.length, change.endBefore, change.endAfter));
        assert.ok(change.endBefore - change.start <= before.length && change.endAfter - change.start <= after.length);
        shown(head + before + tail, head + after + tail);
      }),
      { numRuns: 50 },
    );
  });
});
