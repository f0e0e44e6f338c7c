/** Starts the file of the worker thread. */

import { Worker } from "node:worker_threads";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

/** What is needed of a thread; a test gives one that lives in its own. */
export interface Thread {
  postMessage(message: ToWorker): void;
  on(event: "message", listener: (message: FromWorker) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "exit", listener: (code: number) => void): unknown;
  terminate(): unknown;
}

/** Starts the worker's file. TypeScript source first needs its loader, which a thread doesn't take over from its process. */
export function startThread(file: URL): Thread {
  if (!file.pathname.endsWith(".ts")) return new Worker(file, { name: "galley" });
  const loader = new URL("../../scripts/source.mjs", import.meta.url);
  const start = `import("${loader}").then(() => import("${file}"))`;
  return new Worker(start, { name: "galley", eval: true, execArgv: [] });
}
