/** The whole page mended by one command, with the cursor left on its words and in sight. */

import {
  type CodeAction,
  commands,
  l10n,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  window,
  workspace,
} from "vscode";
import { FIX_ALL_KIND } from "../server/protocol.ts";
import { type Change, offsetAfterChanges } from "./keep-cursor.ts";

/** Milliseconds that the status bar tells of what was not done. */
const TOLD = 5000;

/** Applies every safe fix of the page in the active editor. */
export async function fixPage(): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document } = editor;
  const { uri, version } = document;
  const actions = await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    wholeOf(document),
    FIX_ALL_KIND,
    // Its edits are made when they are asked for.
    1,
  );
  const action = actions.find(({ kind }) => kind?.value === FIX_ALL_KIND);
  if (!action) {
    window.setStatusBarMessage(l10n.t("Nothing on this page can be mended without changing words"), TOLD);
    return;
  }
  const { edit } = action;
  // It was cancelled, or the server has said why there is none.
  if (!edit) return;
  // Someone typed while the server was thinking: its edits are for what stood there before.
  if (document.version !== version) return fixPage();
  const before = document.getText();
  const changes = edit.get(uri).map(({ range, newText }): Change => {
    return { start: document.offsetAt(range.start), end: document.offsetAt(range.end), newText };
  });
  const kept = editor.selections.map(({ anchor, active }) =>
    [anchor, active].map((position) => offsetAfterChanges(before, document.offsetAt(position), changes)),
  );
  if (!(await workspace.applyEdit(edit))) return;
  editor.selections = kept.map(([anchor = 0, active = 0]) => {
    return new Selection(document.positionAt(anchor), document.positionAt(active));
  });
  // The page is half as long now, and what was in sight may be far beyond its end.
  editor.revealRange(editor.selection, TextEditorRevealType.InCenter);
}

function wholeOf(document: TextDocument): Range {
  return document.validateRange(new Range(0, 0, document.lineCount, 0));
}
