/**
 * `npm test` runs every test of the project and ends with one line that counts them; `npm run test:unit` those that need no
 * VS Code. Two lines of work go on side by side, so that no core waits: VS Code, of which only one is open at a time, and the rest.
 */

import { mkdir, readdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageExtension } from "./package.ts";
import { node } from "./run-node.ts";
import { one, type Say, type Tally } from "./tally.ts";
import { bundleGroups } from "./test-groups.ts";
import { runInExtensionHost, runInWorkbench } from "./test-vscode.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** Where other programs have the processor, VS Code loses some menus, so nothing of ours runs beside this file. */
const ALONE = join("vscode", "quick-fix.test.ts");

const started = performance.now();
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
const unit = process.argv.includes("--unit");
await mkdir(join(ROOT, "out"), { recursive: true });
const types = begin((say) => passes(["node_modules/typescript/bin/tsc", "--noEmit"], say));
const lint = begin((say) => passes(["node_modules/@biomejs/biome/bin/biome", "check", "."], say));
// Once, before the files that want them run side by side.
for (const kind of ["universal", "platform"] as const) packageExtension(kind);
const bundles = await bundleGroups(await testFiles());
const inHost = unit ? undefined : begin(runInExtensionHost);
const inWorkbench = inHost && begin((say) => inHost.ended.then(() => windows((path) => path !== ALONE, 1, say)));
const plain = (say: Say) => bundles.run((path) => !path.startsWith("vscode"), availableParallelism(), say);

await step("Types", types.told);
await step("Lint and format", lint.told);
await step("Core, rules, workspace, language server, command line", () => plain(console.log));
if (inHost && inWorkbench) {
  await step("VS Code: the extension host", inHost.told);
  await step("VS Code: the workbench", inWorkbench.told);
  await step("VS Code: the key of quick fixes", () => windows((path) => path === ALONE, 1, console.log));
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

/** Work that goes on beside other work. */
interface Begun {
  readonly ended: Promise<unknown>;
  /** Waits for the end and tells then what there is to tell. */
  told(): Promise<Tally>;
}

function begin(run: (say: Say) => Promise<Tally>): Begun {
  const said: string[] = [];
  const ended = run((line) => said.push(line)).catch((error: unknown) => {
    said.push(String(error));
    return one(false);
  });
  return {
    ended,
    async told() {
      const tally = await ended;
      for (const line of said) console.log(line);
      return tally;
    },
  };
}

function windows(filter: (path: string) => boolean, processes: number, say: Say): Promise<Tally> {
  return runInWorkbench(() => bundles.run((path) => path.startsWith("vscode") && filter(path), processes, say), say);
}

/** Paths under `test/` of what Node runs; the suite is for VS Code's extension host. */
async function testFiles(): Promise<string[]> {
  const paths = await readdir(join(ROOT, "test"), { recursive: true });
  return paths.filter((path) => path.endsWith(".test.ts") && !path.includes("suite")).sort();
}

async function passes(args: readonly string[], say: Say): Promise<Tally> {
  return one((await node(args, say)) === 0);
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
