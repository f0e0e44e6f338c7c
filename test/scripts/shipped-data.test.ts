/** The data in `dist/` is what its sources in `server/data/` give, and the generated tables have the form that they state. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { PACKED_TABLES, packed } from "../../scripts/pack-data.ts";
import { entriesOf, rowsOf } from "../../server/core/tables/read.ts";
import { JIEBA_WASM, readJiebaWasm } from "../../server/host/shipped-files.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SOURCE = join(ROOT, "server", "data");
const DIST = join(ROOT, "dist", "data");

describe("dist/data", () => {
  for (const table of PACKED_TABLES) {
    test(`has ${table} packed, byte by byte`, () => {
      const source = readFileSync(join(SOURCE, table));
      const shipped = readFileSync(join(DIST, `${table}.gz`));
      assert.ok(gunzipSync(shipped).equals(source), "dist/ is out of date: node scripts/setup.mjs --build");
      assert.ok(shipped.equals(packed(source)));
      assert.deepEqual([shipped.readUInt32LE(4), shipped[9]], [0, 255], "its header has no time and no system");
    });
  }

  test("has the villages as they are", () => {
    const villages = readdirSync(join(SOURCE, "villages"));
    assert.ok(villages.length > 30);
    for (const file of villages)
      assert.ok(readFileSync(join(DIST, "villages", file)).equals(readFileSync(join(SOURCE, "villages", file))), file);
  });

  test("has jieba in WebAssembly as its package has it", () => {
    assert.ok(readFileSync(join(DIST, JIEBA_WASM)).equals(readJiebaWasm()));
  });

  test("has nothing else", () => {
    const files = readdirSync(DIST, { recursive: true, encoding: "utf8" }).filter((file) => file.includes("."));
    const wanted = readdirSync(join(SOURCE, "villages")).map((file) => join("villages", file));
    assert.deepEqual(files.sort(), [...PACKED_TABLES.map((table) => `${table}.gz`), JIEBA_WASM, ...wanted].sort());
  });
});

test("server/data has no code but the declaration of its text files", () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" });
  assert.deepEqual(
    files.filter((file) => /\.[cm]?[jt]s$/.test(file)),
    ["text-files.d.ts"],
  );
});

describe("a generated table", () => {
  const table = (file: string): string => readFileSync(join(SOURCE, file), "utf8");

  test("of weights has each feature once, in order, with a weight that counts", () => {
    const rows = rowsOf(table("mention-weights.txt"));
    const features = rows.map(([feature = ""]) => feature);
    assert.ok(rows.length > 10_000);
    assert.deepEqual(features, [...new Set(features)].sort());
    for (const [feature, weight = ""] of rows) assert.ok(Math.abs(Number(weight)) >= 4, feature);
  });

  test("of characters in names has each once, with three figures", () => {
    for (const name of ["given-names", "transliterations"]) {
      const rows = rowsOf(table(join("name-characters", `${name}.txt`)));
      const characters = rows.map(([character = ""]) => character);
      assert.deepEqual(characters, [...new Set(characters)].sort());
      for (const row of rows) assert.match(row.join(" "), /^\p{Script=Han}(?: (?:0|-?[1-9]\d?)){3}$/u);
    }
  });

  test("of divisions has their codes in order", () => {
    const lines = entriesOf(table("gazetteer.txt"));
    const provinces = lines.filter((line) => /^\d/.test(line));
    assert.equal(provinces.length, 34);
    // What the source keeps in a file of its own comes last: Hong Kong, Macau and Taiwan.
    assert.deepEqual(provinces.slice(0, -3), provinces.slice(0, -3).sort());
    for (const line of lines) assert.match(line, /^(?: {0,2}(?:\d\d|--)\S*)(?: (?:\d{3})?\S+)*$/u);
  });
});
