/** The VS Code side where extensions run in Node: starts the language server and puts its work within reach of the hand. */

import type { ExtensionContext } from "vscode";
import { watchEncodings } from "./encoding.ts";
import { createProcessClient } from "./node-client.ts";
import { createServer } from "./server.ts";
import { registerViews } from "./views.ts";

export async function activate(context: ExtensionContext): Promise<void> {
  const server = createServer(context, createProcessClient);
  registerViews(context, server);
  context.subscriptions.push(watchEncodings(server));
  await server.start();
}
