/** The language server: one client's session, from its greeting to its end. */

import type {
  CodeAction,
  Connection,
  Diagnostic,
  DidChangeWatchedFilesParams,
  InitializeParams,
  InitializeResult,
  ResponseError,
  WorkspaceDiagnosticReport,
  WorkspaceSymbolParams,
} from "vscode-languageserver";
import { fixingWholePage, fixWholePage } from "../core/fix/whole-page.ts";
import type { Analysis } from "../core/page/analysis.ts";
import { LONGEST_PAGE } from "../core/sheet-starts.ts";
import type { Localised } from "../core/text/locale.ts";
import { positionsOf } from "../core/text/positions.ts";
import { type IndexOptions, ISSUE } from "../protocol.ts";
import { describe, type Log } from "../workspace/log.ts";
import type { MentionService } from "../workspace/mention-service.ts";
import { type NameService, NO_NAMES } from "../workspace/name-service.ts";
import { type Neighbours, NO_NEIGHBOURS } from "../workspace/neighbours.ts";
import { NO_CHECKS, type PageChecks } from "../workspace/page-checks.ts";
import { createPages, type OpenPage, type Pages } from "../workspace/pages.ts";
import { type Client, clientOf, optionsOf } from "./client.ts";
import { type Configuration, createConfiguration } from "./configuration.ts";
import type { Asked, Feature, OpenPlace, PageParams } from "./feature.ts";
import { editOf, isActionData } from "./features/action-edits.ts";
import { closedDiagnostics, diagnosticOf, diagnostics, diagnosticsOf } from "./features/diagnostics.ts";
import { capabilitiesFor, FEATURES } from "./features/index.ts";
import { FOLDER_FEATURES } from "./features/learn-names.ts";
import { type EncodingOf, TEXT_FEATURES } from "./features/text-requests.ts";
import { workspaceSymbols } from "./features/workspace-symbols.ts";
import { contentModified, guard, guardNotification } from "./guard.ts";
import { createIssueDesk, type IssueDesk } from "./issue.ts";
import {
  CancellationToken,
  DocumentDiagnosticReportKind,
  MessageType,
  ShowMessageNotification,
  WorkspaceSymbolRequest,
} from "./library.ts";
import { longWork } from "./long-work.ts";
import { createNameFindings, type NameFindings, sendBeside } from "./name-findings.ts";
import { createPublisher, type Publisher } from "./publisher.ts";
import { synchronise } from "./sync.ts";
import { changesOf, faultDiagnostics, startIndex, watchFiles } from "./watch.ts";
import { createWorkspaceDiagnostics, type WorkspaceDiagnostics } from "./workspace-diagnostics.ts";

/** Schemes of pages that show another one as it was, or as it will be: their names count once, with that one. */
const SHOWS_ANOTHER = /^(?:git|galley-[a-z]+):/;

const CODE_ACTION_RESOLVE = "codeAction/resolve";
const WORKSPACE_DIAGNOSTIC = "workspace/diagnostic";

const FIXING: Localised = { zh: "清样：正在修整版", en: "Galley: fixing the page" };

/** A heading that was to be moved and was not. */
const STAYS: Localised = {
  zh: "移动标题会使版面的文章变样，没有移动；请人工处理",
  en: "Nothing was moved: with the heading above it the page would have other articles. This one is for you to move",
};

/** What the server is given by its host. */
export interface World {
  readonly version: string;
  readonly log: Log;
  readonly mentions: MentionService;
  /** The house's lexicon and the index, where the host keeps them. */
  readonly names?: NameService;
  /** The checks of pages that are not open, where the host makes them. */
  readonly checks?: PageChecks;
  /** The files beside a page, where the host has files. */
  readonly neighbours?: Neighbours;
  /** How bytes were written, where the host can read them. */
  readonly encodingOf?: EncodingOf;
  /** The address of a rule's documentation, where the host knows one. */
  readonly ruleLink?: (rule: string) => string | undefined;
  /** The open pages; given by tests that look into them. */
  readonly pages?: Pages;
}

/** Serves a connection; the caller starts listening on it. */
export function serve(connection: Connection, world: World): void {
  new Session(connection, world).register();
}

/** What is known of the one client that the connection leads to. */
class Session {
  readonly #connection: Connection;
  readonly #version: string;
  readonly #log: Log;
  readonly #mentions: MentionService;
  readonly #names: NameService;
  readonly #neighbours: Neighbours;
  readonly #encodingOf: EncodingOf;
  readonly #pages: Pages;
  readonly #nameFindings: NameFindings;
  readonly #configuration: Configuration;
  readonly #checks: PageChecks;
  readonly #issue: IssueDesk;
  readonly #workspaceDiagnostics: WorkspaceDiagnostics;
  #ruleLink: Asked["ruleLink"];
  #client: Client = clientOf({ processId: null, rootUri: null, capabilities: {} });
  /** For a client that does not ask for diagnostics itself. */
  #publisher: Publisher | undefined;
  /** Before its greeting is answered, a client may be asked nothing. */
  #greeted = false;
  #indexOptions: IndexOptions | undefined;

  constructor(connection: Connection, world: World) {
    this.#connection = connection;
    this.#version = world.version;
    this.#log = world.log;
    this.#mentions = world.mentions;
    this.#names = world.names ?? NO_NAMES;
    this.#neighbours = world.neighbours ?? NO_NEIGHBOURS;
    this.#encodingOf = world.encodingOf ?? (async () => undefined);
    this.#pages = world.pages ?? createPages();
    this.#ruleLink = world.ruleLink ?? (() => undefined);
    this.#nameFindings = createNameFindings(this.#pages, this.#names, this.#log, (page) =>
      this.#showNameFindings(page),
    );
    this.#checks = world.checks ?? NO_CHECKS;
    this.#issue = createIssueDesk({
      connection,
      pages: this.#pages,
      checks: this.#checks,
      nameFindings: (page) => this.#nameFindings.of(page),
      client: () => this.#client,
      log: this.#log,
      counts: (uri) => !SHOWS_ANOTHER.test(uri),
    });
    this.#workspaceDiagnostics = createWorkspaceDiagnostics({
      pages: this.#pages,
      checks: this.#checks,
      show: (uri, findings) => closedDiagnostics(uri, findings, { client: this.#client, ruleLink: this.#ruleLink }),
    });
    this.#configuration = createConfiguration({
      connection,
      client: () => this.#client,
      pages: this.#pages,
      log: this.#log,
      onChange: () => this.#settingsChanged(),
      onView: () => this.#refreshViews(),
    });
  }

  /** Registers what answers each request and notification. */
  register(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#greet(params));
    connection.onInitialized(this.#notified("initialized", () => this.#start()));
    connection.onDidChangeConfiguration(
      this.#notified("workspace/didChangeConfiguration", (params) => void this.#configuration.changed(params)),
    );
    connection.onDidChangeWatchedFiles(
      this.#notified("workspace/didChangeWatchedFiles", (params) => this.#filesChanged(params)),
    );
    connection.onShutdown(() => this.#mentions.close());
    this.#names.onFaults((faults) => {
      void connection.sendDiagnostics({ uri: faults.uri, diagnostics: faultDiagnostics(faults, this.#client) });
    });
    this.#checks.onChecked((uri) => {
      this.#issue.changed(uri);
      this.#workspaceDiagnostics.changed(uri);
    });
    synchronise(connection, this.#pages, this.#log, {
      changed: (page) => this.#pageChanged(page),
      closed: (uri) => this.#pageClosed(uri),
    });
    const symbols = ({ query }: WorkspaceSymbolParams, token: CancellationToken) =>
      workspaceSymbols(query, { open: this.#openPlaces(), mentions: this.#mentions, names: this.#names, token });
    connection.onRequest(WorkspaceSymbolRequest.method, guard(WorkspaceSymbolRequest.method, symbols, [], this.#log));
    connection.onRequest(
      ISSUE,
      guard(ISSUE, () => this.#issue.answer(), { pages: [], titles: {} }, this.#log),
    );
    connection.languages.diagnostics.onWorkspace((params, token, _, partial) => {
      const answer = () => this.#workspaceDiagnostics.answer(params, token, partial);
      const guarded = guard(WORKSPACE_DIAGNOSTIC, answer, { items: [] }, this.#log);
      return guarded(params, token) as Promise<WorkspaceDiagnosticReport>;
    });
    const resolve = (action: CodeAction, token: CancellationToken) => this.#resolve(action, token);
    connection.onRequest(CODE_ACTION_RESOLVE, guard(CODE_ACTION_RESOLVE, resolve, {} as CodeAction, this.#log));
    for (const { method, empty, answer } of FOLDER_FEATURES) {
      const ask = (params: unknown, token: CancellationToken): unknown => answer(this.#names, params, token);
      connection.onRequest(method, guard(method, ask, empty, this.#log));
    }
    for (const { method, answer } of TEXT_FEATURES) {
      const ask = (params: unknown, token: CancellationToken): unknown =>
        answer({ settings: this.#pages.settings, encodingOf: this.#encodingOf, token }, params);
      connection.onRequest(method, guard(method, ask, null, this.#log));
    }
    for (const feature of FEATURES) {
      const answer = (params: PageParams, token: CancellationToken): unknown => this.#answer(feature, params, token);
      connection.onRequest(feature.method, guard(feature.method, answer, feature.empty, this.#log));
    }
  }

  #notified<P>(name: string, handler: (params: P) => void): (params: P) => void {
    return guardNotification(name, handler, this.#log);
  }

  #greet(params: InitializeParams): InitializeResult {
    this.#client = clientOf(params);
    const { ruleLink, settings, index } = optionsOf(params.initializationOptions);
    if (typeof ruleLink === "string" && ruleLink !== "")
      this.#ruleLink = (rule) => ruleLink.replaceAll("{rule}", encodeURIComponent(rule));
    if (!this.#client.pulls) {
      this.#publisher = createPublisher({
        connection: this.#connection,
        pages: this.#pages,
        diagnose: (page) => this.#diagnose(page),
        versioned: this.#client.publishesVersion,
        log: this.#log,
      });
    }
    this.#configuration.take(settings);
    this.#indexOptions = index;
    return {
      serverInfo: { name: "galley-language-server", version: this.#version },
      capabilities: capabilitiesFor(this.#client),
    };
  }

  #start(): void {
    this.#greeted = true;
    void this.#configuration.start();
    const [connection, client, log] = [this.#connection, this.#client, this.#log];
    const wanted = this.#configuration.switches.index && client.folders.length > 0;
    const index = wanted ? this.#indexOptions : undefined;
    watchFiles(connection, client, index, log);
    if (index) startIndex(index, { connection, client, names: this.#names, log });
  }

  #answer(feature: Feature, params: PageParams, token: CancellationToken): unknown {
    const page = this.#pages.get(params.textDocument.uri);
    if (!page && this.#client.checksFolder && feature.method === diagnostics.method) {
      const { uri } = params.textDocument;
      const kind = DocumentDiagnosticReportKind.Full;
      return this.#workspaceDiagnostics.ofClosed(uri).then((items) => ({ kind, items }));
    }
    if (!page) {
      this.#log.warn(`${feature.method}: ${params.textDocument.uri} is not open.`);
      return feature.empty;
    }
    const preparing = this.#pages.prepare(page);
    const answer = (): unknown => feature.answer(this.#asked(page, token), params);
    const result = preparing ? preparing.then(() => (this.#isWanted(page, token) ? answer() : undefined)) : answer();
    if (!(result instanceof Promise)) return result;
    return result.then((late) => (this.#pages.isCurrent(page) ? late : contentModified()));
  }

  /** Fills in the edits of an action that was chosen; an action of another version of the page is not made. */
  async #resolve(action: CodeAction, token: CancellationToken): Promise<CodeAction | ResponseError> {
    const order: unknown = action.data;
    if (!isActionData(order)) return action;
    const page = this.#pages.get(order.uri);
    if (page?.version !== order.version) return contentModified();
    await this.#pages.prepare(page);
    if (!this.#isWanted(page, token)) return contentModified();
    const made = await editOf(this.#asked(page, token), order);
    if (!this.#isWanted(page, token)) return contentModified();
    if ("value" in made && made.value) return { ...action, edit: made.value };
    const message = this.#client.say("refused" in made ? made.refused : STAYS);
    void this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    return action;
  }

  #isWanted(page: OpenPage, token: CancellationToken): boolean {
    return this.#pages.isCurrent(page) && !token.isCancellationRequested;
  }

  #asked(page: OpenPage, token: CancellationToken): Asked {
    const analysis = this.#pages.analysisOf(page);
    return {
      page,
      analysis,
      nameFindings: () => this.#nameFindings.of(page),
      at: positionsOf(analysis.page),
      client: this.#client,
      mentions: this.#mentions,
      names: this.#names,
      neighbours: this.#neighbours,
      switches: this.#configuration.switches,
      open: () => this.#openPlaces(),
      token,
      fixed: () => this.#fixed(page, analysis, token),
      ruleLink: this.#ruleLink,
    };
  }

  #fixed({ text }: OpenPage, analysis: Analysis, token: CancellationToken): ReturnType<Asked["fixed"]> {
    if (text.length <= LONGEST_PAGE) return fixWholePage(analysis);
    const [connection, client, log] = [this.#connection, this.#client, this.#log];
    return longWork(fixingWholePage(analysis), { connection, client, log, token, title: FIXING });
  }

  #openPlaces(): OpenPlace[] {
    const own = this.#pages.all().filter(({ uri }) => !SHOWS_ANOTHER.test(uri));
    return own.map((page) => ({ page, analysis: this.#pages.analysisOf(page) }));
  }

  #diagnose(page: OpenPage): Diagnostic[] {
    return [...diagnosticsOf(this.#asked(page, CancellationToken.None)), ...this.#nameDiagnostics(page)];
  }

  #nameDiagnostics(page: OpenPage): Diagnostic[] {
    const asked = this.#asked(page, CancellationToken.None);
    return this.#nameFindings.of(page).map((finding) => diagnosticOf(asked, finding));
  }

  #showNameFindings(page: OpenPage): void {
    this.#issue.changed(page.uri);
    if (this.#publisher) this.#publisher.changed(page);
    else sendBeside(this.#connection, page, this.#nameDiagnostics(page), this.#client.publishesVersion);
  }

  #pageChanged(page: OpenPage): void {
    this.#publisher?.changed(page);
    this.#nameFindings.changed(page);
    this.#issue.changed(page.uri);
  }

  #pageClosed(uri: string): void {
    if (this.#publisher) this.#publisher.closed(uri);
    else if (this.#nameFindings.closed(uri)) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#mentions.forget(uri);
    this.#issue.changed(uri);
    this.#workspaceDiagnostics.closed(uri);
  }

  #filesChanged(params: DidChangeWatchedFilesParams): void {
    const changes = changesOf(params);
    this.#names.changed(changes);
    if (!changes.some(({ uri }) => uri.includes("/.galley"))) return;
    for (const page of this.#pages.all()) this.#nameFindings.changed(page);
    this.#refreshViews();
  }

  #settingsChanged(): void {
    this.#checks.checkBy(this.#pages.settings);
    for (const page of this.#pages.all()) {
      this.#nameFindings.changed(page);
      this.#issue.changed(page.uri);
    }
    if (this.#publisher) for (const page of this.#pages.all()) this.#publisher.changed(page);
    else if (this.#client.refreshes && this.#greeted) void this.#connection.languages.diagnostics.refresh();
  }

  /** Has the client ask again for what hangs on switches and names. */
  #refreshViews(): void {
    for (const method of this.#greeted ? this.#client.viewRefreshes : []) {
      this.#connection.sendRequest(method).catch((error: unknown) => this.#log.error(`${method}: ${describe(error)}`));
    }
  }
}
