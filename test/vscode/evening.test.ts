/** An editor's evening with the packed extension: an issue of five pages, from first sight to the last place that needs a person. */

import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { eventually } from "../support/eventually.ts";
import { editorOf, openWindow, STATUS, type Window } from "./window.ts";
import { layOutIssue } from "./workspace.ts";

describe("an evening at the desk", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;
  const rows = () => window.page.locator(".pane-body .monaco-list-row");
  const picks = () => window.page.locator(".quick-input-widget .monaco-list-row");
  const action = (title: string) => window.page.locator(".action-widget .monaco-list-row", { hasText: title }).first();
  const told = (words: string | RegExp) => window.page.locator(STATUS, { hasText: words }).first();
  const text = (name: string): Promise<string> => readFile(join(folder, "seeds", name), "utf8");

  before(async () => {
    folder = await layOutIssue();
    window = await openWindow(folder, "zh-cn");
    await window.open("seeds/yanzhou-1-front.txt");
  });

  after(async () => {
    await window?.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  test("begins calmly: what needs a person is told first, and what one key mends is counted", async () => {
    await told(/\d+ 处要看/).waitFor();
    await told(/\d+ 处一键修好/).waitFor();
    await window.screenshot("40-first-sight");
  });

  test("has the issue's pages beside it, by their numbers", async () => {
    await window.page.locator('.activitybar .action-label[aria-label*="清样"]').click({ force: true });
    await rows().filter({ hasText: "第 4 版" }).first().waitFor();
    await window.screenshot("41-issue");
  });

  test("leads to the first place that needs a person, which is accepted and told no more", async () => {
    await window.goTo(1, 1);
    const before = await placesLeft();
    await window.page.keyboard.press("Control+F8");
    await window.page.locator(".statusbar-item", { hasText: "第 1 处" }).waitFor();
    await window.page.keyboard.press("Control+.");
    await action("不再提示").waitFor();
    await window.screenshot("42-accept");
    await choose("不再提示");
    await told(`${before - 1} 处要看`).waitFor();
    assert.match(await readFile(join(folder, ".galley", "accepted.yaml"), "utf8"), /rule:/);
  });

  test("brings headlines home and mends the page by two commands", async () => {
    await window.command("Galley 清样: 移回标题");
    await window.screenshot("43-restored");
    await window.command("Galley 清样: 修复全页");
    await editorOf(window.page).locator(".squiggly-hint").first().waitFor({ state: "detached" });
    await editorOf(window.page).locator(".codelens-decoration", { hasText: "一键修好" }).waitFor({ state: "detached" });
    await window.screenshot("44-mended");
  });

  test("mends the rest of the issue at once", async () => {
    const raw = await text("yanzhou-4-culture.txt");
    await window.command("Galley 清样: 修复整个文件夹");
    await picks().filter({ hasText: "保存" }).first().click();
    await window.page.locator(".notification-toast", { hasText: "已修复" }).waitFor();
    await rows().filter({ hasText: "一键修好" }).first().waitFor({ state: "detached" });
    assert.notEqual(await text("yanzhou-4-culture.txt"), raw);
    await window.screenshot("45-issue-mended");
  });

  /** Chooses the first action with these words by the arrow key, as the menu of actions lets no pointer through at first. */
  async function choose(title: string): Promise<void> {
    const focused = window.page.locator(".action-widget .monaco-list-row.focused");
    await eventually(async () => {
      const there = (await focused.textContent())?.includes(title);
      if (!there) await window.page.keyboard.press("ArrowDown");
      return there;
    });
    await window.page.keyboard.press("Enter");
  }

  async function placesLeft(): Promise<number> {
    const shown = (await told(/\d+ 处要看/).textContent()) ?? "";
    return Number(/(\d+) 处要看/.exec(shown)?.[1]);
  }
});
