/** `npm run train` gives the weights that are in the repository. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { stamped, unstamped } from "../../scripts/training/stamp.ts";
import { trainedTable } from "../../scripts/training/train.ts";
import { shippedName, textOf } from "../../server/host/shipped.ts";

describe("training", () => {
  const committed = textOf(shippedName("mention-weights.txt"));

  test("gives the weights that are committed; where what it learns from has changed: npm run train", async () => {
    // The stamp tells that they are those of these very sources. Without it they are trained anew, which takes a minute.
    if ((await stamped(committed)) === committed) return;
    const expected = unstamped(committed).split("\n");
    const trained = trainedTable().split("\n");
    const known = new Set(expected);
    const different = trained.filter((line) => !known.has(line));
    assert.deepEqual(different.slice(0, 10), [], `${different.length} lines differ`);
    assert.equal(trained.join("\n"), expected.join("\n"));
  });

  test("gives a stamp that no other weights have", async () => {
    const [one, other] = [await stamped("# head\np.a\t20\n"), await stamped("# head\np.a\t21\n")];
    assert.match(one, /^# head\n# Stamp: [0-9a-f]{32}\np\.a\t20\n$/);
    assert.notEqual(one.split("\n")[1], other.split("\n")[1]);
    assert.equal(await stamped(one), one);
  });
});
