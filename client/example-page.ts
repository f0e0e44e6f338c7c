/** The example page that comes with the extension, opened as a text of no file: whatever is tried on it, nothing is spoilt. */

import { Uri, window, workspace } from "vscode";
import { LANGUAGE } from "./language.ts";

/** `home` is the folder of the extension. */
export async function openExample(home: Uri): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(home, "client", "media", "example-page.txt"));
  const content = new TextDecoder().decode(bytes);
  await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE, content }), { preview: false });
}
