/** What is remembered of the texts of the last pages, and what is not. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { PageMemory } from "../../../server/core/text/page-memory.ts";

/** A memory that counts how often a value is worked out. */
function counting(most?: number): { readonly ask: (texts: readonly string[]) => number } {
  const memory = new PageMemory<number>(most);
  let asked = 0;
  return {
    ask: (texts) => {
      const before = asked;
      memory.begin();
      for (const text of texts) {
        const value = memory.of(text, ({ length }) => {
          asked += 1;
          return length;
        });
        assert.equal(value, text.length);
      }
      return asked - before;
    },
  };
}

test("an edit costs the text that it touched, however long the page", () => {
  const page = Array.from({ length: 50_000 }, (_, i) => `第${i}段。`);
  const { ask } = counting();
  assert.equal(ask(page), page.length);
  for (const edited of [3, 49_999, 3]) {
    page[edited] += "又及。";
    assert.equal(ask(page), 1);
  }
  assert.equal(ask([...page, ...page]), 0);
});

test("pages take turns, as many as are remembered; what none of the last ones has is worked out anew", () => {
  const { ask } = counting(4);
  assert.deepEqual([["甲"], ["乙"], ["丙"], ["甲"], ["乙"], ["丙"]].map(ask), [1, 1, 1, 0, 0, 0]);
  assert.deepEqual([["丁"], ["戊"], ["乙"], ["丙"]].map(ask), [1, 1, 1, 1]);
});

test("a page that asks for nothing takes no turn", () => {
  const { ask } = counting(2);
  assert.deepEqual([["甲"], [], [], [], ["甲"]].map(ask), [1, 0, 0, 0, 0]);
});
