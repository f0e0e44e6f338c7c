/** Gives a browser Node's `setImmediate`: a turn in which messages are read, without the 4 ms that its timers wait. */

import type { Port } from "./port.ts";

const channel = new MessageChannel();
const [near, far] = [channel.port1, channel.port2] as unknown as readonly [Port, Port];
const waiting: (() => void)[] = [];

near.onmessage = () => waiting.shift()?.();

/** Runs a function in a turn of its own. */
export function inTurn(run: () => void): void {
  waiting.push(run);
  far.postMessage(null);
}

// The core of the server asks for it by Node's name.
Object.assign(globalThis, { setImmediate: inTurn });
