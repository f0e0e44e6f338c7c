/**
 * Stands in for the desktop program where `@vscode/test-electron` is told to start it: takes its flags, runs the suite
 * in the extension host of VS Code's server with headless Chromium as the window, and exits as the suite did.
 */

import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findChromium, launchChromium } from "./chromium.ts";
import { exitOnSignals, FEW_BUILT_IN, fetchServer, QUIET, startServer } from "./vscode-server.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The window is given up when the suite has not ended by then. */
const PATIENCE_MS = 240_000;

exitOnSignals(130);
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { extensionDevelopmentPath: { type: "string" }, extensionTestsPath: { type: "string" } },
});
const { extensionDevelopmentPath: extension, extensionTestsPath: suite } = values;
const folder = positionals[0];
if (typeof extension !== "string" || typeof suite !== "string" || !folder) {
  console.error("usage: vscode-host FOLDER --extensionDevelopmentPath=PATH --extensionTestsPath=PATH");
  process.exit(2);
}
process.exit(await runSuite(folder, extension, suite));

/** Runs the suite; gives its exit code. */
async function runSuite(folder: string, extension: string, suite: string): Promise<number> {
  const executable = findChromium();
  if (!executable) throw new Error("no Chromium on this machine");
  const dataDir = await mkdtemp(join(tmpdir(), "galley-vscode-"));
  const server = await startServer(await fetchServer(console.log), { dataDir, settings: QUIET, builtIn: FEW_BUILT_IN });
  const browser = await launchChromium(executable);
  // VS Code talks a lot of itself: kept for the day it is needed, not shown.
  const log = createWriteStream(join(ROOT, "out", "vscode-host.log"));
  try {
    const page = await browser.newPage();
    const exit = new Promise<number>((resolve, reject) => {
      page.exposeFunction("codeAutomationLog", (type: string, args: unknown[]) => {
        log.write(`[${type}] ${args.join(" ")}\n`);
      });
      page.exposeFunction("codeAutomationExit", (code: number) => resolve(code));
      page.once("crash", () => reject(new Error("the window crashed")));
      server.ended.then(() => reject(new Error("the VS Code server ended before the suite did")));
      AbortSignal.timeout(PATIENCE_MS).addEventListener("abort", () => reject(new Error("the suite did not end")));
    });
    await page.goto(
      server.url(folder, [
        ["extensionDevelopmentPath", server.uri(extension)],
        ["extensionTestsPath", server.uri(suite)],
      ]),
    );
    return await exit;
  } finally {
    log.end();
    await browser.close();
    server.end();
    await server.ended;
    await rm(dataDir, { recursive: true, force: true });
  }
}
