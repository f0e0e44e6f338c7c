/** Runs test files by Node's own runner: bundled, several in a process, what takes longest first. */

import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleTests } from "./bundle-tests.ts";
import { node } from "./run-node.ts";
import type { Say, Tally } from "./tally.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, "out");
const GROUPS = join(OUT, "groups");
const BUNDLES = join(OUT, "bundles");

/**
 * V8 compiles a function once more when it has run so many bytes of code, 144 KB as it comes. A test runs for seconds, and much
 * of that went into compiling the same functions again and again: this is a sixth less of the processor.
 */
const COMPILE_LATER = "--interrupt-budget=600000";
/** A test that hangs fails instead of holding up the rest; one that has to share its core with many others does not. */
const LIMIT = "--test-timeout=600000";

/** So many files run in one process at most: one limit of time holds for all of them. */
const GROUP = 8;

/**
 * Files that take longest, under `test/`: each has a process of its own and starts before all others, so that no core is
 * left waiting for it at the end.
 */
const LONGEST: readonly string[] = [
  "fuzz/promises.test.ts",
  "scripts/train.test.ts",
  "core/layout/properties.test.ts",
  "core/sheets.test.ts",
  "rules/promises.test.ts",
  "scripts/accuracy.test.ts",
  "cli/jobs.test.ts",
  "core/fix/restore-headlines.test.ts",
  "core/numbers/properties.test.ts",
  "core/layout/interleaved.test.ts",
  "core/layout/inserted.test.ts",
];

/** Bundles whose tests are run together. */
export interface Bundles {
  /** Runs those of these bundles whose files the filter takes, so many processes at a time. */
  run(filter: (path: string) => boolean, processes: number, say: Say): Promise<Tally>;
}

/**
 * Bundles that run the tests of a folder in one process, so that each loads source, dictionary and weights once. Tests of a
 * window have a process of their own, as a window that dies takes its process with it. Paths are those under `test/`.
 */
export async function bundleGroups(paths: readonly string[]): Promise<Bundles> {
  for (const folder of [GROUPS, BUNDLES]) await rm(folder, { recursive: true, force: true });
  await mkdir(GROUPS, { recursive: true });
  const groups = groupsOf(paths);
  const files: Record<string, string> = {};
  for (const { name, paths: own } of groups) {
    const file = join(GROUPS, `${name}.test.ts`);
    const imports = own.map((path) => `import ${JSON.stringify(join(ROOT, "test", path))};\n`);
    await writeFile(file, imports.join(""));
    files[name] = file;
  }
  const bundles = await bundleTests(files, BUNDLES);
  return {
    run: (filter, processes, say) =>
      run(
        bundles.filter((_, i) => groups[i]?.paths.some(filter)),
        processes,
        say,
      ),
  };
}

interface Group {
  /** Node's runner goes by the names, so a number comes first. */
  readonly name: string;
  readonly paths: readonly string[];
}

function groupsOf(paths: readonly string[]): Group[] {
  const folders = new Map<string, string[]>();
  for (const path of [...LONGEST.filter((long) => paths.includes(long)), ...paths]) {
    const alone = path.startsWith("vscode") || LONGEST.includes(path);
    const folder = alone ? path.replace(/\.test\.ts$/, "") : dirname(path);
    folders.set(folder, [...new Set([...(folders.get(folder) ?? []), path])]);
  }
  return [...folders]
    .flatMap(([folder, own]) =>
      Array.from({ length: Math.ceil(own.length / GROUP) }, (_, i) => ({
        name: `${folder.replaceAll(/[/\\]/g, "-")}-${i + 1}`,
        paths: own.slice(i * GROUP, (i + 1) * GROUP),
      })),
    )
    .map(({ name, paths }, place) => ({ name: `${String(place + 1).padStart(3, "0")}-${name}`, paths }));
}

async function run(bundles: readonly string[], processes: number, say: Say): Promise<Tally> {
  const record = join(await mkdtemp(join(OUT, "run-")), "tests.tap");
  const reporters = ["spec", "stdout", "tap", record].map(
    (value, index) => `--test-reporter${index % 2 === 0 ? "" : "-destination"}=${value}`,
  );
  // Failures are told by the lines of the source.
  const runner = ["--enable-source-maps", COMPILE_LATER, "--test", `--test-concurrency=${processes}`, LIMIT];
  const status = await node([...runner, ...reporters, ...bundles], say, { GALLEY_TEST_BUILT: "1" });
  const tap = await readFile(record, "utf8");
  await rm(dirname(record), { recursive: true, force: true });
  const count = (name: string) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(tap)?.[1] ?? 0);
  const failed = count("fail") + count("cancelled");
  // A runner that did not get as far as to count has failed, whatever it ran.
  return { passed: count("pass"), failed: failed || Number(status !== 0), skipped: count("skipped") + count("todo") };
}
