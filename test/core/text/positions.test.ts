/** Offsets and positions, each way, as a `TextDocument` counts them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { positionsOf } from "../../../server/core/text/positions.ts";
import { pageOf } from "../../../server/core/text/text.ts";

const text = fc
  .array(fc.constantFrom("云", "a", "\n", "\r\n", "\r", "\u{20BB7}", "\ud800", "\ufeff", "\u3000", "\u2028"))
  .map((pieces) => pieces.join(""));

test("every offset has the position that a client gives it", () => {
  fc.assert(
    fc.property(text, (page) => {
      const at = positionsOf(pageOf(page));
      const document = TextDocument.create("a", "newspaper", 1, page);
      for (let offset = 0; offset <= page.length; offset += 1) {
        assert.deepEqual(at.position(offset), document.positionAt(offset));
      }
    }),
  );
});

test("every position has the offset that a client gives it, on the page or off it", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: -2, max: 12 }), fc.integer({ min: -2, max: 12 }), (page, line, character) => {
      const at = positionsOf(pageOf(page));
      const document = TextDocument.create("a", "newspaper", 1, page);
      assert.equal(at.offset({ line, character }), document.offsetAt({ line, character }));
    }),
  );
});

test("a range from back to front is the same span", () => {
  const at = positionsOf(pageOf("云溪县\n青川市"));
  const [start, end] = [at.position(1), at.position(5)];
  assert.deepEqual(at.span({ start, end }), { start: 1, end: 5 });
  assert.deepEqual(at.span({ start: end, end: start }), { start: 1, end: 5 });
});
