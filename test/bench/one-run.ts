/** Runs one program of Node's once, as a whole process, and tells what it took. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { type FileHandle, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROBE = fileURLToPath(new URL("programs/probe.cjs", import.meta.url));

/** How to run a program. */
export interface Command {
  /** What follows `node`. */
  readonly args: readonly string[];
  /** The file it is given on standard input. */
  readonly stdin?: string;
  /** Exit codes that mean that it did its work; else 0 alone. */
  readonly codes?: readonly number[];
}

/** What a process took, from its start to its end. */
export interface Taken {
  /** User and system time of all its threads, in seconds. */
  readonly cpu: number;
  /** Seconds on the clock, its end included. */
  readonly wall: number;
  /** The most memory it held, in bytes. */
  readonly peak: number;
}

/** What became of a run: what it took; or it was ended after so many seconds; or it failed. */
export type Run = Taken | { readonly over: number } | { readonly failed: string };

/** Settings of this machine that would change what is measured. */
const { NODE_OPTIONS: _, NODE_COMPILE_CACHE: __, NODE_V8_COVERAGE: ___, ...ENV } = process.env;

/** Runs it with its output in a file, which all programs write alike: `out` in the folder. Ends it after `limit` seconds. */
export async function runOnce(command: Command, folder: string, limit: number): Promise<Run> {
  const record = join(folder, "taken.json");
  const stdin = command.stdin === undefined ? undefined : await open(command.stdin, "r");
  const stdout = await open(outputIn(folder), "w");
  try {
    await rm(record, { force: true });
    const env = { ...ENV, GALLEY_BENCH_PROBE: record };
    return await timed(command, stdin, stdout, env, limit, record);
  } finally {
    await stdin?.close();
    await stdout.close();
  }
}

/** Where the output of the last run stands. */
export function outputIn(folder: string): string {
  return join(folder, "out");
}

async function timed(
  { args, codes = [0] }: Command,
  stdin: FileHandle | undefined,
  stdout: FileHandle,
  env: NodeJS.ProcessEnv,
  limit: number,
  record: string,
): Promise<Run> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["--require", PROBE, ...args], {
    env,
    stdio: [stdin?.fd ?? "ignore", stdout.fd, "pipe"],
    timeout: limit * 1000,
    killSignal: "SIGKILL",
  });
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk.toString().slice(0, 2000);
  });
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  const wall = (performance.now() - begun) / 1000;
  if (signal === "SIGKILL" && wall >= limit) return { over: limit };
  const taken = await readFile(record, "utf8").catch(() => undefined);
  if (taken === undefined || code === null || !codes.includes(code))
    return { failed: errors.trim() || `ended with ${code ?? signal}` };
  return { ...(JSON.parse(taken) as Pick<Taken, "cpu" | "peak">), wall };
}
