/**
 * VS Code's window with the packed extension in its web worker host, as on vscode.dev: nothing of Galley runs in Node. Only the
 * files of the folder come from VS Code's server.
 */

import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import JSZip from "jszip";
import { findChromium, launchChromium } from "../../scripts/chromium.ts";
import { packageExtension } from "../../scripts/package.ts";
import { FEW_BUILT_IN, fetchServer, QUIET, startServer } from "../../scripts/vscode-server.ts";
import { editorOf, type Hands, handsOn, WAITING } from "./window.ts";

export interface WebWindow extends Hands {
  /** Opens a file of the folder, in a window of its own. */
  open(file: string): Promise<void>;
  /** Paths of the packed extension's files that the window has asked for. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Starts VS Code on a folder, with the extension lying on the web. */
export async function openWebWindow(folder: string): Promise<WebWindow> {
  const executable = findChromium();
  if (!executable) throw new Error("there is no Chromium on this machine");
  const asked: string[] = [];
  const web = await serveExtension(packageExtension("universal"), asked);
  const dataDir = await mkdtemp(join(tmpdir(), "galley-web-"));
  const server = await startServer(await fetchServer(console.log), {
    dataDir,
    builtIn: FEW_BUILT_IN,
    settings: { ...QUIET, "editor.minimap.enabled": false, "workbench.colorTheme": "Default Light Modern" },
  });
  const browser = await launchChromium(executable);
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    locale: "zh-CN",
    // VS Code would take extensions of other origins by https alone.
    bypassCSP: true,
  });
  page.setDefaultTimeout(WAITING);
  const { port } = web.address() as AddressInfo;
  await page.addInitScript({
    content: `
      document.addEventListener("readystatechange", () => {
        const told = document.getElementById("vscode-workbench-web-configuration");
        if (document.readyState !== "interactive" || !told) return;
        const configuration = JSON.parse(told.dataset.settings);
        configuration.additionalBuiltinExtensions = [{ scheme: "http", authority: "localhost:${port}", path: "/" }];
        told.dataset.settings = JSON.stringify(configuration);
      });
    `,
  });
  return {
    ...handsOn(page, folder),
    asked,
    async open(file) {
      await page.goto(server.url(folder, [["openFile", server.uri(join(folder, file))]]));
      await editorOf(page).locator(".view-line").first().waitFor();
    },
    async close() {
      await browser.close();
      server.end();
      await server.ended;
      web.closeAllConnections();
      web.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Serves a package's files as the Marketplace does for vscode.dev: unpacked, on another origin. */
async function serveExtension(packed: string, asked: string[]): Promise<Server> {
  const { files } = await JSZip.loadAsync(await readFile(packed));
  const server = createServer(async ({ url = "" }, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname).slice(1);
    asked.push(path);
    const content = await files[`extension/${path}`]?.async("nodebuffer");
    response.writeHead(content ? 200 : 404, {
      "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
      "Access-Control-Allow-Origin": "*",
    });
    response.end(content);
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  return server;
}
