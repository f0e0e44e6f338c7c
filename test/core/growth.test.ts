/** What a page costs grows as the page does, whatever stands on it: no text hangs, and no message is as long as the page. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../server/core/analyze.ts";
import { fixText } from "../../server/core/fix/whole-page.ts";
import { outlineOf } from "../../server/core/outline.ts";
import { DEFAULT_SETTINGS } from "../../server/core/page/settings.ts";
import { ATTACKS, type Attack } from "../support/attacks.ts";

/** CPU time in ms. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("a line that opens as one pattern and ends as none", () => {
  const PAGE = 400;
  for (const [name, line] of [
    ["four-character words", (n: number) => `${Array.from({ length: n }, () => "富强民主").join(" ")}。`],
    [
      "byte order marks",
      (n: number) => `今年 云溪县${"\ufeff".repeat(n + 4)}投资，修路${"\ufeff".repeat(n + 4)}通桥。`,
    ],
    ["blanks in a jump note", (n: number) => `（上接${" ".repeat(60 * n)}版`],
  ] as const)
    test(`takes no time: ${name}`, () => {
      const page = (n: number): string => `${line(n)}\n`;
      analyze(page(1));
      // What doubles with each word, or goes with the cube of blanks, would take some seconds.
      assert.ok(cost(() => analyze(page(23))) < PAGE);
    });
});

describe("messages", () => {
  test("quote long runs by their ends, so that all of them together are not much longer than the page", () => {
    for (const run of ["二○", "⼀⼈", "１２", "O1"]) {
      const text = `${run.repeat(3000)}年。\n`;
      for (const { message, fix } of analyze(text).findings)
        assert.ok(message.zh.length + message.en.length + (fix?.title.zh.length ?? 0) < 500, message.zh);
    }
  });
});

/** The smaller size of each attack; the larger one is four times as much, and may take no longer than so many times: sixteen is the square. */
const SIZES: Readonly<Record<Attack["unit"], number>> = { characters: 2000, lines: 100 };
const GROWTH = 9;
/** What takes no longer than this, in ms, may have been held up by anything. */
const NOTHING = 80;
/** Compiling and collecting fall where they will: what grows too fast does so at each of these times the size. */
const TRIES = [1, 2, 4];

describe("a text that is no newspaper's costs four times as much where it is four times as long", () => {
  const read = (text: string): void => {
    const analysis = analyze(text);
    outlineOf(analysis);
    fixText(text, DEFAULT_SETTINGS);
  };
  for (const attack of ATTACKS)
    test(`${attack.name} (${attack.unit})`, () => {
      const said: string[] = [];
      for (const times of TRIES) {
        const texts = [1, 4].map((more) => attack.text(more * times * SIZES[attack.unit]));
        const [before = 0, after = 0] = texts.map((text) => cost(() => read(text)));
        if (after < NOTHING || after < GROWTH * before) return;
        said.push(`${Math.round(before)} ms, then ${Math.round(after)} ms`);
      }
      assert.fail(said.join("; "));
    });
});
