/** What the house's files beside its lexicon and its settings say of a page: `.galley/accepted.yaml` and `.galley/words.yaml` (or .yml, .json). */

import { statSync } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { acceptanceOf } from "../core/accepted.ts";
import type { AcceptedEntry } from "../core/house/accepted-file.ts";
import type { WordEntry } from "../core/house/words-file.ts";
import type { Acceptance } from "../core/page/acceptance.ts";
import type { HouseWord } from "../core/page/house-word.ts";
import { RULES } from "../core/rules/index.ts";
import type { Localised } from "../core/text/locale.ts";
import { applyEdits } from "../core/text/text.ts";
import type { FileFaults } from "../workspace/file-faults.ts";
import type { HouseFiles, HouseSettings } from "../workspace/house.ts";
import { decode, encode } from "./encodings.ts";
import { placed } from "./file-faults.ts";
import { pathOf } from "./galley-files.ts";
import { type GalleyText, keepGalleyTexts } from "./galley-texts.ts";
import type { HouseReader } from "./house-reader.ts";
import { Refusal, reasonOf } from "./refusal.ts";
import { replaceFile } from "./replace-file.ts";

const ACCEPTED = ["accepted.yaml", "accepted.yml", "accepted.json"] as const;
const WORDS = ["words.yaml", "words.yml", "words.json"] as const;

const RULE_IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/** A larger file is no page of a newspaper. */
const MOST_BYTES = 2_000_000;

/** What reads the files is given, or loaded where there is one. */
export function createHouseFiles(given: HouseReader | (() => Promise<HouseReader>)): HouseFiles {
  let loading: Promise<HouseReader> | undefined;
  const reader = (): Promise<HouseReader> => {
    loading ??= typeof given === "function" ? given() : Promise.resolve(given);
    return loading;
  };
  let onFaults = (_: FileFaults): void => {};
  const tell = (faults: FileFaults): void => onFaults(faults);
  const accepted = keepGalleyTexts({
    names: ACCEPTED,
    async read(text) {
      const parsed = (await reader()).parseAccepted(text, RULE_IDS);
      return { ...parsed, says: byPage(parsed.entries) };
    },
    onFaults: tell,
  });
  const words = keepGalleyTexts({
    names: WORDS,
    async read(text) {
      const { entries, faults } = (await reader()).parseWords(text);
      return { words: entries.map(wordIn), faults };
    },
    onFaults: tell,
  });
  const kinds = [accepted, words];
  return {
    isFile: (uri) => kinds.some((kind) => kind.isOne(uri)),
    async forPage(uri) {
      const page = pathOf(uri);
      if (page === undefined) return {};
      const [ofPages, ofHouse] = await Promise.all([accepted.forPage(uri), words.forPage(uri)]);
      const says = ofPages?.read.says(pathIn(ofPages.path, page));
      return { ...says, ...(ofHouse && ofHouse.read.words.length > 0 && { words: ofHouse.read.words }) };
    },
    async unreadable(uri, need = "any") {
      const [ofPages, ofHouse] = await Promise.all([accepted.forPage(uri), words.forPage(uri)]);
      for (const file of need === "none" ? [ofHouse] : [ofPages, ofHouse])
        if (file?.refusal) return { path: file.path, ...file.refusal.message };
      const [fault] = need === "every" && ofPages ? placed(ofPages.text, ofPages.read.faults) : [];
      if (!fault || !ofPages) return undefined;
      return { path: `${ofPages.path}:${fault.range.start.line + 1}`, ...leftAlone(fault) };
    },
    takes: (uri) => pathOf(uri) !== undefined,
    async accept({ uri, text: page, folder }, finding, scope) {
      const [path, root] = [pathOf(uri), pathOf(folder)];
      if (path === undefined || root === undefined) return undefined;
      const file = accepted.pathFor(uri) ?? join(galleyAbove(path) ?? join(root, ".galley"), ACCEPTED[0]);
      const before = await accepted.fresh(file);
      // What was opened in another encoding than it has would be saved so.
      if (before?.refusal || before?.text.includes("\ufffd")) return undefined;
      const acceptance = acceptanceOf(page, finding, scope, pathIn(file, path));
      const text = before?.text ?? "";
      const edit = (await reader()).appendAccepted(text, [acceptance], file.endsWith(".json") ? "json" : "yaml");
      if (!edit) return undefined;
      const stored = before?.stored;
      const write = stored && (() => writeAsItWas(file, applyEdits(text, [edit]), stored));
      return {
        uri: pathToFileURL(file).href,
        exists: before !== undefined,
        text,
        edit,
        ...(write && { write }),
      };
    },
    async accepted(uri) {
      const path = accepted.isOne(uri) ? pathOf(uri) : undefined;
      const file = path === undefined ? undefined : await accepted.at(path);
      return file && { uri: file.uri, text: file.text, entries: file.read.entries };
    },
    async takeBack({ text }, entries) {
      const by = await reader();
      return entries.flatMap((entry) => by.removeAccepted(text, entry) ?? []);
    },
    async page({ uri }, page) {
      const file = pathOf(uri);
      if (file === undefined) return undefined;
      const folder = dirname(dirname(file));
      const path = resolve(folder, page);
      try {
        // Anybody may have written the file: it names pages below its folder, and nothing else is read for it.
        const way = relative(await realpath(folder), await realpath(path));
        if (isAbsolute(way) || way.split(sep)[0] === "..") return undefined;
        const state = await stat(path);
        if (!state.isFile() || state.size > MOST_BYTES) return undefined;
        const { text } = await decode(await readFile(path));
        return { uri: pathToFileURL(path).href, text };
      } catch {
        // A page that is not there, or is none.
        return undefined;
      }
    },
    edited(uri, text) {
      for (const kind of kinds) if (kind.isOne(uri)) kind.edited(uri, text);
    },
    changed: (changes) => kinds.map((kind) => kind.changed(changes)).includes(true),
    onFaults(listener) {
      onFaults = listener;
    },
  };
}

/** Writes a file anew in the encoding that it has. Gives the reason why it was not written. */
async function writeAsItWas(
  path: string,
  text: string,
  { bytes, encoding, exact }: NonNullable<GalleyText<never>["stored"]>,
): Promise<Localised | undefined> {
  try {
    if (!exact) throw new Refusal(INEXACT);
    await replaceFile(path, await encode(text, encoding), bytes);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

const INEXACT = {
  zh: "里面有写不回原样的编码，请先转成 UTF-8",
  en: "it holds codes that cannot be written back as they were; convert it to UTF-8 first",
};

/** A fault for which pages are left as they are. */
function leftAlone({ zh, en }: Localised): Localised {
  return {
    zh: `${zh}不知道哪些地方已接受，没有改动；请先改好这个文件，或加 --no-accepted`,
    en: `${en} Which findings are accepted is not known, so nothing was changed; mend that file first, or give --no-accepted`,
  };
}

/** What entries say of each page, worked out once: the same object for all pages that none of them names. */
function byPage(entries: readonly AcceptedEntry[]): (page: string) => HouseSettings {
  const ofAll = entries.filter(({ page }) => page === undefined).map(acceptanceIn);
  const forAll: HouseSettings = ofAll.length > 0 ? { accepted: ofAll } : {};
  const named = new Map<string, Acceptance[]>();
  for (const entry of entries) {
    if (entry.page === undefined) continue;
    const own = named.get(entry.page) ?? [...ofAll];
    own.push(acceptanceIn(entry));
    named.set(entry.page, own);
  }
  const known = new Map([...named].map(([page, accepted]) => [page, { accepted }]));
  return (page) => known.get(page) ?? forAll;
}

/** An entry without its place in the file, so that pages are not checked anew where others have come before it. */
function acceptanceIn({ start: _, end: __, note: ___, ...acceptance }: AcceptedEntry): Acceptance {
  return acceptance;
}

/** The same of a word. */
function wordIn({ start: _, end: __, ...word }: WordEntry): HouseWord {
  return word;
}

/** The path of a page as a file of `.galley` names it: from the folder that holds `.galley`. */
function pathIn(file: string, page: string): string {
  return relative(dirname(dirname(file)), page)
    .split(sep)
    .join("/");
}

/** The nearest folder `.galley` at or above the folder of a page. */
function galleyAbove(page: string): string | undefined {
  for (let folder = dirname(page); ; folder = dirname(folder)) {
    const own = join(folder, ".galley");
    if (statSync(own, { throwIfNoEntry: false })?.isDirectory()) return own;
    if (dirname(folder) === folder) return undefined;
  }
}
