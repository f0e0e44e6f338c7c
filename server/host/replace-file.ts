/** Replaces a file as a whole or not at all, and keeps what else it is: its mode, owner, attributes, and all of its names. */

import { execFile } from "node:child_process";
import { constants, promises as fs, readFileSync, renameSync, rmSync, type Stats } from "node:fs";
import { copyFile } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { draftOf, drafts, leftIn } from "./drafts.ts";
import { finishByJournal, writeInPlace } from "./in-place.ts";
import { Refusal } from "./refusal.ts";

/**
 * Replaces a file's content, if it still is `was`: writes beside the file, then renames over it. (The common library for this does
 * not notice a short write, and on a full disk leaves half a page; `FileHandle.writeFile` writes everything or fails.) A file of
 * several names is written where it stands.
 */
export async function replaceFile(path: string, bytes: Uint8Array, was: Uint8Array): Promise<void> {
  const target = await fs.realpath(path);
  await fs.access(target, constants.W_OK);
  const state = await fs.stat(target);
  if (!state.isFile()) throw new Refusal(NO_FILE);
  // Renaming over a file asks for no right to write it, nor does root; who made it read-only meant it.
  if ((state.mode & 0o222) === 0) throw new Refusal(READ_ONLY);
  if (!isStill(was, bytes, await fs.readFile(target))) return;
  await cleanFolder(dirname(target));
  await within(dirname(target), async () => {
    if (state.nlink > 1) await writeInPlace(target, bytes, (now) => isStill(was, bytes, now));
    else await replaceByDraft(target, bytes, { was, state });
  });
}

/**
 * Whether a file still is `was`; not where it is what it is to be already, as another run wrote it.
 * @throws Refusal where it is anything else
 */
function isStill(was: Uint8Array, bytes: Uint8Array, now: Uint8Array): boolean {
  if (Buffer.compare(now, was) === 0) return true;
  if (Buffer.compare(now, bytes) === 0) return false;
  throw new Refusal(CHANGED);
}

/** Finishes what runs that were killed began in a folder, and removes what they left; once a process. */
export async function cleanFolder(folder: string): Promise<void> {
  if (cleaned.has(folder)) return;
  cleaned.add(folder);
  for (const { path, kind } of await leftIn(folder)) {
    if (kind === "journal") await finishByJournal(path).catch(() => undefined);
    if (kind === "draft") await fs.rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

const cleaned = new Set<string>();

interface Before {
  readonly was: Uint8Array;
  readonly state: Stats;
}

async function replaceByDraft(target: string, bytes: Uint8Array, { was, state }: Before): Promise<void> {
  const { mode, uid, gid } = state;
  const draft = draftOf(target);
  const handle = await fs.open(draft, "wx", mode & 0o7777);
  drafts.add(draft);
  try {
    try {
      await copyAttributes(target, draft);
      await handle.truncate();
      await handle.writeFile(bytes);
      await handle.chown(uid, gid).catch(() => undefined);
      await handle.chmod(mode & 0o7777);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Somebody may have saved the file meanwhile. From here on nothing else of this process runs.
    if (isStill(was, bytes, readFileSync(target))) renameSync(draft, target);
    else rmSync(draft);
  } catch (error) {
    await fs.rm(draft, { force: true });
    throw error;
  } finally {
    drafts.delete(draft);
  }
}

/** Extended attributes and access lists. Node.js cannot name them: on Linux `cp` copies them, elsewhere the system's copying of files. */
async function copyAttributes(from: string, to: string): Promise<void> {
  if (process.platform === "linux")
    await promisify(execFile)("cp", ["--attributes-only", "--preserve=all", "--", from, to]).catch(() => undefined);
  else await copyFile(from, to).catch(() => undefined);
}

/** Does what writes beside a file; where the folder lets nobody write there, says that it is the folder. */
async function within(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    const isDenied = code === "EACCES" || code === "EPERM" || code === "EROFS";
    throw isDenied && path !== undefined && dirname(path) === folder ? new Refusal(FOLDER_READ_ONLY) : error;
  }
}

const NO_FILE = { zh: "不是普通文件，没有写入", en: "this is no ordinary file; nothing was written" };
const READ_ONLY = { zh: "文件是只读的，没有写入", en: "the file is read-only; nothing was written" };
const FOLDER_READ_ONLY = {
  zh: "文件所在的文件夹不许写入，没有改动",
  en: "nothing may be written in the file's folder; it was left alone",
};
const CHANGED = {
  zh: "文件在处理时被别的程序改动，没有写入",
  en: "the file was changed by another program meanwhile; nothing was written",
};
