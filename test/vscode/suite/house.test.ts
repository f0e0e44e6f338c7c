/** Names beyond the page in VS Code: the house's lexicon, the index of the workspace, colours by kind. */

import assert from "node:assert/strict";
import {
  ConfigurationTarget,
  commands,
  type Hover,
  type Location,
  type MarkdownString,
  type Position,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SymbolInformation,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { eventually } from "../../support/eventually.ts";
import { fileOf, findings, open, ruleOf } from "./support.ts";

/** A person of the page, who stands on it once. */
const NAME = "贺远山";

/** Where the words stand on the page, a character in. */
function positionOf(document: TextDocument, words: string): Position {
  return document.positionAt(document.getText().indexOf(words) + 1);
}

async function hoverAt(document: TextDocument, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map((part) => (part as MarkdownString).value)).join("\n");
}

describe("names beyond the page", () => {
  const lexicon = fileOf(".galley", "entities.yaml");
  const late = fileOf("late.txt");

  after(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    for (const file of [lexicon, late]) await workspace.fs.delete(file).then(undefined, () => undefined);
  });

  it("finds headlines of pages that were never opened", async function () {
    this.timeout(60_000);
    await open("seeds", "page.txt");
    await eventually(async () => {
      const found = await commands.executeCommand<SymbolInformation[]>(
        "vscode.executeWorkspaceSymbolProvider",
        "一粒钢珠的长跑",
      );
      return found.some(({ location }) => /yanzhou-\d/.test(location.uri.path));
    });
  });

  it("indexes files as soon as they are made pages for good, and no longer than that", async function () {
    this.timeout(60_000);
    await workspace.fs.writeFile(late, new TextEncoder().encode("晚稻开镰\n\n　　本报讯 昨天，晚稻开镰。\n"));
    const isFound = async (query: string, page: RegExp): Promise<boolean> => {
      const found = await commands.executeCommand<SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", query);
      return found.some(({ location }) => page.test(location.uri.path));
    };
    const lateIsFound = () => isFound("晚稻开镰", /\/late\.txt$/);
    const associate = (associations: Record<string, string> | undefined) =>
      workspace.getConfiguration("files").update("associations", associations, ConfigurationTarget.Workspace);
    assert.equal(await lateIsFound(), false);
    await associate({ "late.txt": "newspaper" });
    await eventually(lateIsFound);
    await associate(undefined);
    await eventually(lateIsFound, (isThere) => !isThere);
    await eventually(() => isFound("一粒钢珠的长跑", /yanzhou-\d/));
    assert.equal(await lateIsFound(), false);
  });

  it("colours names by kind", async () => {
    const { document } = await open("seeds", "page.txt");
    const legend = await commands.executeCommand<SemanticTokensLegend>(
      "vscode.provideDocumentSemanticTokensLegend",
      document.uri,
    );
    assert.ok(legend.tokenTypes.includes("person"));
    const tokens = await commands.executeCommand<SemanticTokens>("vscode.provideDocumentSemanticTokens", document.uri);
    assert.ok(tokens.data.length > 0);
  });

  it("takes a name into the house's lexicon, and knows it from then on", async function () {
    this.timeout(60_000);
    const editor = await open("seeds", "page.txt");
    const { document } = editor;
    const position = positionOf(document, NAME);
    const all = await commands.executeCommand<Location[]>("vscode.executeReferenceProvider", document.uri, position);
    assert.ok(all.some(({ uri }) => uri.toString() === document.uri.toString()));
    const links = await hoverAt(document, position);
    assert.match(links, /\(command:galley\.addToLexicon\?/);
    await commands.executeCommand("galley.findReferences", document.uri.toString(), position.line, position.character);
    await commands.executeCommand("closeReferenceSearch");
    await commands.executeCommand("galley.addToLexicon", document.uri.toString(), position.line, position.character);
    const entry = window.activeTextEditor?.document;
    assert.equal(entry?.uri.toString(), lexicon.toString());
    assert.equal(entry.isDirty, false);
    assert.match(entry.getText(), new RegExp(`name: ${NAME}\\n {4}kind: person`));
    await eventually(async () => {
      await open("seeds", "page.txt");
      return /本社词库|house lexicon/.test(await hoverAt(document, position));
    });

    // A name one character off the entry's is reported when the lexicon has been saved, and no longer when it is gone.
    const edit = new WorkspaceEdit();
    const at = entry.getText().indexOf(NAME) + NAME.length - 1;
    edit.replace(lexicon, new Range(entry.positionAt(at), entry.positionAt(at + 1)), "某");
    await workspace.applyEdit(edit);
    await entry.save();
    const differing = (found: readonly Parameters<typeof ruleOf>[0][]) =>
      found.filter((one) => ruleOf(one) === "name-differs");
    await findings(document.uri, (found) => differing(found).length > 0);
    await workspace.fs.delete(lexicon);
    await findings(document.uri, (found) => found.length > 0 && differing(found).length === 0);
  });
});
