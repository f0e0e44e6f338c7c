/** `npm start` where no desktop VS Code is installed: the address it prints opens VS Code with Galley at work. */

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { findChromium, launchChromium } from "../../scripts/chromium.ts";
import { fetchServer } from "../../scripts/vscode-server.ts";
import { editorOf, WAITING } from "./window.ts";
import { layOutWorkspace } from "./workspace.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

describe("npm start without a desktop", { timeout: 240_000 }, () => {
  let folder: string;
  let cache: string;
  let start: ChildProcess;

  before(async () => {
    folder = await layOutWorkspace();
    cache = await mkdtemp(join(tmpdir(), "galley-cache-"));
    // A cache of the test's own, that needn't fetch the server again.
    const server = dirname(dirname(await fetchServer(console.log)));
    await mkdir(join(cache, "galley"));
    await symlink(server, join(cache, "galley", basename(server)));
  });

  after(async () => {
    start?.kill();
    for (const path of [dirname(folder), cache]) await rm(path, { recursive: true, force: true });
  });

  test("prints an address at which any text file is a page with its findings, until it is told to stop", async () => {
    const { DISPLAY, WAYLAND_DISPLAY, ...env } = process.env;
    start = spawn(
      process.execPath,
      ["--import", "./scripts/source.mjs", join("scripts", "start.ts"), join(folder, "loose.txt")],
      {
        cwd: ROOT,
        env: { ...env, XDG_CACHE_HOME: cache },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const address = await addressIn(start);
    const browser = await launchChromium(findChromium() ?? "");
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(WAITING);
      await page.goto(address);
      await editorOf(page).locator(".squiggly-hint").first().waitFor();
    } finally {
      await browser.close();
    }
    start.kill("SIGINT");
    const [code] = await once(start, "exit");
    assert.equal(code, 0);
    await assert.rejects(fetch(address));
  });
});

/** The address that the program prints. */
async function addressIn(program: ChildProcess): Promise<string> {
  if (program.stdout) {
    for await (const line of createInterface(program.stdout)) {
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (address) return address;
    }
  }
  throw new Error("the program ended without an address");
}
