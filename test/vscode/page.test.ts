/** A page in VS Code's window: its colours in the themes that VS Code has of its own, and text pasted into it. */

import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { eventually } from "../support/eventually.ts";
import { PAGE } from "./pages.ts";
import { editorOf, openWindow, STATUS, type Window } from "./window.ts";
import { layOutWorkspace } from "./workspace.ts";

const THEMES = [
  ["Default Light Modern", "vs"],
  ["Default Dark Modern", "vs-dark"],
  ["Default High Contrast", "hc-black"],
  ["Default High Contrast Light", "hc-light"],
] as const;

/** What is asked of the browser, whose types are not ours. */
interface Browser {
  getComputedStyle(node: unknown): { readonly color: string; readonly fontWeight: string };
}

describe("a page in the window", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;

  const set = (settings: object): Promise<void> =>
    writeFile(join(folder, ".vscode", "settings.json"), JSON.stringify({ "galley.pasteUnwrapped": true, ...settings }));

  before(async () => {
    folder = await layOutWorkspace();
    await mkdir(join(folder, ".vscode"));
    await set({});
    window = await openWindow(folder, "zh-cn");
    await window.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await window.open("seeds/page.txt");
  });

  after(async () => {
    await window?.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  for (const [theme, mark] of THEMES) {
    test(`has names and headlines in colours of their own in ${theme}`, async () => {
      const { page } = window;
      await set({ "workbench.colorTheme": theme });
      await page.locator(`.monaco-workbench.${mark}`).waitFor();
      const line = editorOf(page).locator(".view-line", { hasText: "记贺远山说，村里从" });
      const name = line.locator("span span", { hasText: /^贺远山$/ });
      await name.first().waitFor();
      const plain = line.locator("span span", { hasText: "说，村里从" });
      const colourOf = (of: typeof name): Promise<string> =>
        of.first().evaluate((node) => (globalThis as unknown as Browser).getComputedStyle(node).color);
      await eventually(async () => (await colourOf(name)) !== (await colourOf(plain)));
      const headline = editorOf(page)
        .locator(".view-line span span", { hasText: /^茶山新绿入画来$/ })
        .first();
      const weight = await headline.evaluate(
        (node) => (globalThis as unknown as Browser).getComputedStyle(node).fontWeight,
      );
      assert.ok(Number(weight) >= 700, "a headline is bold");
      assert.notEqual(await colourOf(headline), await colourOf(plain));
      await window.screenshot(`colours-${mark}`);
    });
  }

  test("takes pasted text unwrapped where the setting says so, offers it as it was, and gives it up by one undo", async () => {
    const { page } = window;
    const line = (words: string) => editorOf(page).locator(".view-line", { hasText: words }).first();
    await set({});
    await window.show("seeds/blank.txt");
    await page.locator(STATUS).locator(".codicon-check").waitFor();
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
