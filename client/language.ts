/** What makes a document a newspaper page for VS Code. */

import type { TextDocument } from "vscode";

/** The language id, as `contributes.languages` of package.json declares it. */
export const LANGUAGE = "newspaper";

/** The schemes of what is made from a page to be compared: the page without faults, and the page with marks where these are. */
export const CLEAN_SCHEME = "galley-clean";
export const MARKED_SCHEME = "galley-marked";

/** Schemes of pages that nobody can mend where they are shown: their faults would only be noise. */
export const READ_ONLY: readonly string[] = ["git", CLEAN_SCHEME, MARKED_SCHEME];

export function isPage(document: TextDocument | undefined): document is TextDocument {
  return document?.languageId === LANGUAGE;
}

/** Globs of the files that are pages: those that package.json names, and those that the user has associated with the language. */
export function pagePatterns(associations: Readonly<Record<string, string>> | undefined): string[] {
  const own = Object.entries(associations ?? {}).filter(([, language]) => language === LANGUAGE);
  // A pattern without a folder is about the file's name alone.
  return ["**/seeds/**/*.txt", ...own.map(([pattern]) => (pattern.includes("/") ? pattern : `**/${pattern}`))];
}
