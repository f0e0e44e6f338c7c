/** The issue in VS Code's window: its pages with what needs a person, the way from place to place, and the safe fixes of all of them. */

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import iconv from "iconv-lite";
import { eventually } from "../support/eventually.ts";
import { FIXED, PAGE } from "./pages.ts";
import { editorOf, openWindow, type Window } from "./window.ts";

/** A page with two places that need a person, and some that a key mends. */
const page = (n: number): string =>
  `云溪日报　第${n}版　要闻\n\n${PAGE}\n柳河特大桥合龙\n\n本报讯 随着最后一段钢箱梁落位，柳河特大桥昨天合龙，“工程进展顺利，预计13月40日通车。\n`;

describe("the issue", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;
  const path = (name: string): string => join(folder, "seeds", name);

  before(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "galley-issue-")), "云溪日报");
    await mkdir(join(folder, "seeds"), { recursive: true });
    for (const n of [1, 2, 10]) await writeFile(path(`page-${n}.txt`), page(n));
    await writeFile(path("page-3.txt"), iconv.encode(page(3), "gb18030"));
    await writeFile(path("page-4.txt"), FIXED);
    // VS Code takes the page of GB18030 for UTF-8, wherever it is opened.
    await mkdir(join(folder, ".vscode"));
    const settings = { "[newspaper]": { "files.autoGuessEncoding": false } };
    await writeFile(join(folder, ".vscode", "settings.json"), JSON.stringify(settings));
    window = await openWindow(folder, "zh-cn");
    await window.open("seeds/page-4.txt");
  });

  after(async () => {
    await window?.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  const read = async (n: number): Promise<string> => {
    const bytes = await readFile(path(`page-${n}.txt`));
    return n === 3 ? iconv.decode(bytes, "gb18030") : bytes.toString();
  };
  const rows = () => window.page.locator(".pane-body .monaco-list-row");

  test("lists its pages in the order of their numbers, with what needs a person on each", async () => {
    await window.page.locator('.activitybar .action-label[aria-label*="清样"]').click();
    // Rows come one by one, as the pages are read.
    const titles = async (): Promise<string> =>
      (await rows().allTextContents()).map((text) => /第 \d+ 版|差错率/.exec(text)?.[0]).join();
    await eventually(titles, (now) => now === "差错率,第 1 版,第 2 版,第 3 版,第 4 版,第 10 版");
    const rate = rows().filter({ hasText: "差错率" });
    // Five marks without their fellow count 3 × 0.1, and four wrong dates 3 × 1.
    const counted = "日期有误 4 处计 3，标点不成对 4 处计 0.3；共 3.3 个差错";
    await eventually(
      () => rate.getAttribute("aria-label"),
      (told) => told?.includes(counted) === true,
    );
    await window.screenshot("30-issue");
    await rows().filter({ hasText: "第 2 版" }).first().click();
    await rows().filter({ hasText: "柳河特大桥合龙" }).first().waitFor();
    await window.screenshot("31-issue-page");
  });

  test("goes by a key from place to place, over the pages", async () => {
    await window.goTo(1, 1);
    const status = window.page.locator(".statusbar-item", { hasText: "共 8 处" });
    await window.page.keyboard.press("Control+F8");
    await status.filter({ hasText: "第 2 版：第 3 处" }).waitFor();
    await window.page.keyboard.press("Control+F8");
    await status.filter({ hasText: "第 2 版：第 4 处" }).waitFor();
    await window.page.keyboard.press("Control+F8");
    await status.filter({ hasText: "第 3 版：第 5 处" }).waitFor();
    await editorOf(window.page).locator(".view-line", { hasText: "柳河特大桥" }).first().waitFor();
    await window.screenshot("32-next-place");
  });

  test("shows only the pages that need somebody", async () => {
    await window.page.locator('.sidebar .action-label[aria-label*="只列要看的版面"]').first().click();
    await rows().filter({ hasText: "第 4 版" }).first().waitFor({ state: "detached" });
    await window.screenshot("33-needing");
    await window.page.locator('.sidebar .action-label[aria-label*="列出全部版面"]').first().click();
    await rows().filter({ hasText: "第 4 版" }).first().waitFor();
  });

  test("fixes the folder when the changes have been looked at, and takes all of it back with one Undo", async () => {
    const { page: shown } = window;
    const picks = shown.locator(".quick-input-widget");
    await window.command("Galley 清样: 修复整个文件夹（不改动文字）");
    await picks.filter({ hasText: "修复 4 个版面的" }).waitFor();
    await window.screenshot("34-fix-folder");
    await picks.locator(".monaco-list-row", { hasText: "先看改动" }).click();
    await shown.locator(".bulk-edit-panel .monaco-list-row", { hasText: "page-1.txt" }).first().waitFor();
    await window.screenshot("35-fix-folder-preview");
    assert.equal(await read(1), page(1));
    await shown.locator(".bulk-edit-panel .monaco-button", { hasText: "Discard" }).click();
    assert.equal(await read(1), page(1));

    await window.command("Galley 清样: 修复整个文件夹（不改动文字）");
    await picks.locator(".monaco-list-row", { hasText: "按各自原来的编码保存" }).click();
    await shown.locator(".notification-toast", { hasText: "已修复 4 个版面" }).waitFor();
    for (const n of [1, 2, 3, 10]) {
      const fixed = await eventually(
        () => read(n),
        (text) => text !== page(n),
      );
      assert.match(fixed, /云溪县青石镇的茶园里/);
    }
    await rows().filter({ hasText: "一键修好" }).first().waitFor({ state: "detached" });
    await window.screenshot("36-fixed");
    await editorOf(shown).locator(".view-lines").click();
    await shown.keyboard.press("Control+Z");
    await shown.locator(".tab.dirty").nth(3).waitFor();
    await rows().filter({ hasText: "31 处一键修好" }).nth(3).waitFor();
    await window.screenshot("37-undone");
  });
});
