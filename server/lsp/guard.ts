/** Stands between the connection and every handler: nothing thrown, cancelled or outdated gets past it. */

import type { CancellationToken } from "vscode-languageserver";
import { describe, type Log } from "../workspace/log.ts";
import { LSPErrorCodes, ResponseError } from "./library.ts";

/** Answers a request; `undefined` from the guard's side never occurs, so that every client gets an answer. */
export type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

/**
 * The handler made safe. A request cancelled before or during the work is answered as cancelled. What the handler
 * throws goes to the log, and the answer is `empty`; a `ResponseError` is an answer of its own and is passed on.
 * A handler that works synchronously is answered synchronously, so answers keep the order of the requests.
 */
export function guard<P, R>(name: string, handler: Handler<P, R>, empty: R, log: Log): Handler<P, R | ResponseError> {
  const failed = (error: unknown): R | ResponseError => {
    if (error instanceof ResponseError) return error;
    log.error(`${name}: ${describe(error)}`);
    return empty;
  };
  return (params, token) => {
    const checked = (result: R): R | ResponseError => (token.isCancellationRequested ? cancelled() : result);
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = handler(params, token);
      return result instanceof Promise ? result.then(checked).catch(failed) : result;
    } catch (error) {
      return failed(error);
    }
  };
}

/** A handler of notifications made safe: what it throws, at once or late, goes to the log, and parameters that are left out have no part. */
export function guardNotification<P>(
  name: string,
  handler: (params: P) => void | Promise<void>,
  log: Log,
): (params: P) => void {
  const failed = (error: unknown): void => log.error(`${name}: ${describe(error)}`);
  return (params) => {
    try {
      const late = handler(isRecord(params) ? params : ({} as P));
      late?.catch(failed);
    } catch (error) {
      failed(error);
    }
  };
}

/** Whether a value that came from a client has parts by name. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The answer to a request whose page has changed while it was worked on (promise 8). */
export function contentModified(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, "The page has changed since.");
}

/** The answer to a request that its client no longer wants. */
export function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}
