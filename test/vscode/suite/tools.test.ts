/** Tools for language models in VS Code: called as an assistant calls them, without one. */

import assert from "node:assert/strict";
import { commands, LanguageModelTextPart, lm, workspace } from "vscode";
import { PAGE } from "../pages.ts";
import { fileOf, open } from "./support.ts";

async function invoke(tool: string, input: object): Promise<string[]> {
  const { content } = await lm.invokeTool(`galley_${tool}`, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : ""));
}

describe("tools for language models", () => {
  after(() => commands.executeCommand("workbench.action.closeAllEditors"));

  it("are there with a description in words", () => {
    const own = lm.tools.filter(({ tags }) => tags.includes("galley"));
    assert.deepEqual(own.map(({ name }) => name).sort(), [
      "galley_check",
      "galley_entities",
      "galley_fix",
      "galley_outline",
    ]);
    for (const { description, inputSchema } of own) {
      assert.match(description, /newspaper|报纸/);
      assert.doesNotMatch(JSON.stringify(inputSchema), /%tool/);
    }
  });

  it("tell of the page that is open", async function () {
    this.timeout(60_000);
    await open("seeds", "page.txt");
    const [check = "", outline = "", entities = ""] = (
      await Promise.all(["check", "outline", "entities"].map((tool) => invoke(tool, {})))
    ).flat();
    assert.ok(JSON.parse(check).fixable > 0);
    assert.ok(JSON.parse(outline).articles.length > 0);
    assert.ok(JSON.parse(entities).entities.some(({ name }: { name: string }) => name === "贺远山"));
  });

  it("give the fixed text and leave the page as it is", async () => {
    const { document } = await open("seeds", "page.txt");
    const [text = "", said = ""] = await invoke("fix", {});
    assert.equal(text.replace(/\s/g, ""), PAGE.replace(/\s/g, ""));
    assert.ok(text.split("\n").length < PAGE.split("\n").length);
    assert.match(said, /No file was changed|文件没有改动/);
    assert.equal(document.isDirty, false);
  });

  it("tell of a text that is given, with no page in the editor, and say what they lack", async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    const [check = ""] = await invoke("check", { text: "　　本报讯 2月30日，云溪县春茶开采，茶农都很高兴。\n" });
    assert.ok(JSON.parse(check).findings.some(({ rule }: { rule: string }) => rule === "impossible-date"));
    await assert.rejects(invoke("check", {}), /No newspaper page is open|没有打开的报纸版面/);
    assert.ok((await workspace.fs.stat(fileOf("seeds", "page.txt"))).size > 0);
  });
});
