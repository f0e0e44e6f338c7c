/** The newsroom's tables are well formed, and what their columns say is what the code reads. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import * as newsroom from "../../../server/core/tables/newsroom.ts";
import { rowsOf } from "../../../server/core/tables/read.ts";

const FOLDER = new URL("../../../server/data/newsroom/", import.meta.url);

/** The uses that the code reads of each table. */
const USES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "captions.txt": newsroom.CAPTIONS,
  "headings.txt": newsroom.HEADINGS,
  "jumps.txt": newsroom.JUMPS,
  "labels.txt": newsroom.LABELS,
  "notes.txt": newsroom.NOTES,
  "offices.txt": newsroom.OFFICES,
  "openings.txt": newsroom.OPENINGS,
  "papers.txt": newsroom.PAPERS,
  "roles.txt": newsroom.ROLES,
  "sections.txt": {},
  "sources.txt": newsroom.SOURCES,
};

for (const file of readdirSync(FOLDER)) {
  const text = readFileSync(new URL(file, FOLDER), "utf8");
  const rows = rowsOf(text);
  describe(file, () => {
    test("has each word once", () => {
      const words = rows.map(([word]) => word);
      assert.deepEqual(
        words.filter((word, i) => words.indexOf(word) !== i),
        [],
      );
    });
    test("names in its head every use that its rows have, and the code reads each", () => {
      const uses = new Set(rows.flatMap(([, named = ""]) => named.split(" ")).filter((use) => use !== ""));
      assert.deepEqual([...uses].sort(), Object.keys(USES[file] ?? {}).sort());
      const head = text.split("\n").filter((line) => line.startsWith("#"));
      for (const use of uses)
        assert.ok(
          head.some((line) => new RegExp(`\\b${use}\\b`).test(line)),
          use,
        );
    });
  });
}

describe("a pattern for one of several words", () => {
  const { oneOf } = newsroom;
  test("tries the longest of words that begin alike first", () => {
    assert.equal(new RegExp(oneOf(["撰稿", "撰稿人"])).exec("撰稿人林晓")?.[0], "撰稿人");
  });
  test("takes signs in a word for themselves", () =>
    assert.ok(new RegExp(`^${oneOf(["文/图", "a.b"])}$`, "u").test("a.b")));
});
