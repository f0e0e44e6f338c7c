/** `npm start [-- PATH]`: prints the findings of a folder or page, then opens it in VS Code with the extension. */

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, delimiter, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { localeOf } from "../server/core/text/locale.ts";
import { packageExtension } from "./package.ts";
import { CACHE, exitOnSignals, fetchServer, QUIET, startServer } from "./vscode-server.ts";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** Of each page's findings so many are printed; VS Code and `galley check` show the rest. */
const SHOWN = 8;

const locale = localeOf(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG);
const target = resolve(process.env.INIT_CWD ?? ".", process.argv[2] ?? join(ROOT, "seeds"));
if (!existsSync(target)) {
  console.error(say(`没有 ${target}。`, `There is no ${target}.`));
  process.exit(2);
}
printFindings(target);
const view = await viewOf(target);
const desktop = findDesktop();
if (desktop) openDesktop(desktop, view);
else await openInBrowser(view);

/** What VS Code is to open: a folder or workspace file, and a page in it. */
interface View {
  readonly workspace: string;
  readonly page?: string;
}

function printFindings(path: string): void {
  const colours = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: "1" } : {};
  const shown = relative(".", path) || ".";
  const { stdout, stderr, error } = spawnSync(process.execPath, [join(ROOT, "dist", "cli.cjs"), "check", shown], {
    encoding: "utf8",
    env: { ...process.env, ...colours },
    maxBuffer: 1 << 30,
  });
  const blocks = stdout.split("\n\n").map((block) => {
    const [title = "", ...rows] = block.split("\n");
    const left = rows.length - SHOWN;
    return left > 1
      ? [title, ...rows.slice(0, SHOWN), say(`  ……另有 ${left} 处`, `  … ${left} more`)].join("\n")
      : block;
  });
  process.stdout.write(blocks.join("\n\n"));
  if (stderr || error) console.error(stderr || error?.message);
}

/** A page is shown in its folder. Outside a seeds folder, a workspace file of ours says that its text files are pages. */
async function viewOf(path: string): Promise<View> {
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const first = isFolder
    ? readdirSync(path)
        .sort()
        .find((name) => name.endsWith(".txt"))
    : basename(path);
  const page = first ? { page: join(folder, first) } : {};
  if (path.split(/[\\/]/).includes("seeds")) return { workspace: folder, ...page };
  const workspace = join(CACHE, "workspaces", `${basename(folder) || "pages"}.code-workspace`);
  const associations = { [isFolder ? "*.txt" : basename(path)]: "newspaper" };
  await mkdir(dirname(workspace), { recursive: true });
  await writeFile(
    workspace,
    JSON.stringify({ folders: [{ path: folder }], settings: { "files.associations": associations } }, null, 2),
  );
  return { workspace, ...page };
}

/** The `code` of an installed VS Code that can open a window here. */
function findDesktop(): string | undefined {
  const { DISPLAY, WAYLAND_DISPLAY, VSCODE_IPC_HOOK_CLI, PATH = "" } = process.env;
  if (process.platform === "linux" && !DISPLAY && !WAYLAND_DISPLAY) return undefined;
  // In a terminal of a remote VS Code, `code` opens no window of its own and takes no extension.
  if (VSCODE_IPC_HOOK_CLI) return undefined;
  const names = process.platform === "win32" ? ["code.cmd", "code-insiders.cmd"] : ["code", "code-insiders", "codium"];
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const onMac = "/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code";
  return [...onPath, onMac].find((path) => existsSync(path));
}

function openDesktop(program: string, { workspace, page }: View): void {
  console.log(say(`\n正在打开 VS Code（${program}）……`, `\nOpening VS Code (${program})…`));
  // As root, VS Code starts only with a profile of its own.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox", `--user-data-dir=${join(CACHE, "desktop")}`] : [];
  const args = [`--extensionDevelopmentPath=${ROOT}`, "--new-window", ...asRoot, workspace, ...(page ? [page] : [])];
  const shell = process.platform === "win32";
  const { error, status } = spawnSync(shell ? `"${program}"` : program, shell ? args.map((arg) => `"${arg}"`) : args, {
    stdio: "inherit",
    shell,
  });
  if (error || status !== 0) {
    const reason = error?.message ?? `${program}: ${status}`;
    console.error(say(`VS Code 没有打开：${reason}`, `VS Code could not be opened: ${reason}`));
  }
}

async function openInBrowser({ workspace, page }: View): Promise<void> {
  let entry: string;
  try {
    entry = await fetchServer(console.log);
  } catch (error) {
    const reason = firstLine(error);
    console.log(
      say(
        `\n这里没有可用的 VS Code：没有安装，它的服务端也取不到（${reason}）。\n问题已列在上面；命令行的其他用法见 node dist/cli.cjs --help。`,
        `\nNo VS Code can be had here: none is installed, and its server could not be fetched (${reason}).\n` +
          "The findings stand above; `node dist/cli.cjs --help` tells what else the command line does.",
      ),
    );
    return;
  }
  exitOnSignals(0);
  const server = await startServer(entry, {
    dataDir: join(CACHE, "browser"),
    settings: QUIET,
    vsix: packageExtension(),
  });
  const address = server.url(workspace, page ? [["openFile", server.uri(page)]] : []);
  console.log(
    say(
      `\n装有清样的 VS Code 在\n\n  ${address}\n\n请用本机的浏览器打开。按 Ctrl+C 结束。`,
      `\nVS Code with Galley is at\n\n  ${address}\n\nOpen it in a browser on this machine. Ctrl+C ends it.`,
    ),
  );
  await server.ended;
}

function say(zh: string, en: string): string {
  return locale === "zh" ? zh : en;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}
