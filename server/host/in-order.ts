/** Does many things at once and finishes them in their order, with a bound on what is under way. */

export interface InOrder<T, R> {
  readonly tasks: AsyncIterator<T>;
  /** Begins a task. */
  start(task: T): Promise<R>;
  /** Finishes a task: called for one at a time, in the order of the tasks. */
  finish(task: T, result: R): Promise<void>;
  /** What a task weighs, in the unit of `most.size`. */
  sizeOf(task: T): number;
  /** No further task is asked for where so many are begun and not finished, or where they weigh so much. */
  readonly most: { readonly count: number; readonly size: number };
}

/**
 * Resolves when all tasks are finished. The next task is asked for only where there is room, so who gives them waits for
 * who takes the results. Rejects with the first that `tasks`, `start` or `finish` throws, when all before it are
 * finished, and finishes no more.
 */
export function inOrder<T, R>({ tasks, start, finish, sizeOf, most }: InOrder<T, R>): Promise<void> {
  const underWay: { readonly size: number; readonly begun: Promise<() => Promise<void>> }[] = [];
  let isAsking = false;
  let isFinishing = false;
  let isOver = false;
  const add = (size: number, begun: Promise<() => Promise<void>>): void => {
    // Whoever fails before its turn is told in its turn.
    begun.catch(() => undefined);
    underWay.push({ size, begun });
  };
  const hasRoom = (): boolean =>
    underWay.length < most.count && underWay.reduce((sum, { size }) => sum + size, 0) < most.size;
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      isOver = true;
      reject(error);
    };
    const ask = (): void => {
      if (isAsking || isOver || !hasRoom()) return;
      isAsking = true;
      tasks.next().then(
        (next) => {
          if (isOver) return;
          isAsking = false;
          isOver = next.done === true;
          if (!next.done) {
            const { value } = next;
            const begun = start(value).then((result) => () => finish(value, result));
            add(sizeOf(value), begun);
          }
          goOn();
        },
        (error: unknown) => {
          isOver = true;
          add(0, Promise.reject(error));
          goOn();
        },
      );
    };
    const finishFirst = (): void => {
      const [first] = underWay;
      if (isFinishing || !first) return;
      isFinishing = true;
      first.begun
        .then((end) => end())
        .then(() => {
          underWay.shift();
          isFinishing = false;
          goOn();
        }, fail);
    };
    const goOn = (): void => {
      ask();
      finishFirst();
      if (isOver && underWay.length === 0) resolve();
    };
    goOn();
  });
}
