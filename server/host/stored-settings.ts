/** Keeps the settings files that hold for the editor's pages: reads each once until it changes. */

import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { SetValues } from "../core/setting-table.ts";
import type { FileFaults } from "../workspace/file-faults.ts";
import type { StoredSettings } from "../workspace/stored-settings.ts";
import { placed } from "./file-faults.ts";
import type { Files } from "./files.ts";
import { pathOf } from "./lexicon-files.ts";
import { settingsFiles } from "./settings-file.ts";

export function createStoredSettings(files: Pick<Files, "read">): StoredSettings {
  let tell: (faults: FileFaults) => void = () => {};
  /** URIs of files whose faults are shown. */
  const faulty = new Set<string>();
  const stored = settingsFiles(files, ({ path, text, faults }) => {
    const uri = pathToFileURL(path).href;
    if (faults.length > 0) faulty.add(uri);
    else faulty.delete(uri);
    tell({ uri, faults: placed(text, faults) });
  });
  const forPath = async (folder: string | undefined): Promise<SetValues> =>
    folder === undefined ? {} : ((await stored.forFolder(folder))?.set ?? {});
  return {
    async forPage(uri) {
      const path = pathOf(uri);
      return forPath(path && dirname(path));
    },
    forFolder: (uri) => forPath(pathOf(uri.replace(/\/$/, ""))),
    changed(changes) {
      const deleted = changes.flatMap(({ uri, kind }) => (kind === "deleted" ? [uri] : []));
      for (const uri of faulty) {
        if (!deleted.some((gone) => uri === gone || uri.startsWith(`${gone}/`))) continue;
        faulty.delete(uri);
        tell({ uri, faults: [] });
      }
      const settings = changes.filter(({ uri }) => SETTINGS_FILE.test(uri));
      if (settings.length === 0) return false;
      stored.forget();
      // Read at once, so that its faults are told though no page is open for which it holds.
      for (const { uri, kind } of settings) {
        const path = kind === "written" ? pathOf(uri) : undefined;
        if (path !== undefined) void stored.forFolder(resolve(path, "../.."));
      }
      return true;
    },
    onFaults(listener) {
      tell = listener;
    },
  };
}

/** A settings file, or the folder that may have held one. */
const SETTINGS_FILE = /\/\.galley(?:\/settings\.json)?$/;
