/** The table of requests about a page, and what it lets the server announce. */

import type { ServerCapabilities } from "vscode-languageserver";
import type { Client } from "../client.ts";
import { serverCommands } from "../execute.ts";
import type { Feature } from "../feature.ts";
import { PositionEncodingKind, TextDocumentSyncKind } from "../library.ts";
import { articleAtCursor } from "./article.ts";
import { cleanPage, markedPage } from "./clean-page.ts";
import { codeActions } from "./code-actions.ts";
import { codeLens } from "./code-lens.ts";
import { definition } from "./definition.ts";
import { diagnostics } from "./diagnostics.ts";
import { documentLinks } from "./document-links.ts";
import { folding } from "./folding.ts";
import { formatting, rangeFormatting } from "./formatting.ts";
import { highlight } from "./highlight.ts";
import { hover } from "./hover.ts";
import { inlayHints } from "./inlay-hints.ts";
import { lexiconAddition } from "./lexicon-addition.ts";
import { readPage } from "./read-page.ts";
import { references } from "./references.ts";
import { prepareRename, rename } from "./rename.ts";
import { restoreHeadlines } from "./restore.ts";
import { selection } from "./selection.ts";
import { semanticTokens, semanticTokensRange } from "./semantic-tokens.ts";
import { pageStatus } from "./status.ts";
import { documentSymbols } from "./symbols.ts";

/** Every request about a page. Adding one is its file and one line here. */
export const FEATURES: readonly Feature[] = [
  diagnostics,
  codeActions,
  formatting,
  rangeFormatting,
  documentSymbols,
  folding,
  selection,
  hover,
  highlight,
  definition,
  references,
  prepareRename,
  rename,
  semanticTokens,
  semanticTokensRange,
  inlayHints,
  lexiconAddition,
  documentLinks,
  codeLens,
  articleAtCursor,
  restoreHeadlines,
  readPage,
  cleanPage,
  markedPage,
  pageStatus,
] as readonly Feature<never>[] as readonly Feature[];

/** What is announced to a client: only what it can use. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  const capabilities: ServerCapabilities = {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspaceSymbolProvider: true,
    ...(client.changesFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
  };
  const commands = serverCommands(client);
  if (commands.length > 0) capabilities.executeCommandProvider = { commands };
  for (const feature of FEATURES) Object.assign(capabilities, feature.provides?.(client));
  return capabilities;
}
