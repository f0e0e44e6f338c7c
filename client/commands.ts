/** The commands of the palette; each is one line of the table, and its title stands in package.nls.json. */

import { commands, Disposable, l10n, type Uri, window } from "vscode";
import {
  ADD_TO_LEXICON_COMMAND,
  COPY_ARTICLE_COMMAND,
  FIND_REFERENCES_COMMAND,
  FIX_ALL_COMMAND,
  RESTORE_COMMAND,
  SAVE_HOUSE_FILE_COMMAND,
  SHOW_FINDINGS_COMMAND,
  SHOW_PLACE_COMMAND,
} from "../server/protocol.ts";
import { copyArticle, restoreHeadlines, showPlace } from "./article-commands.ts";
import { openExample } from "./example-page.ts";
import { fixFolder } from "./fix-folder.ts";
import { fixPage } from "./fix-page.ts";
import { saveHouseFile, showAccepted, showWords } from "./house-files.ts";
import type { PageNode, PlaceNode } from "./issue-model.ts";
import { type IssueView, OPEN_COMMAND } from "./issue-view.ts";
import { isPage } from "./language.ts";
import { addToLexicon, findReferences, learnNames } from "./lexicon-command.ts";
import { type Preview, pageBehind } from "./preview.ts";
import type { QuickFix } from "./quick-fix.ts";
import type { Reader } from "./read-page.ts";
import { SHOW_RULE_COMMAND, showRule } from "./rule-page.ts";
import { RESTART_SERVER_COMMAND, type Server } from "./server.ts";
import { treatAsPage } from "./treat-as-page.ts";

/** What the commands set to work. */
export interface Desk {
  /** The folder of the extension. */
  readonly home: Uri;
  readonly server: Server;
  readonly preview: Preview;
  readonly reader: Reader;
  readonly quickFix: QuickFix;
  readonly issue: IssueView;
}

export function registerCommands({ home, server, preview, reader, quickFix, issue }: Desk): Disposable {
  const table: Record<string, (...args: unknown[]) => unknown> = {
    "galley.treatAsPage": treatAsPage,
    [FIX_ALL_COMMAND]: () => onPage(fixPage),
    "galley.format": () => onPage(() => commands.executeCommand("editor.action.formatDocument")),
    "galley.quickFix": () => quickFix.show(),
    [COPY_ARTICLE_COMMAND]: (...place) => onPage(() => copyArticle(server, ...place)),
    [RESTORE_COMMAND]: (...place) => onPage(() => restoreHeadlines(server, ...place)),
    [SHOW_PLACE_COMMAND]: showPlace,
    [FIND_REFERENCES_COMMAND]: findReferences,
    [ADD_TO_LEXICON_COMMAND]: (...place) => onPage(() => addToLexicon(server, ...place)),
    "galley.showAccepted": showAccepted,
    "galley.showWords": showWords,
    [SAVE_HOUSE_FILE_COMMAND]: saveHouseFile,
    "galley.learnNames": (folder) => learnNames(server, folder),
    "galley.previewClean": () => onPage(() => preview.show()),
    "galley.readPage": () => onPage(() => reader.show()),
    "galley.openExample": () => openExample(home),
    "galley.fixFolder": (folder) => fixFolder(server, issue.pages, folder),
    "galley.nextPlace": () => issue.go("next"),
    "galley.previousPlace": () => issue.go("previous"),
    [OPEN_COMMAND]: (node) => issue.open(node as PageNode | PlaceNode),
    "galley.issue.showNeeding": () => issue.showNeeding(true),
    "galley.issue.showAll": () => issue.showNeeding(false),
    "galley.issue.chooseRules": () => issue.chooseRules(),
    "galley.issue.fixPage": async (node) => {
      await issue.open(node as PageNode);
      return onPage(fixPage);
    },
    "galley.issue.readPage": async (node) => {
      await issue.open(node as PageNode);
      return onPage(() => reader.show());
    },
    [SHOW_FINDINGS_COMMAND]: () => commands.executeCommand("workbench.actions.view.problems"),
    [SHOW_RULE_COMMAND]: (rule) => showRule(home, rule),
    [RESTART_SERVER_COMMAND]: () => server.restart(),
    "galley.showLog": () => server.log.show(),
  };
  return Disposable.from(...Object.entries(table).map(([id, run]) => commands.registerCommand(id, run)));
}

/**
 * Runs an action on the active page; where no text has the focus but something like the walkthrough, on a page that shows beside it.
 * Says what to do first where there is none.
 */
async function onPage(action: () => unknown): Promise<unknown> {
  const seen = window.visibleTextEditors.find(({ document }) => isPage(document));
  if (!window.activeTextEditor && seen) await window.showTextDocument(seen.document, seen.viewColumn);
  const document = window.activeTextEditor?.document;
  if (!isPage(document)) {
    return window.showInformationMessage(
      l10n.t("This is not a newspaper page yet: run “Galley 清样: Treat as Newspaper Page” first."),
    );
  }
  const page = pageBehind(document);
  // Who has seen the clean page and wants it means the page itself.
  if (page) await window.showTextDocument(page);
  return action();
}
