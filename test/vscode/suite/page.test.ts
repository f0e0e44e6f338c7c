/** A page in VS Code: its findings, fixes, formatting, outline and hover. */

import assert from "node:assert/strict";
import {
  type CodeAction,
  commands,
  type DocumentSymbol,
  type Hover,
  Selection,
  type TextEditor,
  type TextEdit as VsTextEdit,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { FIXED, PAGE } from "../pages.ts";
import { findings, open, ruleOf, until } from "./support.ts";

describe("a page", () => {
  let editor: TextEditor;

  before(async () => {
    editor = await open("seeds", "page.txt");
    await findings(editor.document.uri, (found) => found.length > 0);
  });

  afterEach(async () => {
    if (!editor.document.isDirty) return;
    await commands.executeCommand("workbench.action.files.revert");
    assert.equal(editor.document.getText(), PAGE);
    await findings(editor.document.uri, (found) => found.length > 10);
  });

  it("in a seeds folder is a newspaper page", () => {
    assert.equal(editor.document.languageId, "newspaper");
  });

  it("shows its wraps, its cut numbers and its blanks where they stand", async () => {
    const { document } = editor;
    const found = await findings(document.uri, (some) => some.length > 10);
    const rules = new Set(found.map(ruleOf));
    for (const rule of ["broken-line-wrap", "split-number", "spaced-number"]) assert.ok(rules.has(rule), rule);
    const blank = found.find((finding) => ruleOf(finding) === "spaced-number");
    assert.match(document.getText(blank?.range), /^.?\s+.?$/u);
  });

  it("is mended in one place by a quick fix, and one undo restores it", async () => {
    const { document } = editor;
    const [first] = await findings(document.uri, (found) => found.length > 10);
    assert.ok(first);
    const actions = await commands.executeCommand<CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      first.range,
      "quickfix",
      // Edits are made for the actions that are chosen; so many of them are.
      1,
    );
    const preferred = actions.find((action) => action.isPreferred) ?? actions[0];
    assert.ok(preferred?.edit, "a quick fix with its edit");
    assert.ok(await workspace.applyEdit(preferred.edit));
    assert.ok(document.getText().length < PAGE.length);
    assert.equal(withoutBlanks(document.getText()), withoutBlanks(PAGE));
    await findings(
      document.uri,
      (found) => found.length > 0 && found.every((one) => one.range.start.isAfterOrEqual(first.range.start)),
    );
    await commands.executeCommand("undo");
    assert.equal(document.getText(), PAGE);
  });

  it("is mended as a whole by fix-all, and one undo restores it", async () => {
    const { document } = editor;
    await commands.executeCommand("galley.fixAll");
    await until(workspace.onDidChangeTextDocument, () => document.getText() === FIXED);
    await findings(document.uri, (found) => found.length === 0);
    await commands.executeCommand("undo");
    assert.equal(document.getText(), PAGE);
  });

  it("mended from far down keeps the cursor on its words, and these in sight", async () => {
    const front = await open("seeds", "yanzhou-1-front.txt");
    const { document } = front;
    await findings(document.uri, (found) => found.length > 10);
    const before = document.getText();
    // So far down that the mended page ends above it.
    const place = document.positionAt(Math.floor(before.length * 0.8));
    const words = withoutBlanks(before.slice(document.offsetAt(place)));
    front.selection = new Selection(place, place);
    front.revealRange(front.selection);
    await until(window.onDidChangeTextEditorVisibleRanges, () => isSeen(front));
    await commands.executeCommand("galley.fixAll");
    await until(workspace.onDidChangeTextDocument, () => document.lineCount < before.split("\n").length / 2);
    assert.equal(withoutBlanks(document.getText().slice(document.offsetAt(front.selection.active))), words);
    await until(window.onDidChangeTextEditorVisibleRanges, () => isSeen(front));
    await commands.executeCommand("workbench.action.files.revert");
    editor = await open("seeds", "page.txt");
  });

  it("is formatted to one line for each paragraph", async () => {
    const { document } = editor;
    const edits = await commands.executeCommand<VsTextEdit[]>("vscode.executeFormatDocumentProvider", document.uri, {});
    const edit = new WorkspaceEdit();
    edit.set(document.uri, edits);
    await workspace.applyEdit(edit);
    assert.equal(document.getText(), FIXED);
  });

  it("is formatted by the command too", async () => {
    const { document } = editor;
    await commands.executeCommand("galley.format");
    await until(workspace.onDidChangeTextDocument, () => document.getText() === FIXED);
  });

  it("has an outline with one article, named by its headline", async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      editor.document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ["茶山新绿入画来"],
    );
  });

  it("tells under the pointer whom it names, though a wrap cuts the name", async () => {
    const hover = await hoverAt(editor, "沈明");
    assert.match(hover, /沈明川/);
    assert.match(hover, /农业农村局局长/);
  });

  it("tells under the pointer what a date means, though a blank stands in it", async () => {
    assert.match(await hoverAt(editor, "月 10日"), /5月10日/);
  });
});

function isSeen({ selection, visibleRanges }: TextEditor): boolean {
  return visibleRanges.some((range) => range.contains(selection.active));
}

/** What VS Code shows for the place where the words stand. */
async function hoverAt({ document }: TextEditor, words: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(words));
  const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position);
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (typeof content === "string" ? content : content.value)).join("\n");
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/gu, "");
}
