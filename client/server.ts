/** The language server as the extension sees it: a process that is started, restarted and ended, and its log. */

import { type Disposable, type ExtensionContext, env, type LogOutputChannel, l10n, window, workspace } from "vscode";
import { LanguageClient, type LanguageClientOptions, TransportKind, vsdiag } from "vscode-languageclient/node";
import type { InitOptions } from "../server/protocol.ts";
import { LANGUAGE } from "./language.ts";

export interface Server extends Disposable {
  readonly log: LogOutputChannel;
  /** Starts the server; a failure is logged and told, not thrown, as the commands go on working without it. */
  start(): Promise<void>;
  restart(): Promise<void>;
}

const NOTHING: vsdiag.DocumentDiagnosticReport = { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };

export function createServer(context: ExtensionContext): Server {
  const log = window.createOutputChannel("Galley 清样", { log: true });
  const module = context.asAbsolutePath("dist/server.cjs");
  const initializationOptions = (): InitOptions => ({
    locale: env.language,
    // What VS Code hands out has methods too, which are not for sending.
    settings: JSON.parse(JSON.stringify(workspace.getConfiguration("galley"))),
  });
  const options: LanguageClientOptions = {
    documentSelector: [{ language: LANGUAGE }],
    outputChannel: log,
    initializationOptions,
    middleware: {
      // The older side of a comparison is a page too, but nobody can mend it: its faults would only be noise.
      provideDiagnostics: (document, previous, token, next) =>
        "uri" in document && document.uri.scheme === "git" ? NOTHING : next(document, previous, token),
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
  return {
    log,
    start: () => attempt(() => client.start()),
    restart: () =>
      attempt(async () => {
        await end();
        // A new one, as a client that failed to start stays failed.
        client = create();
        await client.start();
      }),
    dispose() {
      void end().then(() => log.dispose());
    },
  };
}

/** Does not wait for an answer: the commands are to be there while the message is. */
function tellFailure(log: LogOutputChannel): void {
  const show = l10n.t("Show Log");
  window.showErrorMessage(l10n.t("Galley's language server could not be started."), show).then((choice) => {
    if (choice === show) log.show();
  });
}
