/**
 * `npm run fuzz` looks for pages that break a promise until it is stopped (Ctrl+C) or `--minutes` are over. Each that it finds is
 * made short and written to `test/fuzz/found/`, where it is a test from then on.
 */

import { createHash } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brokenBySeed, shrunk } from "../test/fuzz/find.ts";

/** Pages written for each promise. */
const PAGES_EACH = 4;
const FOUND = fileURLToPath(new URL("../test/fuzz/found/", import.meta.url));

const { values } = parseArgs({
  options: {
    minutes: { type: "string" },
    /** The first seed; each case has the next one. */
    seed: { type: "string" },
    /** Stops when so many have been found. */
    most: { type: "string", default: "50" },
    /** Where to write them. */
    to: { type: "string", default: FOUND },
  },
});

const from = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const until = performance.now() + Number(values.minutes ?? Number.POSITIVE_INFINITY) * 60_000;
const counts = new Map<string, number>();
let stopped = false;
process.once("SIGINT", () => {
  stopped = true;
});

const started = performance.now();
let told = started;
let cases = 0;
console.log(`From seed ${from}. Ctrl+C stops it.`);
const known = new Set(await readdir(values.to));
while (!stopped && performance.now() < until && total() < Number(values.most)) {
  for (const broken of brokenBySeed(from + cases)) {
    const kind = `${broken.promise} (numberSpacing: ${broken.settings.numberSpacing})`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    // The fifth page that breaks a promise seldom tells what the first four do not.
    if ((counts.get(kind) ?? 0) > PAGES_EACH) continue;
    const least = shrunk(broken);
    const name = `${createHash("sha256")
      .update(least.promise + least.page)
      .digest("hex")
      .slice(0, 12)}.json`;
    if (known.has(name)) continue;
    known.add(name);
    const { promise, page, settings } = least;
    await writeFile(
      join(values.to, name),
      `${JSON.stringify({ promise, page, settings, seed: from + cases }, undefined, 2)}\n`,
    );
    console.log(
      `\nSeed ${from + cases}: ${least.promise}\n  ${JSON.stringify(least.page)}\n  ${least.says.split("\n").slice(0, 12).join("\n  ")}`,
    );
  }
  cases += 1;
  if (performance.now() - told > 30_000) {
    told = performance.now();
    say();
    // Others have their turn: Ctrl+C, above all.
    await new Promise(setImmediate);
  }
  if (cases % 200 === 0) await new Promise(setImmediate);
}
say();
process.exitCode = total() > 0 ? 1 : 0;

function total(): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function say(): void {
  const seconds = (performance.now() - started) / 1000;
  console.log(`${cases} cases in ${Math.round(seconds)} s, ${total()} broke a promise`);
  for (const [kind, count] of counts) console.log(`  ${count} × ${kind}`);
}
