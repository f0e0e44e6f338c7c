/** The link on a finding, followed in VS Code's window. */

import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { after, before, describe, test } from "node:test";
import { FEW_BUILT_IN } from "../../scripts/vscode-server.ts";
import { eventually } from "../support/eventually.ts";
import { PAGE, placeOf } from "./pages.ts";
import { editorOf, openWindow, type Window } from "./window.ts";
import { layOutWorkspace } from "./workspace.ts";

describe("the link on a finding", { timeout: 240_000 }, () => {
  let folder: string;
  let window: Window;

  before(async () => {
    folder = await layOutWorkspace();
    window = await openWindow(folder, "zh-cn", [...FEW_BUILT_IN, "markdown-language-features", "markdown-basics"]);
    await window.open("seeds/page.txt");
    await editorOf(window.page).locator("[class*=squiggly-]").first().waitFor();
  });

  after(async () => {
    await window?.close();
    await rm(dirname(folder), { recursive: true, force: true });
  });

  test("shows what is said of the rule beside the page, rendered, from the rule's heading on", async () => {
    const { page } = window;
    await window.goTo(...placeOf(PAGE, " 2400"));
    const hover = await window.hover("spaced-number");
    await hover.locator("a", { hasText: "spaced-number" }).click();
    const rules = page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
    const heading = rules.locator("h2#spaced-number");
    await heading.waitFor();
    const top = async (): Promise<number> => (await heading.boundingBox())?.y ?? -1;
    // A preview comes up at its beginning, where the heading is far below, and goes to the heading then.
    await eventually(top, (y) => y >= 0 && y < 300);
    await window.screenshot("18-rule");
  });
});
