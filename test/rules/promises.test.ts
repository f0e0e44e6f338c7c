/** Promises 1, 2 and 4 for any page and any settings: nothing is lost, fixes converge, nothing throws. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyze } from "../../server/core/analyze.ts";
import { classifyGaps } from "../../server/core/layout/gaps.ts";
import { join } from "../../server/core/layout/joined.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../server/core/page/settings.ts";
import { RULES } from "../../server/core/rules/index.ts";
import { anyBlock, anyPage } from "../support/any-page.ts";
import { checkEdits, checkNothingLost, checkSettles } from "../support/check-rule.ts";
import { fixText } from "../support/short-cuts.ts";

const RUNS = { numRuns: Number(process.env.GALLEY_RUNS ?? 1500) };

const anySettings: fc.Arbitrary<Settings> = fc.record({
  numberSpacing: fc.constantFrom("none", "spaced"),
  fixableSeverity: fc.constantFrom("hint", "rule"),
  maxFindings: fc.constant(DEFAULT_SETTINGS.maxFindings),
  rules: fc.dictionary(fc.constantFrom(...RULES.map(({ id }) => id)), fc.constantFrom("off", "hint")),
});

describe("for any page", () => {
  test("a page settles when it is fixed, and nothing is lost", () => {
    fc.assert(
      fc.property(anyPage, (page) => checkSettles(page)),
      RUNS,
    );
  });

  test("the same with blanks beside numbers", () => {
    fc.assert(
      fc.property(anyPage, (page) => checkSettles(page, { ...DEFAULT_SETTINGS, numberSpacing: "spaced" })),
      RUNS,
    );
  });

  test("whatever rules are off, edits are disjoint and lose nothing, and the page settles", () => {
    fc.assert(
      fc.property(anyPage, anySettings, (page, settings) => {
        checkEdits(analyze(page, settings));
        checkSettles(page, settings);
      }),
      RUNS,
    );
  });

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

  test("unsafe fixes end too", () => {
    fc.assert(
      fc.property(anyPage, (page) => void fixText(page, undefined, { unsafe: true })),
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
