/** Newspaper text pasted into a page in VS Code's window. */

import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { PAGE } from "./pages.ts";
import { editorOf, openWindow, STATUS, type Window } from "./window.ts";
import { layOutWorkspace } from "./workspace.ts";

describe("text that is pasted into a page", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;

  before(async () => {
    folder = await layOutWorkspace();
    await mkdir(join(folder, ".vscode"));
    await writeFile(join(folder, ".vscode", "settings.json"), JSON.stringify({ "galley.pasteUnwrapped": true }));
    window = await openWindow(folder, "zh-cn");
    await window.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await window.open("seeds/blank.txt");
    await window.page.locator(STATUS).locator(".codicon-check").waitFor();
  });

  after(async () => {
    await window?.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  test("comes unwrapped where the setting says so, is offered as it was, and goes by one undo", async () => {
    const { page } = window;
    const line = (words: string) => editorOf(page).locator(".view-line", { hasText: words }).first();
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(PAGE)})`);
    await editorOf(page).locator(".view-lines").click();
    await page.keyboard.press("Control+V");
    await line("云溪县青石镇的茶园里一片忙碌").waitFor();
    await window.screenshot("22-paste");
    await page.locator(".post-edit-widget").click();
    await page.locator(".action-widget .monaco-list-row", { hasText: "Insert Plain Text" }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".action-widget").waitFor({ state: "hidden" });
    await page.locator(".monaco-editor.focused").first().waitFor();
    await page.keyboard.press("Control+Z");
    await line("茶园").waitFor({ state: "detached" });
    assert.equal(await editorOf(page).locator(".view-line").count(), 1);
  });
});
