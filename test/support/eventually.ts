/** Waits for what nothing tells of: asks until the answer is the one that is hoped for, for so long at most. */

import { setTimeout as pause } from "node:timers/promises";
import { inspect } from "node:util";

/** Long enough for a window where other programs have the processor, in ms. */
const PATIENCE = 60_000;

/** Between two questions, in ms: asked without a pause, the one who is to bring the answer about would have less of the processor. */
const PAUSE = 25;

/** The first answer that is hoped for; where none comes in time, it fails and says what the last one was. */
export async function eventually<T>(
  ask: () => T | PromiseLike<T>,
  isHopedFor: (answer: T) => boolean = Boolean,
  patience = PATIENCE,
): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    const answer = await ask();
    if (isHopedFor(answer)) return answer;
    if (performance.now() > end) throw new Error(`after ${patience / 1000} s it is still ${inspect(answer)}`);
    await pause(PAUSE);
  }
}
