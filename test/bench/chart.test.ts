import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { svgOf } from "./chart.ts";

const SVG = svgOf({
  title: "Seconds",
  description: "Shorter is faster.",
  unit: "s",
  groups: [
    {
      title: "1 MB",
      bars: [
        { name: "ours", value: 0.1, label: "0.10 s", ours: true },
        { name: "A & B <1>", value: 10, label: "over 10 s", open: true },
        { name: "gone", value: undefined, label: "not installed" },
      ],
    },
  ],
});

describe("a chart", () => {
  test("is one element with a title and a description, and balanced", () => {
    assert.match(SVG, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img"/);
    assert.match(SVG, /<title id="title">Seconds<\/title>\n {2}<desc id="description">Shorter is faster\.<\/desc>/);
    for (const name of ["svg", "g", "text", "title", "style"]) {
      const count = (pattern: string): number => SVG.match(new RegExp(pattern, "g"))?.length ?? 0;
      assert.equal(count(`<${name}[ >]`), count(`</${name}>`), name);
    }
  });

  test("sets bars by their logarithm: a hundred times as much is two steps further", () => {
    const numbers = (pattern: RegExp): number[] => [...SVG.matchAll(pattern)].map(([, x]) => Number(x));
    const [ours, another] = numbers(/<path class="[^"]*" d="M190 \d+ H([\d.]+)/g);
    // The bars are 0.1 and 10 long, and there is a line at each power of ten between them.
    const ticks = numbers(/<line class="grid" x1="([\d.]+)"/g);
    assert.deepEqual([ticks[0], ticks[2], ticks.length], [ours, another, 3]);
    assert.ok(Math.abs((ticks[0] ?? 0) + (ticks[2] ?? 0) - 2 * (ticks[1] ?? 0)) < 0.2, ticks.join());
  });

  test("says each bar in words, with its name, and marks ours", () => {
    assert.ok(SVG.includes("<title>ours: 0.10 s</title>"));
    assert.equal(SVG.match(/class="bar ours"/g)?.length, 1);
  });

  test("has nothing in it that would end an element", () => {
    assert.ok(SVG.includes("A &#38; B &#60;1&#62;"));
    assert.ok(!SVG.includes("A & B"));
  });

  test("gives what has no figure a label and no bar", () => {
    assert.ok(SVG.includes("<title>gone: not installed</title>"));
    assert.equal(SVG.match(/<path/g)?.length, 2);
  });

  test("suits a dark page, too", () => {
    assert.ok(SVG.includes("prefers-color-scheme: dark"));
  });
});
