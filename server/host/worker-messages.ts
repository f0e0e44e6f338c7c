/** What the language server and its worker thread say to each other. */

import type { Listing } from "../core/page/analysis.ts";
import type { Finding } from "../core/page/finding.ts";
import type { Mention } from "../core/page/mention.ts";
import type { Settings, Severities } from "../core/page/settings.ts";
import type { Locale } from "../core/text/locale.ts";
import type { FileFaults } from "../workspace/file-faults.ts";
import type { EntityKey } from "../workspace/index-entries.ts";
import type { MentionCard } from "../workspace/mention-service.ts";
import type { NameProposal } from "../workspace/name-proposals.ts";
import type { Addition, FileChange, IndexPlan, IndexProgress, NewEntry } from "../workspace/name-service.ts";
import type { PlacedFinding } from "../workspace/page-check.ts";
import type { MarkedCheck } from "../workspace/page-checks.ts";
import type { NamedPlace, Place } from "../workspace/page-index.ts";
import type { SetByFolder } from "../workspace/set-by-folder.ts";

/** A page as it crosses to the worker, which lays it out itself: text is what crosses threads cheapest. */
export interface WorkerPage {
  readonly uri: string;
  readonly text: string;
  /** See `OpenPage`: what its layout goes by besides its text. */
  readonly numberSpacing?: Settings["numberSpacing"];
}

/** A question about the page last sent under that address. */
export type PageQuestion =
  | { readonly ask: "mentions"; readonly uri: string }
  | { readonly ask: "card"; readonly uri: string; readonly offset: number; readonly locale: Locale }
  | { readonly ask: "entry"; readonly uri: string; readonly key: EntityKey }
  | { readonly ask: "addition"; readonly uri: string; readonly offset: number; readonly folder: string }
  | { readonly ask: "findings"; readonly uri: string; readonly settings: Severities }
  | { readonly ask: "issueFindings"; readonly uri: string; readonly settings: Severities };

/** A question about the index of the workspace. */
export type IndexQuestion =
  | { readonly ask: "references"; readonly key: EntityKey }
  | { readonly ask: "symbols"; readonly query: string }
  | { readonly ask: "proposals"; readonly folder: string }
  | { readonly ask: "entries"; readonly folder: string; readonly entries: readonly NewEntry[] }
  /** All findings of the file of that address. */
  | { readonly ask: "found"; readonly file: string };

export type Question = PageQuestion | IndexQuestion;

/** The answer to each kind of question. */
export interface Answers {
  readonly mentions: readonly Mention[];
  readonly card: MentionCard | undefined;
  readonly entry: Place | undefined;
  readonly addition: Addition | undefined;
  readonly findings: readonly Finding[];
  readonly issueFindings: readonly Finding[];
  readonly references: readonly Place[];
  readonly symbols: readonly NamedPlace[];
  readonly proposals: readonly NameProposal[];
  readonly entries: Addition | undefined;
  readonly found: Listing<PlacedFinding> | undefined;
}

export type ToWorker =
  /** The page in a new version; questions about the old one need no answer any more. */
  | { readonly page: WorkerPage }
  | { readonly forget: string }
  | { readonly id: number; readonly question: Question }
  /** The answer to that question is no longer wanted. */
  | { readonly cancel: number }
  | { readonly index: IndexPlan }
  | { readonly stopIndexing: true }
  /** Pages (URIs) over which the thread has died: their files are left alone. */
  | { readonly setAside: readonly string[] }
  /** What the client has set now. */
  | { readonly checkBy: SetByFolder }
  /** Files have changed on the disk. */
  | { readonly changed: readonly FileChange[] };

export type FromWorker =
  | { readonly id: number; readonly answer: Answers[keyof Answers] }
  | { readonly id: number; readonly failure: string }
  /** The page that the thread begins to read, until it says otherwise or answers: where it dies, that page may be to blame. */
  | { readonly reading: string | undefined }
  | { readonly progress: IndexProgress }
  | { readonly faults: FileFaults }
  /** A page is so long that names were not looked for from that line on, counted from 1. */
  | { readonly unread: { readonly uri: string; readonly line: number } }
  /** A page of the index was checked, or is gone. */
  | { readonly checked: string; readonly check: MarkedCheck | undefined }
  | { readonly log: "info" | "warn" | "error"; readonly message: string };
