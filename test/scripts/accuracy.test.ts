/** docs/accuracy.md says what is measured. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { isUpToDate } from "../../scripts/accuracy-page.ts";

test("the figures of docs/accuracy.md are those of this very source", () => {
  assert.ok(isUpToDate(), "run npm run accuracy -- --write");
});
