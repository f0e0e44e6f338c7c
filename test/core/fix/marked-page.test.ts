/** The marked page: as many lines as the clean page, and the clean page itself once its marks are taken out. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { markedPage } from "../../../server/core/fix/marked-page.ts";
import { withoutLookalikes } from "../../../server/core/tables/look-alike.ts";
import { withoutWhiteSpace } from "../../../server/core/text/text.ts";
import { anyPage } from "../../support/any-page.ts";
import { fixText } from "../../support/short-cuts.ts";
import { randomPage } from "../../support/typesetter/index.ts";

const unmarked = (text: string): string => text.replace(/[⏎␣‸]/gu, "");
const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** Page, clean page, and the page as it is to be marked. */
const CASES: readonly [name: string, page: string, clean: string, marked: string][] = [
  ["a line end inside a paragraph", "从年初到\n\n现在\n", "从年初到现在\n", "从年初到⏎现在\n"],
  ["a line end with blanks around it", "从年初到 \n　　现在\n", "从年初到现在\n", "从年初到⏎现在\n"],
  ["a line end between words", "in the\n\nmountain\n", "in the mountain\n", "in the⏎ mountain\n"],
  ["each blank", "以 实  际\n", "以实际\n", "以␣实␣␣际\n"],
  ["what is left of several blanks", "记者  王强\n", "记者 王强\n", "记者␣ 王强\n"],
  ["another kind of blank", "记者\t王强\n", "记者 王强\n", "记者␣ 王强\n"],
  ["a blank put in", "今年3月\n", "今年 3 月\n", "今年‸ 3‸ 月\n"],
  ["a blank line put in", "第一段。\n第二段。\n", "第一段。\n\n第二段。\n", "第一段。\n‸\n第二段。\n"],
  ["a line end put in at the end", "第一段。", "第一段。\n", "第一段。‸\n"],
  ["blank lines too many", "第一段。\n\n\n\n第二段。\n", "第一段。\n\n第二段。\n", "第一段。⏎\n\n第二段。\n"],
  ["blanks at the edges of lines", "第一段。 \n \n　　第二段。", "第一段。\n\n第二段。", "第一段。␣\n␣\n␣␣第二段。"],
  ["no look-alike", "⽉３\n日", "月3日", "⽉３⏎日"],
  ["a character outside the BMP for one in it", "\u{2f804} \u{20000}", "你\u{20000}", "\u{2f804}␣\u{20000}"],
  ["halves of pairs that meet", "\ud840\n\udc00", "\ud840\udc00", "\ud840⏎\udc00"],
];

describe("the marked page marks", () => {
  for (const [name, page, clean, marked] of CASES)
    test(name, () => {
      assert.equal(markedPage(page, clean), marked);
      assert.equal(withoutLookalikes(unmarked(marked)), clean);
    });

  test("nothing on a page without faults", () => {
    const clean = fixText(randomPage(1, { articles: [2, 4] }).text);
    assert.equal(markedPage(clean, clean), clean);
  });
});

describe("the marked page of any page", () => {
  const holds = (page: string): void => {
    fc.pre(unmarked(page) === page);
    const clean = fixText(page);
    const marked = markedPage(page, clean);
    assert.equal(linesOf(marked).length, linesOf(clean).length);
    assert.equal(withoutWhiteSpace(unmarked(marked)), withoutWhiteSpace(page));
    const [left, right] = [linesOf(unmarked(marked)), linesOf(clean)];
    assert.deepEqual(left.map(blanksOf), right.map(blanksOf));
    assert.equal(fixText(unmarked(marked)), clean);
  };

  test("is the clean page without the marks", () => {
    fc.assert(fc.property(anyPage, holds), { numRuns: 300 });
  });

  test("the more so of a typeset one", () => {
    for (let seed = 1; seed <= 20; seed += 1) holds(randomPage(seed, { articles: [2, 5] }).text);
  });
});

/** Which characters of a line are blanks. */
function blanksOf(line: string): string {
  return [...line].map((char) => (withoutWhiteSpace(char) === "" ? "␣" : "·")).join("");
}
