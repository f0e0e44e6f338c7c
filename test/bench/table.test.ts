import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { asMarkdown, asText, cellOf, short } from "./table.ts";

const TABLE = {
  title: "Seconds",
  head: ["", "page", "1 MB"],
  rows: [
    ["ours", "0.10", "1.25 (1.20–1.31)"],
    ["another's", "12.0", "over 65 s"],
  ],
};

describe("a table", () => {
  test("for a terminal has its columns one under the other", () => {
    assert.equal(
      asText(TABLE),
      [
        "── Seconds",
        "            page               1 MB",
        "ours        0.10   1.25 (1.20–1.31)",
        "another's   12.0          over 65 s",
      ].join("\n"),
    );
  });

  test("in Markdown sets figures right", () => {
    assert.equal(
      asMarkdown(TABLE),
      [
        "### Seconds",
        "",
        "|  | page | 1 MB |",
        "| --- | ---: | ---: |",
        "| ours | 0.10 | 1.25 (1.20–1.31) |",
        "| another's | 12.0 | over 65 s |",
      ].join("\n"),
    );
  });
});

describe("a cell", () => {
  test("has the median and, of several runs that differ, the least and the most", () => {
    assert.equal(cellOf({ median: 1.234, min: 1.1, max: 2, runs: 5 }), "1.23 (1.10–2.00)");
    assert.equal(cellOf({ median: 1.234, min: 1.234, max: 1.234, runs: 1 }), "1.23");
    assert.equal(cellOf({ median: 1.001, min: 1, max: 1.002, runs: 3 }), "1.00");
  });

  test("says why it has no figure", () => {
    assert.equal(cellOf(undefined), "–");
    assert.equal(cellOf({ over: 65 }), "over 65 s");
    assert.equal(cellOf({ missing: "not installed" }), "not installed");
  });
});

test("a figure has the digits that count", () => {
  assert.deepEqual([0.0214, 0.0996, 0.5, 9.996, 99.96, 1234.5].map(short), [
    "0.021",
    "0.10",
    "0.50",
    "10.0",
    "100",
    "1235",
  ]);
});
