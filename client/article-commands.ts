/** What can be done with one article: copy it clean, bring its heading home, go to a place of it. */

import {
  env,
  l10n,
  Position,
  Range,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import {
  ARTICLE,
  type ArticleText,
  asPlainText,
  type HeadlineMoves,
  type PageRequest,
  type PlaceRequest,
  type ProtocolEdit,
  RESTORE_HEADLINES,
} from "../server/protocol.ts";
import type { Server } from "./server.ts";

/** Milliseconds that the status bar tells of what was done. */
const TOLD = 5000;

/** Puts the article at a place, or at the cursor, on the clipboard. */
export async function copyArticle(server: Server, page?: unknown, line?: unknown, character?: unknown): Promise<void> {
  const place = placeOf(page, line, character) ?? placeOfCursor();
  const article = place && (await server.request<ArticleText>(ARTICLE, place));
  if (!article) {
    window.showInformationMessage(l10n.t("There is no article at the cursor."));
    return;
  }
  await env.clipboard.writeText(article.text);
  window.setStatusBarMessage(
    l10n.t("Copied “{0}”, {1} characters", asPlainText(article.name), article.characters),
    TOLD,
  );
}

/** Brings home the headings of the article at a place, or of the whole page in the active editor. */
export async function restoreHeadlines(
  server: Server,
  page?: unknown,
  line?: unknown,
  character?: unknown,
): Promise<void> {
  const uri = window.activeTextEditor?.document.uri;
  const whole: PageRequest | undefined = uri && { textDocument: { uri: uri.toString() } };
  const asked = placeOf(page, line, character) ?? whole;
  const moves = asked && (await server.request<HeadlineMoves>(RESTORE_HEADLINES, asked));
  if (!asked || !moves) return;
  const { edits, version, moved, left } = moves;
  if (edits.length > 0 && !(await apply(Uri.parse(asked.textDocument.uri), version, edits))) return;
  if (left > 0) window.showInformationMessage(stays(moved, left));
  else if (moved > 0) window.setStatusBarMessage(l10n.t("Headings and bylines brought home: {0}", moved), TOLD);
  else window.setStatusBarMessage(l10n.t("No heading stands apart from its article"), TOLD);
}

function stays(moved: number, left: number): string {
  return l10n.t(
    "Brought home: {0}. Left in place: {1}, as moving them would change where articles begin and end. Fix the page first and try again, or deal with each in the Problems view.",
    moved,
    left,
  );
}

/** Shows a place of a page, in the editor that has the page already where there is one. */
export async function showPlace(page: unknown, line: unknown, character: unknown): Promise<void> {
  const place = placeOf(page, line, character);
  if (!place) return;
  const { uri } = place.textDocument;
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  const at = new Position(place.position.line, place.position.character);
  const editor = await window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)), {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    selection: new Range(at, at),
  });
  editor.revealRange(new Range(at, at), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The place that a code lens or a link names; undefined for what a menu hands over. */
function placeOf(page: unknown, line: unknown, character: unknown): PlaceRequest | undefined {
  if (typeof page !== "string" || typeof line !== "number" || typeof character !== "number") return undefined;
  return { textDocument: { uri: page }, position: { line, character } };
}

function placeOfCursor(): PlaceRequest | undefined {
  const { document, selection } = window.activeTextEditor ?? {};
  if (!document || !selection) return undefined;
  const { line, character } = selection.active;
  return { textDocument: { uri: document.uri.toString() }, position: { line, character } };
}

/** Applies edits that were made for a version of a page; false where the page has changed since. */
async function apply(uri: Uri, version: number, edits: readonly ProtocolEdit[]): Promise<boolean> {
  const document = await workspace.openTextDocument(uri);
  if (document.version !== version) return false;
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    edit.replace(uri, new Range(start.line, start.character, end.line, end.character), newText);
  }
  return workspace.applyEdit(edit);
}
