/** Every promise on 20,000 texts that nobody wrote, and on each that once broke one. `npm run fuzz` goes on where this stops. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Broken, brokenBy, brokenBySeed, shrunk } from "./find.ts";

const FOUND = fileURLToPath(new URL("./found/", import.meta.url));
/** Cases of a run; another first seed has others. */
const CASES = Number(process.env.GALLEY_CASES ?? 20_000);
const FROM = Number(process.env.GALLEY_SEED ?? 1);

describe("pages that once broke a promise keep all of them", () => {
  for (const name of readdirSync(FOUND).filter((file) => file.endsWith(".json"))) {
    const { page, settings, promise }: Broken = JSON.parse(readFileSync(join(FOUND, name), "utf8"));
    test(`${name}: ${promise}`, () => assert.deepEqual(brokenBy(page, settings), []));
  }
});

test(`${CASES} texts keep every promise`, () => {
  for (let seed = FROM; seed < FROM + CASES; seed += 1) {
    const [broken] = brokenBySeed(seed);
    if (broken) assert.fail(`Seed ${seed}: ${JSON.stringify(shrunk(broken), undefined, 2)}`);
  }
});
