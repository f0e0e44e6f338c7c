/** The VS Code side in a browser: as `extension.ts`, with the server in a worker; how files were encoded nobody knows there. */

import type { ExtensionContext } from "vscode";
import { createWorkerClient } from "./browser-client.ts";
import { createServer } from "./server.ts";
import { registerViews } from "./views.ts";

export async function activate(context: ExtensionContext): Promise<void> {
  const server = createServer(context, createWorkerClient);
  registerViews(context, server);
  await server.start();
}
