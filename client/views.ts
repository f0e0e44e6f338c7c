/** What the extension has in every VS Code, in Node and in a browser alike: commands, preview, Read Page, status bar, tools of its chat. */

import type { ExtensionContext } from "vscode";
import { registerCommands } from "./commands.ts";
import { createIssueView } from "./issue-view.ts";
import { registerTools } from "./language-model-tools.ts";
import { offerCleanPaste } from "./paste.ts";
import { createPreview } from "./preview.ts";
import { createQuickFix } from "./quick-fix.ts";
import { createReader } from "./read-page.ts";
import type { Server } from "./server.ts";
import { showStatus } from "./status.ts";

export function registerViews(context: ExtensionContext, server: Server): void {
  const preview = createPreview(server);
  const reader = createReader(server, context.extensionUri);
  const quickFix = createQuickFix(server);
  const issue = createIssueView(server);
  context.subscriptions.push(
    server,
    issue,
    preview,
    reader,
    quickFix,
    registerCommands({ home: context.extensionUri, server, preview, reader, quickFix, issue }),
    showStatus(server),
    offerCleanPaste(server),
    registerTools(server),
  );
}
