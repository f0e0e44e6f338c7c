/** Does a command's work on many pages or lines: in this process, or on all cores where there is enough to do. */

import type { Localised } from "../core/text/locale.ts";
import { Crew, ThreadLost } from "../host/crew.ts";
import { inOrder } from "../host/in-order.ts";
import { jobsOf } from "./jobs.ts";
import type { Total } from "./progress.ts";
import type { Session } from "./session.ts";
import { type Answer, createAnswerer, type Job, type Note, type StartWork } from "./work.ts";

/** A page or line as it was read. */
export interface Item<I> {
  /** What it is called where something is told of it. */
  readonly about: string;
  /** Warnings of reading it. */
  readonly notes: readonly Note[];
  /** What the work is given, or why there is nothing to give. */
  readonly read: { readonly input: I } | { readonly failure: unknown };
}

/** What crosses to a thread at once. */
export interface Batch<T> {
  readonly items: readonly T[];
  /** Bytes of the input. */
  readonly size: number;
}

export interface JobRun<I, O, T extends Item<I>> {
  readonly job: Pick<Job, "command" | "lines" | "options">;
  readonly start: StartWork<I, O>;
  readonly batches: AsyncIterator<Batch<T>>;
  readonly total: Total;
  /** Whether the work takes the dictionary. */
  readonly isHeavy: boolean;
  /** Takes what came of an item: called in their order, one at a time. What it throws is told as the item's failure. */
  take(item: T, value: O): Promise<void>;
}

/** Batches begun and not finished, for each thread: those it holds, and as many again that wait for their turn. */
const UNDER_WAY = 4;
/** Bytes of input begun and not finished, for each thread. */
const MOST_BYTES = 4e6;

/**
 * Does the work on all items and takes the results in order. Where less than `threads.after` bytes are to come it goes one
 * by one in this process, and so do the first so many where it is not known how many come. With threads, reading waits for
 * taking, too, so memory stays as it is. A thread that ends before its time costs the item it had, which is told.
 * @throws Refusal where threads keep ending.
 */
export async function runJob<I, O, T extends Item<I>>(session: Session, run: JobRun<I, O, T>): Promise<void> {
  const { threads } = session.io;
  const { batches, total, isHeavy } = run;
  const jobs = jobsOf(session.jobs, threads, isHeavy);
  const isShort = jobs === 1 || (total.bytes !== undefined && total.bytes < threads.after);
  const taking = new Taking(session, run);
  const work = createAnswerer(run.start, session);
  session.progress.begin(total);
  try {
    let seen = total.bytes ?? 0;
    while (isShort || seen < threads.after) {
      const next = await batches.next();
      if (next.done) return;
      for (const item of next.value.items)
        await taking.take(item, "input" in item.read ? await work(item.read.input) : undefined);
      await taking.done(next.value);
      seen += next.value.size;
    }
    await together(session, run, taking, jobs);
  } finally {
    await session.progress.clear();
  }
}

async function together<I, O, T extends Item<I>>(
  { io: { threads }, locale, colours, cwd }: Session,
  run: JobRun<I, O, T>,
  taking: Taking<I, O, T>,
  jobs: number,
): Promise<void> {
  const job: Job = { ...run.job, locale, cwd, coloured: colours.isColoured };
  const crew = new Crew<Job, readonly unknown[], readonly Answer<unknown>[]>({ start: threads.start, size: jobs, job });
  try {
    await inOrder({
      tasks: run.batches,
      start: ({ items }) =>
        answers<I, O>(
          crew,
          items.flatMap(({ read }) => ("input" in read ? [read.input] : [])),
        ),
      async finish(batch, found) {
        const inTurn = found.values();
        for (const item of batch.items) await taking.take(item, "input" in item.read ? inTurn.next().value : undefined);
        await taking.done(batch);
      },
      sizeOf: ({ size }) => size,
      most: { count: UNDER_WAY * jobs, size: MOST_BYTES * jobs },
    });
  } finally {
    crew.close();
  }
}

/** Has a thread do the work. Of several, where it ends over one, each is tried by itself, so that no other is lost with it. */
async function answers<I, O>(
  crew: Crew<Job, readonly unknown[], readonly Answer<unknown>[]>,
  inputs: readonly I[],
): Promise<readonly Answer<O>[]> {
  if (inputs.length === 0) return [];
  try {
    return (await crew.run(inputs)) as readonly Answer<O>[];
  } catch (error) {
    if (!(error instanceof ThreadLost)) throw error;
    if (inputs.length === 1) return [{ notes: [], failure: threadLost(error.reason) }];
    return (await Promise.all(inputs.map((input) => answers<I, O>(crew, [input])))).flat();
  }
}

/** Takes the results of a run in their turn, and tells what there is to tell of each. */
class Taking<I, O, T extends Item<I>> {
  readonly #session: Session;
  readonly #run: JobRun<I, O, T>;
  /** Warnings told: threads don't know of one another, and one of each is enough. */
  readonly #told = new Set<string>();

  constructor(session: Session, run: JobRun<I, O, T>) {
    this.#session = session;
    this.#run = run;
  }

  /** `answer` is nothing where the item could not be read. */
  async take(item: T, answer: Answer<O> | undefined): Promise<void> {
    for (const note of [...item.notes, ...(answer?.notes ?? [])]) await this.#warn(note);
    const { about, read } = item;
    if ("failure" in read) return this.#session.fail(read.failure, about);
    if (!answer) return;
    if ("failure" in answer) return this.#session.fail(answer.failure, about);
    try {
      await this.#run.take(item, answer.value);
    } catch (error) {
      await this.#session.fail(error, about);
    }
  }

  async done({ items, size }: Batch<T>): Promise<void> {
    await this.#session.progress.add({ items: items.length, bytes: size });
  }

  async #warn({ text, about }: Note): Promise<void> {
    const key = JSON.stringify([text, about]);
    if (this.#told.has(key)) return;
    this.#told.add(key);
    await this.#session.warn(text, about);
  }
}

function threadLost({ zh, en }: Localised): Localised {
  return {
    zh: `处理它的线程意外终止（${zh}），没有结果，也没有写入`,
    en: `the thread that worked on it ended before its time (${en}); there is no result and nothing was written`,
  };
}
