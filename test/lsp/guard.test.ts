/** Nothing gets past the guard but answers. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { CancellationToken, CancellationTokenSource, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { contentModified, guard, guardNotification } from "../../server/lsp/guard.ts";
import type { Log } from "../../server/workspace/log.ts";

function recordingLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  return { lines, info: write, warn: write, error: write };
}

const boom = (): never => {
  throw new Error("boom");
};

test("what is thrown, at once or late, is logged, and the answer is the empty one", async () => {
  const log = recordingLog();
  for (const handler of [boom, () => Promise.reject(new Error("boom")), () => Promise.reject("boom")]) {
    assert.deepEqual(await guard("x/y", handler, [], log)({}, CancellationToken.None), []);
  }
  assert.equal(log.lines.length, 3);
  for (const line of log.lines) assert.match(line, /^x\/y: .*boom/);
});

test("a synchronous answer stays synchronous", () => {
  assert.equal(guard("x", () => 7, 0, recordingLog())({}, CancellationToken.None), 7);
});

test("a request cancelled before or during the work is answered as cancelled", async () => {
  const log = recordingLog();
  const source = new CancellationTokenSource();
  const handler = guard(
    "x",
    async () => {
      source.cancel();
      return 1;
    },
    0,
    log,
  );
  for (const answer of [await handler({}, source.token), await handler({}, source.token)]) {
    assert.ok(answer instanceof ResponseError);
    assert.equal(answer.code, LSPErrorCodes.RequestCancelled);
  }
  assert.deepEqual(log.lines, []);
});

test("an error meant as an answer is passed on, thrown or returned", async () => {
  const log = recordingLog();
  const thrown = guard("x", () => Promise.reject(contentModified()), 0, log);
  const returned = guard("x", () => Promise.resolve(contentModified()), contentModified(), log);
  for (const handler of [thrown, returned]) {
    const answer = await handler({}, CancellationToken.None);
    assert.ok(answer instanceof ResponseError && answer.code === LSPErrorCodes.ContentModified);
  }
  assert.deepEqual(log.lines, []);
});

test("a notification's mistake is logged and nothing more", () => {
  const log = recordingLog();
  guardNotification("x/z", boom, log)({});
  assert.match(log.lines.join(), /^x\/z: .*boom/);
});
