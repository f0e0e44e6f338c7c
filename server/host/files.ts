/** The file system as Galley uses it: finds pages, reads them, and replaces one as a whole or not at all. */

import { createHash } from "node:crypto";
import * as nodeFs from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Refusal } from "./refusal.ts";

/** What a path, folder or pattern stands for. */
export interface Listing {
  /** In the order of their names. */
  readonly files: readonly FoundFile[];
  /** Folders that could not be looked into. */
  readonly failures: readonly { readonly path: string; readonly error: unknown }[];
}

/** A file by its absolute path, and by the one without symbolic links, which tells whether two are the same. */
export interface FoundFile {
  readonly path: string;
  readonly real: string;
  /** Bytes; nothing where it can't be told. */
  readonly size?: number;
}

/** Injected, so that a test can make a disk misbehave. Paths may be relative to the working folder. */
export interface Files {
  /** The pages that a path stands for: a file itself, a folder's `.txt` files at any depth, or what a glob matches. */
  find(path: string): Promise<Listing>;
  read(path: string): Promise<Uint8Array>;
  /**
   * Replaces a file's content, if it still is `was`. Follows symbolic links and keeps mode and owner. Whatever
   * happens, the file holds either the old bytes or the new ones.
   */
  replace(path: string, bytes: Uint8Array, was: Uint8Array): Promise<void>;
}

/** The part of `node:fs` that finding pages needs. */
export type Disk = Pick<typeof nodeFs, "readdir" | "readdirSync" | "realpath" | "realpathSync" | "stat" | "statSync">;

/** The disk, seen from a working folder. */
export function diskFiles(cwd: string, disk: Disk = nodeFs): Files {
  const at = (path: string): string => resolve(cwd, path);
  return {
    find: (path) => find(cwd, path, disk),
    read: (path) => nodeFs.promises.readFile(at(path)),
    replace: (path, bytes, was) => replace(at(path), bytes, was),
  };
}

async function find(cwd: string, path: string, disk: Disk): Promise<Listing> {
  const kind = await nodeFs.promises.stat(resolve(cwd, path)).catch((error: unknown) => error);
  if (kind instanceof nodeFs.Stats && !kind.isDirectory())
    return { files: await known([resolve(cwd, path)]), failures: [] };
  const { escapePath, glob, isDynamicPattern } = await import("tinyglobby");
  const isFolder = kind instanceof nodeFs.Stats;
  if (!isFolder && !isDynamicPattern(path)) throw kind;
  const failures: { path: string; error: unknown }[] = [];
  const files = await glob(isFolder ? `${escapePath(path.replace(/\/+$/, ""))}/**/*.txt` : path, {
    cwd,
    absolute: true,
    expandDirectories: false,
    ignore: ["**/node_modules/**"],
    fs: noting(disk, (folder, error) => failures.push({ path: folder, error })),
  });
  return { files: await known(files), failures };
}

/** The disk, telling of each folder that cannot be listed; the glob library would pass over it in silence. */
function noting(disk: Disk, note: (folder: string, error: unknown) => void): Disk {
  const readdir = (folder: string, options: unknown, done: (error: unknown, entries: unknown) => void): void => {
    disk.readdir(folder, options as { withFileTypes: true }, (error, entries) => {
      if (error) note(folder, error);
      done(error, entries ?? []);
    });
  };
  return { ...disk, readdir: readdir as unknown as Disk["readdir"] };
}

async function known(paths: readonly string[]): Promise<FoundFile[]> {
  const sorted = paths.map((path) => resolve(path)).sort();
  return Promise.all(
    sorted.map(async (path) => {
      const real = await nodeFs.promises.realpath(path).catch(() => path);
      const size = await nodeFs.promises.stat(real).then(
        (stats) => stats.size,
        () => undefined,
      );
      return { path, real, ...(size !== undefined && { size }) };
    }),
  );
}

/**
 * Writes beside the file, then renames over it. (The common library for this does not notice a short write, and on a
 * full disk leaves half a page; `FileHandle.writeFile` writes everything or fails.)
 */
async function replace(path: string, bytes: Uint8Array, was: Uint8Array): Promise<void> {
  const fs = nodeFs.promises;
  const target = await fs.realpath(path);
  await fs.access(target, nodeFs.constants.W_OK);
  const { mode, uid, gid } = await fs.stat(target);
  // Renaming over a file asks for no right to write it, nor does root; who made it read-only meant it.
  if ((mode & 0o222) === 0) throw new Refusal(READ_ONLY);
  if (Buffer.compare(await fs.readFile(target), was) !== 0) throw new Refusal(CHANGED);
  const draft = draftOf(target);
  const handle = await fs.open(draft, "wx", mode & 0o7777);
  drafts.add(draft);
  try {
    try {
      await handle.writeFile(bytes);
      await handle.chown(uid, gid).catch(() => undefined);
      await handle.chmod(mode & 0o7777);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(draft, target);
  } catch (error) {
    await fs.rm(draft, { force: true });
    throw error;
  } finally {
    drafts.delete(draft);
  }
}

/** Where a file's new content is written first: beside it, hidden, by a name that is short however long the file's is. */
export function draftOf(path: string): string {
  const digest = createHash("sha256").update(path).digest("hex").slice(0, 12);
  return join(dirname(path), `.galley-${process.pid}-${digest}`);
}

const READ_ONLY = { zh: "文件是只读的，没有写入", en: "the file is read-only; nothing was written" };
const CHANGED = {
  zh: "文件在处理时被别的程序改动，没有写入",
  en: "the file was changed by another program meanwhile; nothing was written",
};

/** Drafts being written. Should the process be told to end, they go with it. */
const drafts = new Set<string>();
process.on("exit", () => {
  for (const draft of drafts) nodeFs.rmSync(draft, { force: true });
});
