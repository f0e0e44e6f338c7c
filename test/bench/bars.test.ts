import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BARS, type Bar, barTable, judge } from "./bars.ts";
import { between, type Figures, keyOf } from "./figures.ts";
import { spreadOf } from "./spread.ts";

const MOST: Bar = { name: "time", unit: "ms", limit: 10, figure: ({ time }) => time };
const LEAST: Bar = { name: "speed", unit: "MB/s", limit: 10, least: true, figure: ({ speed }) => speed };
const PEAK: Bar = { ...MOST, name: "memory", by: "max", figure: ({ memory }) => memory };

const verdictOf = (bar: Bar, figures: Figures): unknown => judge(figures, [bar])[0]?.verdict;

describe("a bar", () => {
  test("is kept up to its limit, the limit included, and missed beyond", () => {
    assert.equal(verdictOf(MOST, { time: spreadOf([10]) }), "kept");
    assert.equal(verdictOf(MOST, { time: spreadOf([10.1]) }), "missed");
    assert.equal(verdictOf(LEAST, { speed: spreadOf([10]) }), "kept");
    assert.equal(verdictOf(LEAST, { speed: spreadOf([9.9]) }), "missed");
  });

  test("goes by the median, and of memory by the run that took most", () => {
    assert.equal(verdictOf(MOST, { time: spreadOf([1, 2, 99]) }), "kept");
    assert.equal(verdictOf(PEAK, { memory: spreadOf([1, 2, 99]) }), "missed");
  });

  test("is missed by what was not waited for, and is not measured where a run has no figure for it", () => {
    assert.equal(verdictOf(MOST, { time: { over: 65 } }), "missed");
    assert.equal(verdictOf(MOST, { time: { missing: "failed" } }), "not measured");
    assert.equal(verdictOf(MOST, {}), "not measured");
  });
});

test("every bar finds its figure where the bench puts it", () => {
  assert.deepEqual(
    judge({}).map(({ verdict }) => verdict),
    BARS.map(() => "not measured"),
  );
  const fix = keyOf("process", "galley fix / autocorrect-node", "1 MB", "ratio");
  assert.deepEqual(
    judge({ [fix]: spreadOf([2]) })
      .filter(({ verdict }) => verdict === "missed")
      .map(({ bar }) => bar.name),
    ["`fix` / AutoCorrect, 1 MB"],
  );
});

test("growth is a ratio of medians, and of what was not waited for there is none", () => {
  const figures = { small: spreadOf([1, 2, 3]), large: spreadOf([30]), late: { over: 110 } };
  assert.deepEqual(between(figures, "large", "small"), { median: 15, min: 15, max: 15, runs: 1 });
  assert.deepEqual(between(figures, "late", "small"), { over: 110 });
  assert.equal(between(figures, "none", "small"), undefined);
});

test("the table of bars says what is promised and what was measured", () => {
  const judged = judge({ time: spreadOf([12.34]) }, [MOST, LEAST]);
  assert.deepEqual(barTable(judged).rows, [
    ["time", "≤ 10 ms", "12.3 ms", "missed"],
    ["speed", "≥ 10 MB/s", "–", "not measured"],
  ]);
  assert.equal(barTable(judged, true).rows.length, 1);
});
