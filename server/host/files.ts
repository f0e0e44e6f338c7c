/** The file system as Galley uses it: finds pages, reads them, and replaces one as a whole or not at all. */

import * as nodeFs from "node:fs";
import { resolve } from "node:path";
import { readOrdinary } from "./read-file.ts";
import { replaceFile } from "./replace-file.ts";

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
  /**
   * The pages that a path stands for: a file itself, a folder's `.txt` files at any depth, or what a glob matches. Links in a folder
   * are not followed, so that nothing outside is changed with it; nor is anything there a page that is no ordinary file.
   */
  find(path: string): Promise<Listing>;
  read(path: string): Promise<Uint8Array>;
  /**
   * Replaces a file's content, if it still is `was`. Follows symbolic links and keeps mode, owner, attributes and all names of the
   * file. Whatever happens, it holds either the old bytes or the new ones; one of several names that a killed run was writing does
   * when it is read the next time.
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
    read: (path) => readOrdinary(at(path)),
    replace: (path, bytes, was) => replaceFile(at(path), bytes, was),
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
  const files = await glob(isFolder ? `${escapePath(path.replace(/\/+$/, ""))}/**/*.[tT][xX][tT]` : path, {
    cwd,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ["**/node_modules/**"],
    fs: noting(disk, (folder, error) => failures.push({ path: folder, error })),
  });
  return { files: await known(await ordinary(files)), failures };
}

/** Those of the paths that are files: no link, pipe or device. */
async function ordinary(paths: readonly string[]): Promise<string[]> {
  const kept = await Promise.all(
    paths.map(async (path) => {
      const state = await nodeFs.promises.lstat(path).catch(() => undefined);
      // What cannot be looked at is told of when it is read.
      return state === undefined || state.isFile();
    }),
  );
  return paths.filter((_, i) => kept[i]);
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
