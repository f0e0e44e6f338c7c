/** Work that takes long, done in turns, so that nobody waits for its end. */

/** Work goes on for so long before others have their turn, in ms. */
const TURN = 10;

/**
 * Does the work in turns of a few milliseconds for as long as it is wanted; nothing where it was given up.
 * @param onTurn is told what the work yielded last, before others have their turn
 */
export async function inTurns<Step, Result>(
  work: Generator<Step, Result>,
  isWanted: () => boolean,
  onTurn?: (step: Step) => void,
): Promise<Result | undefined> {
  let begun = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - begun < TURN) continue;
    onTurn?.(step.value);
    await new Promise((resolve) => setImmediate(resolve));
    if (!isWanted()) return undefined;
    begun = performance.now();
  }
}
