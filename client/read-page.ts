/** The page to be read: a panel beside the editor with the articles set as a newspaper sets them. */

import {
  Disposable,
  l10n,
  languages,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { READ_PAGE, type ReadPage, SHOW_PLACE_COMMAND } from "../server/protocol.ts";
import { isPage } from "./language.ts";
import { readPageHtml } from "./read-page-html.ts";
import { scrollTogether } from "./read-page-scroll.ts";
import type { Server } from "./server.ts";

export interface Reader extends Disposable {
  /** Opens the page in the active editor for reading, or shows the panel in which it is open already. */
  show(): Promise<void>;
}

/** Milliseconds without an edit after which a panel is set anew. */
const PAUSE = 300;

/** `home` is the folder of the extension. */
export function createReader(server: Server, home: Uri): Reader {
  const panels = new Map<string, WebviewPanel>();
  const pauses = new Map<string, NodeJS.Timeout>();
  const shown = new Map<string, string>();

  const set = async (uri: string): Promise<void> => {
    const page = await server.request<ReadPage>(READ_PAGE, { textDocument: { uri } });
    const panel = panels.get(uri);
    if (!page || !panel) return;
    const content = JSON.stringify({ ...page, version: 0 });
    // Setting a panel anew shows, so it is done only for something new.
    if (shown.get(uri) === content) return;
    shown.set(uri, content);
    panel.webview.html = readPageHtml(page, {
      nonce: crypto.randomUUID(),
      title: nameOf(uri),
      link: ({ line, character, uri: on = uri }) =>
        `command:${SHOW_PLACE_COMMAND}?${encodeURIComponent(JSON.stringify([on, line, character]))}`,
      goTo: ({ line, uri: on }) =>
        on === undefined
          ? l10n.t("Go to line {0} of the page", line + 1)
          : l10n.t("Go to line {0} of {1}", line + 1, nameOf(on)),
      lines: (first, last) =>
        first === last ? l10n.t("line {0}", first + 1) : l10n.t("lines {0}–{1}", first + 1, last + 1),
      characters: (count) => l10n.t("{0} characters", count),
      nothing: l10n.t("There is no article on this page."),
    });
  };
  const setSoon = (uri: string): void => {
    clearTimeout(pauses.get(uri));
    pauses.set(
      uri,
      setTimeout(() => void set(uri), PAUSE),
    );
  };
  const open = async (document: TextDocument): Promise<void> => {
    const uri = document.uri.toString();
    const known = panels.get(uri);
    if (known) return known.reveal();
    const panel = window.createWebviewPanel(
      "galley.readPage",
      l10n.t("Read: {0}", nameOf(uri)),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      // Nothing is run in it but a script of its own.
      { enableScripts: true, enableCommandUris: [SHOW_PLACE_COMMAND], localResourceRoots: [], enableFindWidget: true },
    );
    const icon = (theme: string): Uri => Uri.joinPath(home, "client", "media", `page-${theme}.svg`);
    panel.iconPath = { light: icon("light"), dark: icon("dark") };
    panels.set(uri, panel);
    const together = scrollTogether(panel.webview, uri);
    panel.onDidDispose(() => {
      together.dispose();
      panels.delete(uri);
      shown.delete(uri);
      clearTimeout(pauses.get(uri));
    });
    await set(uri);
  };
  const setIfOpen = (changed: Uri): void => {
    const uri = changed.toString();
    if (panels.has(uri)) setSoon(uri);
  };
  const subscriptions = Disposable.from(
    workspace.onDidChangeTextDocument(({ document }) => setIfOpen(document.uri)),
    // Findings that change without an edit tell of settings that changed.
    languages.onDidChangeDiagnostics(({ uris }) => uris.forEach(setIfOpen)),
  );
  return {
    async show() {
      const document = window.activeTextEditor?.document;
      if (isPage(document)) await open(document);
    },
    dispose() {
      subscriptions.dispose();
      for (const panel of panels.values()) panel.dispose();
    },
  };
}

function nameOf(uri: string): string {
  return decodeURIComponent(uri.split("/").at(-1) ?? "");
}
