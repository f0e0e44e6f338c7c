/** What makes a document a newspaper page for VS Code. */

import type { TextDocument } from "vscode";

/** The language id, as `contributes.languages` of package.json declares it. */
export const LANGUAGE = "newspaper";

/** The scheme of clean pages that are shown beside the page they are made from. */
export const PREVIEW_SCHEME = "galley-clean";

export function isPage(document: TextDocument | undefined): document is TextDocument {
  return document?.languageId === LANGUAGE;
}
