/** The house's files: accepted findings and words not to be used are shown, and saved after an action has edited one. */

import { l10n, Uri, window, workspace } from "vscode";
import { asPlainText } from "../server/protocol.ts";

const ACCEPTED = ["accepted.yaml", "accepted.yml", "accepted.json"] as const;
const WORDS = ["words.yaml", "words.yml", "words.json"] as const;

/** How the file begins: whoever opens it first sees what belongs into it. */
const NEW_WORDS = `# 本社不用的词：版面上出现就提示。去掉行首的 # 就起作用，一条一个词。
# Words that the house does not use: Galley points them out on every page. Entries count without the # before them.
words:
#  - term: 截止
#    instead: 截至
#    except: [截止日期, 报名截止]
#    why: 后面有时间的用“截至”
`;

/** Shows the file of accepted findings that holds for the active page; else that of the workspace, or the one that is picked. */
export async function showAccepted(): Promise<void> {
  const file = await houseFile(ACCEPTED);
  if (file) await window.showTextDocument(file);
  else if (file === undefined)
    window.showInformationMessage(
      l10n.t("Nothing has been accepted yet: the light bulb on a finding offers it, after the fixes."),
    );
}

/** The same for the words that the house does not use; where there is no such file yet, it is made in the workspace's folder. */
export async function showWords(): Promise<void> {
  const file = await houseFile(WORDS);
  if (file === null) return;
  const shown = file ?? (await newFile(WORDS[0], NEW_WORDS));
  if (shown) await window.showTextDocument(shown);
}

/** Saves a file (URI) that an action has edited, so that the command line reads what the editor shows. */
export async function saveHouseFile(uri: unknown): Promise<void> {
  const document = workspace.textDocuments.find((one) => one.uri.toString() === Uri.parse(String(uri)).toString());
  await document?.save();
}

/** The file for the active page, or for the folders of the workspace; null where there are several and none was picked. */
async function houseFile(names: readonly string[]): Promise<Uri | undefined | null> {
  const page = activePage();
  const own = page && (await nearest(Uri.joinPath(page, ".."), names));
  if (own) return own;
  const found = await Promise.all((workspace.workspaceFolders ?? []).map(({ uri }) => nearest(uri, names)));
  const files = new Map(found.flatMap((uri) => (uri ? [[uri.toString(), uri] as const] : [])));
  if (files.size <= 1) return [...files.values()][0];
  const items = [...files.values()].map((uri) => ({ uri, label: asPlainText(workspace.asRelativePath(uri, true)) }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t("The file of which folder?") }))?.uri ?? null;
}

/** The page in the active editor, where it is a file. */
function activePage(): Uri | undefined {
  const uri = window.activeTextEditor?.document.uri;
  return uri?.scheme === "untitled" ? undefined : uri;
}

/** The nearest file of these names in `.galley`, at or above a folder. */
async function nearest(folder: Uri, names: readonly string[]): Promise<Uri | undefined> {
  for (const name of names) {
    const file = Uri.joinPath(folder, ".galley", name);
    const isThere = await workspace.fs.stat(file).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  const above = Uri.joinPath(folder, "..");
  return above.path === folder.path ? undefined : nearest(above, names);
}

/** Makes a file of `.galley` in the folder of the workspace that holds the active page, or that is picked. */
async function newFile(name: string, text: string): Promise<Uri | undefined> {
  const page = activePage();
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) window.showInformationMessage(l10n.t("Open the folder of the pages first."));
  const own = page && workspace.getWorkspaceFolder(page);
  const folder = own ?? (folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0]);
  if (!folder) return undefined;
  const file = Uri.joinPath(folder.uri, ".galley", name);
  await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return file;
}
