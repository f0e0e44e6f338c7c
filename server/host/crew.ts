/** A crew of threads that share out the tasks of one job. */

import type { Localised } from "../core/text/locale.ts";
import type { FromMember, ToMember } from "./crew-messages.ts";
import { Refusal, reasonOf } from "./refusal.ts";
import type { Thread } from "./worker-thread.ts";

/** One task in work, and one more, so that a thread never waits for the next. */
const TASKS_A_THREAD = 2;

/** So many threads that end one after another without an answer: something is wrong that starting does not mend. */
const MOST_SILENT_ENDS = 5;

/** A thread ended while it worked on a task: there is no answer, and there may be none on another thread either. */
export class ThreadLost extends Error {
  readonly reason: Localised;

  constructor(reason: Localised) {
    super(reason.en);
    this.reason = reason;
  }
}

export interface CrewOptions<Job, Task, Answer> {
  readonly start: () => Thread<ToMember<Job, Task>, FromMember<Answer>>;
  /** The most threads at once. */
  readonly size: number;
  /** What every thread is told first. */
  readonly job: Job;
}

interface Waiting<Task, Answer> {
  readonly task: Task;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

interface Member<Job, Task, Answer> {
  readonly thread: Thread<ToMember<Job, Task>, FromMember<Answer>>;
  /** By their number, in order: tasks it was given and has not answered. It works on the first. */
  readonly held: Map<number, Waiting<Task, Answer>>;
}

/** Threads start when there is a task that no running thread has time for; who ends before its time is replaced. */
export class Crew<Job, Task, Answer> {
  readonly #options: CrewOptions<Job, Task, Answer>;
  readonly #members = new Set<Member<Job, Task, Answer>>();
  readonly #queue: Waiting<Task, Answer>[] = [];
  #most: number;
  #lastNumber = 0;
  #silentEnds = 0;
  #broken: Refusal | undefined;
  #closed = false;

  constructor(options: CrewOptions<Job, Task, Answer>) {
    this.#options = options;
    this.#most = options.size;
  }

  /**
   * Has a task done. Rejects with {@link ThreadLost} where the thread that worked on it ended, and with a Refusal where
   * the crew has given up, as its threads keep ending.
   */
  run(task: Task): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      this.#share();
    });
  }

  /** Ends all threads; tasks that are not done stay so. */
  close(): void {
    this.#closed = true;
    for (const { thread } of this.#members) void thread.terminate();
  }

  /** Gives waiting tasks to those who have least to do. */
  #share(): void {
    while (this.#queue.length > 0 && !this.#broken) {
      const member = this.#freest();
      const waiting = member && this.#queue.shift();
      if (!waiting) break;
      this.#lastNumber += 1;
      member.held.set(this.#lastNumber, waiting);
      member.thread.postMessage({ id: this.#lastNumber, task: waiting.task });
    }
    if (this.#broken) for (const { reject } of this.#queue.splice(0)) reject(this.#broken);
  }

  #freest(): Member<Job, Task, Answer> | undefined {
    const [freest] = [...this.#members].sort((a, b) => a.held.size - b.held.size);
    if (freest?.held.size === 0) return freest;
    const begun = this.#members.size < this.#most ? this.#begin() : undefined;
    if (begun) return begun;
    return freest && freest.held.size < TASKS_A_THREAD ? freest : undefined;
  }

  /** Where the system gives no more threads, those that run are enough. */
  #begin(): Member<Job, Task, Answer> | undefined {
    let thread: Thread<ToMember<Job, Task>, FromMember<Answer>>;
    try {
      thread = this.#options.start();
    } catch (error) {
      this.#most = this.#members.size;
      if (this.#most === 0) this.#giveUp(reasonOf(error));
      return undefined;
    }
    const member: Member<Job, Task, Answer> = { thread, held: new Map() };
    this.#members.add(member);
    thread.on("message", ({ id, answer }) => {
      this.#silentEnds = 0;
      const waiting = member.held.get(id);
      member.held.delete(id);
      waiting?.resolve(answer);
      this.#share();
    });
    thread.on("error", (error) => this.#lose(member, whyEnded(error)));
    thread.on("exit", (code) => this.#lose(member, { zh: `退出码 ${code}`, en: `code ${code}` }));
    thread.postMessage({ job: this.#options.job });
    return member;
  }

  /** The first task goes with its thread; the others go to another. */
  #lose(member: Member<Job, Task, Answer>, reason: Localised): void {
    if (!this.#members.delete(member) || this.#closed) return;
    const [first, ...others] = member.held.values();
    first?.reject(new ThreadLost(reason));
    this.#queue.unshift(...others);
    this.#silentEnds += 1;
    if (this.#silentEnds >= MOST_SILENT_ENDS) this.#giveUp(reason);
    this.#share();
  }

  #giveUp(reason: Localised): void {
    const broken = new Refusal(gaveUp(reason));
    this.#broken = broken;
    for (const { held } of this.#members) for (const { reject } of held.values()) reject(broken);
    this.close();
  }
}

function whyEnded(error: Error): Localised {
  if ((error as { code?: unknown }).code === "ERR_WORKER_OUT_OF_MEMORY") return { zh: "内存不足", en: "out of memory" };
  return reasonOf(error);
}

function gaveUp({ zh, en }: Localised): Localised {
  return {
    zh: `处理线程接连意外终止（${zh}），不再继续。已经输出和写入的都是完整的，其余没有动；可加 --jobs 1 再试`,
    en: `its threads keep ending before their time (${en}), so it stops. What was printed and written is whole, the rest was left alone; --jobs 1 does without threads`,
  };
}
