/** Fixing a long page in VS Code's window: shown as it goes on, and ended by a button. */

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { placeOf } from "./pages.ts";
import { editorOf, openWindow, type Window } from "./window.ts";
import { layOutWorkspace } from "./workspace.ts";

describe("fixing a long page", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;
  let front: string;

  before(async () => {
    folder = await layOutWorkspace();
    front = await readFile(join(folder, "seeds", "yanzhou-1-front.txt"), "utf8");
    // So long that fixing it takes seconds.
    await writeFile(join(folder, "seeds", "long.txt"), front.repeat(100));
    window = await openWindow(folder, "zh-cn");
    await window.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await window.open("seeds/long.txt");
    await editorOf(window.page).locator("[class*=squiggly-]").first().waitFor();
  });

  after(async () => {
    await window?.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  test("is shown with a button that ends it, after which the page is as it was", async () => {
    const { page } = window;
    await window.command("Galley 清样: 修复全页（不改动文字）");
    const bar = page.locator(".notification-toast", { hasText: "正在修整版" });
    await bar.waitFor();
    await window.screenshot("21-fixing");
    await bar.locator(".monaco-button", { hasText: "Cancel" }).click();
    await bar.waitFor({ state: "hidden" });
    // What the server is asked next it answers when it has stopped; the tab would be marked as changed by then.
    await window.goTo(...placeOf(front, "陆延川在调研中强调", 1));
    await window.command("Galley 清样: 复制这篇文章");
    await page.locator(".statusbar-item", { hasText: "已复制" }).waitFor();
    assert.equal(await page.locator(".tab.active.dirty").count(), 0);
  });
});
