/** Drafts: what is written beside a file or folder before it takes its place, and what becomes of the drafts of a run that was killed. */

import { createHash } from "node:crypto";
import { promises as fs, rmSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";

/**
 * Where what is to take a path's place is written first: beside it, hidden, by a name that is short however long the path's is, and
 * tells which run of which machine it belongs to.
 */
export function draftOf(path: string): string {
  return join(dirname(path), `.galley-${MACHINE}-${process.pid}-${digest(path, 12)}`);
}

/** Drafts being written. Should the process be told to end, they go with it. */
export const drafts = new Set<string>();
process.on("exit", () => {
  for (const draft of drafts) rmSync(draft, { recursive: true, force: true });
});

/** What is written beside a path and is neither its draft nor the path itself. */
export const SUFFIXES = { journal: "-journal", old: "-old" } as const;

/** What runs that were killed have left in a folder: names and kinds. */
export interface Left {
  readonly path: string;
  /** Whose path it was written for: see {@link isFor}. */
  readonly digest: string;
  readonly kind: "draft" | keyof typeof SUFFIXES;
}

export async function leftIn(folder: string): Promise<Left[]> {
  const names = await fs.readdir(folder).catch((): string[] => []);
  const left: Left[] = [];
  for (const name of names) {
    const [, machine, pid, of = "", suffix] = NAME.exec(name) ?? [];
    const path = join(folder, name);
    if (machine === undefined || !(await isAbandoned(path, machine, Number(pid)))) continue;
    left.push({ path, digest: of, kind: suffix === "-journal" ? "journal" : suffix === "-old" ? "old" : "draft" });
  }
  return left;
}

/** Whether something was written for a path. */
export function isFor({ digest: of }: Left, path: string): boolean {
  return of === digest(path, 12);
}

const MACHINE = digest(hostname(), 8);
const NAME = /^\.galley-([0-9a-f]{8})-(\d+)-([0-9a-f]{12})(-journal|-old)?$/;
/** A run on another machine, or one whose number another process has now, has ended after so long, in ms. */
const LONGEST_RUN = 24 * 60 * 60 * 1000;

async function isAbandoned(path: string, machine: string, pid: number): Promise<boolean> {
  if (machine === MACHINE && !isRunning(pid)) return true;
  // In a container the next run may well have the same number.
  if (machine === MACHINE && pid === process.pid) return !drafts.has(path);
  const state = await fs.lstat(path).catch(() => undefined);
  return state !== undefined && Date.now() - state.mtimeMs > LONGEST_RUN;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function digest(text: string, length: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, length);
}
