import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ratioOf, spreadOf } from "./spread.ts";

describe("a spread", () => {
  test("has the value in the middle, the least and the most, in whatever order they came", () => {
    assert.deepEqual(spreadOf([3, 100, 1]), { median: 3, min: 1, max: 100, runs: 3 });
    assert.deepEqual(spreadOf([7]), { median: 7, min: 7, max: 7, runs: 1 });
  });

  test("of an even number of values is between the two in the middle", () => {
    assert.equal(spreadOf([10, 1, 2, 4]).median, 3);
  });

  test("goes by size and not by spelling", () => {
    assert.equal(spreadOf([10, 9, 8]).median, 9);
  });

  test("leaves the values as they were", () => {
    const values = [2, 1];
    spreadOf(values);
    assert.deepEqual(values, [2, 1]);
  });

  test("of nothing there is none", () => {
    assert.throws(() => spreadOf([]), RangeError);
  });
});

describe("a ratio", () => {
  test("holds where the machine slows down for both", () => {
    assert.deepEqual(ratioOf([1, 10, 100], [2, 20, 200]), { median: 0.5, min: 0.5, max: 0.5, runs: 3 });
  });

  test("counts the rounds that both have", () => {
    assert.equal(ratioOf([4, 4, 4], [2]).runs, 1);
  });
});
