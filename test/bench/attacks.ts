/**
 * `npm run bench:attacks`: time and memory of every command and request on texts that are no newspaper's, against their size; see
 * docs/reliability.md. `-- NAME` measures the attacks whose name holds NAME, or those of one line (`characters`) or many (`lines`), `-- --quick` a tenth of the sizes and all in one
 * process, `-- --write` writes the table.
 */

import { spawn } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { COMMON, ROOT } from "../../scripts/bundling.ts";
import { ATTACKS, type Attack } from "../support/attacks.ts";
import { CACHE } from "./cache.ts";
import type { Attacked, AttackTask } from "./programs/attack.ts";
import { asMarkdown, asText, short, type Table } from "./table.ts";

const PAGE = join(ROOT, "docs", "reliability.md");
const FROM = "<!-- generated: attacks -->";
const TO = "<!-- /generated: attacks -->";

/** Sizes of one line in characters, and of many in lines: each twice the one before it. */
const SIZES = { characters: [50_000, 100_000, 200_000], lines: [6_250, 12_500, 25_000] };

/** An attack is given up after so many seconds, and where it takes more memory than this, in MB. */
const LIMIT = 900;
const MEMORY = 4_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
});
const chosen = ATTACKS.flatMap(({ name, unit }, number) =>
  positionals.length === 0 || positionals.some((given) => given === unit || name.includes(given))
    ? [{ number, sizes: SIZES[unit].map((size) => size / (values.quick ? 10 : 1)) }]
    : [],
);
const program = await bundled();
const rows: string[][] = [];
for (const task of values.quick ? [chosen] : chosen.map((one) => [one])) {
  const done = await run(task);
  for (const { number } of task)
    rows.push(
      rowOf(
        ATTACKS[number] as Attack,
        done.filter((one) => one.number === number),
      ),
    );
}
const table: Table = {
  title: "Time against size",
  head: ["one line of …, many …", "characters", "CPU s", "growth", "slowest", "its CPU s", "MB"],
  rows,
};
console.log(asText(table));
if (values.write) {
  const current = await readFile(PAGE, "utf8");
  const [start, end] = [current.indexOf(FROM), current.indexOf(TO)];
  if (start < 0 || end < start) throw new Error(`docs/reliability.md has no part between ${FROM} and ${TO}.`);
  const part = asMarkdown(table);
  await writeFile(PAGE, `${current.slice(0, start + FROM.length)}\n${part}\n${current.slice(end)}`);
}

/** The largest size: all its commands and requests together, by which power of the size they grow, and the slowest of them. */
function rowOf({ name, unit, text }: Attack, sizes: readonly Attacked[]): string[] {
  const last = sizes.at(-1);
  const first = sizes[0];
  if (!last || !first) return [name, "–", "failed", "–", "–", "–", "–"];
  const [slowest = "–", seconds = 0] = Object.entries(last.seconds).sort(([, a], [, b]) => b - a)[0] ?? [];
  const growth = Math.log(sumOf(last) / sumOf(first)) / Math.log(last.size / first.size);
  return [
    unit === "lines" ? `${name}, ${last.size} lines` : name,
    String(text(last.size).length),
    short(sumOf(last)),
    Number.isFinite(growth) ? growth.toFixed(2) : "–",
    slowest,
    short(seconds),
    // Of several attacks in one process it would be the worst one's.
    values.quick ? "–" : String(Math.round(last.peak / 1e6)),
  ];
}

function sumOf({ seconds }: Attacked): number {
  return Object.values(seconds).reduce((sum, own) => sum + own, 0);
}

/** What the sizes took that were done in time. */
async function run(task: AttackTask): Promise<Attacked[]> {
  const child = spawn(process.execPath, [`--max-old-space-size=${MEMORY}`, program, JSON.stringify(task)], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), LIMIT * task.length * 1000);
  const done: Attacked[] = [];
  for await (const line of createInterface(child.stdout)) {
    const one = JSON.parse(line) as Attacked;
    console.error(`${ATTACKS[one.number]?.name}, ${one.size}: ${short(sumOf(one))} s`);
    done.push(one);
  }
  clearTimeout(timer);
  return done;
}

/** The program with the data that the shipped programs have beside them; nodejieba is found further up. */
async function bundled(): Promise<string> {
  const outfile = join(CACHE, "attack.cjs");
  await mkdir(CACHE, { recursive: true });
  await cp(join(ROOT, "dist", "data"), join(CACHE, "data"), { recursive: true });
  await build({
    ...COMMON,
    entryPoints: ["test/bench/programs/attack.ts"],
    outfile,
    external: ["nodejieba"],
    legalComments: "none",
  });
  return outfile;
}
