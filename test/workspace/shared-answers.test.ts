/** One answer for all who ask the same: asked for once, given up when nobody waits any more. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CancellationTokenSource } from "vscode-languageserver";
import type { Cancellation } from "../../server/workspace/cancellation.ts";
import { shareAnswers } from "../../server/workspace/shared-answers.ts";
import { NEVER } from "../support/idle-services.ts";

/** Questions that are answered when the test says so. */
function setUp() {
  const asked: { key: object; token: Cancellation; answer(value: string): void }[] = [];
  const shared = shareAnswers(
    (key: object, token) => new Promise<string>((resolve) => asked.push({ key, token, answer: resolve })),
  );
  return { asked, shared };
}

describe("an answer", () => {
  test("is asked for once, whoever asks and whenever", async () => {
    const { asked, shared } = setUp();
    const page = {};
    const [first, second] = [shared.of(page, NEVER), shared.of(page, NEVER)];
    asked[0]?.answer("云溪县");
    assert.deepEqual(await Promise.all([first, second, shared.of(page, NEVER)]), ["云溪县", "云溪县", "云溪县"]);
    assert.equal(asked.length, 1);
  });

  test("is known once it has come, to who does not wait", async () => {
    const { asked, shared } = setUp();
    const page = {};
    const wanted = shared.of(page, NEVER);
    assert.equal(shared.known(page), undefined);
    asked[0]?.answer("云溪县");
    await wanted;
    assert.equal(shared.known(page), "云溪县");
    shared.forget();
    assert.equal(shared.known(page), undefined);
  });

  test("belongs to what was asked about", async () => {
    const { asked, shared } = setUp();
    void shared.of({}, NEVER);
    void shared.of({}, NEVER);
    assert.equal(asked.length, 2);
  });

  test("is given up when the last who waits goes, and asked for anew by who comes then", () => {
    const { asked, shared } = setUp();
    const page = {};
    const [one, other] = [new CancellationTokenSource(), new CancellationTokenSource()];
    let told = 0;
    void shared.of(page, one.token);
    void shared.of(page, other.token);
    asked[0]?.token.onCancellationRequested(() => {
      told += 1;
    });
    one.cancel();
    assert.deepEqual([told, asked[0]?.token.isCancellationRequested], [0, false]);
    other.cancel();
    assert.deepEqual([told, asked[0]?.token.isCancellationRequested], [1, true]);
    void shared.of(page, NEVER);
    assert.equal(asked.length, 2);
  });

  test("that has come is not given up by who no longer wants it", async () => {
    const { asked, shared } = setUp();
    const page = {};
    const source = new CancellationTokenSource();
    const answer = shared.of(page, source.token);
    asked[0]?.answer("云溪县");
    assert.equal(await answer, "云溪县");
    source.cancel();
    assert.equal(await shared.of(page, NEVER), "云溪县");
    assert.equal(asked.length, 1);
  });

  test("is asked for anew when all are forgotten", async () => {
    const { asked, shared } = setUp();
    const page = {};
    void shared.of(page, NEVER);
    shared.forget();
    void shared.of(page, NEVER);
    assert.equal(asked.length, 2);
  });
});
