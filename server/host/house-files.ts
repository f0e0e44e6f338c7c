/** Finds and reads the house's files beside its lexicon: `.galley/accepted.yaml` (or .yml, .json) at or above a page's folder. */

import { existsSync, readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { acceptanceOf } from "../core/accepted.ts";
import type { AcceptedEntry } from "../core/house/accepted-file.ts";
import type { Acceptance } from "../core/page/acceptance.ts";
import { RULES } from "../core/rules/index.ts";
import type { FileFaults } from "../workspace/file-faults.ts";
import type { HouseFiles, HouseSettings } from "../workspace/house.ts";
import { decode } from "./encodings.ts";
import { type FileFault, placed } from "./file-faults.ts";
import { createGalleyFinder, type GalleyFinder, goneWith, isGalleyFile, pathOf } from "./galley-files.ts";
import type { HouseReader } from "./house-reader.ts";
import { reasonOf } from "./refusal.ts";

const ACCEPTED = ["accepted.yaml", "accepted.yml", "accepted.json"] as const;

const RULE_IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/** A file that was read. */
interface Loaded {
  readonly path: string;
  readonly uri: string;
  readonly text: string;
  readonly entries: readonly AcceptedEntry[];
  readonly faults: readonly FileFault[];
  /** What the entries say of a page, by the path under which they name it. */
  readonly says: (page: string) => HouseSettings;
}

/** What reads the files is given, or loaded where there is one. */
export function createHouseFiles(given: HouseReader | (() => Promise<HouseReader>)): HouseFiles {
  const edited = new Map<string, string>();
  const finder: GalleyFinder = createGalleyFinder(ACCEPTED, (path) => edited.has(path) || existsSync(path));
  const loaded = new Map<string, Loaded>();
  const faulty = new Set<string>();
  let onFaults = (_: FileFaults): void => {};
  let loading: Promise<HouseReader> | undefined;
  const ready = (): Promise<HouseReader> => {
    loading ??= typeof given === "function" ? given() : Promise.resolve(given);
    return loading;
  };
  const load = (path: string, by: HouseReader): Loaded => {
    const before = loaded.get(path);
    if (before) return before;
    const { text, fault } = textOf(path, edited);
    const { entries, faults } = by.parseAccepted(text, RULE_IDS);
    const uri = pathToFileURL(path).href;
    const made = { path, uri, text, entries, faults: fault ? [fault] : faults, says: byPage(entries) };
    loaded.set(path, made);
    tell(made);
    return made;
  };
  const tell = ({ path, uri, text, faults }: Pick<Loaded, "path" | "uri" | "text" | "faults">): void => {
    if (faults.length > 0) faulty.add(uri);
    else if (!faulty.delete(uri)) return;
    onFaults({ uri, path, faults: placed(text, faults) });
  };
  const forget = (path: string): void => {
    loaded.delete(path);
    if (!edited.has(path) && !existsSync(path)) tell({ path, uri: pathToFileURL(path).href, text: "", faults: [] });
  };
  return {
    isFile: (uri) => isGalleyFile(uri, ACCEPTED),
    async forPage(uri) {
      const [page, file] = [pathOf(uri), finder.forPage(uri)];
      if (page === undefined || file === undefined) return NOTHING;
      return load(file, await ready()).says(pathIn(file, page));
    },
    takes: (uri) => pathOf(uri) !== undefined,
    async accept({ uri, text: page, folder }, finding, scope) {
      const [path, root] = [pathOf(uri), pathOf(folder)];
      if (path === undefined || root === undefined) return undefined;
      const by = await ready();
      const file = finder.forPage(uri) ?? join(galleyAbove(path) ?? join(root, ".galley"), ACCEPTED[0]);
      const exists = edited.has(file) || existsSync(file);
      const { text, fault } = exists ? textOf(file, edited) : { text: "" };
      if (fault) return undefined;
      const acceptance = acceptanceOf(page, finding, scope, pathIn(file, path));
      const edit = by.appendAccepted(text, [acceptance], file.endsWith(".json") ? "json" : "yaml");
      return edit && { uri: pathToFileURL(file).href, exists, text, edit };
    },
    async accepted(uri) {
      const path = isGalleyFile(uri, ACCEPTED) ? pathOf(uri) : undefined;
      if (path === undefined || !(edited.has(path) || existsSync(path))) return undefined;
      return load(path, await ready());
    },
    async takeBack({ text }, entries) {
      const by = await ready();
      return entries.flatMap((entry) => by.removeAccepted(text, entry) ?? []);
    },
    async page({ uri }, page) {
      const file = pathOf(uri);
      if (file === undefined) return undefined;
      const path = resolve(dirname(dirname(file)), page);
      try {
        const { text } = await decode(await readFile(path));
        return { uri: pathToFileURL(path).href, text };
      } catch {
        // A page that is not there, or is none.
        return undefined;
      }
    },
    edited(uri, text) {
      const path = pathOf(uri);
      if (path === undefined) return;
      const isNew = !edited.has(path);
      if (text === undefined) edited.delete(path);
      else edited.set(path, text);
      if (isNew || text === undefined) finder.forget();
      forget(path);
    },
    changed(changes) {
      const files = changes.flatMap(({ uri }) => goneWith(uri, ACCEPTED));
      if (files.length === 0) return false;
      finder.forget();
      for (const uri of files) {
        const path = pathOf(uri);
        if (path !== undefined) forget(path);
      }
      return true;
    },
    onFaults(listener) {
      onFaults = listener;
    },
  };
}

const NOTHING: HouseSettings = {};

/** What entries say of each page, worked out once: the same object for all pages that none of them names. */
function byPage(entries: readonly AcceptedEntry[]): Loaded["says"] {
  const ofAll = entries.filter(({ page }) => page === undefined).map(acceptanceIn);
  const forAll: HouseSettings = ofAll.length > 0 ? { accepted: ofAll } : NOTHING;
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

/** The path of a page as a file of `.galley` names it: from the folder that holds `.galley`. */
export function pathIn(file: string, page: string): string {
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

function textOf(path: string, edited: ReadonlyMap<string, string>): { text: string; fault?: FileFault } {
  const open = edited.get(path);
  if (open !== undefined) return { text: open };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    const { zh, en } =
      error instanceof TypeError
        ? { zh: "编码不是 UTF-8，请另存为 UTF-8", en: "it is not UTF-8; save it as UTF-8" }
        : reasonOf(error);
    return {
      text: "",
      fault: { start: 0, end: 0, message: { zh: `文件无法读取：${zh}。`, en: `The file cannot be read: ${en}.` } },
    };
  }
}
