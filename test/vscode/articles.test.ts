/** Articles as a person sees them in VS Code: lenses, breadcrumbs, the page to be read, the clean page beside the page. */

import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { eventually } from "../support/eventually.ts";
import { FIXED, placeOf } from "./pages.ts";
import { editorOf, openWindow, type Window } from "./window.ts";
import { layOutWorkspace } from "./workspace.ts";

/** The sample page with most articles. */
const FRONT = "seeds/yanzhou-1-front.txt";

describe("articles in the window", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;

  /** Sets the cursor behind the first character of words of the sample page. */
  const goTo = async (words: string) => window.goTo(...placeOf(await readFile(join(folder, FRONT), "utf8"), words, 1));

  before(async () => {
    folder = await layOutWorkspace();
    window = await openWindow(folder, "zh-cn");
    await window.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await window.open("seeds/far-1.txt");
  });

  after(async () => {
    await window?.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  test("a lens above the article copies it as clean text", async () => {
    const { page } = window;
    const lens = editorOf(page).locator(".codelens-decoration a", { hasText: "复制全文" });
    await lens.nth(1).waitFor();
    await window.screenshot("8-lenses");
    await lens.nth(1).click();
    await page.locator(".statusbar-item", { hasText: "已复制《柳河特大桥主桥合龙》" }).waitFor();
    const copied = await page.evaluate<string>("navigator.clipboard.readText()");
    assert.match(copied, /^柳河特大桥主桥合龙\n\n随着最后一段钢箱梁[^\n]+\n\n柳河特大桥全长[^\n]+\n$/);
  });

  test("the page can be read, and each heading leads to its place in the source", async () => {
    const { page } = window;
    await window.show(FRONT);
    await editorOf(page).locator(".squiggly-hint").first().waitFor();
    await window.command("Galley 清样: 读报");
    const paper = paperOf(window);
    const heading = paper.locator("h1 a", { hasText: "一叶春茶富山乡" }).first();
    await heading.waitFor();
    await window.screenshot("9-read-beside");
    await heading.click();
    await editorOf(page).locator(".view-line", { hasText: "一叶春茶富山乡" }).first().waitFor();
    await page.keyboard.press("Control+2");
    await window.command("View: Maximize Editor Group");
    await columns(paper, (count) => count > 1);
    await heading.evaluate((node: { scrollIntoView(): void }) => node.scrollIntoView());
    await window.screenshot("10-read-page");
    await inTheme(window, folder, "Default Dark Modern", "vscode-dark");
    await window.screenshot("11-read-page-dark");
    await inTheme(window, folder, "Default High Contrast", "vscode-high-contrast");
    await window.screenshot("12-read-page-high-contrast");
    await inTheme(window, folder, "Default Light Modern", "vscode-light");
  });

  test("the clean page stands beside the page, each paragraph beside itself", async () => {
    const { page } = window;
    await window.command("View: Close All Editors");
    await window.show("seeds/page.txt");
    await editorOf(page).locator(".squiggly-hint").first().waitFor();
    await window.command("Galley 清样: 预览清样");
    const clean = page.locator(".monaco-diff-editor .editor.modified .view-line", {
      hasText: "云溪县青石镇的茶园里一片忙碌",
    });
    await clean.first().waitFor();
    await page.locator(".monaco-diff-editor .editor.original .char-delete").first().waitFor();
    const [left, right] = [await lineTops(page, "original"), await lineTops(page, "modified")];
    assert.equal(left.length, FIXED.split("\n").length);
    assert.deepEqual(left, right);
    assert.equal(await page.locator(".monaco-diff-editor .editor.modified .squiggly-hint").count(), 0);
    await window.screenshot("13-preview");
  });

  test("breadcrumbs tell the article, and sticky scroll keeps headings alone in sight", async () => {
    const { page } = window;
    await window.command("View: Close All Editors");
    await window.show(FRONT);
    await editorOf(page).locator(".squiggly-hint").first().waitFor();
    await goTo("夏秋茶因为苦涩少有人要");
    await page.locator(".breadcrumbs-control .monaco-breadcrumb-item", { hasText: "一叶春茶富山乡" }).waitFor();
    const stuck = editorOf(page).locator(".sticky-line-content");
    await stuck.first().waitFor();
    await window.screenshot("14-sticky");
    assert.ok((await stuck.count()) <= 2, "the article and its crosshead, no paragraph");
  });

  test("the outline follows the cursor from article to article and crosshead to crosshead", async () => {
    const { page } = window;
    await window.command("Explorer: Focus on Outline View");
    const pane = page.locator(".pane", { has: page.locator(".outline-tree") });
    await pane.locator(".monaco-list-row").first().waitFor();
    const more = pane.locator('.action-label[aria-label*="More Actions"], .action-label[aria-label*="Views and More"]');
    await choose(page.locator(".action-item .action-label", { hasText: "Follow Cursor" }), async () => {
      await pane.hover();
      await more.click();
    });
    const followed = (name: string) => pane.locator(".monaco-list-row.focused", { hasText: name }).waitFor();
    await goTo("如今，抹茶");
    await followed("从“卖原料”到“卖味道”");
    await window.screenshot("15-follow-cursor");
    await goTo("陆延川在调研中强调");
    await followed("省农业农村厅来我市调研秋粮生产和茶产业发展");
    await goTo("要克服麻痹思想");
    await followed("全力以赴打好秋粮收购和安全防汛两场硬仗");
  });
});

/**
 * Opens a menu and clicks its item until the menu closes: one that has only just opened takes no click, and one that lost
 * the focus before the click is gone and is opened again.
 */
async function choose(item: Locator, open: () => Promise<void>): Promise<void> {
  const done = (action: Promise<void>) =>
    action.then(
      () => true,
      () => false,
    );
  await eventually(async () => {
    if (!(await item.isVisible())) await open();
    if (!(await done(item.click({ timeout: 4000 })))) return false;
    return done(item.waitFor({ state: "hidden", timeout: 1000 }));
  });
}

/** Where each line of a side of the comparison begins, in pixels from the top of the window. */
async function lineTops(page: Page, side: "original" | "modified"): Promise<string[]> {
  const numbers = await page.locator(`.monaco-diff-editor .editor.${side} .line-numbers`).all();
  const lines = numbers.map(async (number) => [await number.textContent(), (await number.boundingBox())?.y] as const);
  const placed = (await Promise.all(lines)).filter(([number]) => number?.trim());
  return placed.map(([number, top]) => `${number}: ${top}`).sort();
}

/** The document in the panel of the page to be read. */
function paperOf({ page }: Window): FrameLocator {
  return page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
}

/** Waits until the first article's text stands in as many columns. */
async function columns(paper: FrameLocator, enough: (count: number) => boolean): Promise<void> {
  const text: Locator = paper.locator("article .text").first();
  await eventually(async () => {
    // This runs in the browser, whose types are not ours.
    const lefts = await text.evaluate(
      (node: { querySelectorAll(s: string): Iterable<{ getClientRects(): Iterable<{ left: number }> }> }) =>
        [...node.querySelectorAll("p")].flatMap((p) => [...p.getClientRects()].map(({ left }) => left)),
    );
    return new Set(lefts).size;
  }, enough);
}

/** Gives the window a colour theme, and waits until the page to be read wears it. */
async function inTheme(window: Window, folder: string, theme: string, mark: string): Promise<void> {
  await mkdir(join(folder, ".vscode"), { recursive: true });
  await writeFile(join(folder, ".vscode", "settings.json"), JSON.stringify({ "workbench.colorTheme": theme }));
  await paperOf(window).locator(`body.${mark}`).waitFor();
}
