/** Finds the settings that hold for a page: the nearest `.galley/settings.json` at or above its folder. */

import { dirname, join } from "node:path";
import { type ParsedSettings, parseSettings } from "../core/parse-settings.ts";
import { decode } from "./encodings.ts";
import type { Files } from "./files.ts";
import { parseJson } from "./json.ts";
import { Refusal, reasonOf } from "./refusal.ts";

export interface SettingsFile extends ParsedSettings {
  /** Where the settings were read; nothing where there is no such file and the defaults hold. */
  readonly path?: string;
}

/** Looks settings up; what was found for a folder is remembered, so a file is read, and complained of, once. */
export interface SettingsFiles {
  /** Settings for pages in a folder (absolute path). Rejects with a Refusal where they cannot be read. */
  forFolder(folder: string): Promise<SettingsFile>;
  /** Settings from this very file. */
  from(path: string): Promise<SettingsFile>;
}

export function settingsFiles(files: Pick<Files, "read">): SettingsFiles {
  const known = new Map<string, Promise<SettingsFile>>();
  const forFolder = (folder: string): Promise<SettingsFile> => {
    let found = known.get(folder);
    if (!found) {
      found = look(folder);
      known.set(folder, found);
    }
    return found;
  };
  const look = async (folder: string): Promise<SettingsFile> => {
    const path = join(folder, ".galley", "settings.json");
    const bytes = await files.read(path).catch((error: unknown) => {
      if (["ENOENT", "ENOTDIR"].includes((error as { code?: string }).code ?? "")) return undefined;
      throw unreadable(path, error);
    });
    if (bytes) return parse(path, bytes);
    const parent = dirname(folder);
    return parent === folder ? parseSettings(undefined) : forFolder(parent);
  };
  return {
    forFolder,
    async from(path) {
      const bytes = await files.read(path).catch((error: unknown) => {
        throw unreadable(path, error);
      });
      return parse(path, bytes);
    },
  };
}

async function parse(path: string, bytes: Uint8Array): Promise<SettingsFile> {
  const { text } = await decode(bytes).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  let value: unknown;
  try {
    value = text.trim() === "" ? {} : parseJson(text);
  } catch (error) {
    const { zh, en } = reasonOf(error);
    throw new Refusal({ zh: `设置文件 ${path} ${zh}`, en: `the settings file ${path} is ${en}` });
  }
  return { ...parseSettings(value, ["$schema"]), path };
}

function unreadable(path: string, error: unknown): Refusal {
  const { zh, en } = reasonOf(error);
  return new Refusal({ zh: `无法读取设置文件 ${path}：${zh}`, en: `cannot read the settings file ${path}: ${en}` });
}
