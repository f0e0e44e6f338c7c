/** The page beside the clean page, paragraph by paragraph: VS Code's own comparison, kept up to date as the page is edited. */

import { commands, Disposable, EventEmitter, l10n, languages, type TextDocument, Uri, window, workspace } from "vscode";
import { CLEAN_PAGE, type CleanPage, MARKED_PAGE } from "../server/protocol.ts";
import { CLEAN_SCHEME, isPage, LANGUAGE, MARKED_SCHEME, READ_ONLY } from "./language.ts";
import type { Server } from "./server.ts";

export interface Preview extends Disposable {
  /**
   * Compares the page in the active editor with what the safe fixes make of it. The page is shown reflowed to the same paragraphs,
   * with marks for the line ends and blanks that go, so that lines stand beside their own and characters differ.
   */
  show(): Promise<void>;
}

/** What is asked of the server for the documents of each scheme. */
const REQUESTS: Readonly<Record<string, string>> = { [CLEAN_SCHEME]: CLEAN_PAGE, [MARKED_SCHEME]: MARKED_PAGE };

export function createPreview(server: Server): Preview {
  const changed = new EventEmitter<Uri>();
  const refresh = (concerns: (page: string) => boolean): void => {
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme in REQUESTS && concerns(uri.query)) changed.fire(uri);
    }
  };
  const providers = Object.entries(REQUESTS).map(([scheme, request]) =>
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent({ query: page }) {
        const made = await server.request<CleanPage>(request, { textDocument: { uri: page } });
        return made?.text ?? workspace.textDocuments.find(({ uri }) => uri.toString() === page)?.getText();
      },
    }),
  );
  const subscriptions = Disposable.from(
    changed,
    ...providers,
    workspace.onDidChangeTextDocument(({ document }) => refresh((page) => page === document.uri.toString())),
    // Findings that change without an edit tell of settings that changed.
    languages.onDidChangeDiagnostics(({ uris }) => refresh((page) => uris.some((uri) => uri.toString() === page))),
  );
  return {
    async show() {
      const page = window.activeTextEditor?.document;
      if (!isPage(page) || READ_ONLY.includes(page.uri.scheme)) return;
      const [marked, clean] = [await madeFrom(page, MARKED_SCHEME), await madeFrom(page, CLEAN_SCHEME)];
      await commands.executeCommand("vscode.diff", marked, clean, l10n.t("{0}: as it is ↔ clean", nameOf(page)));
    },
    dispose: () => subscriptions.dispose(),
  };
}

/** The page that a clean or marked page was made from; nothing for any other document. */
export function pageBehind({ uri: { scheme, query } }: TextDocument): Uri | undefined {
  return scheme in REQUESTS ? Uri.parse(query) : undefined;
}

/** The address of what is made from a page; the page's own address is the query, so each has one, and the path names its tab. */
async function madeFrom({ uri }: TextDocument, scheme: string): Promise<Uri> {
  const made = Uri.from({ scheme, path: uri.path, query: uri.toString() });
  await languages.setTextDocumentLanguage(await workspace.openTextDocument(made), LANGUAGE);
  return made;
}

function nameOf({ uri }: TextDocument): string {
  return uri.path.split("/").at(-1) ?? "";
}
