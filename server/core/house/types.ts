/** The house's own lexicon: names that a newsroom has settled, as `.galley/entities.yaml` states them. */

import type { EntityType } from "../page/mention.ts";
import type { Localised } from "../text/locale.ts";
import type { Span } from "../text/text.ts";

/** The kinds of entity that have a name. */
export type NameType = Exclude<EntityType, "DATE" | "QTY">;

/** One entry as an editor writes it. */
export interface EntryData {
  readonly name: string;
  readonly type: NameType;
  /** Other ways to write it: short forms, former names. */
  readonly aliases: readonly string[];
  /** A person's office or title, in full. */
  readonly role?: string;
  readonly note?: string;
  /** How a person's name is read, in pinyin. */
  readonly reading?: string;
}

/** An entry and where its name stands in the lexicon's file (UTF-16 offsets). */
export interface Entry extends EntryData, Span {}

/** What is wrong in a file of the house, and where (UTF-16 offsets). */
export interface FileFault extends Span {
  readonly message: Localised;
}

/** A file read: the entries that can be used, and what is wrong with the others. */
export interface ParsedLexicon {
  readonly entries: readonly Entry[];
  readonly faults: readonly FileFault[];
}

/** A kind as the file names it, in English or Chinese. */
export const KIND_NAMES: readonly { readonly type: NameType; readonly names: readonly string[] }[] = [
  { type: "PER", names: ["person", "人物"] },
  { type: "LOC", names: ["place", "地名"] },
  { type: "ORG", names: ["organisation", "机构"] },
  { type: "TERM", names: ["term", "提法"] },
];

/** What an entry can say. */
export const ENTRY_KEYS = ["name", "kind", "aliases", "role", "note", "reading"] as const;
