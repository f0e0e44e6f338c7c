/** A crew of threads: who does which task, and what becomes of tasks whose thread ends. */

import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { test } from "node:test";
import { Crew, ThreadLost } from "../../server/host/crew.ts";
import type { FromMember, ToMember } from "../../server/host/crew-messages.ts";
import type { Thread } from "../../server/host/worker-thread.ts";

type Told = ToMember<string, string>;

/** A thread that does nothing by itself: the test answers for it, or ends it. */
class ByHand extends EventEmitter implements Thread<Told, FromMember<string>> {
  readonly told: Told[] = [];
  isEnded = false;

  postMessage(message: Told): void {
    this.told.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  /** The tasks it was given. */
  get tasks(): string[] {
    return this.told.flatMap((message) => ("task" in message ? [message.task] : []));
  }

  answer(task: string): void {
    const message = this.told.find((one) => "task" in one && one.task === task);
    if (message && "id" in message) this.emit("message", { id: message.id, answer: task.toUpperCase() });
  }
}

function crewOf(size: number): { crew: Crew<string, string, string>; threads: ByHand[] } {
  const threads: ByHand[] = [];
  const start = (): ByHand => {
    const thread = new ByHand();
    threads.push(thread);
    return thread;
  };
  return { crew: new Crew<string, string, string>({ start, size, job: "shout" }), threads };
}

test("threads start as tasks come, are told the job first, and hold one task more than they work on", async () => {
  const { crew, threads } = crewOf(2);
  assert.equal(threads.length, 0);
  const answers = ["a", "b", "c", "d", "e"].map((task) => crew.run(task));
  assert.deepEqual(
    threads.map(({ told, tasks }) => [told[0], tasks]),
    [
      [{ job: "shout" }, ["a", "c"]],
      [{ job: "shout" }, ["b", "d"]],
    ],
  );
  threads[1]?.answer("b");
  assert.deepEqual(threads[1]?.tasks, ["b", "d", "e"]);
  for (const task of ["a", "c", "d", "e"]) for (const thread of threads) thread.answer(task);
  assert.deepEqual(await Promise.all(answers), ["A", "B", "C", "D", "E"]);
  crew.close();
  assert.ok(threads.every(({ isEnded }) => isEnded));
});

test("a thread that ends costs the task it worked on; what it held besides goes to the one in its place", async () => {
  const { crew, threads } = crewOf(1);
  const [lost, kept] = [crew.run("a"), crew.run("b")];
  threads[0]?.emit("error", Object.assign(new Error("heap"), { code: "ERR_WORKER_OUT_OF_MEMORY" }));
  threads[0]?.emit("exit", 1);
  await assert.rejects(lost, (error) => {
    assert.ok(error instanceof ThreadLost);
    assert.deepEqual(error.reason, { zh: "内存不足", en: "out of memory" });
    return true;
  });
  assert.deepEqual([threads.length, threads[1]?.tasks], [2, ["b"]]);
  threads[1]?.answer("b");
  assert.equal(await kept, "B");
});

test("where threads end one after another without an answer, it gives up, and says why", async () => {
  const { crew, threads } = crewOf(1);
  const answers = [..."abcdefgh"].map((task) => crew.run(task));
  const told = Promise.allSettled(answers);
  for (let i = 0; i < threads.length; i += 1) threads[i]?.emit("exit", 7);
  const reasons = (await told).map((one) => (one.status === "rejected" ? String(one.reason.message) : ""));
  assert.ok(threads.length < 8);
  assert.match(reasons.at(-1) ?? "", /^its threads keep ending before their time \(code 7\), so it stops/);
  await assert.rejects(crew.run("i"), /keep ending/);
});

test("where the system gives no more threads, those that run do it; where it gives none, the crew says so", async () => {
  const threads: ByHand[] = [];
  const start = (): ByHand => {
    if (threads.length === 1) throw new Error("no more");
    threads.push(new ByHand());
    return threads[0] as ByHand;
  };
  const crew = new Crew<string, string, string>({ start, size: 4, job: "shout" });
  const answers = ["a", "b", "c"].map((task) => crew.run(task));
  for (const task of ["a", "b", "c"]) threads[0]?.answer(task);
  assert.deepEqual(await Promise.all(answers), ["A", "B", "C"]);
  const none = new Crew<string, string, string>({
    start: () => {
      throw new Error("none");
    },
    size: 4,
    job: "shout",
  });
  await assert.rejects(none.run("a"), /keep ending before their time \(failed \(none\)\)/);
});
