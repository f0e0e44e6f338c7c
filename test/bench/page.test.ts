import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords, withTables } from "./page.ts";

const WHERE = { cores: 2, memory: 8.4e9, node: "20.20.2", day: "2026-01-31" };

test("the tables of a run take the place of those before, and what was written by hand stays", () => {
  const table = { title: "T", head: ["", "page"], rows: [["ours", "1"]] };
  const page = "# By hand\n\n<!-- generated: performance -->\nold\n<!-- /generated: performance -->\n\nBy hand.\n";
  const written = withTables(page, [table], WHERE);
  assert.match(written, /^# By hand\n\n<!-- generated: performance -->\nMeasured on 2026-01-31/);
  assert.match(written, /\n\n### T\n\n\| {2}\| page \|\n[^<]*\n<!-- \/generated: performance -->\n\nBy hand\.\n$/);
  assert.ok(!written.includes("old"));
  assert.equal(withTables(written, [table], WHERE), written);
  assert.throws(() => withTables("# No part", [table], WHERE), /no part between/);
});

test("a machine is told by what counts", () => {
  assert.equal(inWords(WHERE), "Measured on 2026-01-31, with 2 cores, 8 GiB of memory and Node 20.20.2.");
});
