/** The house's files in VS Code: words that are not used hold as they are typed. */

import assert from "node:assert/strict";
import { commands, window, workspace } from "vscode";
import { fileOf, findings, open, ruleOf } from "./support.ts";

const PAGE = "水渠通水\n\n　　本报讯 王某某说：“路修好了，山货就有了出路。\n";

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
