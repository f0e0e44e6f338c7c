/** What can be done with names: list the mentions of one, add it to the house's own lexicon, propose those of a folder for it. */

import {
  commands,
  l10n,
  Position,
  ProgressLocation,
  Range,
  Selection,
  Uri,
  WorkspaceEdit,
  type WorkspaceFolder,
  window,
  workspace,
} from "vscode";
import {
  asPlainText,
  LEXICON_ADDITION,
  LEXICON_ENTRIES,
  type LexiconAddition,
  type LexiconEntries,
  NAME_PROPOSALS,
  type NameProposal,
  type NameProposalRequest,
  type PlaceRequest,
} from "../server/protocol.ts";
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
  const isAdded = await add(() => server.request<LexiconAddition>(LEXICON_ADDITION, request));
  if (!isAdded)
    window.showInformationMessage(
      l10n.t("Nothing here can be added: there is no name at the cursor, the lexicon has it, or its file has faults."),
    );
}

/**
 * Proposes names that the pages of a folder show often, and adds those that are chosen. The folder is the one given (a URI, as the
 * explorer has it), else the workspace's.
 */
export async function learnNames(server: Server, given?: unknown): Promise<void> {
  const folder = given instanceof Uri ? given : (await workspaceFolder())?.uri;
  if (!folder) return;
  const proposals = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t("Galley: looking for names") },
    () =>
      server.request<readonly NameProposal[]>(NAME_PROPOSALS, {
        folder: folder.toString(),
      } satisfies NameProposalRequest),
  );
  if (!proposals || proposals.length === 0) {
    window.showInformationMessage(
      l10n.t(
        "No name is proposed: the pages show none often enough that the lexicon lacks, or the index is off or not ready yet.",
      ),
    );
    return;
  }
  const items = proposals.map((proposal) => ({
    proposal,
    label: asPlainText(proposal.name),
    description:
      (proposal.role && asPlainText(proposal.role)) ?? (proposal.type === "ORG" ? l10n.t("organisation") : ""),
    detail: l10n.t("{0} pages, {1} places; first in {2}", proposal.pages, proposal.places, nameOf(proposal.uri)),
  }));
  const chosen = await window.showQuickPick(items, {
    canPickMany: true,
    matchOnDescription: true,
    title: l10n.t("Names for the House Lexicon"),
    placeHolder: l10n.t("Choose those that are right; each becomes an entry"),
  });
  if (!chosen || chosen.length === 0) return;
  const entries = chosen.map(({ proposal: { type, name, role } }) => ({ type, name, ...(role ? { role } : {}) }));
  const request = { folder: folder.toString(), entries } satisfies LexiconEntries;
  const isAdded = await add(() => server.request<LexiconAddition>(LEXICON_ENTRIES, request));
  if (!isAdded)
    window.showInformationMessage(l10n.t("Nothing was added: the lexicon has these names, or its file has faults."));
}

/** The only folder of the workspace, or the one that is picked. */
async function workspaceFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) window.showInformationMessage(l10n.t("Open the folder of the pages first."));
  return folders.length > 1 ? window.showWorkspaceFolderPick() : folders[0];
}

function nameOf(uri: string): string {
  return asPlainText(workspace.asRelativePath(Uri.parse(uri)));
}

/** What is not saved yet the server cannot know, and a new entry would go to the wrong place. */
async function saveLexicons(): Promise<void> {
  for (const document of workspace.textDocuments)
    if (document.isDirty && /[/\\]\.galley[/\\]entities\.(?:ya?ml|json)$/.test(document.fileName))
      await document.save();
}

/** The last addition: the next one is worked out when the file shows it, or both would begin the list. */
let lastAddition: Promise<unknown> = Promise.resolve();

/** Makes an addition when those before it are saved. Says whether there was anything to add. */
function add(ask: () => Promise<LexiconAddition | null | undefined>): Promise<boolean> {
  const added = lastAddition.then(async () => {
    await saveLexicons();
    const addition = await ask();
    if (addition) await apply(addition);
    return Boolean(addition);
  });
  lastAddition = added.catch(() => {});
  return added;
}

/** Adds to the lexicon's file, saves it and shows what is new. */
async function apply(addition: LexiconAddition): Promise<void> {
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
