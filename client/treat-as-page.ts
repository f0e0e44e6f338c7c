/** A text treated as a page on command, and its folder's texts from then on where that is wanted. */

import {
  ConfigurationTarget,
  commands,
  l10n,
  languages,
  type TextDocument,
  type Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from "vscode";
import { asPlainText } from "../server/protocol.ts";
import { LANGUAGE } from "./language.ts";

/**
 * Milliseconds in which a text that is no file yet is kept a page: VS Code guesses the language of such a text by itself, and a
 * guess that was under way (Ini, for some pages) would come after the command and undo it.
 */
const KEPT = 10_000;

/** Makes the document in the active editor a page, whatever its file name says. */
export async function treatAsPage(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) {
    window.showInformationMessage(l10n.t("Open the text file that is to be treated as a newspaper page first."));
    return;
  }
  if (document.isUntitled) keepPage(document.uri);
  await languages.setTextDocumentLanguage(document, LANGUAGE);
  if (!document.isUntitled) void offerToRemember(document.uri);
}

/** A document whose language changes is closed and opened anew. */
function keepPage(uri: Uri): void {
  const keeping = workspace.onDidOpenTextDocument((document) => {
    if (document.uri.toString() === uri.toString() && document.languageId !== LANGUAGE) void setBack(document);
  });
  setTimeout(() => keeping.dispose(), KEPT);
}

async function setBack(document: TextDocument): Promise<void> {
  if (!document.isClosed) await languages.setTextDocumentLanguage(document, LANGUAGE);
}

/** Folders that were asked about since the window was opened: nobody is asked twice. */
const asked = new Set<string>();

/** Offers to treat all texts of the file's folder as pages, in the settings of the workspace. */
async function offerToRemember(file: Uri): Promise<void> {
  const folder = workspace.getWorkspaceFolder(file);
  const pattern = folder && patternOf(folder, file);
  if (!folder || !pattern || asked.has(pattern)) return;
  asked.add(pattern);
  const remember = l10n.t("Always for This Folder");
  const question = l10n.t(
    "This file is a newspaper page until it is closed. Are all .txt files in “{0}” pages?",
    asPlainText(file.path.split("/").at(-2) ?? folder.name),
  );
  if ((await window.showInformationMessage(question, remember)) !== remember) return;
  const settings = workspace.getConfiguration("files", folder.uri);
  const own = settings.inspect<Record<string, string>>("associations");
  const several = (workspace.workspaceFolders?.length ?? 0) > 1;
  const before = several ? own?.workspaceFolderValue : own?.workspaceValue;
  const target = several ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace;
  try {
    await settings.update("associations", { ...before, [pattern]: LANGUAGE }, target);
  } catch {
    const open = l10n.t("Open Settings");
    const failed = l10n.t("The folder's settings could not be written; they may have a fault or be read-only.");
    if ((await window.showErrorMessage(failed, open)) === open)
      await commands.executeCommand("workbench.action.openWorkspaceSettingsFile");
  }
}

/** The glob of all `.txt` files that stand beside a file, from its workspace folder on; nothing for a file of another kind. */
function patternOf(folder: WorkspaceFolder, file: Uri): string | undefined {
  if (!/\.txt$/i.test(file.path)) return undefined;
  const above = folder.uri.path.replace(/[^/]*\/?$/, "").length;
  const place = file.path.slice(above).replace(/[^/]*$/, "");
  // What means something in a glob may be any character in a folder's name.
  return `**/${place.replaceAll(/[[\]{}*?!]/g, "?")}*.txt`;
}
