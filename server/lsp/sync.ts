/** Keeps the open pages as the client has them: opened, edited step by step, closed. */

import type { Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Log } from "../workspace/log.ts";
import type { OpenPage, Pages } from "../workspace/pages.ts";
import { guardNotification } from "./guard.ts";

/** Documents that are no pages, such as files of the house. */
export interface OtherDocuments {
  isOne(uri: string): boolean;
  changed(uri: string, version: number, text: string): void;
  closed(uri: string): void;
}

export interface SyncEvents {
  /** A page was opened or edited; it is already among the pages. */
  changed(page: OpenPage): void;
  closed(uri: string): void;
}

/**
 * Listens to the client's edits. A `TextDocument` is changed in place by its next edit, so it stays in here, and the
 * pages get the text and the version as they are now.
 */
export function synchronise(
  connection: Connection,
  pages: Pages,
  { events, others, log }: { readonly events: SyncEvents; readonly others: OtherDocuments; readonly log: Log },
): void {
  const documents = new Map<string, TextDocument>();
  const take = (document: TextDocument): void => {
    const { uri, version } = document;
    if (others.isOne(uri)) others.changed(uri, version, document.getText());
    else events.changed(pages.put(uri, version, document.getText()));
  };
  connection.onDidOpenTextDocument(
    guardNotification(
      "textDocument/didOpen",
      ({ textDocument: { uri, languageId, version, text } }) => {
        const document = TextDocument.create(uri, languageId, version, text);
        documents.set(uri, document);
        take(document);
      },
      log,
    ),
  );
  connection.onDidChangeTextDocument(
    guardNotification(
      "textDocument/didChange",
      ({ textDocument: { uri, version }, contentChanges }) => {
        const document = documents.get(uri);
        if (!document) return log.warn(`textDocument/didChange: ${uri} is not open.`);
        take(TextDocument.update(document, contentChanges, version));
      },
      log,
    ),
  );
  connection.onDidCloseTextDocument(
    guardNotification(
      "textDocument/didClose",
      ({ textDocument: { uri } }) => {
        documents.delete(uri);
        if (others.isOne(uri)) return others.closed(uri);
        pages.close(uri);
        events.closed(uri);
      },
      log,
    ),
  );
}
