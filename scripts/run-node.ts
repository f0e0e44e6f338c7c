/** Runs Node in the project's folder and tells what it says. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Say } from "./tally.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Gives the exit code, when all lines are told. */
export async function node(args: readonly string[], say: Say, env: NodeJS.ProcessEnv = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on("line", say);
  const [code] = (await once(child, "close")) as [number | null];
  return code ?? 1;
}
