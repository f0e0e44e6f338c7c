/**
 * `npm test` runs every test of the project in order and ends with one line that counts them; `npm run test:unit` those
 * that need no VS Code.
 */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleTests } from "./bundle-tests.ts";
import { runInExtensionHost, runInWorkbench, type Say, type Tally } from "./test-vscode.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, "out");
const GROUPS = join(OUT, "groups");
const BUNDLES = join(OUT, "bundles");
/** Every core has a file to run, and a test that hangs fails instead of holding up the rest. */
const LIMITS = [`--test-concurrency=${availableParallelism()}`, "--test-timeout=240000"];

/** So many files run in one process at most: one limit of time holds for all of them. */
const GROUP = 5;

/**
 * Files that take longest, under `test/`: each has a process of its own and starts before all others, so that no core is
 * left waiting for it at the end.
 */
const LONGEST: readonly string[] = [
  "lsp/bad-input.test.ts",
  "scripts/train.test.ts",
  "core/fix/restore-headlines.test.ts",
  "scripts/accuracy.test.ts",
  "rules/promises.test.ts",
  "core/layout/inserted.test.ts",
  "core/layout/properties.test.ts",
];

const started = performance.now();
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
await mkdir(OUT, { recursive: true });
const unit = process.argv.includes("--unit");
await step("Types", async () => one(await node(["node_modules/typescript/bin/tsc", "--noEmit"])));
await step("Lint and format", async () => one(await node(["node_modules/@biomejs/biome/bin/biome", "check", "."])));
// It waits for VS Code more than it reckons, so it runs beside what follows.
const host = unit ? undefined : aside(runInExtensionHost);
await step("Core, rules, workspace, language server, command line", () =>
  testsOf((path) => !path.startsWith("vscode")),
);
if (host) {
  await step("VS Code: the extension host", host);
  await step("VS Code: the workbench", () =>
    runInWorkbench(() => testsOf((path) => path.startsWith("vscode")), console.log),
  );
}
console.log(`\n${seconds(started)} in all`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);

async function step(title: string, run: () => Promise<Tally>): Promise<void> {
  console.log(`\n── ${title}`);
  const start = performance.now();
  const tally = await run();
  for (const key of ["passed", "failed", "skipped"] as const) total[key] += tally[key];
  console.log(`   ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped; ${seconds(start)}`);
}

/** Begins at once; what is given waits for the end and tells then what there is to tell. */
function aside(run: (say: Say) => Promise<Tally>): () => Promise<Tally> {
  const said: string[] = [];
  const outcome = run((line) => said.push(line)).then(
    (tally) => tally,
    (error: unknown) => {
      said.push(String(error));
      return { passed: 0, failed: 1, skipped: 0 };
    },
  );
  return async () => {
    const tally = await outcome;
    for (const line of said) console.log(line);
    return tally;
  };
}

/** Runs the `*.test.ts` files under `test/` whose path there the filter takes, by Node's own test runner. */
async function testsOf(filter: (path: string) => boolean): Promise<Tally> {
  const paths = (await readdir(join(ROOT, "test"), { recursive: true })).filter(
    // The suite is not for Node: VS Code's extension host runs it.
    (path) => path.endsWith(".test.ts") && !path.includes("suite") && filter(path),
  );
  const record = join(OUT, "tests.tap");
  const reporters = ["spec", "stdout", "tap", record].map(
    (value, index) => `--test-reporter${index % 2 === 0 ? "" : "-destination"}=${value}`,
  );
  const files = await grouped(paths.sort());
  // Failures are told by the lines of the source.
  const runner = ["--enable-source-maps", "--test", ...LIMITS, ...reporters];
  const status = await node([...runner, ...files], { GALLEY_TEST_BUNDLES: BUNDLES });
  const tap = await readFile(record, "utf8");
  const count = (name: string) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(tap)?.[1] ?? 0);
  const failed = count("fail") + count("cancelled");
  // A runner that did not get as far as to count has failed, whatever it ran.
  return { passed: count("pass"), failed: failed || Number(status !== 0), skipped: count("skipped") + count("todo") };
}

/**
 * Bundles that run the tests of a folder in one process, so that each loads source, dictionary and weights once; gives
 * their paths. Tests of a window have a process of their own, as a window that dies takes its process with it.
 */
async function grouped(paths: readonly string[]): Promise<string[]> {
  for (const folder of [GROUPS, BUNDLES]) await rm(folder, { recursive: true, force: true });
  await mkdir(GROUPS, { recursive: true });
  const folders = new Map<string, string[]>();
  for (const path of [...LONGEST.filter((long) => paths.includes(long)), ...paths]) {
    const alone = path.startsWith("vscode") || LONGEST.includes(path);
    const folder = alone ? path.replace(/\.test\.ts$/, "") : dirname(path);
    folders.set(folder, [...new Set([...(folders.get(folder) ?? []), path])]);
  }
  const groups = [...folders].flatMap(([folder, own]) =>
    Array.from({ length: Math.ceil(own.length / GROUP) }, (_, i) => ({
      name: `${folder.replaceAll(/[/\\]/g, "-")}-${i + 1}`,
      paths: own.slice(i * GROUP, (i + 1) * GROUP),
    })),
  );
  const files: Record<string, string> = {};
  for (const [place, { name, paths: own }] of groups.entries()) {
    const file = join(GROUPS, `${name}.test.ts`);
    const imports = own.map((path) => `import ${JSON.stringify(join(ROOT, "test", path))};\n`);
    await writeFile(file, imports.join(""));
    // Node's runner goes by the names.
    files[`${String(place + 1).padStart(3, "0")}-${name}`] = file;
  }
  return bundleTests(files, BUNDLES);
}

function one(status: number): Tally {
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** Runs Node in the project's folder; gives its exit code. */
async function node(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
