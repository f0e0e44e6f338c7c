/** How a test starts a program of `server/` in a process of its own. */

import { fileURLToPath } from "node:url";

/** Entries of programs: `server/NAME.ts`. */
export type ProgramName = "main" | "cli";

/** Their bundles in `dist/`. */
const BUILT: Readonly<Record<ProgramName, string>> = { main: "server.cjs", cli: "cli.cjs" };

/** The file of the program: as it is built, where `npm test` says that `dist/` is up to date, else its source. */
export function programFile(name: ProgramName): URL {
  const path = process.env.GALLEY_TEST_BUILT ? `dist/${BUILT[name]}` : `server/${name}.ts`;
  return new URL(`../../${path}`, import.meta.url);
}

/** Node's arguments that start the program from its source. */
export function fromSource(name: ProgramName): readonly string[] {
  const loader = new URL("../../scripts/source.mjs", import.meta.url).href;
  return ["--import", loader, fileURLToPath(new URL(`../../server/${name}.ts`, import.meta.url))];
}

/**
 * Node's arguments that start the program: as it is built, where `npm test` says that `dist/` is up to date, as that starts four
 * times as fast, its threads too; else from source.
 */
export function program(name: ProgramName): readonly string[] {
  return process.env.GALLEY_TEST_BUILT ? [fileURLToPath(programFile(name))] : fromSource(name);
}
