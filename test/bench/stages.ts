/** The stages of the core, in one process that is warm: layout, articles, rules, fix, outline, names. */

import { execFile } from "node:child_process";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { COMMON, ROOT } from "../../scripts/bundling.ts";
import { CACHE } from "./cache.ts";
import { type Figures, keyOf, type Outcome } from "./figures.ts";
import type { StagesTask, StageTimes } from "./programs/stages.ts";
import type { SizeName } from "./sizes.ts";
import { spreadOf } from "./spread.ts";

export const STAGES = ["layout", "articles", "rules", "analysis", "fix", "outline", "entities"];

/** Sizes, with how many texts of each; names are asked for on pages and chapters, which is what people hover over. */
const TEXTS: Partial<Record<SizeName, number>> = { page: 40, "100 KB": 15, "1 MB": 5, "10 MB": 1 };
export const STAGE_SIZES = Object.keys(TEXTS) as SizeName[];
const WITH_ENTITIES: readonly SizeName[] = ["page", "100 KB"];

/** Seconds after which a size is given up. */
const LIMIT = 300;

export interface StagesOptions {
  readonly sizes: readonly SizeName[];
  /** Fewer texts, a shorter warm-up. */
  readonly quick: boolean;
  readonly folder: string;
  readonly page?: string | undefined;
  wants(name: string): boolean;
  say(line: string): void;
}

/** Measures the stages that are asked for; a stage is run after those it builds upon in any case. */
export async function measureStages(options: StagesOptions): Promise<Figures> {
  const { sizes, quick, folder, page, wants, say } = options;
  const wanted = STAGES.filter(wants);
  if (wanted.length === 0) return {};
  const program = await bundled();
  const figures: Record<string, Outcome> = {};
  for (const size of STAGE_SIZES.filter((one) => sizes.includes(one))) {
    say(`${size}, in one process: ${wanted.join(", ")}`);
    const own = size === "page" && page !== undefined ? join(folder, "own-page.txt") : undefined;
    if (own) await writeFile(own, page ?? "");
    const times = await run(program, {
      size,
      texts: Math.ceil((TEXTS[size] ?? 1) / (quick ? 2 : 1)),
      seconds: quick ? 10 : 40,
      warmUp: quick ? 2 : 5,
      entities: wanted.includes("entities") && WITH_ENTITIES.includes(size),
      ...(own ? { path: own } : {}),
    });
    for (const stage of wanted) {
      const outcome = outcomeOf(times, stage);
      if (outcome) figures[keyOf("stages", stage, size, "ms")] = outcome;
    }
  }
  return figures;
}

function outcomeOf(times: StageTimes | Exclude<Outcome, { median: number }>, stage: string): Outcome | undefined {
  if ("over" in times || "missing" in times) return times as Outcome;
  const own = (times as StageTimes)[stage];
  return own && spreadOf(own);
}

/** The program with the data that the shipped programs have beside them; nodejieba is found further up. */
async function bundled(): Promise<string> {
  const outfile = join(CACHE, "stages.cjs");
  await mkdir(CACHE, { recursive: true });
  await cp(join(ROOT, "dist", "data"), join(CACHE, "data"), { recursive: true });
  await build({
    ...COMMON,
    entryPoints: ["test/bench/programs/stages.ts"],
    outfile,
    external: ["nodejieba"],
    legalComments: "none",
  });
  return outfile;
}

async function run(program: string, task: StagesTask): Promise<StageTimes | Exclude<Outcome, { median: number }>> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(task)], {
      timeout: LIMIT * 1000,
      killSignal: "SIGKILL",
      maxBuffer: 1 << 24,
    });
    return JSON.parse(stdout) as StageTimes;
  } catch (error) {
    if ((error as { killed?: boolean }).killed) return { over: LIMIT };
    console.error((error as Error).message);
    return { missing: "failed" };
  }
}
