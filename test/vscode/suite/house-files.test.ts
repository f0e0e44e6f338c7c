/** The house's files in VS Code: a finding is accepted and taken back by the light bulb; words that are not used hold as they are typed. */

import assert from "node:assert/strict";
import {
  CodeActionKind,
  commands,
  type Diagnostic,
  type Range,
  Selection,
  type TextEditor,
  window,
  workspace,
} from "vscode";
import { eventually } from "../../support/eventually.ts";
import { fileOf, findings, open, ruleOf, until } from "./support.ts";

const RULE = "unpaired-mark";
const PAGE = "水渠通水\n\n　　本报讯 王某某说：“路修好了，山货就有了出路。\n";

/** Chooses the first quick fix at a place, once VS Code offers one: it gives the question up when providers come and go, as at its start. */
async function chooseFirst(editor: TextEditor, range: Range): Promise<void> {
  const kind = CodeActionKind.QuickFix.value;
  const { uri } = editor.document;
  for (let count = 0; count === 0; ) {
    const asked = commands.executeCommand<unknown[]>("vscode.executeCodeActionProvider", uri, range, kind);
    count = (await asked.then(undefined, () => [])).length;
  }
  editor.selection = new Selection(range.start, range.start);
  await commands.executeCommand("editor.action.codeAction", { kind, apply: "first" });
}

describe("words that the house does not use", () => {
  const page = fileOf("seeds", "words.txt");
  const file = fileOf(".galley", "words.yaml");

  after(async () => {
    await open(".galley", "words.yaml");
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await commands.executeCommand("workbench.action.closeAllEditors");
    for (const one of [page, file]) await workspace.fs.delete(one).then(undefined, () => undefined);
  });

  it("have a file that is made by a command, and hold as they are typed", async function () {
    this.timeout(60_000);
    await workspace.fs.writeFile(page, new TextEncoder().encode(PAGE));
    await open("seeds", "words.txt");
    await findings(page, (found) => found.length > 0);
    await commands.executeCommand("galley.showWords");
    const shown = window.activeTextEditor;
    assert.equal(shown?.document.uri.toString(), file.toString());
    const end = shown?.document.lineAt(shown.document.lineCount - 1).range.end ?? assert.fail();
    await shown?.edit((edit) => edit.insert(end, "  - {term: 山货, instead: 特产}\n"));
    await open("seeds", "words.txt");
    const found = await findings(page, (some) => some.some((one) => ruleOf(one) === "house-word"));
    assert.match(found.find((one) => ruleOf(one) === "house-word")?.message ?? "", /特产/);
  });
});

describe("accepting a finding", () => {
  const page = fileOf("seeds", "accepted.txt");
  const file = fileOf(".galley", "accepted.yaml");
  const isOne = (one: Diagnostic): boolean => ruleOf(one) === RULE;
  /** The house's file as it is on the disk. */
  const saved = (): Thenable<string> =>
    workspace.fs.readFile(file).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => "",
    );

  after(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    for (const one of [page, file]) await workspace.fs.delete(one).then(undefined, () => undefined);
  });

  it("leaves the page as it is and saves what was accepted; taking it back brings the finding again", async function () {
    this.timeout(60_000);
    await workspace.fs.writeFile(page, new TextEncoder().encode(PAGE));
    const editor = await open("seeds", "accepted.txt");
    const [finding] = (await findings(page, (found) => found.some(isOne))).filter(isOne);
    assert.ok(finding);
    await chooseFirst(editor, finding.range);
    await findings(page, (found) => !found.some(isOne));
    assert.equal(editor.document.getText(), PAGE);
    await eventually(saved, (text) => text.includes(RULE));
    assert.match(await saved(), /\naccepted:\n {2}- rule: unpaired-mark\n {4}page: seeds\/accepted\.txt\n/);

    await commands.executeCommand("galley.showAccepted");
    const shown = await open(".galley", "accepted.yaml");
    const at = shown.document.positionAt(shown.document.getText().indexOf(RULE));
    await chooseFirst(shown, shown.document.lineAt(at.line).range);
    await eventually(saved, (text) => !text.includes(RULE));
    await open("seeds", "accepted.txt");
    await findings(page, (found) => found.some(isOne));
    await until(workspace.onDidSaveTextDocument, () => !shown.document.isDirty);
  });
});
