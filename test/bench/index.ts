/**
 * Measures the index of the workspace: seconds to read a thousand typeset pages, to open them again, and how long edits
 * of an open page take to be answered meanwhile.
 *
 *     npm run bench:index -- [COUNT] [--check]
 *
 * With `--check` it fails where a figure is over its limit.
 */

import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { COMMON, ROOT } from "../../scripts/bundling.ts";
import { FULL, type ServerProcess, spawnServer } from "../support/lsp-client.ts";
import { randomFrom, randomPage } from "../support/typesetter/index.ts";
import { report } from "./report.ts";

/** What the project promises, for a thousand pages on two cores. */
const LIMITS = { "pages indexed, s": 60, "opened again, s": 10, "slowest edit in twenty, ms": 50 };

const args = process.argv.slice(2);
const count = Number(args.find((arg) => !arg.startsWith("--")) ?? 1000);
const folder = await mkdtemp(join(tmpdir(), "galley-bench-"));
try {
  const program = await bundle(join(folder, "dist"));
  await symlink(join(ROOT, "node_modules"), join(folder, "dist", "node_modules"), "dir");
  const bytes = await writePages(join(folder, "seeds"));
  const first = await index(program);
  const again = await index(program);
  const figures = {
    "pages indexed, s": first.seconds,
    "opened again, s": again.seconds,
    "slowest edit in twenty, ms": first.edit,
  };
  const { size } = await stat(join(folder, "storage", "index.json"));
  console.log(`${count} pages of ${Math.round(bytes / count)} bytes; index of ${(size / 1e6).toFixed(1)} MB`);
  report(figures, LIMITS, args.includes("--check"));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The server and its worker as they are shipped. */
async function bundle(outdir: string): Promise<string> {
  await build({
    ...COMMON,
    entryPoints: { server: "server/main.ts", worker: "server/worker.ts" },
    outdir,
    outExtension: { ".js": ".cjs" },
    external: ["nodejieba"],
  });
  return join(outdir, "server.cjs");
}

async function writePages(into: string): Promise<number> {
  await mkdir(into);
  let bytes = 0;
  for (let i = 0; i < count; i += 1) {
    const { text } = randomPage(i);
    bytes += Buffer.byteLength(text);
    await writeFile(join(into, `${i}.txt`), text);
  }
  return bytes;
}

/** Opens the workspace with one page and edits that until the index is there. */
async function index(program: string): Promise<{ seconds: number; edit: number }> {
  const root = pathToFileURL(folder).href;
  const options = { index: { pages: ["**/seeds/**/*.txt"], storage: join(folder, "storage") } };
  const capabilities = { ...FULL, window: { workDoneProgress: true } };
  const server = await spawnServer({ capabilities, options, folders: [root] }, [program]);
  const begun = performance.now();
  let ended = 0;
  server.connection.onRequest("window/workDoneProgress/create", () => null);
  server.connection.onNotification("$/progress", ({ value }: { value: { kind: string } }) => {
    if (value.kind === "end") ended = performance.now();
  });
  const uri = `${root}/seeds/0.txt`;
  await server.open(uri, randomPage(0).text);
  const edits: number[] = [];
  const random = randomFrom(1);
  while (ended === 0) edits.push(await timeEdit(server, uri, random.int(0, 400)));
  await server.stop();
  edits.sort((a, b) => a - b);
  return { seconds: (ended - begun) / 1000, edit: edits[Math.floor(edits.length * 0.95)] ?? Number.NaN };
}

/** How long an edit's diagnostics take to come. */
async function timeEdit(server: ServerProcess, uri: string, at: number): Promise<number> {
  const start = server.document(uri).positionAt(at);
  const begun = performance.now();
  await server.edit(uri, { range: { start, end: start }, newText: "新" });
  await server.diagnostics(uri);
  return performance.now() - begun;
}
