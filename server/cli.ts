/**
 * Entry of the command line: gives it the process' own streams and disk, and ends with its exit code. Its threads run this
 * same file.
 */

import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { isMainThread, parentPort } from "node:worker_threads";

/**
 * Bytes of code that a function runs before V8 compiles it once more. A command runs for a second or two: with the usual
 * 135 KB much of that went into compiling the same functions again and again (a page 0.42 → 0.27 s of CPU, 1 MB 2.9 → 2.5 s).
 */
const COMPILE_LATER = "--interrupt-budget=600000";

if (isMainThread) void main();
else void serve();

async function main(): Promise<void> {
  setFlagsFromString(COMPILE_LATER);
  const { endOnSignals, processIo, workingFolder } = await import("./cli/process-io.ts");
  const { run } = await import("./cli/program.ts");
  endOnSignals();
  const cwd = workingFolder();
  if (cwd === undefined) {
    process.exitCode = 2;
    return;
  }
  const io = processIo(selfUrl(), cwd);
  // Not `process.exit`: what is still on its way to a pipe must arrive. Nor top-level `await`, which a CommonJS bundle has not.
  process.exitCode = await run(process.argv.slice(2), io);
  io.close();
}

async function serve(): Promise<void> {
  const { serveWork } = await import("./cli/works.ts");
  if (parentPort) serveWork(parentPort);
}

/** Where this file stands. The bundle is CommonJS, which has no `import.meta`, the source has no `__filename`. */
function selfUrl(): URL {
  return typeof __filename === "string" ? pathToFileURL(__filename) : new URL(import.meta.url);
}
