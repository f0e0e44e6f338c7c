/** The link to the worker thread: starts it when first needed, asks it by number, starts it again when it dies or hangs. */

import type { Localised } from "../core/text/locale.ts";
import type { Cancellation } from "../workspace/cancellation.ts";
import { describe, type Log } from "../workspace/log.ts";
import type { OpenPage } from "../workspace/pages.ts";
import { type Blamed, createSetAside, type SetAside } from "./set-aside.ts";
import type { Answers, FromWorker, Question, ToWorker } from "./worker-messages.ts";
import type { Thread } from "./worker-thread.ts";

/** A thread that died is started again at once, and after each further death later: by this at first, in ms, then twice as long. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 300_000;

/** A thread that has lived so long, in ms, was well: its death counts as the first one. */
const WELL_AFTER = 60_000;

/** When it has died so often in a row, the user is told. */
const TOLD_DEATHS = 3;

/** The thread is looked after so often, in ms; it hangs when it owes an answer and has said nothing so many times. */
const LOOK_EVERY = 10_000;
const SILENT_LOOKS = 12;

/** What the thread says without being asked. */
export type Told = Exclude<
  FromWorker,
  { readonly id: number } | { readonly log: unknown } | { readonly reading: unknown }
>;

/** The time, and what is done later; a test gives one that it turns itself. */
export interface Clock {
  /** In ms, from whenever on. */
  now(): number;
  /** Keeps no process alive. Gives what calls it off. */
  after(ms: number, run: () => void): () => void;
}

export const CLOCK: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    // A browser's timer is a number.
    (timer as Partial<NodeJS.Timeout>).unref?.();
    return () => clearTimeout(timer);
  },
};

export interface LinkOptions {
  readonly start: () => Thread;
  readonly log: Log;
  /** Called with what the thread says without being asked. */
  readonly onTold: (message: Told) => void;
  /** Called when a thread has started, before any question. */
  readonly onStart: (tell: (message: ToWorker) => void) => void;
  /** Called when the thread is gone and with it all that it knew. */
  readonly onLost: () => void;
  /** Called when the thread runs again after that: what it answered with nothing meanwhile is to be asked again. */
  readonly onBack?: () => void;
  /** Called with what the user should know, once for each trouble. */
  readonly onNotice?: (notice: Localised) => void;
  /** Whether a thread that says nothing for minutes, though it owes an answer, is ended and started again. */
  readonly endsHung?: boolean;
  readonly clock?: Clock;
}

export class WorkerLink {
  readonly #options: LinkOptions;
  readonly #clock: Clock;
  /** By their number: takers of answers that have not come yet. */
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  /** What the running thread knows: the page last sent under each address. */
  readonly #sent = new Map<string, OpenPage>();
  readonly #aside: SetAside;
  #thread: Thread | undefined;
  #startedAt = 0;
  /** The page that the thread is reading, as it said last. */
  #reading: string | undefined;
  /** Deaths in a row. */
  #deaths = 0;
  #isTold = false;
  /** Calls off the start that waits, where one does. */
  #restart: (() => void) | undefined;
  #look: (() => void) | undefined;
  #silentLooks = 0;
  #closed = false;
  #lastNumber = 0;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#clock = options.clock ?? CLOCK;
    this.#aside = createSetAside(() => this.#clock.now());
  }

  /**
   * Asks the thread; `page` is the page that the question is about, sent first where the thread doesn't know this version.
   * The answer is `empty` where there is no thread, where it fails, where the page is set aside, and where the question is
   * cancelled. Never rejects.
   */
  ask<K extends keyof Answers>(
    question: Question & { readonly ask: K },
    { token, empty, page }: { readonly token: Cancellation; readonly empty: Answers[K]; readonly page?: OpenPage },
  ): Promise<Answers[K]> {
    return new Promise((resolve) => {
      const isWanted = !token.isCancellationRequested && !(page && this.#aside.has(page.uri, page.text));
      const thread = isWanted ? this.#running() : undefined;
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
      this.#lookAfter(thread);
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

  /** Files were written or are gone: those among them that were set aside may be read again. */
  changed(uris: readonly string[]): void {
    if (this.#aside.all().length === 0) return;
    for (const uri of uris) this.#aside.changed(uri);
    this.tell({ setAside: this.#aside.all() });
  }

  /** The page is closed. */
  forget(uri: string): void {
    if (this.#sent.delete(uri)) this.tell({ forget: uri });
  }

  close(): void {
    this.#closed = true;
    this.#restart?.();
    this.#look?.();
    void this.#thread?.terminate();
  }

  #running(): Thread | undefined {
    if (this.#thread || this.#closed || this.#restart) return this.#thread;
    try {
      const started = this.#options.start();
      started.on("message", (message) => this.#take(started, message));
      started.on("error", (error) => this.#lose(started, describe(error)));
      started.on("exit", (code) => this.#lose(started, `the thread ended with code ${code}`));
      this.#thread = started;
      this.#startedAt = this.#clock.now();
      const aside = this.#aside.all();
      if (aside.length > 0) started.postMessage({ setAside: aside });
      this.#options.onStart((message) => started.postMessage(message));
    } catch (error) {
      this.#wait(describe(error));
    }
    return this.#thread;
  }

  #send(thread: Thread, page: OpenPage): void {
    if (this.#sent.get(page.uri) === page) return;
    this.#sent.set(page.uri, page);
    const { uri, text, numberSpacing } = page;
    thread.postMessage({ page: { uri, text, ...(numberSpacing && { numberSpacing }) } });
  }

  #take(from: Thread, message: FromWorker): void {
    const { log, onTold } = this.#options;
    if (this.#thread !== from) return;
    this.#silentLooks = 0;
    if ("reading" in message) {
      this.#reading = message.reading;
      this.#lookAfter(from);
    } else if ("log" in message) log[message.log](message.message);
    else if (!("id" in message)) onTold(message);
    else {
      this.#reading = undefined;
      if ("failure" in message) log.error(`worker: ${message.failure}`);
      this.#waiting.get(message.id)?.("answer" in message ? message.answer : undefined);
    }
  }

  /** Ends a thread that says nothing, as it may be in a loop without end. */
  #lookAfter(thread: Thread): void {
    if (!this.#options.endsHung || this.#look) return;
    // Looks are counted rather than time: a machine that slept has not been waited for.
    this.#look = this.#clock.after(LOOK_EVERY, () => {
      this.#look = undefined;
      if (this.#thread !== thread || (this.#waiting.size === 0 && this.#reading === undefined)) return;
      this.#silentLooks += 1;
      if (this.#silentLooks < SILENT_LOOKS) return this.#lookAfter(thread);
      this.#lose(thread, `the thread has said nothing for ${(SILENT_LOOKS * LOOK_EVERY) / 1000} s and was ended`, true);
      void thread.terminate();
    });
  }

  #lose(lost: Thread, reason: string, hung = false): void {
    if (this.#thread !== lost) return;
    const reading = this.#reading;
    const text = reading === undefined ? undefined : this.#sent.get(reading)?.text;
    this.#thread = undefined;
    this.#reading = undefined;
    this.#silentLooks = 0;
    this.#look?.();
    this.#look = undefined;
    this.#sent.clear();
    this.#options.onLost();
    for (const answer of [...this.#waiting.values()]) answer(undefined);
    if (this.#closed) return;
    if (this.#clock.now() - this.#startedAt >= WELL_AFTER) {
      this.#deaths = 0;
      this.#isTold = false;
    }
    if (reading !== undefined) this.#blame(reading, this.#aside.died(reading, text, hung));
    this.#wait(reading === undefined ? reason : `${reason}, while it read ${reading}`);
  }

  #blame(uri: string, { rest, isNews }: Blamed): void {
    if (rest === undefined) return;
    // What brings the thread down is known and out of the way.
    this.#deaths = 0;
    if (isNews) this.#options.onNotice?.(setAsideNotice(uri));
    // Where the page was changed by then, it is tried again.
    this.#clock.after(rest, () => this.#options.onBack?.());
  }

  /** Starts the thread again: at once after the first death, later after further ones. */
  #wait(reason: string): void {
    this.#deaths += 1;
    const ms = this.#deaths === 1 ? 0 : Math.min(FIRST_WAIT * 2 ** (this.#deaths - 2), LONGEST_WAIT);
    this.#options.log.error(`worker: ${reason}; it is started again${ms > 0 ? ` in ${ms / 1000} s` : ""}.`);
    if (this.#deaths >= TOLD_DEATHS && !this.#isTold) {
      this.#isTold = true;
      this.#options.onNotice?.(NAMES_REST);
    }
    this.#restart = this.#clock.after(ms, () => {
      this.#restart = undefined;
      if (this.#running()) this.#options.onBack?.();
    });
  }
}

const NAMES_REST: Localised = {
  zh: "识别人名、地名、机构名的后台一再中断，清样会隔一段时间再试。版面、文章、修复等其余功能照常。",
  en: "The recogniser of names has stopped again and again; Galley goes on trying, at growing intervals. Findings, articles and fixes that need no names work as before.",
};

function setAsideNotice(uri: string): Localised {
  const name = nameOf(uri);
  return {
    zh: `识别“${name}”时后台两次中断，这一版的名称先搁置，改动后再试。其他版面和其余功能照常。`,
    en: `The recogniser of names has stopped twice over “${name}”. This page is left without names until it has been changed; other pages, and all that needs no names, work as before.`,
  };
}

/** The name of a file, as a person knows it. */
export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
