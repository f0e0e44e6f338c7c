/**
 * `npm run coverage [-- TEST…]`: runs test files and tells, room by room, how much of the code they ran, and which functions and
 * lines they did not. V8 counts; what is counted are characters of the code as it runs, without its types.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { roomOf } from "./rooms.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const BASE = pathToFileURL(`${ROOT}/`).href;

/** What V8 writes of a process (NODE_V8_COVERAGE): offsets are into the code as it runs. */
interface Counted {
  readonly result: readonly { readonly url: string; readonly functions: readonly CountedFunction[] }[];
  readonly "source-map-cache"?: Readonly<Record<string, CodeMap>>;
}

interface CountedFunction {
  readonly functionName: string;
  /** The first is the function's own, the others lie within it. */
  readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
}

interface CodeMap {
  readonly lineLengths: readonly number[];
  readonly data: SourceMapPayload | null;
}

/** A file as all processes together ran it. */
interface Covered {
  /** For each character whether it was run. */
  readonly ran: Uint8Array;
  /** Names of functions by where they begin, as long as nobody has called them. */
  readonly uncalled: Map<number, string>;
  readonly map: CodeMap | undefined;
}

const folder = mkdtempSync(join(tmpdir(), "galley-coverage-"));
try {
  const given = process.argv.slice(2);
  const tests = given.length > 0 ? given : testsOf(["core", "rules", "workspace", "host", "lsp", "cli", "client"]);
  const { status } = spawnSync(process.execPath, ["--import", "./scripts/source.mjs", "--test", ...tests], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_V8_COVERAGE: folder },
  });
  process.stdout.write(report(readAll(folder)));
  if (status !== 0) process.stdout.write("\nSome tests failed, so less was run than they run.\n");
} finally {
  rmSync(folder, { recursive: true });
}

function testsOf(rooms: readonly string[]): string[] {
  return rooms.flatMap((room) =>
    readdirSync(join(ROOT, "test", room), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => join("test", room, file)),
  );
}

/** The files of server and client that ran, by their paths. */
function readAll(from: string): Map<string, Covered> {
  const files = new Map<string, Covered>();
  for (const name of readdirSync(from)) {
    const { result, "source-map-cache": maps = {} }: Counted = JSON.parse(readFileSync(join(from, name), "utf8"));
    for (const { url, functions } of result) {
      const path = url.replace(/\?.*$/, "").slice(BASE.length);
      if (url.startsWith(BASE) && /^(?:server|client)\/.*\.ts$/.test(path)) add(files, path, functions, maps[url]);
    }
  }
  return files;
}

function add(
  files: Map<string, Covered>,
  path: string,
  functions: readonly CountedFunction[],
  map: CodeMap | undefined,
): void {
  const length = functions[0]?.ranges[0]?.endOffset ?? 0;
  const now = new Uint8Array(length);
  // What lies within another range comes after it, and has the last word.
  const ranges = functions.flatMap((one) => one.ranges);
  ranges.sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  for (const { startOffset, endOffset, count } of ranges) now.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  const before = files.get(path);
  if (before) for (const [i, ran] of before.ran.entries()) now[i] = (now[i] ?? 0) | ran;
  const uncalled = new Map<number, string>();
  for (const { functionName, ranges: own } of functions) {
    const [whole] = own;
    const isNew = !before || (whole && before.uncalled.has(whole.startOffset));
    if (whole && whole.count === 0 && functionName !== "" && isNew) uncalled.set(whole.startOffset, functionName);
  }
  files.set(path, { ran: now, uncalled, map: map ?? before?.map });
}

function report(files: ReadonlyMap<string, Covered>): string {
  const rooms = new Map<string, { all: number; ran: number }>();
  const lines: string[] = [];
  for (const [path, covered] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const places = placesOf(covered.map);
    const end = Math.min(covered.ran.length, places.end);
    const own = covered.ran.subarray(0, end);
    const ran = own.reduce((sum, one) => sum + one, 0);
    const room = rooms.get(roomOf(path)?.path ?? path) ?? { all: 0, ran: 0 };
    rooms.set(roomOf(path)?.path ?? path, { all: room.all + end, ran: room.ran + ran });
    if (ran === end) continue;
    const gaps = [...own.keys()].filter((i) => own[i] === 0 && own[i - 1] !== 0).map(places.lineAt);
    const names = [...covered.uncalled].map(([start, name]) => `${name}:${places.lineAt(start)}`);
    const told = names.length > 0 ? `; not called: ${names.join(" ")}` : "";
    lines.push(`${path}  ${percent(ran, end)}  lines ${[...new Set(gaps)].join(" ")}${told}`);
  }
  const table = [...rooms].map(([room, { all, ran }]) => `${percent(ran, all).padStart(7)}  ${room}`);
  return `${table.sort().join("\n")}\n\n${lines.join("\n")}\n`;
}

/** Which line of the source an offset belongs to, and where the code ends: after it stands its map. */
function placesOf(map: CodeMap | undefined): { readonly end: number; lineAt(offset: number): number | string } {
  if (!map?.data) return { end: Number.POSITIVE_INFINITY, lineAt: () => "?" };
  const starts = [0];
  for (const length of map.lineLengths) starts.push((starts.at(-1) ?? 0) + length + 1);
  const source = new SourceMap(map.data);
  return {
    end: starts[map.lineLengths.length - 1] ?? 0,
    lineAt(offset) {
      const line = starts.findLastIndex((start) => start <= offset);
      const entry = source.findEntry(line, offset - (starts[line] ?? 0));
      return "originalLine" in entry ? entry.originalLine + 1 : "?";
    },
  };
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? "100.0" : ((100 * part) / whole).toFixed(1)} %`;
}
