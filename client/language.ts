/** What makes a document a newspaper page for VS Code. */

import type { TextDocument } from "vscode";

/** The language id, as `contributes.languages` of package.json declares it. */
export const LANGUAGE = "newspaper";

export function isPage(document: TextDocument | undefined): document is TextDocument {
  return document?.languageId === LANGUAGE;
}
