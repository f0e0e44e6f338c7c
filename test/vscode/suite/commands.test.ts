/** The extension's commands, manifest and settings in VS Code. */

import assert from "node:assert/strict";
import { ConfigurationTarget, commands, extensions, languages, window, workspace } from "vscode";
import { PAGE } from "../pages.ts";
import { findings, open, ruleOf } from "./support.ts";

describe("the extension", () => {
  it("registers every command that its manifest names", async () => {
    const manifest = extensions.getExtension("galley.galley")?.packageJSON;
    const known = new Set(await commands.getCommands(true));
    for (const { command } of manifest.contributes.commands) assert.ok(known.has(command), command);
  });

  it("treats any text file as a page on command", async () => {
    const { document } = await open("loose.txt");
    assert.equal(document.languageId, "plaintext");
    assert.deepEqual(languages.getDiagnostics(document.uri), []);
    await commands.executeCommand("galley.treatAsPage");
    const treated = window.activeTextEditor?.document;
    assert.equal(treated?.languageId, "newspaper");
    await findings(document.uri, (found) => found.length > 0);
  });

  it("proofs a page that is no file yet", async () => {
    const document = await workspace.openTextDocument({ language: "newspaper", content: PAGE });
    await findings(document.uri, (found) => found.length > 0);
  });

  it("leaves a blank file and a page without a fault alone", async () => {
    for (const name of ["blank.txt", "clean.txt"]) {
      const { document } = await open("seeds", name);
      assert.equal(document.languageId, "newspaper");
      await commands.executeCommand("galley.fixAll");
      await commands.executeCommand("galley.format");
      assert.equal(document.isDirty, false, name);
      assert.deepEqual(languages.getDiagnostics(document.uri), []);
    }
  });

  it("lays out a page of GB18030 as it lays out any other", async () => {
    const { document } = await open("seeds", "gb18030.txt");
    assert.match(document.getText(), /^茶山新绿入画来/);
  });

  it("sets page text as prose: wrapped, without warnings for Chinese punctuation, saved as it is", () => {
    const settings = workspace.getConfiguration("", { languageId: "newspaper" });
    assert.equal(settings.get("editor.wordWrap"), "on");
    assert.equal(settings.get("editor.unicodeHighlight.ambiguousCharacters"), false);
    assert.equal(settings.get("files.trimTrailingWhitespace"), false);
  });

  it("obeys a rule's setting at once", async () => {
    const { document } = await open("seeds", "page.txt");
    const wraps = (found: readonly Parameters<typeof ruleOf>[0][]) =>
      found.filter((one) => ruleOf(one) === "broken-line-wrap");
    await findings(document.uri, (found) => wraps(found).length > 0);
    const settings = workspace.getConfiguration("galley");
    await settings.update("rules.broken-line-wrap", "off", ConfigurationTarget.Workspace);
    await findings(document.uri, (found) => found.length > 0 && wraps(found).length === 0);
    await settings.update("rules.broken-line-wrap", undefined, ConfigurationTarget.Workspace);
    await findings(document.uri, (found) => wraps(found).length > 0);
  });

  it("proofs on after its server is restarted", async () => {
    const { document } = await open("seeds", "page.txt");
    await commands.executeCommand("galley.restartServer");
    await findings(document.uri, (found) => found.length > 0);
  });
});
