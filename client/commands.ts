/** The commands of the palette; each is one line of the table, and its title stands in package.nls.json. */

import { commands, Disposable, l10n, languages, window } from "vscode";
import { FIX_ALL_KIND } from "../server/protocol.ts";
import { isPage, LANGUAGE } from "./language.ts";
import type { Server } from "./server.ts";

export function registerCommands(server: Server): Disposable {
  const table: Record<string, () => unknown> = {
    "galley.treatAsPage": treatAsPage,
    "galley.fixAll": () => onPage(() => commands.executeCommand("editor.action.sourceAction", FIX_ALL)),
    "galley.format": () => onPage(() => commands.executeCommand("editor.action.formatDocument")),
    "galley.showFindings": () => commands.executeCommand("workbench.actions.view.problems"),
    "galley.restartServer": () => server.restart(),
    "galley.showLog": () => server.log.show(),
  };
  return Disposable.from(...Object.entries(table).map(([id, run]) => commands.registerCommand(id, run)));
}

const FIX_ALL = { kind: FIX_ALL_KIND, apply: "first" };

/** Makes the document in the active editor a page, whatever its file name says. */
async function treatAsPage(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await languages.setTextDocumentLanguage(document, LANGUAGE);
  else window.showInformationMessage(l10n.t("Open the text file that is to be treated as a newspaper page first."));
}

/** Runs an action on the active page; says what to do first where the active editor shows none. */
function onPage(action: () => unknown): unknown {
  if (isPage(window.activeTextEditor?.document)) return action();
  return window.showInformationMessage(
    l10n.t("This is not a newspaper page yet: run “Galley: Treat as Newspaper Page” first."),
  );
}
