/** Files of the house that are written to do harm: they are told to be faulty, at once, and change nothing but what they say. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { appendEntries } from "../../../server/core/house/append.ts";
import { parseLexicon } from "../../../server/core/house/parse.ts";

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join("");

/** Files of a size, by what they are made of. */
const BOMBS: Readonly<Record<string, (size: number) => string>> = {
  "keys, each another": (size) => lines(size, (i) => `k${i}: 1\n`),
  "keys of one item": (size) => `entities:\n  - name: 苏禾田\n${lines(size, (i) => `    k${i}: 1\n`)}`,
  "keys, all the same": (size) => lines(size, () => "k: 1\n"),
  "brackets within brackets": (size) => `entities: ${"[".repeat(size)}`,
  "braces within braces": (size) => `entities: ${"{a: ".repeat(size)}`,
  "lists within lists": (size) => `entities:\n ${"- ".repeat(size)}x`,
  anchors: (size) => `entities:\n${lines(size, (i) => ` - &a${i} x\n`)}`,
  "aliases of one": (size) => `entities:\n - &a {name: 苏禾田, kind: person}\n${" - *a\n".repeat(size)}`,
  "aliases of nothing": (size) => `entities:\n${lines(size, (i) => ` - *a${i}\n`)}`,
  "aliases of aliases": (size) => lines(size, (i) => `a${i}: &a${i} [${i === 0 ? "x" : `*a${i - 1}, *a${i - 1}`}]\n`),
  backslashes: (size) => `entities: "${"\\".repeat(size)}`,
};

function time(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("a lexicon that is made to explode", () => {
  for (const [name, bomb] of Object.entries(BOMBS))
    test(`${name}: is told to be faulty, in time that grows with its size`, () => {
      const [small, large] = [bomb(4000), bomb(16_000)];
      assert.ok(parseLexicon(small).faults.length > 0);
      const [before, after] = [time(() => parseLexicon(small)), time(() => parseLexicon(large))];
      // Four times the text; what grows with the square takes sixteen times as long.
      assert.ok(after < 100 + 8 * before, `${before} ms, ${after} ms`);
    });
});

describe("a lexicon that is made to reach further", () => {
  test("is words and no more, whatever they are called", () => {
    const { entries, faults } = parseLexicon(
      `__proto__: {kind: person}\nconstructor: {prototype: {kind: person}}\nentities:
  - {name: __proto__, kind: person, aliases: [constructor, toString]}
  - {name: 甲乙, kind: constructor}
  - {name: 丙丁, __proto__: {kind: person}}
  - {<<: {name: 戊己, kind: person}}
  - !!js/function {name: 庚辛, kind: person}\n`,
    );
    assert.deepEqual(
      entries.map(({ name, aliases }) => [name, ...aliases]),
      [["__proto__", "constructor", "toString"], ["庚辛"]],
    );
    assert.ok(faults.length >= 5);
    assert.equal(({} as { kind?: string }).kind, undefined);
  });

  test("that says a thing twice is told so and not added to, in YAML and in JSON", () => {
    const entry = { name: "苏禾田", type: "PER", aliases: [] } as const;
    for (const text of [
      "entities:\n  - name: 甲乙\n    kind: person\n    kind: place\n",
      '{"entities": [], "entities": []}\n',
    ]) {
      assert.match(parseLexicon(text).faults[0]?.message.en ?? "", /twice/);
      assert.equal(appendEntries(text, [entry], text.startsWith("{") ? "json" : "yaml"), undefined);
    }
  });
});
