/** The link to the worker thread: starts it when first needed, asks it by number, starts it again when it dies. */

import type { Cancellation } from "../workspace/cancellation.ts";
import { describe, type Log } from "../workspace/log.ts";
import type { OpenPage } from "../workspace/pages.ts";
import type { Answers, FromWorker, Question, ToWorker } from "./worker-messages.ts";
import type { Thread } from "./worker-thread.ts";

/** A thread that dies more often is not started again: something is wrong that starting does not mend. */
const MOST_STARTS = 3;

/** What the thread says without being asked. */
export type Told = Exclude<FromWorker, { readonly id: number } | { readonly log: unknown }>;

export interface LinkOptions {
  readonly start: () => Thread;
  readonly log: Log;
  /** Called with what the thread says without being asked. */
  readonly onTold: (message: Told) => void;
  /** Called when a thread has started, before any question. */
  readonly onStart: (tell: (message: ToWorker) => void) => void;
  /** Called when the thread is gone and with it all that it knew. */
  readonly onLost: () => void;
}

export class WorkerLink {
  readonly #options: LinkOptions;
  /** By their number: takers of answers that have not come yet. */
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  /** What the running thread knows: the page last sent under each address. */
  readonly #sent = new Map<string, OpenPage>();
  #thread: Thread | undefined;
  #starts = 0;
  #closed = false;
  #lastNumber = 0;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  /**
   * Asks the thread; `page` is the page that the question is about, sent first where the thread doesn't know this version.
   * The answer is `empty` where there is no thread, where it fails, and where the question is cancelled. Never rejects.
   */
  ask<K extends keyof Answers>(
    question: Question & { readonly ask: K },
    { token, empty, page }: { readonly token: Cancellation; readonly empty: Answers[K]; readonly page?: OpenPage },
  ): Promise<Answers[K]> {
    return new Promise((resolve) => {
      const thread = token.isCancellationRequested ? undefined : this.#running();
      if (!thread) return resolve(empty);
      if (page) this.#send(thread, page);
      this.#lastNumber += 1;
      const id = this.#lastNumber;
      const finish = (answer: unknown): void => {
        this.#waiting.delete(id);
        cancelling.dispose();
        resolve((answer as Answers[K] | undefined) ?? empty);
      };
      const cancelling = token.onCancellationRequested(() => {
        thread.postMessage({ cancel: id });
        finish(undefined);
      });
      this.#waiting.set(id, finish);
      thread.postMessage({ id, question });
    });
  }

  /** Says something to the thread, where it is running. Returns whether it is. */
  tell(message: ToWorker): boolean {
    this.#thread?.postMessage(message);
    return this.#thread !== undefined;
  }

  /** Starts the thread, where it is not running. */
  start(): void {
    this.#running();
  }

  /** The page is closed. */
  forget(uri: string): void {
    if (this.#sent.delete(uri)) this.tell({ forget: uri });
  }

  close(): void {
    this.#closed = true;
    void this.#thread?.terminate();
  }

  #running(): Thread | undefined {
    if (this.#thread || this.#closed || this.#starts >= MOST_STARTS) return this.#thread;
    this.#starts += 1;
    try {
      const started = this.#options.start();
      started.on("message", (message) => this.#take(message));
      started.on("error", (error) => this.#lose(started, describe(error)));
      started.on("exit", (code) => this.#lose(started, `the thread ended with code ${code}`));
      this.#thread = started;
      this.#options.onStart((message) => started.postMessage(message));
    } catch (error) {
      this.#options.log.error(`worker: ${describe(error)}`);
    }
    return this.#thread;
  }

  #send(thread: Thread, page: OpenPage): void {
    if (this.#sent.get(page.uri) === page) return;
    this.#sent.set(page.uri, page);
    thread.postMessage({ page: { uri: page.uri, text: page.text } });
  }

  #take(message: FromWorker): void {
    const { log, onTold } = this.#options;
    if ("log" in message) log[message.log](message.message);
    else if (!("id" in message)) onTold(message);
    else {
      if ("failure" in message) log.error(`worker: ${message.failure}`);
      this.#waiting.get(message.id)?.("answer" in message ? message.answer : undefined);
    }
  }

  #lose(lost: Thread, reason: string): void {
    if (this.#thread !== lost) return;
    this.#thread = undefined;
    this.#sent.clear();
    this.#options.onLost();
    const last = this.#starts < MOST_STARTS ? "" : "; it is not started again.";
    if (!this.#closed) this.#options.log.error(`worker: ${reason}${last}`);
    for (const answer of [...this.#waiting.values()]) answer(undefined);
  }
}
