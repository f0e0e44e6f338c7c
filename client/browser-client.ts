/** Starts the language server in a worker of the browser, and the thread of names in another. */

import { Uri } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { type FolderOf, LEXICON_IN, type WorkerStart } from "../server/protocol.ts";
import { lexiconIn } from "./lexicon-in.ts";
import type { CreateClient } from "./server.ts";

export const createWorkerClient: CreateClient = (context, options) => {
  const at = (...path: string[]): string => Uri.joinPath(context.extensionUri, ...path).toString(true);
  const workers: Worker[] = [];
  const startWorker = (): Worker => {
    const worker = new Worker(at("dist", "web", "server.js"));
    workers.push(worker);
    return worker;
  };
  const start = async (): Promise<MessageTransports> => {
    const [server, names] = [startWorker(), startWorker()];
    const { port1, port2 } = new MessageChannel();
    server.postMessage({ role: "server", names: port1 } satisfies WorkerStart, [port1]);
    names.postMessage({ role: "names", server: port2, data: at("dist", "data") } satisfies WorkerStart, [port2]);
    // Not the worker itself: the client would not know it again, as VS Code has a `Worker` of its own in the browser's place.
    return { reader: new BrowserMessageReader(server), writer: new BrowserMessageWriter(server) };
  };
  const client = new QuietClient("galley", "Galley 清样", start, options);
  client.onEnd = () => {
    for (const worker of workers) worker.terminate();
  };
  client.onRequest(LEXICON_IN, ({ folder }: FolderOf) => lexiconIn(Uri.parse(folder)));
  return client;
};

/**
 * A client whose own messages go to the log alone. It would show people, in English, each notification that could not
 * be sent; what they need to know is that the server has stopped, and a server that starts again is told everything.
 */
class QuietClient extends LanguageClient {
  /** Is called when the client has ended: nobody else ends its workers. */
  onEnd = (): void => {};

  override async dispose(timeout?: number): Promise<void> {
    await super.dispose(timeout).finally(() => this.onEnd());
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** The browser's; the project's types are Node's. */
declare class Worker {
  constructor(url: string);
  postMessage(message: unknown, transfer: readonly unknown[]): void;
  terminate(): void;
}
