/** The language server as the extension sees it: a process that is started, restarted and ended, and its log. */

import {
  CodeActionTriggerKind,
  commands,
  Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  l10n,
  type Range,
  Uri,
  window,
  workspace,
} from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, State, vsdiag } from "vscode-languageclient";
import {
  ADD_TO_LEXICON_COMMAND,
  COPY_ARTICLE_COMMAND,
  FIND_REFERENCES_COMMAND,
  FIX_ALL_COMMAND,
  type InitOptions,
  ISSUE_CHANGED,
  type IssueChange,
  RESTORE_COMMAND,
  SAVE_HOUSE_FILE_COMMAND,
  SHOW_FINDINGS_COMMAND,
  SHOW_PLACE_COMMAND,
} from "../server/protocol.ts";
import { explicitSettings } from "./explicit-settings.ts";
import { LANGUAGE, pagePatterns, READ_ONLY } from "./language.ts";
import { showFixing } from "./progress.ts";
import { RULE_LINK } from "./rule-page.ts";

export interface Server extends Disposable {
  readonly log: LogOutputChannel;
  /** What the server can be asked now; one that has stopped is not started again by itself. */
  readonly state: ServerState;
  readonly onDidChangeState: Event<ServerState>;
  /** The server tells what has changed in the issue, once it was asked for it. */
  readonly onIssueChanged: Event<IssueChange>;
  /** VS Code has had the light bulb's fixes for a range of a page. */
  readonly onDidOfferFixes: Event<Range>;
  /**
   * VS Code has had the fixes that a key or menu has asked for (true), or no longer waits for them (false): it has asked for the light
   * bulb's, or the cursor has moved.
   */
  readonly onDidGetFixes: Event<boolean>;
  /** Starts the server; a failure is logged and told, not thrown, as the commands go on working without it. */
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Asks one of Galley's own questions about a page or folder; undefined where there is no answer to be had. */
  request<R>(method: string, params: object): Promise<R | undefined>;
}

export type ServerState = "starting" | "running" | "stopped";

/** The command that starts the server anew. */
export const RESTART_SERVER_COMMAND = "galley.restartServer";

/** Commands that code lenses, actions and hovers may name. */
const COMMANDS = [
  FIX_ALL_COMMAND,
  COPY_ARTICLE_COMMAND,
  RESTORE_COMMAND,
  SAVE_HOUSE_FILE_COMMAND,
  SHOW_PLACE_COMMAND,
  SHOW_FINDINGS_COMMAND,
  ADD_TO_LEXICON_COMMAND,
  FIND_REFERENCES_COMMAND,
];

const NOTHING: vsdiag.DocumentDiagnosticReport = { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };

/** Makes a client that starts the server and shows it these options; the desktop's and a browser's start it differently. */
export type CreateClient = (context: ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;

export function createServer(context: ExtensionContext, createClient: CreateClient): Server {
  const log = window.createOutputChannel("Galley 清样", { log: true });
  const offered = new EventEmitter<Range>();
  const got = new EventEmitter<boolean>();
  const initializationOptions = (): InitOptions => ({
    locale: env.language,
    commands: COMMANDS,
    ruleLink: RULE_LINK,
    index: {
      pages: pagesOf(),
      ...(context.storageUri?.scheme === "file" ? { storage: context.storageUri.fsPath } : {}),
    },
    settings: explicitSettings(workspace.getConfiguration("galley", null)),
  });
  const options: LanguageClientOptions = {
    documentSelector: [{ language: LANGUAGE }],
    outputChannel: log,
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: COMMANDS } },
    // Told by the state that the server is in then.
    initializationFailedHandler: () => false,
    middleware: {
      workspace: {
        // The server knows the defaults; it has to know what goes before a settings file.
        configuration: ({ items }) =>
          items.map(({ section = "", scopeUri }) =>
            explicitSettings(workspace.getConfiguration(section, scopeUri === undefined ? null : Uri.parse(scopeUri))),
          ),
      },
      ...showFixing(() => client),
      provideDiagnostics: (document, previous, token, next) =>
        "uri" in document && READ_ONLY.includes(document.uri.scheme) ? NOTHING : next(document, previous, token),
      async provideCodeActions(document, range, context, token, next) {
        const isAutomatic = context.triggerKind === CodeActionTriggerKind.Automatic;
        // A question of a key that is still under way ends with the light bulb's, though its token may not tell in time.
        if (isAutomatic) got.fire(false);
        const givingUp = isAutomatic ? undefined : token.onCancellationRequested(() => got.fire(false));
        const actions = await next(document, range, context, token);
        givingUp?.dispose();
        if (isAutomatic) offered.fire(range);
        else if (!token.isCancellationRequested) got.fire(true);
        return actions;
      },
      provideCodeLenses: (document, token, next) =>
        READ_ONLY.includes(document.uri.scheme) ? [] : next(document, token),
    },
  };
  const changed = new EventEmitter<ServerState>();
  const issueChanged = new EventEmitter<IssueChange>();
  let state: ServerState = "starting";
  /** Starts and restarts that are not done yet. */
  let pending = 0;
  let told = false;
  /** Looks what has become of the server, which also ends and starts again without being told to. */
  const look = () => {
    const running = client.state === State.Running;
    const now = running ? "running" : pending > 0 || client.state === State.Starting ? "starting" : "stopped";
    if (now === state) return;
    state = now;
    changed.fire(now);
    if (now === "running") told = false;
    if (now !== "stopped" || told) return;
    told = true;
    tellStopped(log);
  };
  let watching = new Disposable(() => undefined);
  const create = () => {
    const made = createClient(context, options);
    watching.dispose();
    // A client that starts a crashed server again says first that it has stopped, and in the same breath that it starts.
    watching = Disposable.from(
      made.onDidChangeState(() => void Promise.resolve().then(look)),
      made.onNotification(ISSUE_CHANGED, (change: IssueChange) => issueChanged.fire(change)),
    );
    return made;
  };
  let client = create();
  // A server that never came up can't be stopped, which is no fault worth telling.
  const end = () => client.dispose().catch((error: unknown) => log.debug(String(error)));

  const attempt = async (action: () => Promise<void>) => {
    try {
      await action();
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
    }
    pending -= 1;
    look();
  };
  /** Starts and restarts, one after the other: a client can't be ended while it is starting. */
  let turn = Promise.resolve();
  const next = (action: () => Promise<void>) => {
    pending += 1;
    told = false;
    look();
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
    get state() {
      return state;
    },
    onDidChangeState: changed.event,
    onDidOfferFixes: offered.event,
    onDidGetFixes: got.event,
    onIssueChanged: issueChanged.event,
    start: () => next(() => client.start()),
    restart,
    async request<R>(method: string, params: object): Promise<R | undefined> {
      try {
        return (await client.sendRequest<R | null>(method, params)) ?? undefined;
      } catch (error) {
        log.debug(String(error));
        return undefined;
      }
    },
    dispose() {
      for (const subscription of [following, watching, changed, issueChanged, offered, got]) subscription.dispose();
      void end().then(() => log.dispose());
    },
  };
}

function pagesOf(): string[] {
  return pagePatterns(workspace.getConfiguration("files").get("associations"));
}

/** Which files are pages, whether they are indexed and whether all are listed, in a form that can be compared. */
function indexSettings(): string {
  const { index, checkFolder } = workspace.getConfiguration("galley");
  return JSON.stringify([pagesOf(), index, checkFolder]);
}

/** Does not wait for an answer: the commands are to be there while the message is. */
function tellStopped(log: LogOutputChannel): void {
  const [restart, show] = [l10n.t("Restart Language Server"), l10n.t("Show Log")];
  const message = l10n.t("Galley's language server has stopped: pages are no longer checked.");
  window.showErrorMessage(message, restart, show).then((choice) => {
    if (choice === restart) void commands.executeCommand(RESTART_SERVER_COMMAND);
    if (choice === show) log.show();
  });
}
