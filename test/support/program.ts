/** How a test starts a program of `server/` in a process of its own. */

import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Entries of programs: `server/NAME.ts`. */
export type ProgramName = "main" | "cli";

/** The file of the program: bundled where {@link program} is, else its source. */
export function programFile(name: ProgramName): URL {
  const { GALLEY_TEST_BUNDLES: bundles } = process.env;
  return bundles ? pathToFileURL(join(bundles, `${name}.mjs`)) : new URL(`../../server/${name}.ts`, import.meta.url);
}

/** Node's arguments that start the program from its source. */
export function fromSource(name: ProgramName): readonly string[] {
  const loader = new URL("../../scripts/source.mjs", import.meta.url).href;
  return ["--import", loader, fileURLToPath(new URL(`../../server/${name}.ts`, import.meta.url))];
}

/**
 * Node's arguments that start the program: the same source bundled, where `npm test` names the folder in which it did that
 * together with the tests, as that starts four times as fast; else from source.
 */
export function program(name: ProgramName): readonly string[] {
  const { GALLEY_TEST_BUNDLES: bundles } = process.env;
  return bundles ? [join(bundles, `${name}.mjs`)] : fromSource(name);
}
