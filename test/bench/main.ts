/**
 * `npm run bench`: speed and memory of the core, of whole processes beside those of others, and of the server; see
 * docs/performance.md. Built programs and texts of the typesetter's, in one run.
 */

import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../scripts/bundling.ts";
import { judge } from "./bars.ts";
import { CACHE } from "./cache.ts";
import { svgOf } from "./chart.ts";
import type { Figures } from "./figures.ts";
import { HELP, type Options, optionsOf, wants } from "./options.ts";
import { type Circumstances, inWords, withTables } from "./page.ts";
import { measureProcesses } from "./processes.ts";
import { measureServer } from "./server.ts";
import { SIZES } from "./sizes.ts";
import { measureStages } from "./stages.ts";
import { asText } from "./table.ts";
import { chartOf, tablesOf } from "./tables.ts";

const PAGE = join(ROOT, "docs", "performance.md");
const CHART = join(ROOT, "docs", "performance.svg");
/** The last run, so that it can be shown and written without being made again. */
const LAST = join(CACHE, "last-run.json");

/** A run as it is kept. */
interface Kept {
  readonly circumstances: Circumstances;
  /** All sizes, all rows and the many edits were measured. */
  readonly whole: boolean;
  readonly figures: Figures;
}

/** How many seconds of the clock all runs of one process take together, if one run alone does not take longer. */
const SECONDS = 60;
const SECONDS_QUICKLY = 10;

try {
  const options = optionsOf(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else await bench(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function bench(options: Options): Promise<void> {
  const kept = options.again ? await lastRun() : await measured(options);
  const { circumstances, figures, whole } = kept;
  if (options.json) console.log(JSON.stringify(kept, null, 1));
  else console.log([inWords(circumstances), ...tablesOf(figures, !whole).map(asText)].join("\n\n"));
  if (options.write) {
    if (!whole) throw new Error("The last run was not a whole one, --long included: there is nothing to write.");
    await writeFile(PAGE, withTables(await readFile(PAGE, "utf8"), tablesOf(figures), circumstances));
    await writeFile(CHART, svgOf(chartOf(figures)));
  }
  if (options.check && judge(figures).some(({ verdict }) => verdict === "missed")) process.exitCode = 1;
}

async function lastRun(): Promise<Kept> {
  try {
    return JSON.parse(await readFile(LAST, "utf8")) as Kept;
  } catch {
    throw new Error("There is no last run yet.");
  }
}

async function measured(options: Options): Promise<Kept> {
  const { sizes, quick, long, only } = options;
  const folder = await mkdtemp(join(tmpdir(), "galley-bench-"));
  const say = (line: string): void => console.error(line);
  try {
    const page = options.page === undefined ? undefined : await readFile(options.page, "utf8");
    const common = { sizes, quick, folder, page, say };
    const parts: readonly (() => Promise<Figures>)[] = [
      () =>
        measureProcesses({
          ...common,
          most: options.runs,
          seconds: quick ? SECONDS_QUICKLY : SECONDS,
          wants: (name) => wants(options, "process", name),
        }),
      () => measureStages({ ...common, wants: (name) => wants(options, "stages", name) }),
      () => measureServer({ ...common, long, wants: (name) => wants(options, "server", name) }),
    ];
    const everything = page === undefined && only.length === 0 && sizes.length === SIZES.length && long;
    let kept: Kept = { circumstances: circumstances(), whole: false, figures: {} };
    for (const [place, part] of parts.entries()) {
      const figures = { ...kept.figures, ...(await part()) };
      kept = { ...kept, figures, whole: everything && place === parts.length - 1 };
      // After each part, so that who breaks off a run of half an hour has what it found until then.
      if (Object.keys(figures).length > 0) await keep(kept);
    }
    if (Object.keys(kept.figures).length === 0) throw new Error("There is nothing of that name and size to measure.");
    return kept;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keep(kept: Kept): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  await writeFile(LAST, JSON.stringify(kept));
}

function circumstances(): Circumstances {
  return {
    cores: availableParallelism(),
    memory: totalmem(),
    node: process.versions.node,
    day: new Date().toISOString().slice(0, 10),
  };
}
