/** Reads a file that somebody named or a folder holds, and nothing else that may stand under its name. */

import { promises as fs } from "node:fs";
import { dirname } from "node:path";
import { Refusal } from "./refusal.ts";
import { cleanFolder } from "./replace-file.ts";

/**
 * `refuse` throws where so many bytes are too many.
 * @throws Refusal where there is no file whose end comes by itself: a pipe or a device may give nothing, or never end
 */
export async function readOrdinary(path: string, refuse: (bytes: number) => void = () => {}): Promise<Uint8Array> {
  const state = await fs.stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" && path.includes("\ufffd") ? new Refusal(NAME_NOT_UTF8) : error;
  });
  refuse(state.size);
  if (!state.isFile() && !state.isDirectory() && !OF_SHELL.test(path)) throw new Refusal(NO_FILE);
  if (state.nlink > 1 && state.isFile()) await cleanFolder(dirname(await fs.realpath(path)));
  return fs.readFile(path);
}

/** What a shell gives for the output of a command, `<(…)`, and for standard input. */
const OF_SHELL = /^\/(?:dev\/(?:stdin$|fd\/)|proc\/[^/]+\/fd\/)/;

const NO_FILE = {
  zh: "是管道或设备，不是文件，没有读取；要读管道，用 - 代替文件名",
  en: "a pipe or a device, no file; not read. To read a pipe, give - in place of the name",
};
const NAME_NOT_UTF8 = {
  zh: "文件名的编码不是 UTF-8，无法打开；请先改名",
  en: "the file's name is not written in UTF-8, so it cannot be opened; rename it first",
};
