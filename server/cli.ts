/** Entry of the command line: gives it the process' own streams and disk, and ends with its exit code. */

import { processIo } from "./cli/process-io.ts";
import { run } from "./cli/program.ts";

// Not `process.exit`: what is still on its way to a pipe must arrive. Nor top-level `await`, which a CommonJS bundle has not.
void run(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
