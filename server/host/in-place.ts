/**
 * Writes a file where it stands, for one that has several names: another file in its place would have one of them only. What it was
 * and what it is to be stand in a journal beside it meanwhile, from which the next run finishes what a killed one began.
 */

import {
  closeSync,
  constants,
  promises as fs,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { draftOf, drafts, SUFFIXES } from "./drafts.ts";
import { Refusal, reasonOf } from "./refusal.ts";

/**
 * Gives the file new bytes, if `isWanted` says of what it is at this moment that it is to have them, and does not throw. Where writing
 * fails it is again what it was.
 * @param target absolute path without links
 */
export async function writeInPlace(
  target: string,
  bytes: Uint8Array,
  isWanted: (now: Uint8Array) => boolean,
): Promise<void> {
  const was = await fs.readFile(target);
  const journal = await writeJournal(target, bytes, was);
  // From here on nothing else of this process runs, so that as little time as can be passes between looking and writing.
  let file: number | undefined;
  try {
    file = openSync(target, "r+");
    const now = readFileSync(file);
    if (isWanted(now)) write(file, bytes, now);
  } catch (error) {
    if (error instanceof Unfinished) throw halfWritten(error.cause, journal);
    rmSync(journal, { force: true });
    throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
  rmSync(journal, { force: true });
}

/** A file that could neither be written nor be made again what it was: its journal stays for the next run. */
class Unfinished extends Error {}

/** The next run looks in the folder of the name that it is given: the file's other names may be elsewhere. */
function halfWritten(cause: unknown, journal: string): Refusal {
  const { zh, en } = reasonOf(cause);
  const beside = basename(journal);
  return new Refusal({
    zh: `${zh}；文件只写了一半，原来的和改好的内容都在同一文件夹的 ${beside} 里。请不要删除，腾出空间后用这个文件名再运行一次，就会写完`,
    en: `${en}; only half of the file is written. What it was and what it is to be are in ${beside} beside it: keep that, make room, and run again on the file by this name, which finishes it`,
  });
}

function write(file: number, bytes: Uint8Array, was: Uint8Array): void {
  try {
    overwrite(file, bytes);
  } catch (error) {
    try {
      overwrite(file, was);
    } catch {
      throw new Unfinished("", { cause: error });
    }
    throw error;
  }
}

/**
 * Finishes what a killed run began, by its journal: a file that is part of each becomes the new one. Of a file that is gone or was
 * written by somebody since, the journal may be the only copy: it stays, for a person to look at.
 */
export async function finishByJournal(journal: string): Promise<void> {
  const { file, was, bytes } = parts(await fs.readFile(journal));
  // A link would lead out of the folder, and a journal may have been put there by anybody.
  const open = openSync(join(dirname(journal), file), constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    const now = readFileSync(open);
    if (!isBetween(now, was, bytes)) return;
    if (!now.equals(was) && !now.equals(bytes)) overwrite(open, bytes);
  } finally {
    closeSync(open);
  }
  rmSync(journal, { force: true });
}

/**
 * Whether each byte of `now` is one of the two texts' at its place: writing may have been cut anywhere, and so may have been
 * undoing it, and a disk writes in its own order.
 */
export function isBetween(now: Uint8Array, was: Uint8Array, bytes: Uint8Array): boolean {
  const [short, long] = [Math.min(was.length, bytes.length), Math.max(was.length, bytes.length)];
  return short <= now.length && now.length <= long && now.every((byte, at) => byte === was[at] || byte === bytes[at]);
}

/** Written as a draft first, so that a journal is always whole. */
async function writeJournal(target: string, bytes: Uint8Array, was: Uint8Array): Promise<string> {
  const draft = draftOf(target);
  const head = Buffer.from(`${JSON.stringify({ file: basename(target), was: was.length })}\n`);
  drafts.add(draft);
  try {
    // Nobody else is to read there what they may not read in the file.
    const handle = await fs.open(draft, "wx", 0o600);
    try {
      await handle.writeFile(Buffer.concat([head, was, bytes]));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(draft, `${draft}${SUFFIXES.journal}`);
    await syncFolder(dirname(draft));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") await fs.rm(draft, { force: true });
    throw error;
  } finally {
    drafts.delete(draft);
  }
  return `${draft}${SUFFIXES.journal}`;
}

/** So that the journal has its name before the page is written; not every system can do that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function parts(journal: Buffer): { file: string; was: Buffer; bytes: Buffer } {
  const end = journal.indexOf("\n");
  const { file, was } = JSON.parse(journal.toString("utf8", 0, end)) as { file: string; was: number };
  const old = end + 1;
  // A journal may have been put there by anybody: it names a file beside it.
  return { file: basename(file), was: journal.subarray(old, old + was), bytes: journal.subarray(old + was) };
}

function overwrite(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written, bytes.length - written, written);
  ftruncateSync(file, bytes.length);
  fsyncSync(file);
}
