/** The process' own streams, disk, environment and threads, as a command needs them. */

import { fstatSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import type { Writable } from "node:stream";
import type { Locale } from "../core/text/locale.ts";
import { diskFiles } from "../host/files.ts";
import { reasonOf } from "../host/refusal.ts";
import { loadSegmenter } from "../host/segmenter.ts";
import { startThread } from "../host/worker-thread.ts";
import type { Io, Sink } from "./io.ts";
import { localeFrom } from "./locale-from.ts";
import type { ServeTools } from "./mcp/tool.ts";

/** Ended by the reader's hanging up, as a program that the signal SIGPIPE ended. */
const BROKEN_PIPE = 128 + 13;

/**
 * Below so many bytes of input threads cost more than they bring. Measured: two take 0.3 s of CPU more than none, to start
 * and to compile what the process has compiled; `fix` takes as long for 1 MB where pages are easiest. What is harder gains
 * earlier, but less than anybody waits for.
 */
const THREADS_AFTER = 1e6;

/**
 * A thread's young objects, in MiB. What is made of a page is gone with it, so little room is enough: with the usual 48 each
 * thread takes 20 MB more for 4 % less of CPU (16 pages of 20 KB by two threads: 257 against 220 MB in all).
 */
const YOUNG = { maxYoungGenerationSizeMb: 8 };

/**
 * Ends as a program does that a signal ends (Ctrl+C: 130), but in an orderly way: what was begun and is not finished goes with it.
 */
export function endOnSignals(): void {
  for (const [signal, number] of Object.entries(ENDING)) process.on(signal, () => process.exit(128 + number));
}

const ENDING = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** The working folder; undefined where it is no longer there, which is told. */
export function workingFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    process.stderr.write(`galley: ${NO_FOLDER[localeOfRun()]}\n`);
    return undefined;
  }
}

/** The language of what is told outside of any command. */
function localeOfRun(): Locale {
  return localeFrom(process.argv.slice(2), process.env);
}

const NO_FOLDER = {
  zh: "当前文件夹已被删除；请换到一个还在的文件夹",
  en: "the working folder has been deleted; change to one that is there",
};

/** `program` is the file that a thread runs, which is that of the program; `cwd` the working folder. */
export function processIo(program: URL, cwd: string): Io & { close(): void } {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever read this (`| head`) has seen enough.
    if (error.code === "EPIPE") process.exit(BROKEN_PIPE);
    process.stderr.write(`galley: stdout: ${reasonOf(error)[localeOfRun()]}\n`);
    process.exit(2);
  });
  // With nobody to tell there is nothing to do but to go on.
  process.stderr.on("error", () => {});
  let isStdinOpen = false;
  return {
    get stdin() {
      isStdinOpen = true;
      return process.stdin;
    },
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    files: diskFiles(cwd),
    loadSegmenter,
    cwd,
    env: process.env,
    isTerminal: process.stdout.isTTY === true,
    isErrorTerminal: process.stderr.isTTY === true,
    stdinSize,
    now: () => performance.now(),
    threads: {
      start: () => startThread(program, YOUNG),
      cores: availableParallelism(),
      memory: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
      after: THREADS_AFTER,
    },
    async loadServeTools() {
      const { serveTools } = (await import(beside(program, "mcp"))) as { serveTools: ServeTools };
      return serveTools;
    },
    close() {
      // What nobody reads any more must not keep the process waiting for its end.
      if (isStdinOpen) process.stdin.destroy();
    },
  };
}

/** The file of that name beside the program: `.cjs` in the bundle, `.ts` in the source. */
function beside(program: URL, name: string): string {
  return new URL(`${name}.${program.pathname.split(".").at(-1)}`, program).href;
}

function stdinSize(): number | undefined {
  try {
    const stats = fstatSync(0);
    return stats.isFile() ? stats.size : undefined;
  } catch {
    return undefined;
  }
}

function sinkOf(stream: Writable): Sink {
  return {
    // A failure is the stream's "error" event, above.
    write: (data) => new Promise((resolve) => stream.write(data, () => resolve())),
  };
}
