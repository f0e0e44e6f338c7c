/** What can be done with a name at a place of a page: list its mentions, add it to the house's own lexicon. */

import { commands, l10n, Position, Range, Selection, Uri, WorkspaceEdit, window, workspace } from "vscode";
import { LEXICON_ADDITION, type LexiconAddition, type PlaceRequest } from "../server/protocol.ts";
import type { Server } from "./server.ts";

/** Lists all mentions of the name at a place (URI, line, character). */
export async function findReferences(...place: readonly unknown[]): Promise<void> {
  const request = requestFor(place);
  if (!request) return;
  const { line, character } = request.position;
  const position = new Position(line, character);
  await commands.executeCommand("editor.action.findReferences", Uri.parse(request.textDocument.uri), position);
}

/** Adds it and shows the new entry for the rest to be filled in. The place is the one given, else the cursor's. */
export async function addToLexicon(server: Server, ...place: readonly unknown[]): Promise<void> {
  const request = requestFor(place);
  if (!request) return;
  // What is not saved yet the server cannot know, and the new entry would go to the wrong place.
  for (const document of workspace.textDocuments)
    if (document.isDirty && /[/\\]\.galley[/\\]entities\.(?:ya?ml|json)$/.test(document.fileName))
      await document.save();
  const addition = await server.request<LexiconAddition>(LEXICON_ADDITION, request);
  if (!addition) {
    window.showInformationMessage(
      l10n.t("Nothing here can be added: there is no name at the cursor, the lexicon has it, or its file has faults."),
    );
    return;
  }
  const uri = Uri.parse(addition.uri);
  const { range, newText } = addition.edit;
  const edit = new WorkspaceEdit();
  if (!addition.exists) edit.createFile(uri, { ignoreIfExists: true });
  const start = new Position(range.start.line, range.start.character);
  edit.replace(uri, new Range(start, new Position(range.end.line, range.end.character)), newText);
  if (!(await workspace.applyEdit(edit))) return;
  const document = await workspace.openTextDocument(uri);
  await document.save();
  const end = document.positionAt(document.offsetAt(start) + newText.trimEnd().length);
  await window.showTextDocument(document, { selection: new Selection(end, end) });
}

function requestFor([uri, line, character]: readonly unknown[]): PlaceRequest | undefined {
  if (typeof uri === "string" && typeof line === "number" && typeof character === "number")
    return { textDocument: { uri }, position: { line, character } };
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  return { textDocument: { uri: document.uri.toString() }, position: selection.start };
}
