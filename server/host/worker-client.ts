/** Mentions from the worker thread: started when first needed, asked by number, started again when it dies. */

import { Worker } from "node:worker_threads";
import { describe } from "../lsp/guard.ts";
import type { Log } from "../lsp/log.ts";
import type { MentionQuery, MentionService } from "../lsp/mentions.ts";
import type { OpenPage } from "../workspace/pages.ts";
import type { Answers, FromWorker, Question, ToWorker } from "./messages.ts";

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

/** A service whose thread `start` starts, at the first question and not before. */
export function createWorkerClient(start: () => Thread, log: Log): MentionService {
  const waiting = new Map<number, (answer: unknown) => void>();
  /** What the running thread knows: the page last sent under each address. */
  const sent = new Map<string, OpenPage>();
  let thread: Thread | undefined;
  let starts = 0;
  let closed = false;
  let last = 0;

  const lose = (lost: Thread, reason: string): void => {
    if (thread !== lost) return;
    thread = undefined;
    sent.clear();
    if (!closed) log.error(`worker: ${reason}${starts < MOST_STARTS ? "" : "; it is not started again."}`);
    for (const answer of [...waiting.values()]) answer(undefined);
  };
  const take = (message: FromWorker): void => {
    if ("log" in message) log[message.log](message.message);
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
    } catch (error) {
      log.error(`worker: ${describe(error)}`);
    }
    return thread;
  };
  const ask = <K extends keyof Answers>(
    { page, token }: MentionQuery,
    question: Question & { readonly ask: K },
    empty: Answers[K],
  ): Promise<Answers[K]> =>
    new Promise((resolve) => {
      const worker = token.isCancellationRequested ? undefined : running();
      if (!worker) return resolve(empty);
      if (sent.get(page.uri) !== page) {
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

  return {
    mentions: (query) => ask(query, { ask: "mentions", uri: query.page.uri }, []),
    card: (query, offset, locale) => ask(query, { ask: "card", uri: query.page.uri, offset, locale }, undefined),
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
  const loader = import.meta.resolve("tsx/esm/api");
  const start = `import("${loader}").then(({ register }) => (register(), import("${file}")))`;
  return new Worker(start, { name: "galley", eval: true, execArgv: [] });
}
