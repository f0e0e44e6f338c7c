/** Runs the command line in this process, on a folder of its own and with streams that are kept. */

import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Io, Threads } from "../../server/cli/io.ts";
import { run } from "../../server/cli/program.ts";
import { diskFiles, type Files } from "../../server/host/files.ts";
import type { LoadedSegmenter } from "../../server/host/segmenter.ts";
import { startThread } from "../../server/host/worker-thread.ts";
import { programFile } from "./program.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly outBytes: Buffer;
  readonly err: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  /** Whether a person reads stderr, on a clock by which every look at it is a second later. */
  readonly isErrorTerminal?: boolean;
  /** Bytes that stdin says it has. */
  readonly stdinSize?: number;
  /** Threads as this says. Without it a run has two cores and never so much to do that it starts one. */
  readonly threads?: Partial<Threads>;
  /** Replaces parts of the disk, to make it misbehave. */
  readonly disk?: (files: Files) => Partial<Files>;
  /** The dictionary; without one, as where nodejieba is not there. */
  readonly dictionary?: LoadedSegmenter;
  /** Called for each write to stdout. */
  readonly onWrite?: (data: string) => Promise<void>;
}

/** A folder that exists while `work` runs, holding the given files. */
export async function inFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (folder: TestFolder) => Promise<void>,
): Promise<void> {
  const path = await mkdtemp(join(tmpdir(), "galley-cli-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), content);
    }
    await work({
      path,
      run: (argv, options) => runIn(path, argv, options),
      read: (name) => readFile(join(path, name), "utf8"),
      bytes: (name) => readFile(join(path, name)),
    });
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

export interface TestFolder {
  readonly path: string;
  run(argv: readonly string[], options?: RunOptions): Promise<Ran>;
  read(name: string): Promise<string>;
  bytes(name: string): Promise<Buffer>;
}

/** Runs the command line where no file matters. Messages are in English unless `env` says otherwise. */
export async function runCli(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return runIn(tmpdir(), argv, options);
}

async function runIn(cwd: string, argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const out: Buffer[] = [];
  const err: string[] = [];
  const real = diskFiles(cwd);
  let seconds = 0;
  const io: Io = {
    stdin: streamOf(options.stdin ?? ""),
    stdout: {
      async write(data) {
        out.push(Buffer.from(data));
        await options.onWrite?.(Buffer.from(data).toString("utf8"));
      },
    },
    stderr: { write: async (data) => void err.push(String(data)) },
    files: { ...real, ...options.disk?.(real) },
    loadSegmenter: () =>
      options.dictionary ?? { failure: { zh: "本测试没有词典。", en: "no dictionary in this test." } },
    cwd,
    env: options.env ?? { LANG: "en_GB.UTF-8" },
    isTerminal: options.isTerminal ?? false,
    isErrorTerminal: options.isErrorTerminal ?? false,
    stdinSize: () => options.stdinSize,
    now: () => {
      seconds += 1;
      return seconds * 1000;
    },
    threads: {
      start: () => startThread(programFile("cli")),
      cores: 2,
      memory: 8e9,
      after: Number.POSITIVE_INFINITY,
      ...options.threads,
    },
    loadServeTools: () => Promise.reject(new Error("no protocol in this test")),
  };
  const code = await run(argv, io);
  const outBytes = Buffer.concat(out);
  return { code, out: outBytes.toString("utf8"), outBytes, err: err.join("") };
}

function streamOf(given: string | Uint8Array | AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (typeof given !== "string" && !(given instanceof Uint8Array)) return given;
  return (async function* () {
    yield Buffer.from(given);
  })();
}
