/** What makes a document a newspaper page for VS Code. */

import type { TextDocument } from "vscode";

/** The language id, as `contributes.languages` of package.json declares it. */
export const LANGUAGE = "newspaper";

/** The scheme of clean pages that are shown beside the page they are made from. */
export const PREVIEW_SCHEME = "galley-clean";

export function isPage(document: TextDocument | undefined): document is TextDocument {
  return document?.languageId === LANGUAGE;
}

/** Globs of the files that are pages: those that package.json names, and those that the user has associated with the language. */
export function pagePatterns(associations: Readonly<Record<string, string>> | undefined): string[] {
  const own = Object.entries(associations ?? {}).filter(([, language]) => language === LANGUAGE);
  // A pattern without a folder is about the file's name alone.
  return ["**/seeds/**/*.txt", ...own.map(([pattern]) => (pattern.includes("/") ? pattern : `**/${pattern}`))];
}
