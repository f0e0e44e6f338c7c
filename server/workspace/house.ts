/** What the house's own files say of pages, beside its lexicon and its settings: the findings it has accepted, the words it does not use. The host reads the files. */

import type { AcceptedEntry } from "../core/house/accepted-file.ts";
import type { AcceptanceScope } from "../core/page/acceptance.ts";
import type { Finding } from "../core/page/finding.ts";
import type { Settings } from "../core/page/settings.ts";
import type { Localised } from "../core/text/locale.ts";
import type { TextEdit } from "../core/text/text.ts";
import type { FileFaults } from "./file-faults.ts";
import type { FileChange } from "./name-service.ts";

/** What holds for a page, beside the settings that people set. */
export type HouseSettings = Pick<Settings, "accepted" | "words">;

/** The file of accepted findings as it stands, saved or not. */
export interface AcceptedFile {
  readonly uri: string;
  readonly text: string;
  readonly entries: readonly AcceptedEntry[];
}

/** An edit of a file of the house. */
export interface HouseEdit {
  readonly uri: string;
  /** Whether the file is there; else it is to be made first. */
  readonly exists: boolean;
  readonly text: string;
  readonly edit: TextEdit;
  /**
   * Makes the edit on the disk, in the encoding that the file has, where an editor would take it for UTF-8. Gives the reason why it
   * was not made.
   */
  readonly write?: () => Promise<Localised | undefined>;
}

/** The house's files. Those of pages that are no files are none. */
export interface HouseFiles {
  /** Whether the path or URI is that of such a file, wherever it lies. */
  isFile(uri: string): boolean;
  /** What holds for a page (URI): each part of it the same object until its file changes. */
  forPage(uri: string): Promise<HouseSettings>;
  /** The file that holds for a page (URI) and cannot be read, as far as it has to be, so that nobody knows what it says; and why. */
  unreadable(uri: string, accepted?: AcceptedRead): Promise<({ readonly path: string } & Localised) | undefined>;
  /** Whether a finding of the page could be accepted: only a page that is a file has a place for it. */
  takes(uri: string): boolean;
  /** What adds an acceptance to the file that holds for the page, or to a new one in the folder (URI) where there is no `.galley` yet. */
  accept(page: AcceptedPage, finding: Finding, scope: AcceptanceScope): Promise<HouseEdit | undefined>;
  /** A file of accepted findings (URI) as it stands; nothing where it is none. */
  accepted(uri: string): Promise<AcceptedFile | undefined>;
  /** What takes some of its entries back. */
  takeBack(file: AcceptedFile, entries: readonly AcceptedEntry[]): Promise<readonly TextEdit[]>;
  /** A page that a file of accepted findings names, and its text; nothing where it is not there. */
  page(file: AcceptedFile, path: string): Promise<NamedPage | undefined>;
  /** The text of such a file as an editor has it open; undefined where it is closed. */
  edited(uri: string, text: string | undefined): void;
  /** Files have come, changed or gone on the disk. Says whether what holds for pages may have changed. */
  changed(changes: readonly FileChange[]): boolean;
  /** Is told of faults in these files, each time one has been read; an empty list where they are mended. */
  onFaults(listener: (faults: FileFaults) => void): void;
}

/**
 * How much of what was accepted has to be known: whatever can be read, every entry, or nothing. Who changes pages has to know every
 * entry, as an entry with a fault may be the one that says what is to stay.
 */
export type AcceptedRead = "any" | "every" | "none";

/** The page of a finding that is to be accepted. */
export interface AcceptedPage {
  readonly uri: string;
  readonly text: string;
  /** The folder (URI) in which `.galley` is made where no folder above the page has one. */
  readonly folder: string;
}

export interface NamedPage {
  readonly uri: string;
  readonly text: string;
}

/** For a host that has no files. */
export const NO_HOUSE: HouseFiles = {
  isFile: () => false,
  forPage: async () => NOTHING,
  unreadable: async () => undefined,
  takes: () => false,
  accept: async () => undefined,
  accepted: async () => undefined,
  takeBack: async () => [],
  page: async () => undefined,
  edited: () => {},
  changed: () => false,
  onFaults: () => {},
};

const NOTHING: HouseSettings = {};
