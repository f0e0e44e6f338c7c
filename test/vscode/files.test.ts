/** Files as a person opens them in VS Code: in an encoding that is not theirs, as a page on command. */

import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import iconv from "iconv-lite";
import type { Locator } from "playwright-core";
import { eventually } from "../support/eventually.ts";
import { PAGE } from "./pages.ts";
import { editorOf, openWindow, STATUS, type Window } from "./window.ts";
import { layOutWorkspace } from "./workspace.ts";

describe("files in the window", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;

  before(async () => {
    folder = await layOutWorkspace();
    await writeFile(join(folder, "other.txt"), PAGE);
    await writeFile(
      join(folder, "seeds", "big5.txt"),
      iconv.encode("佢哋話今日唔嚟嘅喇，啲嘢唔係咁樣做㗎，你睇吓咪知囉。\n", "big5"),
    );
    // A window that starts with a page may open it before it knows of the guessing; here it always does.
    await mkdir(join(folder, ".vscode"));
    const settings = { "[newspaper]": { "files.autoGuessEncoding": false } };
    await writeFile(join(folder, ".vscode", "settings.json"), JSON.stringify(settings));
    window = await openWindow(folder, "zh-cn");
  });

  after(async () => {
    await window?.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  test("a text that is no file yet stays a page once it is treated as one, whatever VS Code takes it for", async () => {
    const { page } = window;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    // The window has no page yet: what guesses languages and what makes a page of the text begin at the same time.
    await window.open("loose.txt");
    await window.command("File: New Untitled Text File");
    await page.locator(".tab.active", { hasText: "Untitled" }).waitFor();
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(PAGE)})`);
    await page.locator(".monaco-editor.focused").first().waitFor();
    await page.keyboard.press("Control+V");
    await editorOf(page).locator(".view-line", { hasText: "农业农村局局长" }).first().waitFor();
    await window.command("Galley 清样: 当作报纸版面");
    await page.locator(LANGUAGE_STATUS, { hasText: "报纸清样" }).waitFor();
    await page.locator(STATUS, { hasText: /[1-9]/ }).waitFor();
    await window.command("Galley 清样: 预览清样");
    await page.locator(".monaco-diff-editor .view-line", { hasText: "青石镇⏎的茶园" }).first().waitFor();
    await window.command("View: Close Editor");
    await window.command("Galley 清样: 修复全页（不改动文字）");
    await editorOf(page).locator(".view-line", { hasText: "云溪县青石镇的茶园里" }).first().waitFor();
    await page.locator(STATUS).locator(".codicon-check").waitFor();
    await page.locator(LANGUAGE_STATUS, { hasText: "报纸清样" }).waitFor();
  });

  test("a page of GB18030 that the window starts with is opened anew in its encoding by a click", async () => {
    const { page } = window;
    await window.open("seeds/gb18030.txt");
    const notice = noticeOf(window, "GB18030");
    await notice.waitFor();
    assert.match((await editorOf(page).locator(".view-lines").textContent()) ?? "", /\ufffd/);
    await window.screenshot("18-encoding");
    await notice.locator(".monaco-button", { hasText: "以 GB18030 重新打开" }).click();
    await editorOf(page).locator(".view-line", { hasText: "茶山新绿入画来" }).first().waitFor();
    await page.locator(".statusbar-item", { hasText: "GB18030" }).waitFor();
    await editorOf(page).locator("[class*=squiggly-]").first().waitFor();
  });

  test("a page of Big5 with characters of Hong Kong is opened anew in the Big5 that has them", async () => {
    const { page } = window;
    await window.show("seeds/big5.txt");
    const notice = noticeOf(window, "Big5-HKSCS");
    await notice.waitFor();
    await notice.locator(".monaco-button", { hasText: "以 Big5-HKSCS 重新打开" }).click();
    await editorOf(page).locator(".view-line", { hasText: "唔係咁樣做㗎" }).first().waitFor();
  });

  test("a text file is remembered as a page with its folder by a click", async () => {
    const { page } = window;
    await window.show("loose.txt");
    await window.command("Galley 清样: 当作报纸版面");
    const notice = noticeOf(window, "云溪日报");
    await notice.waitFor();
    await window.screenshot("19-remember");
    await notice.locator(".monaco-button", { hasText: "这个文件夹都这样" }).click();
    const settings = () => readFile(join(folder, ".vscode", "settings.json"), "utf8");
    const written = await eventually(settings, (text) => text.includes("files.associations"));
    assert.deepEqual(JSON.parse(written)["files.associations"], { "**/云溪日报/*.txt": "newspaper" });
    await window.show("other.txt");
    await page.locator(LANGUAGE_STATUS, { hasText: "报纸清样" }).waitFor();
  });
});

/** The language of the document in the active editor, as the status bar names it. */
const LANGUAGE_STATUS = '[id="status.editor.mode"]';

/** The message that the window shows with these words. */
function noticeOf({ page }: Window, words: string): Locator {
  return page.locator(".notification-toast", { hasText: words }).first();
}
