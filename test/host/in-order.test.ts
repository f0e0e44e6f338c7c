/** Many things at once, finished in their order. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { inOrder } from "../../server/host/in-order.ts";

async function* counting(to: number, onAsked: (n: number) => void = () => {}): AsyncGenerator<number> {
  for (let n = 0; n < to; n += 1) {
    onAsked(n);
    yield n;
  }
}

test("whatever ends first, all are finished in order, and never more under way than is allowed", () =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.nat(12), fc.integer({ min: 1, max: 4 }), async (scheduler, to, count) => {
      const finished: number[] = [];
      let [begun, most] = [0, 0];
      const run = inOrder({
        tasks: counting(to),
        async start(n) {
          begun += 1;
          most = Math.max(most, begun - finished.length);
          return scheduler.schedule(Promise.resolve(n * n));
        },
        async finish(n, square) {
          assert.equal(square, n * n);
          finished.push(n);
        },
        sizeOf: () => 1,
        most: { count, size: 100 },
      });
      await scheduler.waitFor(run);
      assert.deepEqual(finished, [...Array(to).keys()]);
      assert.ok(most <= count);
    }),
  ));

test("what is large waits until there is room", async () => {
  let [underWay, most] = [0, 0];
  await inOrder({
    tasks: counting(9),
    async start() {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise(setImmediate);
    },
    async finish() {
      underWay -= 1;
    },
    sizeOf: () => 10,
    most: { count: 8, size: 15 },
  });
  assert.equal(most, 2);
});

test("a failure is told when all before it are finished, and nothing after it is", async () => {
  for (const place of ["start", "finish", "tasks"] as const) {
    const finished: number[] = [];
    const failing = (at: string, n: number): void => {
      if (at === place && n === 2) throw new Error(`${at} ${n}`);
    };
    const run = inOrder({
      tasks: counting(5, (n) => failing("tasks", n)),
      async start(n) {
        failing("start", n);
      },
      async finish(n) {
        failing("finish", n);
        finished.push(n);
      },
      sizeOf: () => 1,
      most: { count: 3, size: 100 },
    });
    await assert.rejects(run, new Error(`${place} 2`));
    assert.deepEqual(finished, [0, 1]);
  }
});
