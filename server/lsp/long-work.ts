/** Work on a long page that was asked for: in turns, with a progress bar that can be cancelled where the client shows one. */

import type { CancellationToken, Connection, WorkDoneProgressServerReporter } from "vscode-languageserver";
import type { Localised } from "../core/text/locale.ts";
import { describe, type Log } from "../workspace/log.ts";
import { inTurns } from "../workspace/turns.ts";
import type { Client } from "./client.ts";
import { cancelled } from "./guard.ts";

/** Work that takes no longer than this, in ms, shows no bar. */
const WORTH_SHOWING = 400;

/** Who is shown how far the work is, and who may end it. */
export interface LongWork {
  readonly connection: Connection;
  readonly client: Client;
  readonly log: Log;
  readonly token: CancellationToken;
  readonly title: Localised;
}

/**
 * Does the work, which yields the share of it that is done (0 to 1).
 * @throws ResponseError where it was cancelled, by the client or at its bar
 */
export async function longWork<T>(
  work: Generator<number, T>,
  { connection, client, log, token, title }: LongWork,
): Promise<T> {
  const begun = performance.now();
  let bar: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
  let given = false;
  const show = async (): Promise<WorkDoneProgressServerReporter | undefined> => {
    try {
      const created = await connection.window.createWorkDoneProgress();
      created.begin(client.say(title), 0, undefined, true);
      created.token.onCancellationRequested(() => {
        given = true;
      });
      return created;
    } catch (error) {
      log.warn(`window/workDoneProgress/create: ${describe(error)}`);
      return undefined;
    }
  };
  try {
    const isWanted = (): boolean => !given && !token.isCancellationRequested;
    const result = await inTurns(work, isWanted, (share) => {
      if (client.progress && performance.now() - begun > WORTH_SHOWING) bar ??= show();
      void bar?.then((shown) => shown?.report(Math.floor(100 * share)));
    });
    if (!isWanted() || result === undefined) throw cancelled();
    return result;
  } finally {
    void bar?.then((shown) => shown?.done());
  }
}
