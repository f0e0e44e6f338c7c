/** The house's file of accepted findings: shown, and saved after an action has added to it or taken something back. */

import { l10n, Uri, window, workspace } from "vscode";

const FILES = "**/.galley/accepted.{yaml,yml,json}";

/** Shows the file that holds for the active page; else the only one of the workspace, or the one that is picked. */
export async function showAccepted(): Promise<void> {
  const files = await workspace.findFiles(FILES);
  const own = files.filter(holdsForActivePage).sort((a, b) => b.path.length - a.path.length)[0];
  const file = own ?? (files.length > 1 ? await pick(files) : files[0]);
  if (file) await window.showTextDocument(file);
  else if (files.length === 0)
    window.showInformationMessage(
      l10n.t("Nothing has been accepted yet: the light bulb on a finding offers it, after the fixes."),
    );
}

/** Whether the folder that holds `.galley` holds the page in the active editor, too. */
function holdsForActivePage({ path }: Uri): boolean {
  const page = window.activeTextEditor?.document.uri.path;
  return page?.startsWith(path.slice(0, path.lastIndexOf("/.galley/") + 1)) ?? false;
}

async function pick(files: readonly Uri[]): Promise<Uri | undefined> {
  const items = files.map((uri) => ({ uri, label: workspace.asRelativePath(uri) }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t("Accepted findings of which folder?") }))?.uri;
}

/** Saves a file (URI) that an action has edited, so that the command line reads what the editor shows. */
export async function saveHouseFile(uri: unknown): Promise<void> {
  const document = workspace.textDocuments.find((one) => one.uri.toString() === Uri.parse(String(uri)).toString());
  await document?.save();
}
