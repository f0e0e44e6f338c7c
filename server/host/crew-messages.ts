/** What a crew (crew.ts) and its threads say to each other. */

/** The job comes first and once; then tasks, by number. */
export type ToMember<Job, Task> = { readonly job: Job } | { readonly id: number; readonly task: Task };

/** Each task is answered once, in the order in which they came. */
export interface FromMember<Answer> {
  readonly id: number;
  readonly answer: Answer;
}

/** A thread's end of the line to its crew. */
export interface CrewPort<Job, Task, Answer> {
  on(event: "message", listener: (message: ToMember<Job, Task>) => void): unknown;
  postMessage(message: FromMember<Answer>): void;
}

/**
 * A thread's part in a crew: does the job's tasks one after another. `start` gives what does them, which is to answer
 * whatever the task is: what it throws ends the thread.
 */
export function serveCrew<Job, Task, Answer>(
  port: CrewPort<Job, Task, Answer>,
  start: (job: Job) => Promise<(task: Task) => Promise<Answer>>,
): void {
  let work: Promise<(task: Task) => Promise<Answer>> | undefined;
  let done: Promise<void> = Promise.resolve();
  port.on("message", (message) => {
    if ("job" in message) {
      work = start(message.job);
      return;
    }
    const { id, task } = message;
    done = done.then(async () => {
      const answer = await (await work)?.(task);
      if (answer !== undefined) port.postMessage({ id, answer });
    });
  });
}
