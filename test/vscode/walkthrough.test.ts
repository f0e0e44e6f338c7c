/** The walkthrough in VS Code's window, in a folder without pages: the example page is opened, looked at and mended beside it. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { openWindow, STATUS, type Window } from "./window.ts";

describe("the walkthrough", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "galley-walkthrough-"));
    await writeFile(join(folder, "notes.txt"), "1\n");
    window = await openWindow(folder, "zh-cn");
    await window.open("notes.txt");
  });

  after(async () => {
    await window?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const step = (title: string) => window.page.locator(".getting-started-step", { hasText: title });
  const press = (label: string) =>
    window.page.locator(".getting-started-step.expanded .monaco-button", { hasText: label }).click();
  const line = (words: string) => window.page.locator(".editor-instance .view-line", { hasText: words }).first();

  test("opens the example page beside itself, and mends it", async () => {
    const { page } = window;
    await window.command("Welcome: Open Walkthrough...");
    await page.locator(".quick-input-widget .monaco-list-row", { hasText: "用清样校一期报纸" }).click();
    await step("打开版面").first().waitFor();
    await page.locator(".getting-started-media svg, .getting-started-media iframe").first().waitFor();
    await window.screenshot("40-walkthrough");
    await press("打开示例版面");
    await line("茶山新绿入画来").waitFor();
    await page.locator(STATUS, { hasText: "1 处要看" }).waitFor();
    await step("打开版面").locator(".codicon-getting-started-step-checked").first().waitFor();
    await window.screenshot("41-walkthrough-example");
    await step("修复版面").click();
    await press("修复全页");
    await line("云溪县青石镇的茶园里").waitFor();
    await window.screenshot("42-walkthrough-mended");
    for (const [title, name] of [
      ["看哪里要拿主意", "43-walkthrough-see"],
      ["在一期里来去", "44-walkthrough-navigate"],
      ["把名字加入本社词库", "45-walkthrough-name"],
    ] as const) {
      await step(title).click();
      await step(title).and(page.locator(".expanded")).waitFor();
      await window.screenshot(name);
    }
  });
});
