/** Keeps the open pages as the client has them: opened, edited step by step, closed. */

import type { Connection, TextDocumentContentChangeEvent, TextDocumentItem } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Log } from "../workspace/log.ts";
import type { OpenPage, Pages } from "../workspace/pages.ts";
import { guardNotification, isRecord } from "./guard.ts";

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
 *
 * After an edit that cannot be made, what the client shows is not known any more. Findings and fixes of another text would
 * be wrong, so the page is none until the client gives its whole text again.
 */
export function synchronise(
  connection: Connection,
  pages: Pages,
  { events, others, log }: { readonly events: SyncEvents; readonly others: OtherDocuments; readonly log: Log },
): void {
  const documents = new Map<string, TextDocument>();
  /** Documents whose text is not known. */
  const lost = new Set<string>();
  const take = (document: TextDocument): void => {
    const { uri, version } = document;
    if (others.isOne(uri)) others.changed(uri, version, document.getText());
    else events.changed(pages.put(uri, version, document.getText()));
  };
  const drop = (uri: string): void => {
    documents.delete(uri);
    if (others.isOne(uri)) others.closed(uri);
    else {
      pages.close(uri);
      events.closed(uri);
    }
  };
  const notified = <P>(name: string, handler: (params: P) => void): ((params: P) => void) =>
    guardNotification(name, handler, log);
  connection.onDidOpenTextDocument(
    notified("textDocument/didOpen", ({ textDocument }) => {
      const { uri, languageId, version, text }: Partial<TextDocumentItem> = textDocument;
      if (typeof uri !== "string" || typeof text !== "string") throw new Error("there is no address, or no text.");
      lost.delete(uri);
      const document = TextDocument.create(uri, languageId ?? "", version ?? 0, text);
      documents.set(uri, document);
      take(document);
    }),
  );
  connection.onDidChangeTextDocument(
    notified("textDocument/didChange", ({ textDocument: { uri, version }, contentChanges }) => {
      const known = documents.get(uri);
      if (!known && !lost.has(uri)) return log.warn(`textDocument/didChange: ${uri} is not open.`);
      const changes = Array.isArray(contentChanges) && contentChanges.every(isChange) ? contentChanges : undefined;
      const isWhole = changes?.some((change) => !("range" in change)) === true;
      const document = known ?? (isWhole ? TextDocument.create(uri, "", version, "") : undefined);
      if (changes && document) {
        lost.delete(uri);
        documents.set(uri, document);
        return take(TextDocument.update(document, changes, version));
      }
      if (known) drop(uri);
      lost.add(uri);
      log.error(`textDocument/didChange: ${uri} was changed in a way that is unknown; it waits for its whole text.`);
    }),
  );
  connection.onDidCloseTextDocument(
    notified("textDocument/didClose", ({ textDocument: { uri } }) => {
      if (!lost.delete(uri)) drop(uri);
    }),
  );
}

/** Whether a change is one of the protocol's: a text in place of a range, or of everything. */
function isChange(change: unknown): change is TextDocumentContentChangeEvent {
  if (!isRecord(change) || typeof change.text !== "string") return false;
  return (
    change.range === undefined || (isRecord(change.range) && [change.range.start, change.range.end].every(isPlace))
  );
}

function isPlace(place: unknown): boolean {
  return isRecord(place) && [place.line, place.character].every((part) => Number.isInteger(part) && Number(part) >= 0);
}
