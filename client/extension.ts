/** The VS Code side: starts the language server and puts its work within reach of the hand. */

import type { ExtensionContext } from "vscode";
import { registerCommands } from "./commands.ts";
import { createServer } from "./server.ts";
import { showStatus } from "./status.ts";

export async function activate(context: ExtensionContext): Promise<void> {
  const server = createServer(context);
  context.subscriptions.push(server, registerCommands(server), showStatus());
  await server.start();
}
