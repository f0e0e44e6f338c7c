/** Words put in the place of others on a page. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { layOut } from "../../../server/core/layout/index.ts";
import { rewrite } from "../../../server/core/rules/by-names/rewrite.ts";
import { applyEdits, pageOf } from "../../../server/core/text/text.ts";

/** A column in which a wrap cuts the name. */
const WRAPPED = "　　本报讯 县水利局局长苏\n禾添到水库工地看望建设\n者，他说，水库明年完工\n蓄水。\n";

function rewritten(page: string, old: string, words: string): string {
  const block = layOut(pageOf(page)).blocks.find(({ text }) => text.includes(old));
  assert.ok(block, "the words stand on the page");
  const start = block.text.indexOf(old);
  return applyEdits(page, rewrite(page, block, { start, end: start + old.length }, words));
}

describe("words put in the place of others", () => {
  test("change only the characters that differ", () => {
    assert.equal(rewritten("昨天，苏禾添来了。\n", "苏禾添", "苏禾田"), "昨天，苏禾田来了。\n");
    assert.equal(rewritten("苏禾来了。\n", "苏禾", "苏禾田"), "苏禾田来了。\n");
    assert.equal(rewritten("禾田来了。\n", "禾田", "苏禾田"), "苏禾田来了。\n");
    assert.equal(rewritten("苏禾禾田来了。\n", "苏禾禾田", "苏禾田"), "苏禾田来了。\n");
    assert.equal(rewritten("苏禾田来了。\n", "苏禾田", "苏禾田"), "苏禾田来了。\n");
  });

  test("leave a wrap inside them where it is", () => {
    assert.equal(rewritten(WRAPPED, "苏禾添", "苏禾田"), WRAPPED.replace("添", "田"));
    assert.equal(rewritten(WRAPPED, "苏禾添", "罗长庚"), WRAPPED.replace("苏\n禾添", "罗长庚\n"));
    assert.equal(rewritten(WRAPPED, "苏禾添", "苏小禾添"), WRAPPED.replace("苏\n", "苏小\n"));
  });

  test("part no character of two code units", () => {
    assert.equal(rewritten("𠮷𠮸来了。\n", "𠮷𠮸", "𠮷𠮹"), "𠮷𠮹来了。\n");
  });
});
