import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Figures, keyOf } from "./figures.ts";
import { spreadOf } from "./spread.ts";
import { chartOf, tablesOf } from "./tables.ts";

const FIGURES: Figures = {
  [keyOf("process", "galley fix", "page", "cpu s")]: spreadOf([0.3, 0.31, 0.32]),
  [keyOf("process", "galley fix", "1 MB", "cpu s")]: spreadOf([2]),
  [keyOf("process", "zhlint", "1 MB", "cpu s")]: { over: 65 },
  [keyOf("process", "pangu", "1 MB", "cpu s")]: { missing: "not installed" },
  [keyOf("server", "edit → findings", "1 MB", "ms")]: spreadOf([30]),
  [keyOf("server", "edit → findings", "10 MB", "ms")]: spreadOf([240]),
};

describe("the tables of a run", () => {
  test("have the rows and columns of which something was measured", () => {
    const tables = tablesOf(FIGURES, true);
    assert.deepEqual(
      tables.map(({ title }) => title),
      ["Bars", "Whole processes: CPU seconds, user and system", "The server, over standard input and output"],
    );
    const [bars, processes, server] = tables;
    assert.equal(bars?.rows.length, 2);
    assert.deepEqual(processes?.head, ["", "page", "1 MB"]);
    assert.deepEqual(
      processes?.rows.map(([name, ...cells]) => [name?.replace(/ \d.*/, ""), ...cells]),
      [
        ["galley fix", "0.31 (0.30–0.32)", "2.00"],
        ["zhlint", "–", "over 65 s"],
        ["pangu", "–", "not installed"],
      ],
    );
    assert.deepEqual(server?.rows, [["edit → findings, ms", "30.0", "240", "× 8.00"]]);
  });

  test("name what was not measured among the bars, where they are to be whole", () => {
    const [bars] = tablesOf(FIGURES);
    assert.ok(bars?.rows.some((row) => row.at(-1) === "not measured"));
  });
});

test("the chart shows ours and others by size, in the order of the table", () => {
  const { groups } = chartOf(FIGURES);
  assert.deepEqual(
    groups.map(({ title, bars }) => [title, ...bars.map(({ label }) => label)]),
    [
      ["a page, 17 KB", "0.31 s"],
      ["1 MB", "2.00 s", "over 65 s", "not installed"],
    ],
  );
});
