/** The clean page beside the page: VS Code's own comparison, kept up to date as the page is edited. */

import { commands, Disposable, EventEmitter, l10n, languages, Uri, window, workspace } from "vscode";
import { CLEAN_PAGE, type CleanPage } from "../server/protocol.ts";
import { isPage, LANGUAGE, PREVIEW_SCHEME } from "./language.ts";
import type { Server } from "./server.ts";

export interface Preview extends Disposable {
  /** Compares the page in the active editor with what the safe fixes make of it. */
  show(): Promise<void>;
}

export function createPreview(server: Server): Preview {
  const changed = new EventEmitter<Uri>();
  const refresh = (concerns: (page: string) => boolean): void => {
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === PREVIEW_SCHEME && concerns(uri.query)) changed.fire(uri);
    }
  };
  const provider = workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, {
    onDidChange: changed.event,
    async provideTextDocumentContent({ query: page }) {
      const clean = await server.request<CleanPage>(CLEAN_PAGE, { textDocument: { uri: page } });
      return clean?.text ?? workspace.textDocuments.find(({ uri }) => uri.toString() === page)?.getText();
    },
  });
  const subscriptions = Disposable.from(
    changed,
    provider,
    workspace.onDidChangeTextDocument(({ document }) => refresh((page) => page === document.uri.toString())),
    // Findings that change without an edit tell of settings that changed.
    languages.onDidChangeDiagnostics(({ uris }) => refresh((page) => uris.some((uri) => uri.toString() === page))),
  );
  return {
    async show() {
      const page = window.activeTextEditor?.document;
      if (!isPage(page) || page.uri.scheme === PREVIEW_SCHEME) return;
      // The page's own address is the query, so each page has one preview; the path names its tab.
      const clean = Uri.from({ scheme: PREVIEW_SCHEME, path: page.uri.path, query: page.uri.toString() });
      await languages.setTextDocumentLanguage(await workspace.openTextDocument(clean), LANGUAGE);
      const name = page.uri.path.split("/").at(-1) ?? "";
      await commands.executeCommand("vscode.diff", page.uri, clean, l10n.t("{0}: as it is ↔ clean", name));
    },
    dispose: () => subscriptions.dispose(),
  };
}
