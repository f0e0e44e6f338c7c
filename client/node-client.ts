/** Starts the language server as a process of its own, where the extension runs in Node. */

import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { CreateClient } from "./server.ts";

export const createProcessClient: CreateClient = (context, options) => {
  const module = context.asAbsolutePath("dist/server.cjs");
  const transport = TransportKind.ipc;
  const debug = { module, transport, options: { execArgv: ["--nolazy", "--inspect=6010"] } };
  return new QuietClient("galley", "Galley 清样", { run: { module, transport }, debug }, options);
};

/**
 * A client whose own messages go to the log alone. It would show people, in English, each notification that could not
 * be sent; what they need to know is that the server has stopped, and a server that starts again is told everything.
 */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
