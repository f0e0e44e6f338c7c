/** Finds the settings that hold for a folder's pages: the nearest `.galley/settings.json` at or above it. */

import { dirname, join } from "node:path";
import { parseSettings } from "../core/parse-settings.ts";
import type { SetValues } from "../core/setting-table.ts";
import { decode } from "./encodings.ts";
import type { FileFault } from "./file-faults.ts";
import type { Files } from "./files.ts";
import { refuseLarger } from "./house-size.ts";
import { jsonRefusal, readJson } from "./json.ts";
import { Refusal, reasonOf } from "./refusal.ts";

/** A settings file, as far as it can be read. */
export interface SettingsFile {
  readonly path: string;
  readonly text: string;
  readonly set: SetValues;
  readonly faults: readonly FileFault[];
  /** Why it is no settings file at all; what it sets nevertheless may be less than its author meant. */
  readonly refusal?: Refusal;
}

/** Looks settings up; what was found for a folder is remembered, so a file is read once. */
export interface SettingsFiles {
  /** The file that holds for pages in a folder (absolute path); nothing where there is none. Never rejects. */
  forFolder(folder: string): Promise<SettingsFile | undefined>;
  /** This very file. */
  from(path: string): Promise<SettingsFile>;
  /** Files have come, changed or gone. */
  forget(): void;
}

/** `onRead` is told of each file that has been read. */
export function settingsFiles(
  files: Pick<Files, "read">,
  onRead: (file: SettingsFile) => void = () => {},
): SettingsFiles {
  const known = new Map<string, Promise<SettingsFile | undefined>>();
  const forFolder = (folder: string): Promise<SettingsFile | undefined> => {
    let found = known.get(folder);
    if (!found) {
      found = look(folder);
      known.set(folder, found);
    }
    return found;
  };
  const look = async (folder: string): Promise<SettingsFile | undefined> => {
    const own = await readFile(join(folder, ".galley", "settings.json"), files);
    if (own) {
      onRead(own);
      return own;
    }
    const parent = dirname(folder);
    return parent === folder ? undefined : forFolder(parent);
  };
  return {
    forFolder,
    from: async (path) => (await readFile(path, files)) ?? unreadable(path, { code: "ENOENT" }),
    forget: () => known.clear(),
  };
}

/** The file as it stands; nothing where there is none. */
async function readFile(path: string, files: Pick<Files, "read">): Promise<SettingsFile | undefined> {
  try {
    const bytes = await files.read(path);
    refuseLarger(bytes.length);
    const { text } = await decode(bytes);
    // Some editors put a BOM before everything, and none counts it.
    return parse(path, text.replace(/^\ufeff/, ""));
  } catch (error) {
    const isMissing = ["ENOENT", "ENOTDIR"].includes((error as { code?: string }).code ?? "");
    return isMissing ? undefined : unreadable(path, error);
  }
}

function parse(path: string, text: string): SettingsFile {
  const { value, fault, spanOf } = readJson(text);
  const { set, problems } = parseSettings(value, "file");
  const faults = problems.map(({ path: keys, about, zh, en }) => ({ ...spanOf(keys, about), message: { zh, en } }));
  if (!fault) return { path, text, set, faults };
  const { zh, en } = fault.message;
  const noJson = { ...fault, message: { zh: `不是有效的 JSON：${zh}。`, en: `This is not valid JSON: ${en}.` } };
  const reason = jsonRefusal(text, fault).reason;
  const refusal = new Refusal({ zh: `设置文件 ${path} ${reason.zh}`, en: `the settings file ${path} is ${reason.en}` });
  return { path, text, set, faults: [noJson, ...faults], refusal };
}

function unreadable(path: string, error: unknown): SettingsFile {
  const { zh, en } = reasonOf(error);
  const message = { zh: `设置文件无法读取：${zh}。`, en: `The settings file cannot be read: ${en}.` };
  const refusal = new Refusal({
    zh: `无法读取设置文件 ${path}：${zh}`,
    en: `cannot read the settings file ${path}: ${en}`,
  });
  return { path, text: "", set: {}, faults: [{ start: 0, end: 0, message }], refusal };
}
