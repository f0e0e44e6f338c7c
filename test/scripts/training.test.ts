/** The recogniser's training sentences: every pattern can be filled, and its names stand where they are said to. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createFiller, patterns } from "../../scripts/training/sentences.ts";

test("every pattern becomes a sentence whose names don't overlap", () => {
  let state = 1;
  const fill = createFiller(() => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  });
  const all = patterns();
  assert.ok(all.length > 800);
  for (const pattern of all) {
    const { text, entities } = fill(pattern);
    assert.doesNotMatch(text, /[{}[\]]/, pattern);
    let end = 0;
    for (const entity of entities) {
      assert.ok(entity.start >= end && entity.end > entity.start && entity.end <= text.length, pattern);
      end = entity.end;
    }
  }
});

test("marks join what stands in them into one name", () => {
  const { text, entities } = createFiller(() => 0)("[ORG {seat}水利局]今天开会。");
  assert.deepEqual([text, entities], ["省水利局今天开会。", [{ start: 0, end: 4, type: "ORG" }]]);
});
