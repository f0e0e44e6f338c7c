/** The language server as the extension sees it: a process that is started, restarted and ended, and its log. */

import { type Disposable, type ExtensionContext, env, type LogOutputChannel, l10n, window, workspace } from "vscode";
import { LanguageClient, type LanguageClientOptions, TransportKind, vsdiag } from "vscode-languageclient/node";
import {
  ADD_TO_LEXICON_COMMAND,
  COPY_ARTICLE_COMMAND,
  FIND_REFERENCES_COMMAND,
  type InitOptions,
  type PageRequest,
  RESTORE_COMMAND,
  SHOW_FINDINGS_COMMAND,
  SHOW_PLACE_COMMAND,
} from "../server/protocol.ts";
import { LANGUAGE, PREVIEW_SCHEME, pagePatterns } from "./language.ts";

export interface Server extends Disposable {
  readonly log: LogOutputChannel;
  /** Starts the server; a failure is logged and told, not thrown, as the commands go on working without it. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Asks one of Galley's own questions about a page; undefined where there is no answer to be had. */
  request<R>(method: string, params: PageRequest): Promise<R | undefined>;
}

/** Commands that code lenses, actions and hovers may name. */
const COMMANDS = [
  COPY_ARTICLE_COMMAND,
  RESTORE_COMMAND,
  SHOW_PLACE_COMMAND,
  SHOW_FINDINGS_COMMAND,
  ADD_TO_LEXICON_COMMAND,
  FIND_REFERENCES_COMMAND,
];

/** Schemes of pages that nobody can mend where they are shown: their faults would only be noise. */
const READ_ONLY: readonly string[] = ["git", PREVIEW_SCHEME];

const NOTHING: vsdiag.DocumentDiagnosticReport = { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };

export function createServer(context: ExtensionContext): Server {
  const log = window.createOutputChannel("Galley 清样", { log: true });
  const module = context.asAbsolutePath("dist/server.cjs");
  const initializationOptions = (): InitOptions => ({
    locale: env.language,
    commands: COMMANDS,
    index: {
      pages: pagesOf(),
      ...(context.storageUri?.scheme === "file" ? { storage: context.storageUri.fsPath } : {}),
    },
    // What VS Code hands out has methods too, which are not for sending.
    settings: JSON.parse(JSON.stringify(workspace.getConfiguration("galley"))),
  });
  const options: LanguageClientOptions = {
    documentSelector: [{ language: LANGUAGE }],
    outputChannel: log,
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: COMMANDS } },
    middleware: {
      provideDiagnostics: (document, previous, token, next) =>
        "uri" in document && READ_ONLY.includes(document.uri.scheme) ? NOTHING : next(document, previous, token),
      provideCodeLenses: (document, token, next) =>
        READ_ONLY.includes(document.uri.scheme) ? [] : next(document, token),
    },
  };
  const transport = TransportKind.ipc;
  const debug = { module, transport, options: { execArgv: ["--nolazy", "--inspect=6010"] } };
  const create = () => new LanguageClient("galley", "Galley 清样", { run: { module, transport }, debug }, options);
  let client = create();
  // A server that never came up can't be stopped, which is no fault worth telling.
  const end = () => client.dispose().catch((error: unknown) => log.debug(String(error)));

  const attempt = async (action: () => Promise<void>) => {
    try {
      await action();
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      tellFailure(log);
    }
  };
  /** Starts and restarts, one after the other: a client can't be ended while it is starting. */
  let turn = Promise.resolve();
  const next = (action: () => Promise<void>) => {
    turn = turn.then(() => attempt(action));
    return turn;
  };
  const restart = () =>
    next(async () => {
      await end();
      // A new one, as a client that failed to start stays failed.
      client = create();
      await client.start();
    });
  // What is indexed the server is told once, when it starts.
  let indexed = indexSettings();
  const following = workspace.onDidChangeConfiguration(() => {
    const now = indexSettings();
    if (now === indexed) return;
    indexed = now;
    void restart();
  });
  return {
    log,
    start: () => next(() => client.start()),
    restart,
    async request<R>(method: string, params: PageRequest): Promise<R | undefined> {
      try {
        return (await client.sendRequest<R | null>(method, params)) ?? undefined;
      } catch (error) {
        log.debug(String(error));
        return undefined;
      }
    },
    dispose() {
      following.dispose();
      void end().then(() => log.dispose());
    },
  };
}

function pagesOf(): string[] {
  return pagePatterns(workspace.getConfiguration("files").get("associations"));
}

/** Which files are pages and whether they are indexed, in a form that can be compared. */
function indexSettings(): string {
  return JSON.stringify([pagesOf(), workspace.getConfiguration("galley").get("index")]);
}

/** Does not wait for an answer: the commands are to be there while the message is. */
function tellFailure(log: LogOutputChannel): void {
  const show = l10n.t("Show Log");
  window.showErrorMessage(l10n.t("Galley's language server could not be started."), show).then((choice) => {
    if (choice === show) log.show();
  });
}
