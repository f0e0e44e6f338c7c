/** The language server's ups and downs as a person sees them: settings that start it anew, crashes, its restart. */

import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { eventually } from "../support/eventually.ts";
import { editorOf, openWindow, STATUS, type Window } from "./window.ts";
import { layOutWorkspace } from "./workspace.ts";

/** A headline of a page that stays closed. */
const ELSEWHERE = "一粒钢珠的长跑";

/** Put before a server, has it end as soon as it has been greeted. */
const DYING = 'process.on("message", ({ method }) => { if (method === "initialized") process.exit(1); });\n';

describe("the language server in the window", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;

  before(async () => {
    folder = await layOutWorkspace();
    window = await openWindow(folder, "zh-cn");
    await window.open("seeds/page.txt");
    await editorOf(window.page).locator(".squiggly-hint").first().waitFor();
  });

  after(async () => {
    await window?.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  test("is started anew without a word when the index is turned off and on", async () => {
    const { page } = window;
    await found(window, true);
    for (const index of [false, true]) {
      await mkdir(join(folder, ".vscode"), { recursive: true });
      await writeFile(join(folder, ".vscode", "settings.json"), JSON.stringify({ "galley.index": index }));
      await found(window, index);
      assert.deepEqual(await page.locator(".notification-toast").allTextContents(), []);
    }
  });

  test("that has crashed for good is told of once, and started again by a click on that or in the status bar", async () => {
    const { page } = window;
    const program = join(window.extension, "dist", "server.cjs");
    const sound = await readFile(program, "utf8");
    const toast = page.locator(".notification-toast", { hasText: "清样的语言服务已停止" });
    for (const way of [toast.locator(".monaco-button", { hasText: "重启语言服务" }), page.locator(`${STATUS} a`)]) {
      await writeFile(program, DYING + sound.replace(/^#!.*\n/, ""));
      await window.command("Galley 清样: 重启语言服务");
      await page.locator(`${STATUS}.warning-kind`, { hasText: "清样 已停止" }).waitFor();
      await toast.waitFor();
      await window.screenshot("16-stopped");
      assert.equal(await page.locator(".notification-toast").count(), 1);
      assert.equal(await editorOf(page).locator(".squiggly-hint").count(), 0);
      await writeFile(program, sound);
      await way.click();
      await page.locator(STATUS, { hasText: /[1-9]/ }).waitFor();
      await editorOf(page).locator(".squiggly-hint").first().waitFor();
      assert.equal(await page.locator(`${STATUS}.warning-kind`).count(), 0);
    }
  });
});

/** Waits until the headline of a page that is closed can be found in the workspace, or no longer can. */
async function found({ page }: Window, wanted: boolean): Promise<void> {
  const rows = page.locator(".quick-input-widget .monaco-list-row");
  const answer = wanted ? rows.filter({ hasText: ELSEWHERE }) : rows.filter({ hasText: /no matching/i });
  await eventually(async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+T");
    await page.locator(".quick-input-widget input[type=text]").first().fill(`#${ELSEWHERE}`);
    await rows.first().waitFor();
    return answer
      .first()
      .waitFor({ timeout: 1000 })
      .then(
        () => true,
        () => false,
      );
  });
  await page.keyboard.press("Escape");
}
