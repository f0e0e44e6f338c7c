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
    const ends = [...SVG.matchAll(/<path class="[^"]*" d="M190 \d+ H([\d.]+)/g)].map(([, end]) => Number(end));
    // From 0.1 to 10, whose ticks are the first and the last.
    const ticks = [...SVG.matchAll(/<line class="grid" x1="([\d.]+)"/g)].map(([, x]) => Number(x));
    assert.deepEqual(ticks, [190, 410, 630]);
    assert.deepEqual(ends, [191, 630]);
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
