/** A scripted client that speaks to the language server through a real connection, in memory or to a process. */

import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import {
  type ClientCapabilities,
  type CodeAction,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type LogMessageParams,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  type ShowMessageParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { serve, type World } from "../../server/lsp/server.ts";
import { NO_MENTIONS } from "./idle-services.ts";
import { program } from "./program.ts";

/** Everything that a modern editor announces. */
export const FULL: ClientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  textDocument: {
    synchronization: { dynamicRegistration: true },
    diagnostic: { dynamicRegistration: true },
    publishDiagnostics: {
      versionSupport: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "source"] } },
      disabledSupport: true,
      isPreferredSupport: true,
      dataSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    definition: { linkSupport: true },
    foldingRange: { lineFoldingOnly: true },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
  },
};

/** As {@link FULL}, from before clients could ask for diagnostics. */
export const PUSHED: ClientCapabilities = {
  ...FULL,
  textDocument: withoutKey(FULL.textDocument ?? {}, "diagnostic"),
  workspace: withoutKey(FULL.workspace ?? {}, "diagnostics"),
};

/** As {@link FULL}, and asks for the edits of an action when it is chosen, as VS Code does. */
export const CHOOSING: ClientCapabilities = {
  ...FULL,
  textDocument: {
    ...FULL.textDocument,
    codeAction: { ...FULL.textDocument?.codeAction, resolveSupport: { properties: ["edit"] } },
  },
};

/** What {@link initialize} can be told; each part has a default. */
export interface Greeting {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly options?: unknown;
  /** What the client answers to `workspace/configuration`, or a function that answers for a scope (URI). */
  readonly settings?: unknown;
  /** URIs of the workspace's folders. */
  readonly folders?: readonly string[];
}

export interface LspClient {
  readonly connection: ProtocolConnection;
  readonly server: InitializeResult;
  /** Messages shown to the user, and the log, as they came. */
  readonly shown: ShowMessageParams[];
  readonly logged: LogMessageParams[];
  /** How often the server asked to have diagnostics pulled again. */
  refreshes: number;
  /** The scopes for which the server asked what is set, as they came. */
  readonly questions: (string | undefined)[];
  /** Globs of the files that the server wants to be told of. */
  readonly watched: string[];
  /** Changes what the client answers to `workspace/configuration`, and says so. */
  configure(settings: unknown): Promise<void>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Edits an open page, as one change event with a new version. */
  edit(uri: string, ...edits: readonly TextEdit[]): Promise<void>;
  close(uri: string): Promise<void>;
  /** The page as the client has it. */
  document(uri: string): TextDocument;
  /** The position `within` characters behind the start of the given words. */
  find(uri: string, words: string, within?: number): Position;
  request<R>(method: string, params: unknown): Promise<R>;
  /** Asks about a page; `more` goes beside `textDocument`. */
  ask<R>(method: string, uri: string, more?: object): Promise<R>;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(uri: string): Promise<Diagnostic[]>;
  codeActions(uri: string, range: Range, context?: object): Promise<CodeAction[]>;
  /** Waits for diagnostics that the server sends of its own accord and that pass the test. */
  published(test: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams>;
  readonly publications: PublishDiagnosticsParams[];
  /** Waits until something holds that a message of the server brings about. */
  until(holds: () => boolean): Promise<void>;
}

/** Connects a client to a server in this process. `world` replaces parts of what the server is given. */
export async function connectInMemory(greeting: Greeting = {}, world: Partial<World> = {}): Promise<LspClient> {
  return initialize(connectionInMemory(world), greeting);
}

/** A connection to a server in this process that nobody has greeted, or listened to, yet. */
export function connectionInMemory(world: Partial<World> = {}): ProtocolConnection {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  serve(connection, { version: "0.0.0", log: silent, mentions: NO_MENTIONS, ...world });
  connection.listen();
  return createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
}

/** A server in a process of its own, and the client that speaks to it. */
export interface ServerProcess extends LspClient {
  readonly process: ChildProcess;
  /** What the process wrote on standard error. */
  stderr(): string;
  /** Ends the server as the protocol wants it; gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts `node …args --stdio` (or over IPC) in an environment of that language, and greets it. */
export async function spawnServer(
  greeting: Greeting = {},
  args: readonly string[] = program("main"),
  channel: "stdio" | "node-ipc" = "stdio",
  language = "",
): Promise<ServerProcess> {
  const env = { ...process.env, LC_ALL: "", LC_MESSAGES: "", LANG: language };
  const child =
    channel === "stdio"
      ? spawn(process.execPath, [...args, "--stdio"], { stdio: "pipe", env })
      : fork(args.at(-1) ?? "", ["--node-ipc"], {
          execArgv: args.slice(0, -1),
          stdio: ["ignore", "pipe", "pipe", "ipc"],
          env,
        });
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const connection =
    channel === "stdio" && child.stdout && child.stdin
      ? createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
      : createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  const client = await initialize(connection, greeting);
  return Object.assign(client, {
    process: child,
    stderr: () => errors,
    async stop() {
      const ended = once(child, "exit");
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      const [code] = (await ended) as [number | null];
      connection.dispose();
      return code;
    },
  });
}

/** Greets the server on a connection and gives the client that goes on from there. */
export async function initialize(connection: ProtocolConnection, greeting: Greeting = {}): Promise<LspClient> {
  let settings: unknown = greeting.settings ?? {};
  const documents = new Map<string, TextDocument>();
  const waiting = new Set<() => void>();
  const shown: ShowMessageParams[] = [];
  const logged: LogMessageParams[] = [];
  const publications: PublishDiagnosticsParams[] = [];
  const happened = (): void => {
    for (const check of waiting) check();
  };
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!holds()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  const keep = <T>(list: T[], method: string): void => {
    connection.onNotification(method, (params: T) => {
      list.push(params);
      happened();
    });
  };
  keep(shown, "window/showMessage");
  keep(logged, "window/logMessage");
  keep(publications, "textDocument/publishDiagnostics");
  const watched: string[] = [];
  connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
    for (const { registerOptions } of registrations)
      for (const { globPattern } of registerOptions?.watchers ?? []) watched.push(String(globPattern));
    happened();
    return null;
  });
  const questions: (string | undefined)[] = [];
  connection.onRequest("workspace/configuration", ({ items }: { items: { section?: string; scopeUri?: string }[] }) =>
    items.map(({ section, scopeUri }) => {
      if (section !== "galley") return null;
      questions.push(scopeUri);
      return typeof settings === "function" ? settings(scopeUri) : settings;
    }),
  );
  connection.onRequest("workspace/diagnostic/refresh", () => {
    client.refreshes += 1;
    happened();
    return null;
  });
  connection.listen();

  const params = {
    processId: null,
    rootUri: null,
    capabilities: greeting.capabilities ?? FULL,
    ...(greeting.folders ? { workspaceFolders: greeting.folders.map((uri) => ({ uri, name: uri })) } : {}),
    ...(greeting.locale ? { locale: greeting.locale } : {}),
    ...(greeting.options === undefined ? {} : { initializationOptions: greeting.options }),
  } as InitializeParams;
  const server: InitializeResult = await connection.sendRequest("initialize", params);
  await connection.sendNotification("initialized", {});

  const document = (uri: string): TextDocument => {
    const found = documents.get(uri);
    if (!found) throw new Error(`${uri} is not open in the client`);
    return found;
  };
  const client: LspClient = {
    connection,
    server,
    shown,
    logged,
    publications,
    refreshes: 0,
    questions,
    watched,
    until,
    document,
    async configure(next) {
      settings = next;
      await connection.sendNotification("workspace/didChangeConfiguration", { settings: { galley: next } });
    },
    async open(uri, text, languageId = "newspaper") {
      documents.set(uri, TextDocument.create(uri, languageId, 1, text));
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    async edit(uri, ...edits) {
      const version = document(uri).version + 1;
      const contentChanges = edits.map(({ range, newText }) => ({ range, text: newText }));
      TextDocument.update(document(uri), contentChanges, version);
      await connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    },
    async close(uri) {
      documents.delete(uri);
      await connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    },
    find(uri, words, within = 0) {
      const at = document(uri).getText().indexOf(words);
      if (at < 0) throw new Error(`“${words}” is not on ${uri}`);
      return document(uri).positionAt(at + within);
    },
    request: (method, given) => connection.sendRequest(method, given),
    ask: (method, uri, more = {}) => connection.sendRequest(method, { textDocument: { uri }, ...more }),
    pull: (uri, previousResultId) =>
      client.ask("textDocument/diagnostic", uri, previousResultId === undefined ? {} : { previousResultId }),
    async diagnostics(uri) {
      const report = await client.pull(uri);
      return report.kind === "full" ? report.items : [];
    },
    async codeActions(uri, range, context = {}) {
      const given = { diagnostics: [], ...context };
      return (await client.ask<CodeAction[] | null>("textDocument/codeAction", uri, { range, context: given })) ?? [];
    },
    async published(test) {
      await until(() => publications.some(test));
      return publications.find(test) as PublishDiagnosticsParams;
    },
  };
  return client;
}

/** The edits that an action makes on a page. */
export function editsOf(action: CodeAction, uri: string): TextEdit[] {
  const { changes, documentChanges = [] } = action.edit ?? {};
  const bound = documentChanges.flatMap((change) => ("edits" in change ? change.edits : []));
  return [...(changes?.[uri] ?? []), ...(bound as TextEdit[])];
}

function withoutKey<T extends object, K extends keyof T>(object: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = object;
  return rest;
}
