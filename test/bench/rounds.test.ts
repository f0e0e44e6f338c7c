import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Run } from "./one-run.ts";
import { type Contestant, inTurn } from "./rounds.ts";

/** A contestant whose runs are given, the last of them again and again; each run leaves its name in the list. */
function contestant(name: string, order: string[], ...runs: readonly Run[]): Contestant {
  let next = 0;
  return {
    name,
    async run() {
      order.push(name);
      next += 1;
      return runs[Math.min(next, runs.length) - 1] as Run;
    },
  };
}

const took = (wall: number): Run => ({ cpu: wall, wall, peak: 1 });

describe("programs that are run in turn", () => {
  test("take turns, after a warm-up that does not count", async () => {
    const order: string[] = [];
    const runs = await inTurn([contestant("A", order, took(1), took(0.5)), contestant("B", order, took(2))], {
      most: 2,
      seconds: 60,
    });
    assert.equal(order.join(""), "ABABAB");
    assert.deepEqual(runs.get("A"), [took(0.5), took(0.5)]);
  });

  test("are run as often as there is time for, and a long first run counts", async () => {
    const order: string[] = [];
    const runs = await inTurn(
      [contestant("A", order, took(40)), contestant("B", order, took(20)), contestant("C", order, took(1))],
      { most: 4, seconds: 60 },
    );
    assert.deepEqual(
      [...runs.values()].map((own) => Array.isArray(own) && own.length),
      [1, 3, 4],
    );
  });

  test("that fail or take too long are not run again, and the others go on", async () => {
    const order: string[] = [];
    const runs = await inTurn(
      [
        contestant("A", order, { failed: "no such file" }),
        contestant("B", order, took(1), { over: 60 }),
        contestant("C", order, took(1)),
      ],
      { most: 2, seconds: 60 },
    );
    assert.deepEqual(runs.get("A"), { failed: "no such file" });
    assert.deepEqual(runs.get("B"), { over: 60 });
    assert.deepEqual(runs.get("C"), [took(1), took(1)]);
    assert.equal(order.join(""), "ABCBCC");
  });
});
