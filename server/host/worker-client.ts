/** Mentions from the worker thread: started when first needed, asked by number, started again when it dies. */

import { Worker } from "node:worker_threads";
import type { Cancellation } from "../workspace/cancellation.ts";
import type { Log } from "../workspace/log.ts";
import { describe } from "../workspace/log.ts";
import type { MentionQuery, MentionService } from "../workspace/mention-service.ts";
import type { FileFaults, IndexPlan, IndexProgress, NameService } from "../workspace/name-service.ts";
import type { OpenPage } from "../workspace/pages.ts";
import { shareAnswers } from "../workspace/shared-answers.ts";
import { createLexiconFinder, type LexiconFinder, lexiconsGoneWith } from "./lexicon-files.ts";
import type { Answers, FromWorker, IndexQuestion, PageQuestion, Question, ToWorker } from "./worker-messages.ts";

/** What the client needs of a thread; a test gives one that lives in its own. */
export interface Thread {
  postMessage(message: ToWorker): void;
  on(event: "message", listener: (message: FromWorker) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "exit", listener: (code: number) => void): unknown;
  terminate(): unknown;
}

/** A thread that dies more often is not started again: something is wrong that starting does not mend. */
const MOST_STARTS = 3;

/** What the thread does: mentions of open pages, and names beyond them. */
export type WorkerClient = MentionService & NameService;

/** A service whose thread `start` starts, at the first question and not before. */
export function createWorkerClient(
  start: () => Thread,
  log: Log,
  lexicons: LexiconFinder = createLexiconFinder(),
): WorkerClient {
  const waiting = new Map<number, (answer: unknown) => void>();
  /** What the running thread knows: the page last sent under each address. */
  const sent = new Map<string, OpenPage>();
  let thread: Thread | undefined;
  let starts = 0;
  let closed = false;
  let last = 0;
  let indexing: { readonly plan: IndexPlan; onProgress(progress: IndexProgress): void } | undefined;
  let onFaults = (_: FileFaults): void => {};

  const lose = (lost: Thread, reason: string): void => {
    if (thread !== lost) return;
    thread = undefined;
    sent.clear();
    shared.forget();
    indexing?.onProgress({ done: 0, of: 0 });
    if (!closed) log.error(`worker: ${reason}${starts < MOST_STARTS ? "" : "; it is not started again."}`);
    for (const answer of [...waiting.values()]) answer(undefined);
  };
  const take = (message: FromWorker): void => {
    if ("log" in message) log[message.log](message.message);
    else if ("progress" in message) indexing?.onProgress(message.progress);
    else if ("faults" in message) onFaults(message.faults);
    else {
      if ("failure" in message) log.error(`worker: ${message.failure}`);
      waiting.get(message.id)?.("answer" in message ? message.answer : undefined);
    }
  };
  const running = (): Thread | undefined => {
    if (thread || closed || starts >= MOST_STARTS) return thread;
    starts += 1;
    try {
      const started = start();
      started.on("message", take);
      started.on("error", (error) => lose(started, describe(error)));
      started.on("exit", (code) => lose(started, `the thread ended with code ${code}`));
      thread = started;
      if (indexing) started.postMessage({ index: indexing.plan });
    } catch (error) {
      log.error(`worker: ${describe(error)}`);
    }
    return thread;
  };
  const ask = <K extends keyof Answers>(
    token: Cancellation,
    question: Question & { readonly ask: K },
    empty: Answers[K],
    page?: OpenPage,
  ): Promise<Answers[K]> =>
    new Promise((resolve) => {
      const worker = token.isCancellationRequested ? undefined : running();
      if (!worker) return resolve(empty);
      if (page && sent.get(page.uri) !== page) {
        sent.set(page.uri, page);
        worker.postMessage({ page: { uri: page.uri, text: page.text } });
      }
      last += 1;
      const id = last;
      const finish = (answer: unknown): void => {
        waiting.delete(id);
        cancelling.dispose();
        resolve((answer as Answers[K] | undefined) ?? empty);
      };
      const cancelling = token.onCancellationRequested(() => {
        worker.postMessage({ cancel: id });
        finish(undefined);
      });
      waiting.set(id, finish);
      worker.postMessage({ id, question });
    });
  const askPage = <K extends PageQuestion["ask"]>(
    { page, token }: MentionQuery,
    question: PageQuestion & { readonly ask: K },
    empty: Answers[K],
  ): Promise<Answers[K]> => ask(token, question, empty, page);
  /** Without an index nobody needs to be asked about it. */
  const askIndex = <K extends IndexQuestion["ask"]>(
    token: Cancellation,
    question: IndexQuestion & { readonly ask: K },
    empty: Answers[K],
  ): Promise<Answers[K]> => (indexing ? ask(token, question, empty) : Promise.resolve(empty));

  /** Every view of a page asks for its mentions: each version's cross the threads once. */
  const shared = shareAnswers((page: OpenPage, token) =>
    askPage<"mentions">({ page, token }, { ask: "mentions", uri: page.uri }, []),
  );

  return {
    mentions: ({ page, token }) => shared.of(page, token),
    card: (query, offset, locale) => askPage(query, { ask: "card", uri: query.page.uri, offset, locale }, undefined),
    async entry(query, { type, entity }) {
      if (lexicons.forPage(query.page.uri) === undefined) return undefined;
      return askPage(query, { ask: "entry", uri: query.page.uri, key: { type, entity } }, undefined);
    },
    addition: (query, offset, folder) =>
      askPage(query, { ask: "addition", uri: query.page.uri, offset, folder }, undefined),
    async findings(query, { rules }) {
      if (lexicons.forPage(query.page.uri) === undefined) return [];
      return askPage(query, { ask: "findings", uri: query.page.uri, settings: { rules } }, []);
    },
    references: ({ type, entity }, token) => askIndex(token, { ask: "references", key: { type, entity } }, []),
    symbols: (query, token) => askIndex(token, { ask: "symbols", query }, []),
    index(plan, onProgress) {
      indexing = { plan, onProgress };
      const worker = thread;
      if (worker) worker.postMessage({ index: plan });
      else running();
    },
    stopIndexing: () => thread?.postMessage({ stopIndexing: true }),
    changed(changes) {
      if (changes.some(({ uri }) => lexiconsGoneWith(uri).length > 0)) {
        lexicons.forget();
        shared.forget();
      }
      thread?.postMessage({ changed: changes });
    },
    onFaults(listener) {
      onFaults = listener;
    },
    forget(uri) {
      if (sent.delete(uri)) thread?.postMessage({ forget: uri });
    },
    close() {
      closed = true;
      void thread?.terminate();
    },
  };
}

/** Starts the worker's file. TypeScript source first needs its loader, which a thread doesn't take over from its process. */
export function startThread(file: URL): Thread {
  if (!file.pathname.endsWith(".ts")) return new Worker(file, { name: "galley" });
  const loader = new URL("../../scripts/source.mjs", import.meta.url);
  const start = `import("${loader}").then(() => import("${file}"))`;
  return new Worker(start, { name: "galley", eval: true, execArgv: [] });
}
