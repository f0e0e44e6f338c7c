/** `npm run train` gives the weights that are in the repository. It takes half a minute, so it is a file of its own. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { trainedTable } from "../../scripts/training/train.ts";
import { shippedName, textOf } from "../../server/host/shipped.ts";

test("training gives the weights that are committed; where what it learns from has changed: npm run train", () => {
  const committed = textOf(shippedName("mention-weights.txt")).split("\n");
  const trained = trainedTable().split("\n");
  const known = new Set(committed);
  const different = trained.filter((line) => !known.has(line));
  assert.deepEqual(different.slice(0, 10), [], `${different.length} lines differ`);
  assert.equal(trained.join("\n"), committed.join("\n"));
});
