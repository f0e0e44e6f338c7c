/**
 * Entry of the command line: gives it the process' own streams and disk, and ends with its exit code. Its threads run this
 * same file.
 */

import { pathToFileURL } from "node:url";
import { isMainThread, parentPort } from "node:worker_threads";

if (isMainThread) void main();
else void serve();

async function main(): Promise<void> {
  const { processIo } = await import("./cli/process-io.ts");
  const { run } = await import("./cli/program.ts");
  const io = processIo(selfUrl());
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
