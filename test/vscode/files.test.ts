/** Files as a person opens them in VS Code: in an encoding that is not theirs, as a page on command. */

import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Locator } from "playwright-core";
import { editorOf, openWindow, type Window } from "./window.ts";
import { layOutWorkspace } from "./workspace.ts";

describe("files in the window", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;

  before(async () => {
    folder = await layOutWorkspace();
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
    await editorOf(page).locator(".squiggly-warning").first().waitFor();
  });
});

/** The message that the window shows with these words. */
function noticeOf({ page }: Window, words: string): Locator {
  return page.locator(".notification-toast", { hasText: words }).first();
}
