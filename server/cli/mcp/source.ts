/** The page that a tool is asked about: a text that it was given, or a file in one of the folders that are open to it. */

import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import type { Settings } from "../../core/page/settings.ts";
import { decode, ENCODINGS, type EncodingName } from "../../host/encodings.ts";
import { isInside } from "../../host/inside.ts";
import { Refusal } from "../../host/refusal.ts";
import type { Session } from "../session.ts";
import type { ToolInput } from "./tool.ts";

export interface Source {
  readonly text: string;
  readonly settings: Settings;
  /** Absolute; nothing for a text that was given. */
  readonly path?: string;
}

/** Folders (absolute paths) whose `.txt` files may be read. */
export type OpenFolders = readonly [string, ...string[]];

/** @throws Refusal where neither or both are given, or the file is none that may be read */
export async function sourceOf(session: Session, folders: OpenFolders, input: ToolInput): Promise<Source> {
  const { text, path, encoding } = input;
  if ((text === undefined) === (path === undefined)) throw new Refusal(TEXT_OR_PATH);
  if (text !== undefined) return { text, settings: await session.settingsFor(folders[0]) };
  const file = await allowedFile(path ?? "", folders);
  const bytes = await session.io.files.read(file);
  const decoded = await decode(bytes, encodingNamed(encoding));
  return { text: decoded.text, path: file, settings: await session.settingsForPage(file) };
}

/** The file, wherever links lead. What is outside is not even looked at. */
async function allowedFile(path: string, folders: OpenFolders): Promise<string> {
  const file = folders.map((folder) => resolve(folder, path)).find((full) => isInAny(full, folders));
  if (file === undefined) throw new Refusal(outside(path, folders));
  if (!/\.txt$/i.test(file)) throw new Refusal(NO_TEXT_FILE);
  const real = await realpath(file);
  const realFolders = await Promise.all(folders.map((folder) => realpath(folder)));
  if (!isInAny(real, realFolders)) throw new Refusal(outside(path, folders));
  return real;
}

function isInAny(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => isInside(folder, path));
}

function encodingNamed(name: string | undefined): EncodingName | undefined {
  return ENCODINGS.find((known) => known === name);
}

const TEXT_OR_PATH = {
  zh: "请给 text（文本）或 path（文件路径），只给其中一个",
  en: "give either text or path, one of the two",
};
const NO_TEXT_FILE = { zh: "只读 .txt 文件", en: "only .txt files are read" };

function outside(path: string, folders: OpenFolders): { zh: string; en: string } {
  return {
    zh: `${path} 不在可读的文件夹里（${folders.join("、")}），没有读取`,
    en: `${path} is outside the folders that may be read (${folders.join(", ")}); not read`,
  };
}
