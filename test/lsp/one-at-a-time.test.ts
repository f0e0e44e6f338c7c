/** Work that is asked for again while it is done. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createHouseDocuments, type HouseDocumentsOptions } from "../../server/lsp/house-documents.ts";
import { oneAtATime } from "../../server/lsp/one-at-a-time.ts";
import { createPages } from "../../server/workspace/pages.ts";

describe("one run at a time", () => {
  test("is followed by one more for all who asked meanwhile, and each waits for a run that began after it asked", async () => {
    const ends: (() => void)[] = [];
    const work = oneAtATime(() => new Promise((resolve) => ends.push(resolve)));
    let over = 0;
    const first = work();
    const others = Array.from({ length: 100 }, () => work().then(() => (over += 1)));
    assert.equal(ends.length, 1);
    ends[0]?.();
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([ends.length, over], [2, 0]);
    ends[1]?.();
    await Promise.all(others);
    void work();
    assert.equal(ends.length, 3, "then the next one begins at once");
  });

  test("goes on when a run has failed", async () => {
    let runs = 0;
    const work = oneAtATime(() => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error("no disk")) : Promise.resolve();
    });
    const [first, second] = [work(), work()];
    await assert.rejects(first, /no disk/);
    await second;
    assert.equal(runs, 2);
  });

  test("is how an open file of accepted findings is looked at, however many files change on the disk", async () => {
    let reads = 0;
    const documents = createHouseDocuments({
      client: () => ({}) as never,
      house: { accepted: async () => void reads++, edited: () => {} } as never,
      pages: createPages(),
      settingsFor: async () => ({}) as never,
      faults: { show: () => {}, remark: () => {} },
      log: { info: () => {}, warn: () => {}, error: () => {} },
      onChange: () => {},
    } satisfies HouseDocumentsOptions);
    documents.changed("file:///w/.galley/accepted.yaml", 1, "");
    for (let n = 0; n < 1000; n += 1) documents.look();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(reads, 2);
  });
});
