/** What the language server and its worker thread say to each other. */

import type { Locale } from "../core/locale.ts";
import type { Mention } from "../core/mentions/types.ts";
import type { MentionCard } from "../lsp/mentions.ts";

/** A page as it crosses to the worker, which lays it out itself: text is what crosses threads cheapest. */
export interface WorkerPage {
  readonly uri: string;
  readonly text: string;
}

/** A question about the page last sent under that address. */
export type Question =
  | { readonly ask: "mentions"; readonly uri: string }
  | { readonly ask: "card"; readonly uri: string; readonly offset: number; readonly locale: Locale };

/** The answer to each kind of question. */
export interface Answers {
  readonly mentions: readonly Mention[];
  readonly card: MentionCard | undefined;
}

export type ToWorker =
  /** The page in a new version; questions about the old one need no answer any more. */
  | { readonly page: WorkerPage }
  | { readonly forget: string }
  | { readonly id: number; readonly question: Question }
  /** The answer to that question is no longer wanted. */
  | { readonly cancel: number };

export type FromWorker =
  | { readonly id: number; readonly answer: Answers[keyof Answers] }
  | { readonly id: number; readonly failure: string }
  | { readonly log: "info" | "warn" | "error"; readonly message: string };
