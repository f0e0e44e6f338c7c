/** The language server as the extension sees it: a process that is started, restarted and ended, and its log. */

import { type Disposable, type ExtensionContext, env, type LogOutputChannel, l10n, window } from "vscode";
import { LanguageClient, type LanguageClientOptions, TransportKind } from "vscode-languageclient/node";
import type { InitOptions } from "../server/protocol.ts";
import { LANGUAGE } from "./language.ts";

export interface Server extends Disposable {
  readonly log: LogOutputChannel;
  /** Starts the server; a failure is logged and told, not thrown, as the commands go on working without it. */
  start(): Promise<void>;
  restart(): Promise<void>;
}

export function createServer(context: ExtensionContext): Server {
  const log = window.createOutputChannel("Galley 清样", { log: true });
  const module = context.asAbsolutePath("dist/server.cjs");
  const initializationOptions: InitOptions = { locale: env.language };
  const options: LanguageClientOptions = {
    documentSelector: [{ language: LANGUAGE }],
    outputChannel: log,
    initializationOptions,
    synchronize: { configurationSection: "galley" },
    middleware: {
      // The older side of a comparison is a page too, but nobody can mend it: its faults would only be noise.
      provideDiagnostics: (document, previous, token, next) =>
        "uri" in document && document.uri.scheme === "git"
          ? { kind: "full", items: [] }
          : next(document, previous, token),
    },
  };
  const transport = TransportKind.ipc;
  const debug = { module, transport, options: { execArgv: ["--nolazy", "--inspect=6010"] } };
  const client = new LanguageClient("galley", "Galley 清样", { run: { module, transport }, debug }, options);

  const attempt = async (action: () => Promise<void>) => {
    try {
      await action();
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      const show = l10n.t("Show Log");
      const choice = await window.showErrorMessage(l10n.t("Galley's language server could not be started."), show);
      if (choice === show) log.show();
    }
  };
  return {
    log,
    start: () => attempt(() => client.start()),
    restart: () => attempt(() => (client.isRunning() ? client.restart() : client.start())),
    dispose() {
      // A server that never came up can't be stopped, which is no fault worth telling.
      client.dispose().catch((error: unknown) => log.debug(String(error)));
      log.dispose();
    },
  };
}
