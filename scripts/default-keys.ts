/**
 * Writes down which keys VS Code has taken by itself on each system, as its own list of them says. VS Code goes by the name of the
 * browser for the system, so one machine tells for all.
 */

import { rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openWindow } from "../test/vscode/window.ts";
import { layOutWorkspace } from "../test/vscode/workspace.ts";
import { ROOT } from "./bundling.ts";
import { FEW_BUILT_IN } from "./vscode-server.ts";

/** What a browser calls itself on each system, and the key that copies there. */
const SYSTEMS = {
  windows: { agent: "Windows NT 10.0; Win64; x64", command: "Control" },
  mac: { agent: "Macintosh; Intel Mac OS X 10_15_7", command: "Meta" },
  linux: { agent: "X11; Linux x86_64", command: "Control" },
} as const;

/** Extensions of VS Code's own with keys for every file. */
const WITH_KEYS = ["emmet", "git", "ipynb", "markdown-language-features", "merge-conflict", "references-view"];

const folder = await layOutWorkspace();
const taken: Record<string, Record<string, string>> = {};
for (const [system, { agent, command }] of Object.entries(SYSTEMS)) {
  const window = await openWindow(folder, "en", [...FEW_BUILT_IN, ...WITH_KEYS]);
  const { page } = window;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const name = `Mozilla/5.0 (${agent}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36`;
  const content = `Object.defineProperty(navigator, "userAgent", { get: () => ${JSON.stringify(name)} });`;
  await page.addInitScript({ content });
  await window.open("loose.txt");
  await window.command("Preferences: Open Default Keyboard Shortcuts (JSON)");
  await page.locator(".view-line", { hasText: "Override key bindings" }).first().waitFor();
  await page.locator(".editor-group-container.active .view-lines").click();
  await page.keyboard.press(`${command}+A`);
  let list = "";
  while (!list.includes('"key":')) {
    // The browser knows its own machine's key, VS Code its system's.
    for (const key of new Set([command, "Control"])) await page.keyboard.press(`${key}+C`);
    list = await page.evaluate<string>("navigator.clipboard.readText()");
  }
  await window.close();
  const keys: Record<string, string[]> = {};
  for (const [, key = "", id = ""] of list.matchAll(/"key": "([^"]*)",\s*"command": "([^"]*)"/g)) {
    if (id.startsWith("galley.")) continue;
    keys[key] ??= [];
    if (!keys[key].includes(id)) keys[key].push(id);
  }
  taken[system] = Object.fromEntries(
    Object.keys(keys)
      .sort()
      .map((key) => [key, keys[key]?.join(" ") ?? ""]),
  );
}
await rm(dirname(folder), { recursive: true, force: true });
await writeFile(join(ROOT, "test", "scripts", "default-keys.json"), `${JSON.stringify(taken, null, 2)}\n`);
