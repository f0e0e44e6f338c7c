/** The server's log: what the client shows as its output, and standard error where there is no client. */

import type { Log } from "../workspace/log.ts";

/** The part of a connection that takes log messages. */
export interface RemoteLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** A log that goes to the client. */
export function remoteLog(remote: RemoteLog): Log {
  return {
    info: (message) => remote.info(message),
    warn: (message) => remote.warn(message),
    error: (message) => remote.error(message),
  };
}

/** A log on a stream of lines, such as standard error. */
export function streamLog(stream: { write(text: string): unknown }): Log {
  const write = (message: string): void => void stream.write(`galley: ${message}\n`);
  return { info: write, warn: write, error: write };
}
