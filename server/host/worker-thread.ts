/** Starts the file of a worker thread. */

import { type ResourceLimits, Worker } from "node:worker_threads";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

/** What is needed of a thread, by what it is told and what it says; a test gives one that lives in its own. */
export interface Thread<To = ToWorker, From = FromWorker> {
  postMessage(message: To): void;
  on(event: "message", listener: (message: From) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "exit", listener: (code: number) => void): unknown;
  terminate(): unknown;
}

/**
 * Starts a worker's file, with these limits of its memory where given. TypeScript source first needs its loader, which a
 * thread doesn't take over from its process.
 */
export function startThread(file: URL, resourceLimits: ResourceLimits = {}): Worker {
  if (!file.pathname.endsWith(".ts")) return new Worker(file, { name: "galley", resourceLimits });
  const loader = new URL("../../scripts/source.mjs", import.meta.url);
  const start = `import("${loader}").then(() => import("${file}"))`;
  return new Worker(start, { name: "galley", eval: true, execArgv: [], resourceLimits });
}
