/** The language server: one client's session, from its greeting to its end. */

import type {
  CodeAction,
  CodeActionParams,
  Connection,
  Diagnostic,
  DidChangeWatchedFilesParams,
  ExecuteCommandParams,
  InitializeParams,
  InitializeResult,
  ResponseError,
  WorkspaceDiagnosticReport,
  WorkspaceSymbolParams,
} from "vscode-languageserver";
import { fixingWholePage, fixWholePage } from "../core/fix/whole-page.ts";
import type { Analysis } from "../core/page/analysis.ts";
import type { Finding } from "../core/page/finding.ts";
import { needsIssue, needsNames } from "../core/rules/apply.ts";
import { LONGEST_PAGE } from "../core/sheet-starts.ts";
import type { Localised } from "../core/text/locale.ts";
import { positionsOf } from "../core/text/positions.ts";
import { FIXING, type IndexOptions, ISSUE, TOOL, type ToolRequest } from "../protocol.ts";
import { fileUri } from "../workspace/file-uri.ts";
import { type HouseFiles, NO_HOUSE } from "../workspace/house.ts";
import { describe, type Log } from "../workspace/log.ts";
import type { MentionService } from "../workspace/mention-service.ts";
import { type NameService, NO_NAMES } from "../workspace/name-service.ts";
import { type Neighbours, NO_NEIGHBOURS } from "../workspace/neighbours.ts";
import { NO_CHECKS, type PageChecks } from "../workspace/page-checks.ts";
import { createPages, type OpenPage, type Pages } from "../workspace/pages.ts";
import { NO_STORED_SETTINGS, type StoredSettings } from "../workspace/stored-settings.ts";
import { wholeArticles } from "../workspace/whole-articles.ts";
import { type Client, clientOf, optionsOf } from "./client.ts";
import { type Configuration, createConfiguration } from "./configuration.ts";
import { execute, pageOfCommand } from "./execute.ts";
import type { Asked, Feature, OpenPlace, PageParams } from "./feature.ts";
import { savingAfter } from "./features/accept-actions.ts";
import { acceptingEdit, editOf, isActionData } from "./features/action-edits.ts";
import { closedDiagnostics, diagnosticOf, diagnostics, diagnosticsOf } from "./features/diagnostics.ts";
import { capabilitiesFor, FEATURES } from "./features/index.ts";
import { FOLDER_FEATURES } from "./features/learn-names.ts";
import { type EncodingOf, TEXT_FEATURES } from "./features/text-requests.ts";
import { workspaceSymbols } from "./features/workspace-symbols.ts";
import { createFaultDisplay } from "./file-faults.ts";
import { contentModified, guard, guardNotification } from "./guard.ts";
import { createHouseDocuments, type HouseDocuments, registerHouseFiles } from "./house-documents.ts";
import { createIssueDesk, type IssueDesk } from "./issue.ts";
import { afterRest } from "./issue-findings.ts";
import { createLateFindings, type LateFindings, sendBeside } from "./late-findings.ts";
import {
  CancellationToken,
  CodeActionRequest,
  DocumentDiagnosticReportKind,
  WorkspaceSymbolRequest,
} from "./library.ts";
import { longWork } from "./long-work.ts";
import { createPublisher, type Publisher } from "./publisher.ts";
import { showInformation, showWarning } from "./show-message.ts";
import { synchronise } from "./sync.ts";
import { changesOf, startIndex, watchFiles } from "./watch.ts";
import { createWorkspaceDiagnostics, type WorkspaceDiagnostics } from "./workspace-diagnostics.ts";

/** Schemes of pages that show another one as it was, or as it will be: their names count once, with that one. */
const SHOWS_ANOTHER = /^(?:git|galley-[a-z]+):/;

/** Begins the URIs of texts that an assistant gives; what is open counts for the workspace, but these don't. */
const GIVEN = "galley-given:";

const CODE_ACTION_RESOLVE = "codeAction/resolve";
const EXECUTE_COMMAND = "workspace/executeCommand";
const WORKSPACE_DIAGNOSTIC = "workspace/diagnostic";

/** A heading that was to be moved and was not. */
const STAYS: Localised = {
  zh: "移动标题会使版面的文章变样，没有移动；请人工处理",
  en: "Nothing was moved: with the heading above it the page would have other articles. This one is for you to move",
};

/** A finding that was to be accepted and was not. */
const NOT_ACCEPTED: Localised = {
  zh: "没有加入：.galley 里的 accepted 文件有错，请先改好",
  en: "Nothing was accepted: the file of accepted findings in .galley has faults; mend these first",
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
  /** Settings files, where the host has files. */
  readonly storedSettings?: StoredSettings;
  /** The house's files beside its lexicon and its settings, where the host has files. */
  readonly house?: HouseFiles;
  /** The files beside a page, where the host has files. */
  readonly neighbours?: Neighbours;
  /** How bytes were written, where the host can read them. */
  readonly encodingOf?: EncodingOf;
  /** Tag of the language that messages are shown in to clients that name none. */
  readonly language?: string;
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
  readonly #house: HouseFiles;
  readonly #houseDocuments: HouseDocuments;
  readonly #neighbours: Neighbours;
  readonly #encodingOf: EncodingOf;
  readonly #pages: Pages;
  readonly #nameFindings: LateFindings;
  readonly #issueFindings: LateFindings;
  readonly #configuration: Configuration;
  readonly #checks: PageChecks;
  readonly #issue: IssueDesk;
  readonly #workspaceDiagnostics: WorkspaceDiagnostics;
  readonly #language: string | undefined;
  #ruleLink: Asked["ruleLink"];
  #client: Client = clientOf({ processId: null, rootUri: null, capabilities: {} });
  /** For a client that does not ask for diagnostics itself. */
  #publisher: Publisher | undefined;
  /** Before its greeting is answered, a client may be asked nothing. */
  #greeted = false;
  #indexOptions: IndexOptions | undefined;
  #givenTexts = 0;

  constructor(connection: Connection, world: World) {
    this.#connection = connection;
    this.#version = world.version;
    this.#log = world.log;
    this.#mentions = world.mentions;
    this.#names = world.names ?? NO_NAMES;
    this.#neighbours = world.neighbours ?? NO_NEIGHBOURS;
    this.#encodingOf = world.encodingOf ?? (async () => undefined);
    this.#pages = world.pages ?? createPages();
    this.#language = world.language;
    this.#ruleLink = world.ruleLink ?? (() => undefined);
    this.#house = world.house ?? NO_HOUSE;
    const house = this.#house;
    const [client, pages, log] = [() => this.#client, this.#pages, this.#log];
    const stored = world.storedSettings ?? NO_STORED_SETTINGS;
    this.#checks = world.checks ?? NO_CHECKS;
    this.#issue = createIssueDesk({
      ...{ connection, client, pages, log },
      checks: this.#checks,
      lateFindings: (page) => this.#lateFindingsOf(page),
      prepare: (page) => this.#prepare(page),
      counts: (uri) => !SHOWS_ANOTHER.test(uri),
    });
    this.#workspaceDiagnostics = createWorkspaceDiagnostics({
      pages,
      checks: this.#checks,
      show: (uri, found) => closedDiagnostics(uri, found, { client: this.#client, ruleLink: this.#ruleLink }),
    });
    this.#configuration = createConfiguration({
      ...{ connection, client, pages, stored, house, log },
      onChange: (changed) => this.#settingsChanged(changed),
      onView: () => this.#refreshViews(),
      onSet: () => void this.#checkBySettings(),
    });
    this.#nameFindings = this.#lateFindings(async (query, settings) =>
      needsNames(settings, true) ? this.#names.findings(query, settings) : [],
    );
    const ofIssue = this.#lateFindings(async (query, settings) =>
      needsIssue(settings).facts ? this.#names.issueFindings(query, settings) : [],
    );
    this.#issueFindings = afterRest(ofIssue, pages);
    const faults = createFaultDisplay({ connection, client, log });
    for (const files of [stored, this.#names, house]) files.onFaults(faults.show);
    this.#houseDocuments = createHouseDocuments({
      ...{ client, house, pages, faults, log },
      settingsFor: this.#configuration.settingsFor,
      onChange: () => void this.#configuration.houseEdited(),
    });
  }

  #lateFindings(ask: NameService["findings"]): LateFindings {
    return createLateFindings({
      pages: this.#pages,
      log: this.#log,
      settled: ({ uri }) => this.#configuration.settle(uri),
      ask: (page, token) => ask({ page, token }, this.#pages.settingsOf(page.uri)),
      show: (page) => this.#showLateFindings(page),
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
    this.#checks.onChecked((uri) => {
      this.#issue.changed(uri);
      this.#workspaceDiagnostics.changed(uri);
    });
    synchronise(connection, this.#pages, {
      events: { changed: (page) => this.#pageChanged(page), closed: (uri) => this.#pageClosed(uri) },
      others: { isOne: (uri) => this.#house.isFile(uri), ...this.#houseDocuments },
      log: this.#log,
    });
    const symbols = ({ query }: WorkspaceSymbolParams, token: CancellationToken) =>
      workspaceSymbols(query, { open: this.#openPlaces(), mentions: this.#mentions, names: this.#names, token });
    connection.onRequest(WorkspaceSymbolRequest.method, guard(WorkspaceSymbolRequest.method, symbols, [], this.#log));
    connection.onRequest(
      ISSUE,
      guard(ISSUE, () => this.#issue.answer(), { pages: [], titles: {}, errorRates: {} }, this.#log),
    );
    connection.languages.diagnostics.onWorkspace((params, token, _, partial) => {
      const answer = () => this.#workspaceDiagnostics.answer(params, token, partial);
      const guarded = guard(WORKSPACE_DIAGNOSTIC, answer, { items: [] }, this.#log);
      return guarded(params, token) as Promise<WorkspaceDiagnosticReport>;
    });
    const resolve = (action: CodeAction, token: CancellationToken) => this.#resolve(action, token);
    connection.onRequest(CODE_ACTION_RESOLVE, guard(CODE_ACTION_RESOLVE, resolve, {} as CodeAction, this.#log));
    const execute = (params: ExecuteCommandParams, token: CancellationToken) => this.#execute(params, token);
    connection.onRequest(EXECUTE_COMMAND, guard(EXECUTE_COMMAND, execute, null, this.#log));
    for (const { method, empty, answer } of FOLDER_FEATURES) {
      const ask = (params: unknown, token: CancellationToken): unknown => answer(this.#names, params, token);
      connection.onRequest(method, guard(method, ask, empty, this.#log));
    }
    const tool = (request: ToolRequest, token: CancellationToken) => this.#askTool(request, token);
    connection.onRequest(TOOL, guard(TOOL, tool, null, this.#log));
    for (const { method, answer } of TEXT_FEATURES) {
      const ask = (params: unknown, token: CancellationToken): unknown =>
        answer({ settingsFor: this.#configuration.settingsFor, encodingOf: this.#encodingOf, token }, params);
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
    this.#client = clientOf(params, this.#language);
    const { ruleLink, settings, index } = optionsOf(params.initializationOptions);
    if (typeof ruleLink === "string" && ruleLink !== "")
      this.#ruleLink = (rule) => ruleLink.replaceAll("{rule}", encodeURIComponent(rule));
    if (!this.#client.pulls) {
      this.#publisher = createPublisher({
        connection: this.#connection,
        pages: this.#pages,
        prepare: (page) => this.#prepare(page),
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
    this.#configuration.start();
    if (this.#client.changesFolders) this.#followFolders();
    const [connection, client, log] = [this.#connection, this.#client, this.#log];
    const wanted = this.#configuration.ofWindow.index && client.folders.length > 0;
    const index = wanted ? this.#indexOptions : undefined;
    watchFiles(connection, client, index, log);
    if (this.#house !== NO_HOUSE) registerHouseFiles(connection, client, log);
    // By the settings that hold from the first page on, rather than by the defaults first.
    if (index) void this.#checkBySettings().then(() => this.#startIndex(index));
  }

  #startIndex(index: IndexOptions): void {
    const [connection, client, names, log] = [this.#connection, this.#client, this.#names, this.#log];
    startIndex(index, { connection, client, names, log, onRest: () => this.#issuesChanged() });
  }

  async #checkBySettings(): Promise<void> {
    this.#checks.checkBy(await this.#configuration.byFolder());
  }

  #answer(feature: Feature, params: PageParams, token: CancellationToken): unknown {
    const page = this.#pages.get(params.textDocument.uri);
    if (!page && this.#houseDocuments.has(params.textDocument.uri))
      return feature.method === CodeActionRequest.method
        ? this.#houseDocuments.codeActions(params as CodeActionParams)
        : feature.empty;
    if (!page && this.#client.checksFolder && feature.method === diagnostics.method) {
      const { uri } = params.textDocument;
      const kind = DocumentDiagnosticReportKind.Full;
      return this.#workspaceDiagnostics.ofClosed(uri).then((items) => ({ kind, items }));
    }
    if (!page) {
      this.#log.warn(`${feature.method}: ${params.textDocument.uri} is not open.`);
      return feature.empty;
    }
    const preparing = this.#prepare(page);
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
    await this.#prepare(page);
    if (!this.#isWanted(page, token)) return contentModified();
    if (order.make === "accept") {
      const edit = await acceptingEdit(this.#asked(page, token), order);
      if (edit) return { ...action, edit, ...savingAfter(this.#client, edit) };
      showWarning(this.#connection, this.#client.say(NOT_ACCEPTED));
      return action;
    }
    const made = await editOf(this.#asked(page, token), order);
    if (!this.#isWanted(page, token)) return contentModified();
    if ("value" in made && made.value) return { ...action, edit: made.value };
    showWarning(this.#connection, this.#client.say("refused" in made ? made.refused : STAYS));
    return action;
  }

  /** Runs a command for a client that has none of its own: asks it to make the edits, tells its user what there is to tell. */
  async #execute({ command, arguments: given = [] }: ExecuteCommandParams, token: CancellationToken): Promise<unknown> {
    const page = this.#pages.get(pageOfCommand(given) ?? "");
    if (!page) return null;
    await this.#prepare(page);
    if (!this.#isWanted(page, token)) return contentModified();
    const { answer, edit, said } = await execute(this.#asked(page, token), command, given);
    if (!this.#isWanted(page, token)) return contentModified();
    if (edit && !(await this.#connection.workspace.applyEdit(edit)).applied) return null;
    if (said) showInformation(this.#connection, this.#client.say(said));
    return answer;
  }

  /** A text that was given is a page as long as the answer takes. */
  async #askTool({ tool, uri, text }: ToolRequest, token: CancellationToken): Promise<unknown> {
    const given = typeof text === "string" ? this.#pages.put(`${GIVEN}${++this.#givenTexts}`, 1, text) : undefined;
    const page = given ?? this.#pages.get(uri ?? "");
    if (!page) return null;
    try {
      await this.#prepare(page);
      if (!this.#isWanted(page, token)) return contentModified();
      // Few ask, and it needs the calendar, which no page needs when it is opened.
      const { toolReply } = await import("./features/tool.ts");
      const reply = await toolReply(this.#asked(page, token), tool);
      return this.#isWanted(page, token) ? reply : contentModified();
    } finally {
      if (given) {
        this.#pages.close(given.uri);
        this.#configuration.closed(given.uri);
        this.#mentions.forget(given.uri);
      }
    }
  }

  /** Puts a page's settings in force and reads it, if it is long; nothing where both is done. */
  #prepare(page: OpenPage): Promise<void> | undefined {
    return this.#configuration.settle(page.uri)?.then(() => this.#pages.prepare(page)) ?? this.#pages.prepare(page);
  }

  #followFolders(): void {
    this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const left = this.#client.folders.filter((folder) => !removed.some(({ uri }) => uri === folder));
      this.#client = { ...this.#client, folders: [...left, ...added.map(({ uri }) => uri)] };
      void this.#configuration.foldersChanged();
    });
  }

  #isWanted(page: OpenPage, token: CancellationToken): boolean {
    return this.#pages.isCurrent(page) && !token.isCancellationRequested;
  }

  #asked(page: OpenPage, token: CancellationToken): Asked {
    const analysis = this.#pages.analysisOf(page);
    return {
      page,
      analysis,
      lateFindings: () => this.#lateFindingsOf(page),
      at: positionsOf(analysis.page),
      client: this.#client,
      mentions: this.#mentions,
      names: this.#names,
      house: this.#house,
      neighbours: this.#neighbours,
      wholes: () =>
        wholeArticles({
          uri: page.uri,
          page: analysis,
          open: (uri) => this.#openAt(uri),
          neighbours: this.#neighbours,
        }),
      switches: this.#configuration.switchesOf(page.uri),
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

  /** The open page at an address, however that is written; not a long one, which is read in turns. */
  #openAt(uri: string): Analysis | undefined {
    const open = this.#pages.all().find((page) => fileUri(page.uri) === fileUri(uri));
    return open && open.text.length <= LONGEST_PAGE ? this.#pages.analysisOf(open) : undefined;
  }

  #diagnose(page: OpenPage): Diagnostic[] {
    return [...diagnosticsOf(this.#asked(page, CancellationToken.None)), ...this.#lateDiagnostics(page)];
  }

  #lateFindingsOf(page: OpenPage): Finding[] {
    return [...this.#nameFindings.of(page), ...this.#issueFindings.of(page)];
  }

  #lateDiagnostics(page: OpenPage): Diagnostic[] {
    const asked = this.#asked(page, CancellationToken.None);
    return this.#lateFindingsOf(page).map((finding) => diagnosticOf(asked, finding));
  }

  #showLateFindings(page: OpenPage): void {
    this.#issue.changed(page.uri);
    if (this.#publisher) this.#publisher.changed(page);
    else sendBeside(this.#connection, page, this.#lateDiagnostics(page), this.#client.publishesVersion);
    // The lenses count them, too.
    this.#refreshViews("workspace/codeLens/refresh");
  }

  #issuesChanged(): void {
    for (const page of this.#pages.all()) this.#issueFindings.changed(page);
  }

  #pageChanged(page: OpenPage): void {
    this.#publisher?.changed(page);
    this.#nameFindings.changed(page);
    this.#issueFindings.changed(page);
    this.#issue.changed(page.uri);
  }

  #pageClosed(uri: string): void {
    const had = [this.#nameFindings.closed(uri), this.#issueFindings.closed(uri)].includes(true);
    if (this.#publisher) this.#publisher.closed(uri);
    else if (had) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#mentions.forget(uri);
    this.#configuration.closed(uri);
    this.#issue.changed(uri);
    this.#workspaceDiagnostics.closed(uri);
  }

  #filesChanged(params: DidChangeWatchedFilesParams): void {
    const changes = changesOf(params);
    this.#names.changed(changes);
    void this.#configuration.filesChanged(changes);
    this.#houseDocuments.look();
    if (!changes.some(({ uri }) => uri.includes("/.galley"))) return;
    for (const page of this.#pages.all()) this.#nameFindings.changed(page);
    this.#issuesChanged();
    this.#refreshViews();
  }

  #settingsChanged(changed: readonly OpenPage[]): void {
    for (const page of changed) {
      this.#nameFindings.changed(page);
      this.#issueFindings.changed(page);
      this.#issue.changed(page.uri);
    }
    if (this.#publisher) for (const page of changed) this.#publisher.changed(page);
    else if (this.#client.refreshes && this.#greeted) void this.#connection.languages.diagnostics.refresh();
  }

  /** Has the client ask again for what hangs on switches and names, or for one kind of that. */
  #refreshViews(only?: string): void {
    for (const method of this.#greeted ? this.#client.viewRefreshes : []) {
      if (only !== undefined && method !== only) continue;
      this.#connection.sendRequest(method).catch((error: unknown) => this.#log.error(`${method}: ${describe(error)}`));
    }
  }
}
