/** Reads the lexicon that holds in a folder, for a server that reads no files itself. */

import { Uri, workspace } from "vscode";
import type { FileText } from "../server/protocol.ts";

const NAMES = ["entities.yaml", "entities.yml", "entities.json"];

/** The nearest `.galley/entities.yaml` (or .yml, .json) in the folder or above it, within the workspace; null where there is none. */
export async function lexiconIn(folder: Uri): Promise<FileText | null> {
  const top = workspace.getWorkspaceFolder(folder)?.uri.path ?? folder.path;
  for (let at = folder; ; at = Uri.joinPath(at, "..")) {
    for (const name of NAMES) {
      const uri = Uri.joinPath(at, ".galley", name);
      const bytes = await workspace.fs.readFile(uri).then(undefined, () => undefined);
      if (bytes) return { uri: uri.toString(), text: new TextDecoder().decode(bytes) };
    }
    if (at.path === top || at.path === "/" || at.path === "") return null;
  }
}
