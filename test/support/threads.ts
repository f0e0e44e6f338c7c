/** Threads of the command line that live in the test's own: quick to start, and they end when a test wants it. */

import { EventEmitter } from "node:events";
import type { Threads } from "../../server/cli/io.ts";
import type { Answer, Job } from "../../server/cli/work.ts";
import { serveWork } from "../../server/cli/works.ts";
import type { CrewPort, FromMember, ToMember } from "../../server/host/crew-messages.ts";
import type { Thread } from "../../server/host/worker-thread.ts";

type Told = ToMember<Job, readonly unknown[]>;
type Said = FromMember<readonly Answer<unknown>[]>;

/** How many threads were started. */
export interface Started {
  count: number;
}

/**
 * Threads from the first byte on. What crosses is cloned as for a thread. Where `endsOver` says so of a task as JSON, with
 * bytes as their text, the thread ends.
 */
export function threadsHere(
  endsOver: (task: string) => boolean = () => false,
  started: Started = { count: 0 },
): Partial<Threads> {
  return {
    after: 0,
    start() {
      started.count += 1;
      return threadHere(endsOver);
    },
  };
}

function threadHere(endsOver: (task: string) => boolean): Thread<Told, Said> {
  const outside = new EventEmitter();
  const inside = new EventEmitter();
  /** What has not had its turn. */
  const queue: Told[] = [];
  let isBusy = false;
  let isOver = false;
  const next = (): void => {
    const message = isBusy || isOver ? undefined : queue.shift();
    if (!message) return;
    isBusy = "task" in message;
    isOver = "task" in message && endsOver(shown(message.task));
    if (isOver) outside.emit("exit", 9);
    else inside.emit("message", message);
  };
  const port: CrewPort<Job, readonly unknown[], readonly Answer<unknown>[]> = {
    on: (event, listener) => inside.on(event, listener),
    postMessage(message) {
      const cloned = structuredClone(message);
      setImmediate(() => {
        isBusy = false;
        if (!isOver) outside.emit("message", cloned);
        next();
      });
    },
  };
  serveWork(port);
  return {
    on: (event: string, listener: (value: never) => void) => outside.on(event, listener as () => void),
    postMessage(message) {
      queue.push(structuredClone(message));
      setImmediate(next);
    },
    terminate() {
      isOver = true;
    },
  };
}

function shown(task: unknown): string {
  return JSON.stringify(task, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : value,
  );
}
