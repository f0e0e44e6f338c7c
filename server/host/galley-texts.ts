/** The files of one kind in folders `.galley`: each is read once until it changes, as an editor has it open or as it is on the disk. */

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Localised } from "../core/text/locale.ts";
import type { FileFaults } from "../workspace/file-faults.ts";
import type { FileChange } from "../workspace/name-service.ts";
import { decode, type Encoding } from "./encodings.ts";
import { type FileFault, placed } from "./file-faults.ts";
import { createGalleyFinder, goneWith, isGalleyFile, pathOf } from "./galley-files.ts";
import { refuseLarger } from "./house-size.ts";
import { readOrdinary } from "./read-file.ts";
import { reasonOf } from "./refusal.ts";

/** What is read from a file. */
interface Readable {
  readonly faults: readonly FileFault[];
}

/** A file as it stands, saved or not. */
export interface GalleyText<R extends Readable> {
  readonly path: string;
  readonly uri: string;
  readonly text: string;
  readonly read: R;
  /** What the disk has of it, where an editor that opens the file, as most take any for UTF-8, would see another text. */
  readonly stored?: { readonly bytes: Uint8Array; readonly encoding: Encoding; readonly exact: boolean };
  /** What keeps it from being read at all; it counts as empty then. */
  readonly refusal?: FileFault;
}

export interface GalleyTexts<R extends Readable> {
  /** Whether the path or URI is that of such a file, wherever it lies. */
  isOne(uri: string): boolean;
  /** The path of the file that holds for a page (URI). */
  pathFor(uri: string): string | undefined;
  /** The file that holds for a page (URI): the same object until it changes. */
  forPage(uri: string): Promise<GalleyText<R> | undefined>;
  /** This very file; nothing where there is none. */
  at(path: string): Promise<GalleyText<R> | undefined>;
  /** The same, where nobody may have told yet of what another program has made of it. */
  fresh(path: string): Promise<GalleyText<R> | undefined>;
  /** The text as an editor has the file (URI) open; undefined where it is closed. */
  edited(uri: string, text: string | undefined): void;
  /** Files have changed on the disk. Says whether one of these may be among them. */
  changed(changes: readonly FileChange[]): boolean;
}

export interface GalleyTextsOptions<R extends Readable> {
  /** The names that a file of the kind may have; of several in a folder the first counts. */
  readonly names: readonly string[];
  readonly read: (text: string) => Promise<R>;
  /** Is told of each file with faults that has been read, and of no faults where they are mended or the file is gone. */
  readonly onFaults: (faults: FileFaults) => void;
}

export function keepGalleyTexts<R extends Readable>({ names, read, onFaults }: GalleyTextsOptions<R>): GalleyTexts<R> {
  const edited = new Map<string, string>();
  const isThere = (path: string): boolean => edited.has(path) || existsSync(path);
  const finder = createGalleyFinder(names, isThere);
  const known = new Map<string, Promise<GalleyText<R>>>();
  /** Paths of files whose faults were told. */
  const faulty = new Set<string>();
  const tell = (path: string, text: string, faults: readonly FileFault[]): void => {
    if (faults.length > 0) faulty.add(path);
    else if (!faulty.delete(path)) return;
    onFaults({ uri: pathToFileURL(path).href, path, faults: placed(text, faults) });
  };
  /** A file of another ending beside this one is easily taken for the one that counts. */
  const besides = (path: string): FileFault[] =>
    names.flatMap((name) => {
      const other = join(dirname(path), name);
      return other !== path && existsSync(other) ? [{ start: 0, end: 0, message: unread(name) }] : [];
    });
  const load = async (path: string): Promise<GalleyText<R>> => {
    const told = await textOf(path, edited.get(path));
    return { path, uri: pathToFileURL(path).href, ...told, read: await read(told.text) };
  };
  const at = (path: string): Promise<GalleyText<R>> => {
    const before = known.get(path);
    if (before) return before;
    const loading = load(path);
    known.set(path, loading);
    loading.then(
      ({ text, read: { faults }, refusal }) => {
        const all = refusal ? [refusal] : [...faults, ...besides(path)];
        if (known.get(path) === loading) tell(path, text, all);
      },
      // Whoever asked for it is told.
      () => {},
    );
    return loading;
  };
  /** Reads at once what is not as it was, so that its faults are told though no page is open for which it holds. */
  const renew = (path: string): void => {
    known.delete(path);
    if (isThere(path)) at(path).catch(() => {});
    else tell(path, "", []);
  };
  const pathFor = (uri: string): string | undefined => finder.forPage(uri);
  return {
    isOne: (uri) => isGalleyFile(uri, names),
    pathFor,
    async forPage(uri) {
      const path = pathFor(uri);
      return path === undefined ? undefined : at(path);
    },
    at: async (path) => (isThere(path) ? at(path) : undefined),
    async fresh(path) {
      if (!isThere(path)) return undefined;
      const before = known.get(path);
      const isSame = !before || (await before).text === (await textOf(path, edited.get(path))).text;
      if (!isSame && known.get(path) === before) known.delete(path);
      return at(path);
    },
    edited(uri, text) {
      const path = pathOf(uri);
      if (path === undefined) return;
      const isNew = !edited.has(path);
      if (text === undefined) edited.delete(path);
      else edited.set(path, text);
      if (isNew || text === undefined) finder.forget();
      renew(path);
    },
    changed(changes) {
      const paths = changes.flatMap(({ uri }) => goneWith(uri, names)).flatMap((uri) => pathOf(uri) ?? []);
      if (paths.length === 0) return false;
      finder.forget();
      for (const path of paths) renew(path);
      return true;
    },
  };
}

function unread(name: string): Localised {
  return {
    zh: `旁边的 ${name} 不读：只有这个文件起作用。`,
    en: `${name} beside it is not read: only this file counts.`,
  };
}

/** The text of a file, or that of nothing and what keeps it from being read. */
async function textOf(
  path: string,
  open: string | undefined,
): Promise<Pick<GalleyText<Readable>, "text" | "stored" | "refusal">> {
  if (open !== undefined) return { text: open };
  try {
    const bytes = await readOrdinary(path, refuseLarger);
    const { text, encoding, exact } = await decode(bytes);
    return encoding.name === "utf-8" ? { text } : { text, stored: { bytes, encoding, exact } };
  } catch (error) {
    const { zh, en } = reasonOf(error);
    const message = { zh: `文件无法读取：${zh}。`, en: `The file cannot be read: ${en}.` };
    return { text: "", refusal: { start: 0, end: 0, message } };
  }
}
