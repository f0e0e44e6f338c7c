/** What the server asks of whoever keeps the house's lexicon and the index of the workspace; the host answers from another thread. */

import type { Finding } from "../core/page/finding.ts";
import type { Severities } from "../core/page/settings.ts";
import type { Localised } from "../core/text/locale.ts";
import type { Range } from "../core/text/positions.ts";
import type { Cancellation } from "./cancellation.ts";
import type { FileFaults } from "./file-faults.ts";
import type { EntityKey } from "./index-entries.ts";
import type { MentionQuery } from "./mention-service.ts";
import type { NameProposal } from "./name-proposals.ts";
import type { NamedPlace, Place } from "./page-index.ts";

/** An edit that adds an entry to the house's lexicon, and what it adds. */
export interface Addition {
  /** The lexicon's file, to be made first where it is not there. */
  readonly uri: string;
  readonly exists: boolean;
  readonly edit: { readonly range: Range; readonly newText: string };
  /** The name that the new entry has. */
  readonly name: string;
}

/** A name that has been confirmed, as the lexicon takes it. */
export interface NewEntry {
  readonly type: "PER" | "ORG";
  readonly name: string;
  readonly role?: string;
}

/** A change of a file on the disk. */
export interface FileChange {
  readonly uri: string;
  readonly kind: "written" | "deleted";
}

/** The folders to index and which of their files are pages. */
export interface IndexPlan {
  /** URIs of the workspace's folders. */
  readonly folders: readonly string[];
  /** Globs of the files that are pages. */
  readonly pages: readonly string[];
  /** Path of the folder in which the index is kept; without one it is made anew each time. */
  readonly storage?: string;
}

/** How far the index is: pages looked at, of how many; `of` is 0 when there is nothing left to do. */
export interface IndexProgress {
  readonly done: number;
  readonly of: number;
}

/** What the server is told of whoever knows the names. */
export interface NamesReturn {
  /** What was answered with nothing meanwhile is to be asked again. */
  back(): void;
  /** What the user should know, once for each trouble. */
  notice(notice: Localised): void;
}

/** Names beyond one page. Every question is answered, with nothing where nothing is known, and none throws. */
export interface NameService {
  /** The entry of the house's lexicon for an entity as the page's mentions name it. */
  entry(query: MentionQuery, key: EntityKey): Promise<Place | undefined>;
  /**
   * What would add the entity at a page offset to the lexicon that holds for the page, or to a new one in the folder
   * (URI). Nothing where the lexicon has it, or is in no state to be added to.
   */
  addition(query: MentionQuery, offset: number, folder: string): Promise<Addition | undefined>;
  /** What the rules find that go by names; none, without waking anybody, where no such rule is in force for the page. */
  findings(query: MentionQuery, settings: Severities): Promise<readonly Finding[]>;
  /**
   * What the rules find on the page that go by its issue: by this version of the page, other open ones as they were last asked about,
   * and the index. None where there is no index, or it has not been looked over yet.
   */
  issueFindings(query: MentionQuery, settings: Severities): Promise<readonly Finding[]>;
  /** All mentions of an entity on the pages of the index. */
  references(key: EntityKey, token: Cancellation): Promise<readonly Place[]>;
  /** Headlines and entities of the index that have these characters in this order. */
  symbols(query: string, token: Cancellation): Promise<readonly NamedPlace[]>;
  /** Names that the indexed pages of a folder (URI) show often enough to be proposed for its lexicon. */
  proposals(folder: string, token: Cancellation): Promise<readonly NameProposal[]>;
  /**
   * What would add these names to the lexicon that holds in a folder (URI), or to a new one; those that it has are left out. Nothing where
   * none is left, or it is in no state to be added to.
   */
  entries(folder: string, entries: readonly NewEntry[], token: Cancellation): Promise<Addition | undefined>;
  /** Starts to index, or to look what has changed since it was last done. */
  index(plan: IndexPlan, onProgress: (progress: IndexProgress) => void): void;
  /** Leaves the index as far as it is. */
  stopIndexing(): void;
  /** Files have changed on the disk: pages, lexicons, or folders that held some. */
  changed(changes: readonly FileChange[]): void;
  /** Is told of faults in lexicon files, each time one has been read; an empty list where they are mended. */
  onFaults(listener: (faults: FileFaults) => void): void;
  /** Is told when whoever knows the names was gone and is back. */
  onReturn(listener: NamesReturn): void;
}

/** A service for a host that has neither lexicon nor index. */
export const NO_NAMES: NameService = {
  entry: async () => undefined,
  addition: async () => undefined,
  findings: async () => [],
  issueFindings: async () => [],
  references: async () => [],
  symbols: async () => [],
  proposals: async () => [],
  entries: async () => undefined,
  index: () => {},
  stopIndexing: () => {},
  changed: () => {},
  onFaults: () => {},
  onReturn: () => {},
};
