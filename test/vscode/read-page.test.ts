/** The page to be read beside its source in VS Code's window: scrolled together, and the way from a paragraph to its place. */

import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { FrameLocator } from "playwright-core";
import { eventually } from "../support/eventually.ts";
import { placeOf } from "./pages.ts";
import { editorOf, openWindow, type Window } from "./window.ts";
import { layOutWorkspace } from "./workspace.ts";

const FRONT = "seeds/yanzhou-1-front.txt";

describe("the page to be read", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;
  let paper: FrameLocator;

  before(async () => {
    folder = await layOutWorkspace();
    window = await openWindow(folder, "zh-cn");
    await window.open(FRONT);
    await editorOf(window.page).locator("[class*=squiggly-]").first().waitFor();
    await window.command("Galley 清样: 读报");
    paper = window.page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
    await paper.locator("article .text p").first().waitFor();
  });

  after(async () => {
    await window?.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  const firstLine = async (): Promise<number> => {
    const numbers = await editorOf(window.page).locator(".line-numbers").allTextContents();
    return Math.min(...numbers.map(Number));
  };

  test("goes where its source is scrolled", async () => {
    const { page } = window;
    await editorOf(page).locator(".view-lines").click();
    await page.keyboard.press("Control+End");
    await scrolledTo(paper, (y) => y > 500);
    await window.screenshot("19-read-page-follows");
    await page.keyboard.press("Control+Home");
    await scrolledTo(paper, (y) => y === 0);
  });

  test("has its source go where it is scrolled", async () => {
    const { page } = window;
    await paper.locator("article").first().hover();
    assert.equal(await firstLine(), 1);
    await page.mouse.wheel(0, 1500);
    await eventually(firstLine, (line) => line >= 20);
    // What the source does then does not come back to the page that is being scrolled.
    assert.ok(Math.abs((await scrollOf(paper)) - 1500) < 100, String(await scrollOf(paper)));
    await window.screenshot("20-read-page-leads");
  });

  test("leads from a paragraph to its place, and says so in the reader's language", async () => {
    const { page } = window;
    const words = "陆延川在调研中强调";
    const [line] = placeOf(await readFile(join(folder, FRONT), "utf8"), words);
    const paragraph = paper.locator("p", { hasText: words }).first();
    assert.equal(await paragraph.getAttribute("title"), `到原文第 ${line} 行`);
    await paragraph.click();
    await page.locator('[id="status.editor.selection"]', { hasText: new RegExp(`${line}\\D`) }).waitFor();
  });
});

function scrollOf(paper: FrameLocator): Promise<number> {
  return paper.locator("body").evaluate(() => (globalThis as unknown as { scrollY: number }).scrollY);
}

async function scrolledTo(paper: FrameLocator, there: (y: number) => boolean): Promise<void> {
  await eventually(() => scrollOf(paper), there);
}
