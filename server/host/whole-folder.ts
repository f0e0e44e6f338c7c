/** Writes a folder as a whole or not at all: into a draft beside it, which takes its place when all of it is there. */

import { existsSync, promises as fs, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { draftOf } from "./files.ts";
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
  /** Whether a folder that is there may be replaced. Only one that holds `mark` is, so that nobody's own files are lost. */
  readonly replaces: boolean;
  /** The name of a file that every such folder has. */
  readonly mark: string;
}

/**
 * Begins a folder at an absolute path.
 * @throws Refusal where something is there that is not to be replaced
 */
export async function wholeFolder(path: string, { replaces, mark }: WholeFolderOptions): Promise<WholeFolder> {
  const there: readonly string[] = await fs.readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error.code === "ENOTDIR" ? new Refusal(NO_FOLDER) : error;
  });
  if (there.length > 0 && !replaces) throw new Refusal(NOT_EMPTY);
  if (there.length > 0 && !there.includes(mark)) throw new Refusal(NOT_OURS);
  await fs.mkdir(dirname(path), { recursive: true });
  const draft = draftOf(path);
  await fs.mkdir(draft);
  drafts.add(draft);
  const remove = async (): Promise<void> => {
    await fs.rm(draft, { recursive: true, force: true });
    drafts.delete(draft);
  };
  return {
    async write(name, text) {
      const file = join(draft, name);
      await fs.mkdir(dirname(file), { recursive: true });
      await fs.writeFile(file, text, { flag: "wx" });
    },
    async finish() {
      const old = `${draft}-old`;
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

const NO_FOLDER = { zh: "这是文件，不是文件夹", en: "this is a file, no folder" };
const NOT_EMPTY = {
  zh: "文件夹里已有东西，没有写入；换一个名字，或者加 --replace 换掉上次的导出",
  en: "there is something in this folder, so nothing was written; name another one, or replace an earlier export with --replace",
};
const NOT_OURS = {
  zh: "文件夹里的东西不是导出的，没有写入；换一个名字",
  en: "what is in this folder is no export, so nothing was written; name another one",
};

/** Drafts being written. Should the process be told to end, they go with it. */
const drafts = new Set<string>();
process.on("exit", () => {
  for (const draft of drafts) rmSync(draft, { recursive: true, force: true });
});
