/** The process' own streams, disk and environment, as a command needs them. */

import type { Writable } from "node:stream";
import { diskFiles } from "../host/files.ts";
import { loadSegmenter } from "../host/segmenter.ts";
import type { Io, Sink } from "./io.ts";

/** Ended by the reader's hanging up, as a program that the signal SIGPIPE ended. */
const BROKEN_PIPE = 128 + 13;

export function processIo(): Io {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever read this (`| head`) has seen enough.
    if (error.code === "EPIPE") process.exit(BROKEN_PIPE);
    process.stderr.write(`galley: stdout: ${error.message}\n`);
    process.exit(2);
  });
  // With nobody to tell there is nothing to do but to go on.
  process.stderr.on("error", () => {});
  return {
    get stdin() {
      return process.stdin;
    },
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    files: diskFiles(process.cwd()),
    loadSegmenter,
    cwd: process.cwd(),
    env: process.env,
    isTerminal: process.stdout.isTTY === true,
  };
}

function sinkOf(stream: Writable): Sink {
  return {
    // A failure is the stream's "error" event, above.
    write: (data) => new Promise((resolve) => stream.write(data, () => resolve())),
  };
}
