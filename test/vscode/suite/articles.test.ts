/** Articles in VS Code: lenses, headings brought home, links, the preview of the clean page. */

import assert from "node:assert/strict";
import {
  type CodeLens,
  ConfigurationTarget,
  commands,
  type DocumentLink,
  Range,
  type TextDocument,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { eventually } from "../../support/eventually.ts";
import { FAR, FIXED, HOME, PAGE } from "../pages.ts";
import { findings, open, until } from "./support.ts";

describe("an article", () => {
  let editor: TextEditor;

  before(async () => {
    editor = await open("seeds", "far-1.txt");
    await findings(editor.document.uri, (found) => found.length > 0);
  });

  afterEach(async () => {
    if (editor.document.isDirty) await commands.executeCommand("workbench.action.files.revert");
  });

  const lenses = ({ document }: TextEditor) =>
    commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 100);

  it("has a lens above it that says how long it is and offers to copy it, unless the setting is off", async () => {
    const titles = (await lenses(editor)).map(({ command }) => command?.title ?? "");
    assert.equal(titles.filter((title) => /\d/.test(title) && title.includes("·")).length, 2);
    const ids = (await lenses(editor)).map(({ command }) => command?.command);
    for (const id of ["galley.copyArticle", "galley.restoreHeadlines", "galley.showPlace"]) assert.ok(ids.includes(id));
    const settings = workspace.getConfiguration("galley");
    await settings.update("codeLens", false, ConfigurationTarget.Workspace);
    const shown = async () => (await lenses(editor)).length > 0;
    await eventually(shown, (any) => !any);
    await settings.update("codeLens", undefined, ConfigurationTarget.Workspace);
    await eventually(shown);
  });

  it("gets its far headline back by one command, and one undo restores the page", async () => {
    const { document } = editor;
    await commands.executeCommand("galley.restoreHeadlines");
    assert.equal(document.getText(), HOME);
    await commands.executeCommand("galley.restoreHeadlines");
    assert.equal(document.getText(), HOME);
    await commands.executeCommand("undo");
    assert.equal(document.getText(), FAR);
  });

  it("is linked from its far headline, and to the page it goes on at", async () => {
    const { document } = editor;
    const links = await commands.executeCommand<DocumentLink[]>("vscode.executeLinkProvider", document.uri, 100);
    assert.deepEqual(
      links.map(({ range }) => document.getText(range)),
      ["柳河特大桥主桥合龙", "下转第二版"],
    );
    assert.match(links[0]?.target?.fragment ?? "", /^L\d+$/);
    assert.match(links[1]?.target?.path ?? "", /far-2\.txt$/);
  });
});

describe("the preview of the clean page", () => {
  const made = (scheme: string): TextDocument | undefined =>
    workspace.textDocuments.find(({ uri }) => uri.scheme === scheme && uri.path.endsWith("/page.txt"));
  const clean = () => made("galley-clean");
  const marked = () => made("galley-marked");

  it("is what fixing makes of the page, and follows its edits", async () => {
    const { document } = await open("seeds", "page.txt");
    await findings(document.uri, (found) => found.length > 0);
    await commands.executeCommand("galley.previewClean");
    assert.equal(clean()?.getText(), FIXED);
    assert.equal(clean()?.languageId, "newspaper");
    assert.match(marked()?.getText() ?? "", /^本报讯 立夏时节，云溪县青石镇⏎的茶园里一片忙碌。今年␣3月以来，全⏎县/m);
    assert.equal(marked()?.getText().replaceAll(/[⏎␣‸]/g, ""), FIXED);
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(0, 0, 0, 0), "云溪县");
    await workspace.applyEdit(edit);
    await until(workspace.onDidChangeTextDocument, () => clean()?.getText() === `云溪县${FIXED}`);
    const settings = workspace.getConfiguration("galley");
    await settings.update("numberSpacing", "spaced", ConfigurationTarget.Workspace);
    await until(workspace.onDidChangeTextDocument, () => clean()?.getText().includes("今年 3 月以来"));
    await settings.update("numberSpacing", undefined, ConfigurationTarget.Workspace);
    await until(workspace.onDidChangeTextDocument, () => clean()?.getText() === `云溪县${FIXED}`);
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await open("seeds", "page.txt");
    await commands.executeCommand("workbench.action.files.revert");
    assert.equal(document.getText(), PAGE);
  });

  it("takes a command for one about the page itself", async () => {
    const { document } = await open("seeds", "page.txt");
    await findings(document.uri, (found) => found.length > 0);
    await commands.executeCommand("galley.previewClean");
    await commands.executeCommand("galley.fixAll");
    assert.equal(window.activeTextEditor?.document.uri.toString(), document.uri.toString());
    assert.equal(document.getText(), FIXED);
    await commands.executeCommand("workbench.action.files.revert");
  });
});
