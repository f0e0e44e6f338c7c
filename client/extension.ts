/** The VS Code side: starts the language server and puts its work within reach of the hand. */

import type { ExtensionContext } from "vscode";
import { registerCommands } from "./commands.ts";
import { watchEncodings } from "./encoding.ts";
import { createIssueView } from "./issue-view.ts";
import { createPreview } from "./preview.ts";
import { createQuickFix } from "./quick-fix.ts";
import { createReader } from "./read-page.ts";
import { createServer } from "./server.ts";
import { showStatus } from "./status.ts";

export async function activate(context: ExtensionContext): Promise<void> {
  const server = createServer(context);
  const preview = createPreview(server);
  const reader = createReader(server, context.extensionUri);
  const quickFix = createQuickFix();
  const issue = createIssueView(server);
  context.subscriptions.push(
    server,
    issue,
    preview,
    reader,
    quickFix,
    registerCommands({ home: context.extensionUri, server, preview, reader, quickFix, issue }),
    showStatus(server),
    watchEncodings(server),
  );
  await server.start();
}
