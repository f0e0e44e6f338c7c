/** Mentions, names and index from the worker thread, as the server asks for them. */

import { needsNames } from "../core/rules/apply.ts";
import type { Cancellation } from "../workspace/cancellation.ts";
import type { FileFaults } from "../workspace/file-faults.ts";
import { fileUri } from "../workspace/file-uri.ts";
import type { Log } from "../workspace/log.ts";
import type { MentionQuery, MentionService } from "../workspace/mention-service.ts";
import type { IndexPlan, IndexProgress, NameService, NamesReturn } from "../workspace/name-service.ts";
import type { MarkedCheck, PageChecks } from "../workspace/page-checks.ts";
import type { OpenPage } from "../workspace/pages.ts";
import type { SetByFolder } from "../workspace/set-by-folder.ts";
import { shareAnswers } from "../workspace/shared-answers.ts";
import { unreadNotice } from "../workspace/unread.ts";
import { createLexiconFinder, type LexiconFinder, lexiconsGoneWith } from "./lexicon-files.ts";
import { CLOCK, type Clock, nameOf, type Told, WorkerLink } from "./worker-link.ts";
import type { Answers, IndexQuestion, PageQuestion } from "./worker-messages.ts";
import type { Thread } from "./worker-thread.ts";

/** What the thread does: mentions of open pages, names beyond them, and the checks of pages that are not open. */
export type WorkerClient = MentionService & NameService & PageChecks;

/** A service whose thread `start` starts, at the first question and not before. */
export function createWorkerClient(
  start: () => Thread,
  log: Log,
  {
    lexicons = createLexiconFinder(),
    clock = CLOCK,
  }: { readonly lexicons?: LexiconFinder; readonly clock?: Clock } = {},
): WorkerClient {
  let indexing: { readonly plan: IndexPlan; onProgress(progress: IndexProgress): void } | undefined;
  let onFaults = (_: FileFaults): void => {};
  let onReturn: NamesReturn = { back: () => {}, notice: () => {} };
  let set: SetByFolder | undefined;
  let onChecked = (_: string): void => {};
  const checks = new Map<string, MarkedCheck>();
  /** Open pages of which the user was told that they are too long. */
  const unread = new Set<string>();
  const link = new WorkerLink({
    start,
    log,
    onTold(message: Told) {
      if ("progress" in message) indexing?.onProgress(message.progress);
      else if ("checked" in message) {
        const { check } = message;
        const uri = fileUri(message.checked);
        if (check) checks.set(uri, check);
        else if (!checks.delete(uri)) return;
        onChecked(uri);
      } else if ("unread" in message) {
        const { uri, line } = message.unread;
        const { zh, en } = unreadNotice(line);
        if (!unread.has(uri)) onReturn.notice({ zh: `“${nameOf(uri)}”的${zh}。`, en: `“${nameOf(uri)}”: ${en}.` });
        unread.add(uri);
      } else onFaults(message.faults);
    },
    onStart(tell) {
      if (set) tell({ checkBy: set });
      if (indexing) tell({ index: indexing.plan });
    },
    onLost() {
      shared.forget();
      indexing?.onProgress({ done: 0, of: 0 });
    },
    onBack() {
      shared.forget();
      onReturn.back();
    },
    onNotice: (notice) => onReturn.notice(notice),
    endsHung: true,
    clock,
  });
  const askPage = <K extends PageQuestion["ask"]>(
    { page, token }: MentionQuery,
    question: PageQuestion & { readonly ask: K },
    empty: Answers[K],
  ): Promise<Answers[K]> => link.ask(question, { token, empty, page });
  /** Without an index nobody needs to be asked about it. */
  const askIndex = <K extends IndexQuestion["ask"]>(
    token: Cancellation,
    question: IndexQuestion & { readonly ask: K },
    empty: Answers[K],
  ): Promise<Answers[K]> => (indexing ? link.ask(question, { token, empty }) : Promise.resolve(empty));
  /** Every view of a page asks for its mentions: each version's cross the threads once. */
  const shared = shareAnswers((page: OpenPage, token) =>
    askPage<"mentions">({ page, token }, { ask: "mentions", uri: page.uri }, []),
  );
  const hasLexicon = ({ page }: MentionQuery): boolean => lexicons.forPage(page.uri) !== undefined;

  return {
    mentions: ({ page, token }) => shared.of(page, token),
    known: (page) => shared.known(page),
    card: (query, offset, locale) => askPage(query, { ask: "card", uri: query.page.uri, offset, locale }, undefined),
    async entry(query, { type, entity }) {
      if (!hasLexicon(query)) return undefined;
      return askPage(query, { ask: "entry", uri: query.page.uri, key: { type, entity } }, undefined);
    },
    addition: (query, offset, folder) =>
      askPage(query, { ask: "addition", uri: query.page.uri, offset, folder }, undefined),
    async findings(query, { rules, fixableSeverity }) {
      if (!needsNames({ rules }, hasLexicon(query))) return [];
      return askPage(query, { ask: "findings", uri: query.page.uri, settings: { rules, fixableSeverity } }, []);
    },
    async issueFindings(query, { rules, fixableSeverity }) {
      if (!indexing) return [];
      return askPage(query, { ask: "issueFindings", uri: query.page.uri, settings: { rules, fixableSeverity } }, []);
    },
    references: ({ type, entity }, token) => askIndex(token, { ask: "references", key: { type, entity } }, []),
    symbols: (query, token) => askIndex(token, { ask: "symbols", query }, []),
    proposals: (folder, token) => askIndex(token, { ask: "proposals", folder }, []),
    entries: (folder, entries, token) => askIndex(token, { ask: "entries", folder, entries }, undefined),
    index(plan, onProgress) {
      indexing = { plan, onProgress };
      if (!link.tell({ index: plan })) link.start();
    },
    stopIndexing: () => void link.tell({ stopIndexing: true }),
    changed(changes) {
      if (changes.some(({ uri }) => lexiconsGoneWith(uri).length > 0)) {
        lexicons.forget();
        shared.forget();
      }
      link.changed(changes.map(({ uri }) => uri));
      link.tell({ changed: changes });
    },
    onFaults(listener) {
      onFaults = listener;
    },
    onReturn(listener) {
      onReturn = listener;
    },
    all: checks,
    checkBy(next) {
      set = next;
      link.tell({ checkBy: next });
    },
    onChecked(listener) {
      onChecked = listener;
    },
    findingsOf: (file, token) => askIndex<"found">(token, { ask: "found", file }, undefined),
    forget(uri) {
      unread.delete(uri);
      link.forget(uri);
    },
    close: () => link.close(),
  };
}
