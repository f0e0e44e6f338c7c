/** Finds a VS Code to test in, and runs the tests of `test/vscode` there: in its extension host, and at its window. */

import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { downloadAndUnzipVSCode, runTests, SilentReporter } from "@vscode/test-electron";
import { build } from "esbuild";
import type { Outcome } from "../test/vscode/suite/index.ts";
import { layOutWorkspace } from "../test/vscode/workspace.ts";
import { findChromium } from "./chromium.ts";
import type { Say, Tally } from "./tally.ts";
import { fetchServer } from "./vscode-server.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, "out");

/** Runs the suite in the extension host of a desktop VS Code where one can be had, else of VS Code's server. */
export async function runInExtensionHost(say: Say): Promise<Tally> {
  const vscodeExecutablePath = (await desktop()) ?? (await standIn(say));
  if (!vscodeExecutablePath)
    return without("neither a desktop VS Code nor its server with Chromium can be had here", say);
  const workspace = await layOutWorkspace();
  const results = join(OUT, "suite-results.json");
  await rm(results, { force: true });
  const profile = await mkdtemp(join(tmpdir(), "galley-profile-"));
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: await bundleSuite(),
    extensionTestsEnv: { GALLEY_TEST_RESULTS: results },
    launchArgs: [workspace, "--disable-extensions", `--user-data-dir=${profile}`],
  }).catch((error: unknown) => say(String(error)));
  for (const folder of [dirname(workspace), profile]) await rm(folder, { recursive: true, force: true });
  if (!existsSync(results)) {
    say("The suite did not run to its end; out/vscode-host.log tells what VS Code said.");
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const outcomes: Outcome[] = JSON.parse(await readFile(results, "utf8"));
  for (const { title, state, ms, error } of outcomes) {
    say(`${state === "passed" ? "✔" : "✖"} ${title} (${ms} ms)`);
    if (error) say(error.replace(/^/gm, "    "));
  }
  const count = (state: Outcome["state"]) => outcomes.filter((outcome) => outcome.state === state).length;
  return { passed: count("passed"), failed: count("failed"), skipped: count("pending") };
}

/** Runs the tests that drive the window, for which VS Code's server and Chromium are needed. */
export async function runInWorkbench(run: () => Promise<Tally>, say: Say): Promise<Tally> {
  if (!(await serverToBeHad(say))) return without("VS Code's server with Chromium can't be had here", say);
  return run();
}

function without(reason: string, say: Say): Tally {
  const required = process.env.GALLEY_VSCODE === "required";
  say(`${required ? "Failed" : "Skipped"}: ${reason}.`);
  return { passed: 0, failed: Number(required), skipped: Number(!required) };
}

/** The program of a desktop VS Code, where there is a screen for it and it is here or can be fetched. */
async function desktop(): Promise<string | undefined> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === "linux" && !DISPLAY && !WAYLAND_DISPLAY) return undefined;
  try {
    await fetch("https://update.code.visualstudio.com/api/releases/stable", { signal: AbortSignal.timeout(5000) });
    return await downloadAndUnzipVSCode({ reporter: new SilentReporter() });
  } catch {
    return undefined;
  }
}

/** The script that takes a desktop's flags and runs VS Code's server in Chromium instead. */
async function standIn(say: Say): Promise<string | undefined> {
  if (process.platform === "win32" || !(await serverToBeHad(say))) return undefined;
  const script = join(OUT, "vscode-host");
  const loader = join(ROOT, "scripts", "source.mjs");
  const quoted = [process.execPath, "--import", loader, join(ROOT, "scripts", "vscode-host.ts")].map(
    (part) => `'${part}'`,
  );
  await writeFile(script, `#!/bin/sh\nexec ${quoted.join(" ")} "$@"\n`);
  await chmod(script, 0o755);
  return script;
}

async function serverToBeHad(say: Say): Promise<boolean> {
  if (!findChromium()) {
    say("There is no Chromium on this machine (GALLEY_CHROMIUM can name one).");
    return false;
  }
  try {
    await fetchServer(say);
    return true;
  } catch (error) {
    say(`VS Code's server could not be fetched: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

/** One file of the suite's, with mocha left outside: it finds its own files by path. */
async function bundleSuite(): Promise<string> {
  const outfile = join(OUT, "suite", "index.cjs");
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["test/vscode/suite/index.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    sourcemap: "inline",
    external: ["vscode", "mocha"],
  });
  return outfile;
}
