/** The extension in a browser, as on vscode.dev: findings, outline, names and fixes without Node. */

import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { PAGE, placeOf } from "./pages.ts";
import { openWebWindow, type WebWindow } from "./web-window.ts";
import { editorOf, STATUS } from "./window.ts";
import { layOutWorkspace } from "./workspace.ts";

const LEXICON = `entities:
  - name: 沈明川
    kind: person
    role: 云溪县农业农村局局长
    note: 本社词库的话
`;

describe("the window in a browser", { timeout: 240_000 }, () => {
  let folder: string;
  let window: WebWindow;

  before(async () => {
    folder = await layOutWorkspace();
    await mkdir(join(folder, ".galley"));
    await writeFile(join(folder, ".galley", "entities.yaml"), LEXICON);
    window = await openWebWindow(folder);
    await window.open("seeds/page.txt");
  });

  after(async () => {
    await window?.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  test("underlines what is wrong and counts it in the status bar", async () => {
    const { page } = window;
    await editorOf(page).locator(".squiggly-hint").first().waitFor();
    await page.locator(STATUS, { hasText: /[1-9]/ }).waitFor();
  });

  test("shows the article in the Outline, by its headline", async () => {
    await window.command("Explorer: Focus on Outline View");
    await window.page.locator(".outline-tree .monaco-list-row", { hasText: "茶山新绿入画来" }).first().waitFor();
  });

  test("tells under the pointer whom it names, by jieba in WebAssembly and the house's lexicon", async () => {
    await window.goTo(...placeOf(PAGE, "沈明"));
    const hover = await window.hover("沈明川");
    assert.match((await hover.textContent()) ?? "", /农业农村局局长.*本社词库的话/s);
    await window.screenshot("30-web");
    await window.page.keyboard.press("Escape");
    assert.ok(window.asked.includes("dist/data/jieba.wasm"));
  });

  test("mends the whole page by one command, after which nothing is underlined", async () => {
    const { page } = window;
    await window.command("Galley 清样: Apply All Safe Fixes");
    await editorOf(page).locator(".squiggly-hint").first().waitFor({ state: "detached" });
    await page.locator(STATUS).locator(".codicon-check").waitFor();
    await window.screenshot("31-web-mended");
  });
});
