/** What is remembered of the texts of earlier pages keeps nothing else of these pages. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { RememberedNames, RememberedNumbers } from "../../../server/core/names/remembered.ts";
import { realSegmenter, region } from "../../support/mentions.ts";
import { shippedWeights } from "../../support/shipped.ts";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

test("names and numbers of a text that is remembered do not keep the version of the page that it stood on", () => {
  const names = new RememberedNames({ segmenter: realSegmenter(), gazetteer: region(), weights: shippedWeights() });
  const numbers = new RememberedNumbers("whole");
  const heap = (): number => {
    gc();
    return process.memoryUsage().heapUsed;
  };
  const page = (n: number): string =>
    `${"云溪县今年新建水库三座。".repeat(20_000)}第${n}座水库在青川市的北边今年动工。`;
  const read = (n: number): void => {
    const text = page(n);
    const block = text.slice(text.lastIndexOf("。第") + 1);
    names.of(block);
    numbers.of(block, { basis: "none" });
  };
  read(0);
  const before = heap();
  for (let n = 1; n <= 25; n += 1) read(n);
  const grown = heap() - before;
  assert.ok(grown < 25 * page(0).length * 0.2, `${Math.round(grown / 1e3)} kB after 25 versions`);
});
