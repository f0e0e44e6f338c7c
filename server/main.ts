/** The language server's entry: reads how to be spoken to, and serves until it is told to stop. */

import { Console } from "node:console";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { type Connection, createConnection } from "vscode-languageserver/node";
import { version } from "../package.json";
import { decode, nameForEditors } from "./host/encodings.ts";
import { createHouseFiles } from "./host/house-files.ts";
import { readerFrom } from "./host/house-reader-file.ts";
import { remoteLog, streamLog } from "./host/log.ts";
import { messageStream } from "./host/message-stream.ts";
import { diskNeighbours } from "./host/neighbours.ts";
import { createStoredSettings } from "./host/stored-settings.ts";
import { createWorkerClient } from "./host/worker-client.ts";
import { startThread } from "./host/worker-thread.ts";
import { serve } from "./lsp/server.ts";
import { describe } from "./workspace/log.ts";

const USAGE = `galley-language-server ${version}
用法  Usage: galley-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME
由编辑器启动，通过所选通道使用语言服务器协议。
Started by an editor; speaks the Language Server Protocol over the channel chosen.
`;

const CHANNEL = /^--(stdio|node-ipc|socket|pipe)(=|$)/;

/** What writing to an editor that is gone fails with. */
const GONE = ["EPIPE", "ECONNRESET", "ERR_IPC_CHANNEL_CLOSED", "ERR_STREAM_DESTROYED"];

/**
 * Bytes of code that a function runs before V8 compiles it once more, twice the usual: the first findings of a page come some 30 ms of
 * 400 sooner, and edits take as long as before.
 */
const COMPILE_LATER = "--interrupt-budget=300000";

/** For clients that name no language: that of the environment, as for the command line. */
const LANGUAGE = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG;

const rulePage = findRulePage();

main(process.argv.slice(2));

function main(args: readonly string[]): void {
  if (args.includes("--help") || args.includes("-h")) process.stdout.write(USAGE);
  else if (args.includes("--version")) process.stdout.write(`${version}\n`);
  else if (args.includes("--node-ipc") && !process.send) refuse("--node-ipc needs a parent process that listens.");
  else if (args.some((arg) => CHANNEL.test(arg))) start();
  else refuse(USAGE);
}

function refuse(reason: string): void {
  process.stderr.write(`${reason.trimEnd()}\n`);
  process.exitCode = 2;
}

function start(): void {
  setFlagsFromString(COMPILE_LATER);
  const connection = process.argv.includes("--stdio") ? connectionOverStdio() : createConnection();
  const log = remoteLog(connection.console);
  // A mistake in one answer must not take the others down with it; without an editor there is nobody left to answer.
  const survive = (error: unknown): void => {
    if (GONE.includes(String((error as { code?: unknown } | null)?.code))) process.exit(1);
    log.error(describe(error));
    streamLog(process.stderr).error(describe(error));
  };
  process.on("uncaughtException", survive);
  process.on("unhandledRejection", survive);
  process.on("disconnect", () => process.exit(1));
  const worker = createWorkerClient(() => startThread(beside("worker")), log);
  serve(connection, {
    version,
    log,
    mentions: worker,
    names: worker,
    checks: worker,
    storedSettings: createStoredSettings({ read: (path) => readFile(path) }),
    house: createHouseFiles(() => readerFrom(beside("house"))),
    neighbours: diskNeighbours,
    encodingOf,
    ...(LANGUAGE && { language: LANGUAGE }),
    ruleLink,
  });
  connection.listen();
}

/** A client whose bytes are no messages is told so, and can start the server anew; nothing of ours may be among the messages to it. */
function connectionOverStdio(): Connection {
  globalThis.console = new Console(process.stderr);
  const input = messageStream((reason) => {
    process.stderr.write(`What came from the editor is no message: ${reason}.\n`);
    process.exit(1);
  });
  return createConnection(process.stdin.pipe(input), process.stdout);
}

/** How the bytes of a file were written; nothing where they are no text. */
function encodingOf(bytes: Uint8Array): Promise<string | undefined> {
  return decode(bytes).then(
    (decoded) => nameForEditors(decoded, bytes),
    () => undefined,
  );
}

/** The file of that name beside this one: `.cjs` in the bundle, `.ts` in the source. */
function beside(name: string): URL {
  const here = selfUrl();
  return new URL(`${name}.${here.pathname.split(".").at(-1)}`, here);
}

/** Where this file stands. The bundle is CommonJS, which has no `import.meta`, the source has no `__filename`. */
function selfUrl(): URL {
  return typeof __filename === "string" ? pathToFileURL(__filename) : new URL(import.meta.url);
}

/** A rule's place in the documentation that is shipped with the server. */
function ruleLink(rule: string): string | undefined {
  return rulePage && `${rulePage}#${rule}`;
}

/** Where the documentation of the rules stands, in the package and in the project alike; nothing where it was left out. */
function findRulePage(): string | undefined {
  const page = new URL("../docs/rules.md", selfUrl());
  return existsSync(fileURLToPath(page)) ? page.href : undefined;
}
