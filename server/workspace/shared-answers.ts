/** One answer for all who ask the same of one value, such as a page in one version. */

import type { Cancellation } from "./cancellation.ts";

/** Answers by what was asked about; they go with it. */
export interface SharedAnswers<K extends object, A> {
  /** The answer, which is asked for once, and given up only when nobody waits for it any more. */
  of(key: K, token: Cancellation): Promise<A>;
  /** The answer if it has come. */
  known(key: K): A | undefined;
  /** From now on everything is asked anew. */
  forget(): void;
}

/** `ask` gets a token that is cancelled when the last who waited no longer wants the answer. */
export function shareAnswers<K extends object, A>(
  ask: (key: K, token: Cancellation) => Promise<A>,
): SharedAnswers<K, A> {
  let known = new WeakMap<K, Shared<A>>();
  return {
    of(key, token) {
      let shared = known.get(key);
      if (!shared || shared.isCancellationRequested) {
        shared = new Shared((own) => ask(key, own));
        known.set(key, shared);
      }
      return shared.waitFor(token);
    },
    known: (key) => known.get(key)?.answer,
    forget() {
      known = new WeakMap();
    },
  };
}

/** An answer on its way, and the token by which it is given up. */
class Shared<A> implements Cancellation {
  isCancellationRequested = false;
  answer: A | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #answer: Promise<A>;
  #waiting = 0;

  constructor(ask: (token: Cancellation) => Promise<A>) {
    this.#answer = ask(this);
  }

  onCancellationRequested(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  async waitFor(token: Cancellation): Promise<A> {
    this.#waiting += 1;
    const leaving = token.onCancellationRequested(() => this.#leave());
    try {
      this.answer = await this.#answer;
      return this.answer;
    } finally {
      leaving.dispose();
    }
  }

  #leave(): void {
    this.#waiting -= 1;
    if (this.#waiting > 0) return;
    this.isCancellationRequested = true;
    for (const listener of [...this.#listeners]) listener();
  }
}
