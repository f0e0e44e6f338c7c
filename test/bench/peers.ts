/** Programs of other projects that format Chinese text, each installed into a folder of its own in the bench's cache. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CACHE } from "./cache.ts";
import PACKAGES from "./peers.json" with { type: "json" };

export type PeerName = keyof typeof PACKAGES;

export const PEERS = Object.keys(PACKAGES) as PeerName[];

/** The exact version that is measured. */
export function versionOf(peer: PeerName): string {
  return (PACKAGES[peer] as Record<string, string>)[peer] ?? "";
}

/** An installation that takes longer than that has not worked. */
const PATIENCE = 180_000;

/** The folder in which the peer stands, installed where it is not yet; nothing where it can't be had. */
export async function installed(peer: PeerName): Promise<string | undefined> {
  const folder = join(CACHE, "peers", peer);
  const manifest = join(folder, "package.json");
  const wanted = JSON.stringify({ private: true, dependencies: PACKAGES[peer] });
  const done = join(folder, "node_modules", ".package-lock.json");
  const now = await readFile(manifest, "utf8").catch(() => "");
  if (now === wanted && existsSync(done)) return folder;
  await mkdir(folder, { recursive: true });
  await writeFile(manifest, wanted);
  if (await npmInstall(folder)) return folder;
  // So that the next run tries again.
  await writeFile(manifest, "{}");
  return undefined;
}

async function npmInstall(folder: string): Promise<boolean> {
  const windows = process.platform === "win32";
  const args = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  const child = spawn(windows ? "npm.cmd" : "npm", args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: windows,
    timeout: PATIENCE,
  });
  try {
    const [code] = (await once(child, "exit")) as [number | null];
    return code === 0;
  } catch {
    return false;
  }
}
