/** VS Code's window, driven as a person does: opened on a folder, told commands, looked at. */

import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { findChromium, launchChromium } from "../../scripts/chromium.ts";
import { packageExtension } from "../../scripts/package.ts";
import { FEW_BUILT_IN, fetchServer, QUIET, startServer } from "../../scripts/vscode-server.ts";

const SCREENSHOTS = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "out", "screenshots");

/** What a person does in a window. */
export interface Hands {
  readonly page: Page;
  /** Runs a command by its title in the palette. */
  command(title: string): Promise<void>;
  /** Shows a file of the folder in the window as it is; sooner by far than a window of its own ({@link Window.open}). */
  show(file: string): Promise<void>;
  /** Sets the cursor; line and column count from 1. */
  goTo(line: number, column: number): Promise<void>;
  /** Has the window tell about the place of the cursor, until it tells the words; gives what it tells. */
  hover(words: string): Promise<Locator>;
  /** Saves what the window shows as `out/screenshots/NAME.png`. */
  screenshot(name: string): Promise<void>;
}

export interface Window extends Hands {
  /** Where the extension is installed. */
  readonly extension: string;
  /** Opens a file of the folder, in a window of its own. */
  open(file: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts VS Code with the packaged extension on a folder. `locale` is the language of its user, such as `zh-cn`; `builtIn` names those
 * of VS Code's own extensions that are there.
 */
export async function openWindow(folder: string, locale = "en", builtIn = FEW_BUILT_IN): Promise<Window> {
  const executable = findChromium();
  if (!executable) throw new Error("there is no Chromium on this machine");
  const dataDir = await mkdtemp(join(tmpdir(), "galley-window-"));
  const server = await startServer(await fetchServer(console.log), {
    dataDir,
    vsix: packageExtension(),
    builtIn,
    settings: {
      ...QUIET,
      "editor.cursorBlinking": "solid",
      "editor.fontFamily": "'Noto Sans Mono CJK SC', monospace",
      "editor.minimap.enabled": false,
      "outline.collapseItems": "alwaysCollapse",
      "workbench.colorTheme": "Default Light Modern",
      "workbench.layoutControl.enabled": false,
      // What moves is painted again and again, and painting is most of the work where there is no graphics card.
      "workbench.reduceMotion": "on",
    },
  });
  const installed = (await readdir(join(dataDir, "e"))).find((name) => name.startsWith("galley."));
  const browser = await launchChromium(executable);
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1.5,
    locale: "zh-CN",
  });
  page.setDefaultTimeout(WAITING);
  // The language packs are extensions that are not here: the window's own words stay English, but extensions are told
  // the user's language, and Han characters get that language's glyphs.
  await page.addInitScript({
    content: `
      globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale)};
      document.addEventListener("DOMContentLoaded", () => { document.documentElement.lang = ${JSON.stringify(locale)}; });
    `,
  });
  return {
    ...handsOn(page, folder),
    extension: join(dataDir, "e", installed ?? ""),
    async open(file) {
      await page.goto(server.url(folder, [["openFile", server.uri(join(folder, file))]]));
      await editorOf(page).locator(".view-line").first().waitFor();
    },
    async close() {
      await browser.close();
      server.end();
      await server.ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Hands on the keyboard and mouse of a window on a folder. */
export function handsOn(page: Page, folder: string): Hands {
  const quickInput = page.locator(".quick-input-widget");
  /** Presses keys until something shows: a window or a page in it that is still taking the focus swallows them. */
  const press = (keys: readonly string[], until: Locator) =>
    untilDone(async (patience) => {
      for (const key of keys) await page.keyboard.press(key);
      await until.waitFor({ timeout: patience });
    });
  /** Types into the field that a key opens; one that has lost the focus to a page closes, and is opened again. */
  const type = (key: string, text: string, accept: (patience: number) => Promise<void>) =>
    untilDone(async (patience) => {
      await page.keyboard.press(key);
      await quickInput.locator("input[type=text]").first().fill(text, { timeout: patience });
      await accept(patience);
    });
  return {
    page,
    async command(title) {
      const row = quickInput.locator(".monaco-list-row", { hasText: title }).first();
      await type("F1", `>${title}`, (timeout) => row.click({ timeout }));
    },
    async show(file) {
      // By its whole path, as that needs no search.
      const row = quickInput.locator(".monaco-list-row", { hasText: basename(file) }).first();
      await type("Control+P", join(folder, file), (timeout) => row.click({ timeout }));
      await page
        .locator(".tab.active", { hasText: basename(file) })
        .first()
        .waitFor();
      await editorOf(page).locator(".view-line").first().waitFor();
    },
    async goTo(line, column) {
      await editorOf(page).locator(".view-lines").click();
      await type("Control+G", `:${line}:${column}`, async (timeout) => {
        await page.keyboard.press("Enter");
        await quickInput.waitFor({ state: "hidden", timeout });
      });
      await page.locator(".monaco-editor.focused").first().waitFor();
    },
    async hover(words) {
      const told = page.locator(".monaco-hover:not(.hidden)", { hasText: words }).first();
      await press(["Control+K", "Control+I"], told);
      return told;
    },
    async screenshot(name) {
      await mkdir(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    },
  };
}

/** Tries what the window may not have been ready for, until it is done; the last attempt tells what failed. */
async function untilDone(attempt: (patience: number) => Promise<void>): Promise<void> {
  for (let left = ATTEMPTS; left > 1; left -= 1) {
    const done = await attempt(PATIENCE).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
  await attempt(PATIENCE);
}

/** How long the window is waited for, in ms: where other programs have the processor, opening one alone can take half a minute. */
export const WAITING = 60_000;

/** How often something is tried before it counts as not working, and how long each attempt is given, in ms. */
const ATTEMPTS = 8;
const PATIENCE = 4000;

/** The text editor of the window. */
export function editorOf(page: Page): Locator {
  return page.locator(".editor-instance .monaco-editor").first();
}

/** The status bar item, as the window names it after the extension and the item. */
export const STATUS = '[id="galley.galley.galley.findings"]';
