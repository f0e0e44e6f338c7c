/** Keeps the index on the disk between two runs: one JSON file, replaced as a whole, read only by the version that wrote it. */

import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { IndexedPage } from "../workspace/index-entries.ts";
import type { PageCheck } from "../workspace/page-check.ts";
import { draftOf, drafts } from "./drafts.ts";
import { cleanFolder } from "./replace-file.ts";

/** What tells by itself that a file is as it was. */
export interface FileState {
  /** When it was last written, in ms. */
  readonly mtime: number;
  /** In bytes. */
  readonly size: number;
}

/** A page of the index and what its file was like when it was read. */
export interface IndexedFile extends FileState {
  /** Of the file's bytes. */
  readonly hash: string;
  /** Of the lexicon that held. */
  readonly lexicon: string;
  readonly page: IndexedPage;
  /** Of the settings and whatever else it was checked by. */
  readonly checkedBy: string;
  readonly check: PageCheck;
}

export interface IndexStore {
  /** What is stored in the folder; empty where nothing is, or nothing that can be used. */
  load(folder: string): Promise<ReadonlyMap<string, IndexedFile>>;
  save(folder: string, files: ReadonlyMap<string, IndexedFile>): Promise<void>;
}

/** A store of files that `version` of Galley wrote: another one may recognise other names. */
export function createIndexStore(version: string): IndexStore {
  return {
    async load(folder) {
      try {
        const stored: unknown = JSON.parse(await readFile(join(folder, NAME), "utf8"));
        return isStored(stored) && stored.format === FORMAT && stored.version === version
          ? new Map(stored.pages.filter(isPage))
          : new Map();
      } catch {
        // Whatever is wrong with it, the pages can be read again.
        return new Map();
      }
    },
    async save(folder, files) {
      await mkdir(folder, { recursive: true });
      const file = join(folder, NAME);
      // Several windows may have the folder open, each with a server of its own.
      const draft = draftOf(file);
      drafts.add(draft);
      try {
        await writeFile(draft, JSON.stringify({ format: FORMAT, version, pages: [...files] } satisfies Stored));
        await rename(draft, file);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      } finally {
        drafts.delete(draft);
      }
      await cleanFolder(folder);
    },
  };
}

const NAME = "index.json";
/** Changes with the shape of what is stored. */
const FORMAT = 6;

interface Stored {
  readonly format: number;
  readonly version: string;
  readonly pages: readonly (readonly [uri: string, file: IndexedFile])[];
}

function isStored(value: unknown): value is Stored {
  return typeof value === "object" && value !== null && Array.isArray((value as Partial<Stored>).pages);
}

/** What was damaged, or written by another hand, would stop every search that comes across it. */
function isPage(entry: unknown): entry is [string, IndexedFile] {
  if (!Array.isArray(entry) || typeof entry[0] !== "string") return false;
  const { hash, page, check } = recordOf(entry[1]);
  const { headlines, entities, facts } = recordOf(page);
  const { folio, jumps, persons, projects } = recordOf(facts);
  return (
    typeof hash === "string" &&
    isList(headlines, ({ name, place }) => typeof name === "string" && isPlace(place)) &&
    isList(entities, ({ type, entity, places }) => [type, entity].every(isText) && isListOfPlaces(places)) &&
    [folio, jumps].every((fact) => typeof fact === "object" && fact !== null) &&
    [persons, projects].every((fact) => isList(fact, () => true)) &&
    isList(
      recordOf(check).places,
      ({ rule, message, range }) => isText(rule) && isText(recordOf(message).zh) && isRange(range),
    )
  );
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** Whether it is a list of objects that are such. */
function isList(value: unknown, is: (item: Readonly<Record<string, unknown>>) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "object" && item !== null && is(recordOf(item)));
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isListOfPlaces(value: unknown): boolean {
  return Array.isArray(value) && value.every(isPlace);
}

function isPlace(value: unknown): boolean {
  return Array.isArray(value) && value.length === 4 && value.every(Number.isInteger);
}

function isRange(value: unknown): boolean {
  const { start, end } = recordOf(value);
  return [start, end].every((at) => [recordOf(at).line, recordOf(at).character].every(Number.isInteger));
}
