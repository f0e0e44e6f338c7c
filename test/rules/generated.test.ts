/** What is generated from the rules and committed is what would be generated now (promise 9). */

import assert from "node:assert/strict";
import { test } from "node:test";
import { outOfDate } from "../../scripts/generate.ts";

test("settings, their texts and the rules page are up to date", async () => {
  assert.deepEqual(await outOfDate(), [], "npm run generate writes them anew");
});
