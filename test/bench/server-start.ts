/**
 * Measures the built server: milliseconds from the start of its process to the first diagnostics, its memory until
 * then, and how long an edit of the page takes to be answered.
 *
 *     npm run bench -- [PAGE.txt] [--check]
 *
 * Without a page it sets one of its own of 17 KB. With `--check` it fails where a figure is over its limit.
 */

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { COMMON } from "../../scripts/bundling.ts";
import { type ServerProcess, spawnServer } from "../support/lsp-client.ts";
import { randomFrom, randomPage } from "../support/typesetter/index.ts";
import { report } from "./report.ts";

/** What the project promises for a page of 17 KB. */
const LIMITS = { "start to first diagnostics, ms": 700, "memory until then, MiB": 140, "edit answered, ms": 40 };

const STARTS = 7;
const EDITS = 60;
const URI = "file:///page.txt";

const args = process.argv.slice(2);
const path = args.find((arg) => !arg.startsWith("--"));
const page = path ? await readFile(path, "utf8") : ownPage(17_000);
const folder = await mkdtemp(join(tmpdir(), "galley-bench-"));
try {
  const figures = await measure(await bundle(folder));
  console.log(`page of ${Buffer.byteLength(page)} bytes, ${page.split("\n").length} lines; medians`);
  report(figures, LIMITS, args.includes("--check"));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The server as it is shipped, in a folder of its own. */
async function bundle(outdir: string): Promise<string> {
  const outfile = join(outdir, "server.cjs");
  await build({ ...COMMON, entryPoints: ["server/main.ts"], outfile });
  return outfile;
}

async function measure(program: string): Promise<Record<keyof typeof LIMITS, number>> {
  const starts: number[] = [];
  const memory: number[] = [];
  let edits: number[] = [];
  for (let i = 0; i < STARTS; i += 1) {
    const begun = performance.now();
    const server = await spawnServer({}, [program]);
    await server.open(URI, page);
    await server.diagnostics(URI);
    starts.push(performance.now() - begun);
    memory.push(await residentMiB(server.process.pid ?? 0));
    if (i === STARTS - 1) edits = await timeEdits(server);
    await server.stop();
  }
  return {
    "start to first diagnostics, ms": median(starts),
    "memory until then, MiB": median(memory),
    "edit answered, ms": median(edits),
  };
}

/** Types a character here and takes one out there, as somebody who corrects does; asks for diagnostics each time. */
async function timeEdits(server: ServerProcess): Promise<number[]> {
  const random = randomFrom(1);
  const times: number[] = [];
  for (let i = 0; i < EDITS; i += 1) {
    const document = server.document(URI);
    const start = document.positionAt(random.int(0, document.getText().length));
    const end = i % 2 === 0 ? start : { line: start.line, character: start.character + 1 };
    const begun = performance.now();
    await server.edit(URI, { range: { start, end }, newText: i % 2 === 0 ? "新" : "" });
    await server.diagnostics(URI);
    times.push(performance.now() - begun);
  }
  return times.slice(EDITS / 6);
}

/** The most memory the process has held so far where the system says so, else what it holds now. */
async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /VmHWM:\s*(\d+)/.exec(status)?.[1];
  return kilobytes ? Number(kilobytes) / 1024 : Number.NaN;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** A typeset page with all its faults, of at least that many bytes. */
function ownPage(bytes: number): string {
  let text = "";
  for (let articles = 3; Buffer.byteLength(text) < bytes; articles += 1) {
    ({ text } = randomPage(1, { dialect: "seed", articles: [articles, articles] }));
  }
  return text;
}
