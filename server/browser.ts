/** The entry for browsers: one file for both workers, the server's and that of names; the client's first message says which one it is. */

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { version } from "../package.json";
import "./browser/turns.ts";
import { createNames } from "./browser/names.ts";
import { answerNames } from "./browser/names-thread.ts";
import type { Port } from "./browser/port.ts";
import { remoteLog } from "./host/log.ts";
import { serve } from "./lsp/server.ts";
import { type FileText, LEXICON_IN, type WorkerStart } from "./protocol.ts";
import { describe } from "./workspace/log.ts";

/** The worker itself, as far as it is used; the project's types are Node's. */
const self = globalThis as unknown as {
  onmessage: ((event: { readonly data: WorkerStart }) => void) | null;
};

self.onmessage = ({ data: start }) => {
  self.onmessage = null;
  if (start.role === "names") answerNames(start.server as Port, start.data);
  else startServer(start.names as Port);
};

function startServer(port: Port): void {
  const scope = self as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
  const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
  const log = remoteLog(connection.console);
  const lexiconIn = async (folder: string): Promise<FileText | undefined> => {
    try {
      return (await connection.sendRequest<FileText | null>(LEXICON_IN, { folder })) ?? undefined;
    } catch (error) {
      log.warn(`${LEXICON_IN}: ${describe(error)}`);
      return undefined;
    }
  };
  const names = createNames({ port, log, lexiconIn });
  serve(connection, { version, log, mentions: names, names });
  connection.listen();
}
