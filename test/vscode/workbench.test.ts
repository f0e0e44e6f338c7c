/** What a person sees in VS Code: squiggles, Problems, Outline, hover, quick fixes; each saved as a picture. */

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { eventually } from "../support/eventually.ts";
import { PAGE, placeOf } from "./pages.ts";
import { editorOf, openWindow, STATUS, type Window } from "./window.ts";
import { layOutWorkspace } from "./workspace.ts";

describe("the window", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;

  before(async () => {
    folder = await layOutWorkspace();
    window = await openWindow(folder, "zh-cn");
    await window.open("seeds/page.txt");
  });

  after(async () => {
    await window?.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  test("underlines what is wrong and counts it in the status bar", async () => {
    const { page } = window;
    await editorOf(page).locator(".squiggly-hint").first().waitFor();
    // The item has no number yet while the server starts.
    await page.locator(STATUS, { hasText: /[1-9]/ }).waitFor();
    await window.screenshot("1-editor");
  });

  test("lists in Problems what needs a person, and nothing that one key mends", async () => {
    const { page } = window;
    await writeFile(join(folder, "seeds", "decide.txt"), PAGE.replace("几个钱。”", "几个钱。"));
    await window.show("seeds/decide.txt");
    await window.command("Problems: Focus on Problems View");
    const rows = page.locator(".markers-panel .monaco-list-row");
    await rows.nth(1).waitFor();
    await window.screenshot("2-problems");
    const [file, ...findings] = await rows.allTextContents();
    assert.match(file ?? "", /decide\.txt/);
    assert.equal(findings.length, 1, findings.join("; "));
    assert.match(findings[0] ?? "", /没有配对/);
    await window.command("View: Close Editor");
    await page.locator(".tab.active", { hasText: "page.txt" }).waitFor();
  });

  test("shows the article in the Outline, by its headline", async () => {
    const { page } = window;
    await window.command("View: Toggle Panel Visibility");
    await window.command("Explorer: Focus on Outline View");
    const row = page.locator(".outline-tree .monaco-list-row", { hasText: "茶山新绿入画来" });
    await row.first().waitFor();
    await window.screenshot("3-outline");
  });

  test("tells under the pointer whom it names, though a wrap cuts the name", async () => {
    const { page } = window;
    await window.goTo(...placeOf(PAGE, "沈明"));
    const hover = await window.hover("沈明川");
    assert.match((await hover.textContent()) ?? "", /农业农村局局长/);
    await window.screenshot("4-hover");
    await page.keyboard.press("Escape");
  });

  test("offers the quick fixes for a finding and applies the one chosen", async () => {
    const { page } = window;
    await window.goTo(...placeOf(PAGE, "石镇", 1));
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget .monaco-list-row.action").first().waitFor();
    await window.screenshot("5-quick-fix");
    await page.keyboard.press("Enter");
    await page.locator(".action-widget").waitFor({ state: "hidden" });
    await editorOf(page).locator(".view-line", { hasText: "云溪县青石镇的茶园里" }).waitFor();
  });

  test("mends the whole page by one command, after which nothing is underlined", async () => {
    const { page } = window;
    await window.command("Galley 清样: 修复全页（不改动文字）");
    await editorOf(page).locator(".squiggly-hint").first().waitFor({ state: "detached" });
    await page.locator(STATUS).locator(".codicon-check").waitFor();
    await window.screenshot("6-mended");
  });

  test("shows a whole page by its articles, each under its headline wherever that stands", async () => {
    const { page } = window;
    await window.command("File: Revert File");
    await window.show("seeds/yanzhou-1-front.txt");
    await page.locator(".pane-header", { hasText: "云溪日报" }).click();
    await window.command("Explorer: Focus on Outline View");
    await page.locator(".outline-tree .monaco-list-row", { hasText: "一叶春茶富山乡" }).first().waitFor();
    const text = await readFile(join(folder, "seeds", "yanzhou-1-front.txt"), "utf8");
    await window.goTo(...placeOf(text, "陆延川", 1));
    await window.hover("陆延川");
    await page.locator(STATUS, { hasText: /[1-9]/ }).waitFor();
    await window.screenshot("7-whole-page");
  });

  test("proposes names of the folder's pages for the lexicon, and adds the one that is ticked", async () => {
    const { page } = window;
    for (const n of [1, 2]) {
      const text = `水渠通水\n\n　　本报讯 （记者 钟晓岚） 第${n}条水渠昨天通水。\n`;
      await writeFile(join(folder, "seeds", `learn-${n}.txt`), text);
    }
    const row = page.locator(".quick-input-list .monaco-list-row", { hasText: "钟晓岚" }).first();
    // The pages may not all be read yet.
    await eventually(async () => {
      await page.keyboard.press("Escape");
      await window.command("Galley 清样: 从这个文件夹学习名称");
      return row.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
    });
    await row.click();
    await window.screenshot("17-names");
    await page.keyboard.press("Enter");
    await editorOf(page).locator(".view-line", { hasText: "钟晓岚" }).first().waitFor();
    const entries = await readFile(join(folder, ".galley", "entities.yaml"), "utf8");
    assert.match(entries, /^# 本社词库.*\nentities:\n {2}- name: 钟晓岚\n {4}kind: person\n {4}role: 记者\n/);
  });
});
