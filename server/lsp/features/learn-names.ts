/** `galley/nameProposals` and `galley/lexiconEntries`: names of a folder's pages for the house's lexicon, each to be confirmed. */

import type { CancellationToken } from "vscode-languageserver";
import {
  LEXICON_ENTRIES,
  type LexiconAddition,
  type LexiconEntries,
  NAME_PROPOSALS,
  type NameProposal,
  type NameProposalRequest,
} from "../../protocol.ts";
import { unpacked } from "../../workspace/entity-places.ts";
import type { NameService, NewEntry } from "../../workspace/name-service.ts";

/** A request about a folder. */
export interface FolderFeature {
  readonly method: string;
  readonly empty: unknown;
  answer(names: NameService, params: unknown, token: CancellationToken): Promise<unknown>;
}

const nameProposals: FolderFeature = {
  method: NAME_PROPOSALS,
  empty: [],
  async answer(names, params, token): Promise<readonly NameProposal[]> {
    const { folder } = (params ?? {}) as Partial<NameProposalRequest>;
    if (typeof folder !== "string") return [];
    const found = await names.proposals(folder, token);
    return found.map(({ first: { uri, place }, ...proposal }) => ({ ...proposal, uri, range: unpacked(place) }));
  },
};

const lexiconEntries: FolderFeature = {
  method: LEXICON_ENTRIES,
  empty: null,
  async answer(names, params, token): Promise<LexiconAddition | null> {
    const { folder, entries } = (params ?? {}) as Partial<LexiconEntries>;
    if (typeof folder !== "string" || !Array.isArray(entries)) return null;
    return (await names.entries(folder, entries.flatMap(entryOf), token)) ?? null;
  },
};

/** An entry of the client's, with nothing in it but what an entry has. */
function entryOf(given: unknown): NewEntry[] {
  const { type, name, role } = (given ?? {}) as Partial<NewEntry>;
  if ((type !== "PER" && type !== "ORG") || typeof name !== "string" || !mayBeName(name)) return [];
  return [{ type, name, ...(typeof role === "string" && role !== "" ? { role } : {}) }];
}

/** Whether the lexicon would take a name: two characters or more, and none that is longer than any name. */
function mayBeName(name: string): boolean {
  const length = [...name.trim()].length;
  return length >= 2 && length <= LONGEST_NAME;
}

const LONGEST_NAME = 100;

export const FOLDER_FEATURES: readonly FolderFeature[] = [nameProposals, lexiconEntries];
