/** What a fixed page looks like, whatever page it was, and that the blanks of any block need no second repair; promises have `test/fuzz/`. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyze } from "../../server/core/analyze.ts";
import { classifyGaps } from "../../server/core/layout/gaps.ts";
import { join } from "../../server/core/layout/joined.ts";
import { anyBlock, anyPage } from "../support/any-page.ts";
import { checkNothingLost } from "../support/check-rule.ts";
import { fixText } from "../support/short-cuts.ts";

const RUNS = { numRuns: Number(process.env.GALLEY_RUNS ?? 1500) };

describe("for any page", () => {
  test("a fixed page has each block on one line but where that is for the editor to say, one blank line between two, and ends in a line break", () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const fixed = analyze(fixText(page));
        for (const { gaps, firstLine, lastLine } of fixed.blocks) {
          const wraps = gaps.filter(({ cause }) => cause === "wrap");
          assert.ok(wraps.every(({ doubtful }) => doubtful !== undefined));
          assert.equal(lastLine - firstLine, 2 * wraps.length);
        }
        fixed.blocks.slice(1).forEach((block, i) => {
          assert.equal(block.firstLine, (fixed.blocks[i]?.lastLine ?? 0) + 2);
        });
        if (fixed.blocks.length > 0) assert.match(fixed.text, /\S[\r\n]{1,2}$/u);
      }),
      RUNS,
    );
  });
});

describe("for any block", () => {
  test("the blanks of its joined text need no repair, and each white-space run is one gap", () => {
    fc.assert(
      fc.property(anyBlock, (block) => {
        const span = { start: 0, end: block.length };
        const gaps = classifyGaps(block, span);
        assert.deepEqual(
          gaps.map(({ start, end }) => [start, end]),
          [...block.matchAll(/[\p{White_Space}\u200b\ufeff]+/gu)].map(({ index, 0: run }) => [
            index,
            index + run.length,
          ]),
        );
        const { text } = join(block, span, gaps);
        checkNothingLost(block, text);
        for (const gap of classifyGaps(text, { start: 0, end: text.length })) {
          assert.equal(gap.joined, text.slice(gap.start, gap.end), JSON.stringify({ block, text }));
        }
      }),
      { numRuns: 4 * RUNS.numRuns },
    );
  });
});
