/** Writes a folder as a whole or not at all: into a draft beside it, which takes its place when all of it is there. */

import { existsSync, promises as fs } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Localised } from "../core/text/locale.ts";
import { draftOf, drafts, isFor, leftIn, SUFFIXES } from "./drafts.ts";
import { Refusal } from "./refusal.ts";

export interface WholeFolder {
  /** Writes a file of it, by its path below the folder. */
  write(name: string, text: string): Promise<void>;
  /** Puts the folder in its place; one that was there is gone then. */
  finish(): Promise<void>;
  /** Leaves everything as it was. */
  abandon(): Promise<void>;
}

export interface WholeFolderOptions {
  /** Whether a folder that is there may be replaced. Only one that holds such a folder's files and no others is, so that nobody's own are lost. */
  readonly replaces: boolean;
  /** The name of the file that lists those of such a folder. */
  readonly list: string;
  /** The paths below the folder that the list names, by its text; undefined where it is no such list. */
  readonly listed: (text: string) => readonly string[] | undefined;
}

/**
 * Begins a folder at an absolute path.
 * @throws Refusal where something is there that is not to be replaced
 */
export async function wholeFolder(path: string, options: WholeFolderOptions): Promise<WholeFolder> {
  await putRight(path);
  const there: readonly string[] = await fs.readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error.code === "ENOTDIR" ? new Refusal(NO_FOLDER) : error;
  });
  if (there.length > 0 && !options.replaces) throw new Refusal(NOT_EMPTY);
  if (there.length > 0) await checkOwn(path, options);
  const made = await fs.mkdir(dirname(path), { recursive: true });
  const draft = draftOf(path);
  await fs.mkdir(draft);
  drafts.add(draft);
  const remove = async (): Promise<void> => {
    await fs.rm(draft, { recursive: true, force: true });
    drafts.delete(draft);
    if (made !== undefined) await removeEmpty(dirname(path), made);
  };
  return {
    async write(name, text) {
      const file = join(draft, name);
      await fs.mkdir(dirname(file), { recursive: true });
      await fs.writeFile(file, text, { flag: "wx" });
    },
    async finish() {
      const old = `${draft}${SUFFIXES.old}`;
      const hadOld = existsSync(path);
      if (hadOld) await fs.rename(path, old);
      try {
        await fs.rename(draft, path);
      } catch (error) {
        if (hadOld) await fs.rename(old, path);
        await remove();
        throw error;
      }
      drafts.delete(draft);
      await fs.rm(old, { recursive: true, force: true });
    },
    abandon: remove,
  };
}

/** A run that was killed may have moved the folder away and not yet put the new one in its place. */
async function putRight(path: string): Promise<void> {
  for (const left of await leftIn(dirname(path))) {
    if (!isFor(left, path)) continue;
    if (left.kind === "old" && !existsSync(path)) await fs.rename(left.path, path);
    else await fs.rm(left.path, { recursive: true, force: true });
  }
}

/** Removes a folder and those above it up to one, as far as they are empty. */
async function removeEmpty(folder: string, upTo: string): Promise<void> {
  await fs.rmdir(folder).then(
    () => (folder === upTo ? undefined : removeEmpty(dirname(folder), upTo)),
    () => undefined,
  );
}

/** @throws Refusal where the folder holds anything that its list does not name */
async function checkOwn(path: string, { list, listed }: WholeFolderOptions): Promise<void> {
  const own = listed(await fs.readFile(join(path, list), "utf8").catch(() => ""));
  if (!own) throw new Refusal(NOT_OURS);
  const known = new Set([list, ...own].map((name) => join(path, name)));
  for (const entry of await fs.readdir(path, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isDirectory() && !known.has(file)) throw new Refusal(notOnlyOurs(relative(path, file)));
  }
}

const NO_FOLDER = { zh: "这是文件，不是文件夹", en: "this is a file, no folder" };
const NOT_EMPTY = {
  zh: "文件夹里已有东西，没有写入；换一个名字，或者加 --replace 换掉上次的导出",
  en: "there is something in this folder, so nothing was written; name another one, or replace an earlier export with --replace",
};
const NOT_OURS = {
  zh: "文件夹里的东西不是导出的，没有写入；换一个名字",
  en: "what is in this folder is no export, so nothing was written; name another one",
};

function notOnlyOurs(file: string): Localised {
  return {
    zh: `文件夹里还有不是导出的东西（${file}），没有写入；先把它移走，或者换一个名字`,
    en: `there is something else in this folder (${file}), so nothing was written; move it away first, or name another folder`,
  };
}
