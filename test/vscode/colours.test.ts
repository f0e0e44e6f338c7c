/** The colours of names and the look of headlines in the window, in each of the themes that VS Code has of its own. */

import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { eventually } from "../support/eventually.ts";
import { editorOf, openWindow, type Window } from "./window.ts";
import { layOutWorkspace } from "./workspace.ts";

const THEMES = [
  ["Default Light Modern", "vs"],
  ["Default Dark Modern", "vs-dark"],
  ["Default High Contrast", "hc-black"],
  ["Default High Contrast Light", "hc-light"],
] as const;

/** What is asked of the browser, whose types are not ours. */
interface Browser {
  getComputedStyle(node: unknown): { readonly color: string; readonly fontWeight: string };
}

describe("names and headlines in the window", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;

  before(async () => {
    folder = await layOutWorkspace();
    await mkdir(join(folder, ".vscode"));
    window = await openWindow(folder, "zh-cn");
    await window.open("seeds/page.txt");
  });

  after(async () => {
    await window?.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  for (const [theme, mark] of THEMES) {
    test(`have colours of their own in ${theme}`, async () => {
      const { page } = window;
      await writeFile(join(folder, ".vscode", "settings.json"), JSON.stringify({ "workbench.colorTheme": theme }));
      await page.locator(`.monaco-workbench.${mark}`).waitFor();
      const line = editorOf(page).locator(".view-line", { hasText: "记贺远山说，村里从" });
      const name = line.locator("span span", { hasText: /^贺远山$/ });
      await name.first().waitFor();
      const plain = line.locator("span span", { hasText: "说，村里从" });
      const colourOf = (of: typeof name): Promise<string> =>
        of.first().evaluate((node) => (globalThis as unknown as Browser).getComputedStyle(node).color);
      const shown = async (): Promise<boolean> => (await colourOf(name)) !== (await colourOf(plain));
      await eventually(shown);
      const headline = editorOf(page)
        .locator(".view-line span span", { hasText: /^茶山新绿入画来$/ })
        .first();
      const weight = await headline.evaluate(
        (node) => (globalThis as unknown as Browser).getComputedStyle(node).fontWeight,
      );
      assert.ok(Number(weight) >= 700, "a headline is bold");
      assert.notEqual(await colourOf(headline), await colourOf(plain));
      await window.screenshot(`colours-${mark}`);
    });
  }
});
