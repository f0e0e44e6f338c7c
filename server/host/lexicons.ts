/** Reads the house's lexicons, each once until it changes. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { createLexicon, type FileFault } from "../core/house/index.ts";
import { parseLexicon } from "../core/house/parse.ts";
import type { Lexicons, LoadedLexicon } from "../workspace/lexicons.ts";
import { refuseLarger } from "./house-size.ts";
import { createLexiconFinder, type LexiconFinder, pathOf } from "./lexicon-files.ts";
import { Refusal, reasonOf } from "./refusal.ts";

/** `onRead` is told of each lexicon that has been read. A file that cannot be read is an empty lexicon with that fault. */
export function createLexicons(
  onRead: (loaded: LoadedLexicon) => void = () => {},
  finder: LexiconFinder = createLexiconFinder(),
  read: (path: string) => Uint8Array = readFileOnly,
): Lexicons {
  const known = new Map<string, LoadedLexicon>();
  const load = (path: string | undefined): LoadedLexicon | undefined => {
    if (path === undefined) return undefined;
    let loaded = known.get(path);
    if (!loaded) {
      loaded = loadLexicon(path, read);
      known.set(path, loaded);
      onRead(loaded);
    }
    return loaded;
  };
  return {
    forFolder: (folder) => load(finder.forFolder(folder)),
    forPage: (uri) => load(finder.forPage(uri)),
    from: load,
    fresh(uri) {
      const path = pathOf(uri);
      return path !== undefined && existsSync(path) ? loadLexicon(path, read) : undefined;
    },
    forget() {
      finder.forget();
      known.clear();
    },
  };
}

/** What is no file, a pipe, say, may never end. */
function readFileOnly(path: string): Uint8Array {
  const state = statSync(path);
  if (!state.isFile()) throw new Refusal(NO_FILE);
  refuseLarger(state.size);
  return readFileSync(path);
}

const NO_FILE = { zh: "不是文件", en: "it is no file" };

function loadLexicon(path: string, read: (path: string) => Uint8Array): LoadedLexicon {
  const { text, fault } = textOf(path, read);
  const { entries, faults } = parseLexicon(text);
  const mark = createHash("sha256").update(text).digest("hex").slice(0, 12);
  const all = fault ? [fault] : faults;
  const loaded = { path, uri: pathToFileURL(path).href, text, lexicon: createLexicon(entries), faults: all, mark };
  return fault ? { ...loaded, isUnreadable: true } : loaded;
}

function textOf(path: string, read: (path: string) => Uint8Array): { text: string; fault?: FileFault } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(read(path)) };
  } catch (error) {
    const damaged = error instanceof TypeError;
    const { zh, en } = damaged
      ? { zh: "编码不是 UTF-8，请另存为 UTF-8", en: "it is not UTF-8; save it as UTF-8" }
      : reasonOf(error);
    const message = { zh: `词库无法读取：${zh}。`, en: `The lexicon cannot be read: ${en}.` };
    return { text: "", fault: { start: 0, end: 0, message } };
  }
}
