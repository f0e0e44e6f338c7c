/** The bytes of a client: passed on whole, in whatever pieces they come, as long as they are messages. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { messageStream } from "../../server/host/message-stream.ts";

function messageOf(text: string): Buffer {
  const body = Buffer.from(JSON.stringify(text));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

/** What comes through, and what is said to be wrong. */
function passed(chunks: readonly Buffer[]): { readonly out: Buffer; readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  const out: Buffer[] = [];
  const stream = messageStream((reason) => void wrong.push(reason));
  stream.on("data", (chunk: Buffer) => out.push(chunk));
  for (const chunk of chunks) stream.write(chunk);
  for (let chunk = stream.read(); chunk !== null; chunk = stream.read()) out.push(chunk);
  return { out: Buffer.concat(out), wrong };
}

describe("messages", () => {
  test("come through as they are, in whatever pieces", () => {
    const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { maxLength: 5 });
    fc.assert(
      fc.property(texts, fc.array(fc.nat(60)), (all, cuts) => {
        const bytes = Buffer.concat(all.map(messageOf));
        const chunks: Buffer[] = [];
        let at = 0;
        for (const cut of cuts) {
          chunks.push(bytes.subarray(at, at + cut));
          at += cut;
        }
        const { out, wrong } = passed([...chunks, bytes.subarray(at)]);
        assert.deepEqual(wrong, []);
        assert.ok(out.equals(bytes));
      }),
      { numRuns: 100 },
    );
  });

  test("have a header with their length, as other headers may stand before it", () => {
    const good = ["content-length: 2\r\n\r\n{}", "Content-Type: x; charset=utf-8\r\nContent-Length:2\r\n\r\n[]"];
    for (const bytes of good) assert.deepEqual(passed([Buffer.from(bytes)]).wrong, [], bytes);
    for (const bytes of [
      "Content-Length: abc\r\n\r\n{}",
      "Content-Length: -5\r\n\r\n{}",
      "Content-Length: 99999999999\r\n\r\n{}",
      "hello\r\n\r\n",
      "{}\n".repeat(5000),
      `Content-Length: 2\r\n\r\n{}x\r\n\r\n`,
    ]) {
      const { wrong } = passed([Buffer.from(bytes), messageOf("next")]);
      assert.equal(wrong.length, 1, bytes.slice(0, 40));
    }
  });
});
