/** The language server: one client's session, from its greeting to its end. */

import type {
  Connection,
  Diagnostic,
  DidChangeWatchedFilesParams,
  InitializeError,
  InitializeParams,
  InitializeResult,
  WorkspaceFoldersChangeEvent,
} from "vscode-languageserver";
import type { Finding } from "../core/page/finding.ts";
import { needsIssue, needsNames } from "../core/rules/apply.ts";
import type { IndexOptions } from "../protocol.ts";
import { type HouseFiles, NO_HOUSE } from "../workspace/house.ts";
import { describe, type Log } from "../workspace/log.ts";
import type { MentionService } from "../workspace/mention-service.ts";
import { type NameService, NO_NAMES } from "../workspace/name-service.ts";
import { type Neighbours, NO_NEIGHBOURS } from "../workspace/neighbours.ts";
import { NO_CHECKS, type PageChecks } from "../workspace/page-checks.ts";
import { createPages, type OpenPage, type Pages } from "../workspace/pages.ts";
import { NO_STORED_SETTINGS, type StoredSettings } from "../workspace/stored-settings.ts";
import { type Client, clientOf, folderUris, optionsOf } from "./client.ts";
import { type Configuration, createConfiguration } from "./configuration.ts";
import type { Asked } from "./feature.ts";
import { closedDiagnostics, diagnosticOf, diagnosticsOf } from "./features/diagnostics.ts";
import { capabilitiesFor } from "./features/index.ts";
import type { EncodingOf } from "./features/text-requests.ts";
import { createFaultDisplay } from "./file-faults.ts";
import { guardNotification } from "./guard.ts";
import { createHouseDocuments, type HouseDocuments, registerHouseFiles } from "./house-documents.ts";
import { createIssueDesk, type IssueDesk } from "./issue.ts";
import { afterRest } from "./issue-findings.ts";
import { createLateFindings, type LateFindings, sendBeside } from "./late-findings.ts";
import { CancellationToken, ErrorCodes, ResponseError } from "./library.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { createPageQuestions, isPageOfItsOwn, type PageQuestions } from "./page-questions.ts";
import { createPublisher, type Publisher } from "./publisher.ts";
import { registerRequests } from "./requests.ts";
import { showWarning } from "./show-message.ts";
import { synchronise } from "./sync.ts";
import { changesOf, startIndex, watchFiles } from "./watch.ts";
import { createWorkspaceDiagnostics, type WorkspaceDiagnostics } from "./workspace-diagnostics.ts";

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

/** What requests are answered with when none may be made. */
const REFUSED = {
  "before greeting": new ResponseError(ErrorCodes.ServerNotInitialized, "The client has not said hello yet."),
  greeted: undefined,
  "shut down": new ResponseError(ErrorCodes.InvalidRequest, "The server was told to shut down."),
} as const;
const GREETED_BEFORE = new ResponseError<InitializeError>(
  ErrorCodes.InvalidRequest,
  "The client has said hello before.",
  { retry: false },
);

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
  readonly #questions: PageQuestions;
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
  /** What asks the client to look again, by its method. */
  readonly #refreshes = new Map<string, () => Promise<void>>();
  #indexOptions: IndexOptions | undefined;
  #phase: "before greeting" | "greeted" | "shut down" = "before greeting";

  constructor(connection: Connection, world: World) {
    this.#connection = connection;
    this.#version = world.version;
    this.#log = world.log;
    this.#mentions = world.mentions;
    this.#names = world.names ?? NO_NAMES;
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
      prepare: (page) => this.#questions.prepare(page),
      counts: isPageOfItsOwn,
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
    this.#questions = createPageQuestions({
      ...{ connection, client, pages, house, log },
      ...{ configuration: this.#configuration, mentions: this.#mentions, names: this.#names },
      neighbours: world.neighbours ?? NO_NEIGHBOURS,
      lateFindings: (page) => this.#lateFindingsOf(page),
      ruleLink: (rule) => this.#ruleLink(rule),
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
    this.#names.onReturn({
      back: () => this.#askNamesAnew(),
      notice: (notice) => showWarning(connection, this.#client.say(notice)),
    });
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
    connection.onInitialize((params) => (this.#phase === "before greeting" ? this.#greet(params) : GREETED_BEFORE));
    connection.onInitialized(this.#notified("initialized", () => this.#start()));
    connection.onDidChangeConfiguration(
      this.#notified("workspace/didChangeConfiguration", (params) => this.#configuration.changed(params)),
    );
    connection.onDidChangeWatchedFiles(
      this.#notified("workspace/didChangeWatchedFiles", (params) => this.#filesChanged(params)),
    );
    connection.onShutdown(() => {
      this.#phase = "shut down";
      this.#mentions.close();
    });
    this.#checks.onChecked((uri) => {
      this.#issue.changed(uri);
      this.#workspaceDiagnostics.changed(uri);
    });
    synchronise(connection, this.#pages, {
      events: { changed: (page) => this.#pageChanged(page), closed: (uri) => this.#pageClosed(uri) },
      others: { isOne: (uri) => this.#house.isFile(uri), ...this.#houseDocuments },
      log: this.#log,
    });
    registerRequests({
      connection,
      client: () => this.#client,
      pages: this.#pages,
      configuration: this.#configuration,
      mentions: this.#mentions,
      names: this.#names,
      questions: this.#questions,
      houseDocuments: this.#houseDocuments,
      issue: this.#issue,
      workspaceDiagnostics: this.#workspaceDiagnostics,
      encodingOf: this.#encodingOf,
      log: this.#log,
      refused: () => REFUSED[this.#phase],
    });
  }

  #notified<P>(name: string, handler: (params: P) => void | Promise<void>): (params: P) => void {
    return guardNotification(name, handler, this.#log);
  }

  #greet(params: InitializeParams): InitializeResult {
    this.#client = clientOf(params, this.#language);
    this.#phase = "greeted";
    const { ruleLink, settings, index } = optionsOf(params.initializationOptions);
    if (typeof ruleLink === "string" && ruleLink !== "")
      this.#ruleLink = (rule) => ruleLink.replaceAll("{rule}", encodeURIComponent(rule));
    if (!this.#client.pulls) {
      this.#publisher = createPublisher({
        connection: this.#connection,
        pages: this.#pages,
        prepare: (page) => this.#questions.prepare(page),
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
    if (this.#greeted || this.#phase !== "greeted") return;
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

  readonly #checkBySettings = oneAtATime(async () => this.#checks.checkBy(await this.#configuration.byFolder()));

  #followFolders(): void {
    const change = ({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> => {
      const gone = new Set(folderUris(removed));
      const left = this.#client.folders.filter((folder) => !gone.has(folder));
      this.#client = { ...this.#client, folders: [...new Set([...left, ...folderUris(added)])] };
      return this.#configuration.foldersChanged();
    };
    this.#connection.workspace.onDidChangeWorkspaceFolders(
      this.#notified("workspace/didChangeWorkspaceFolders", change),
    );
  }

  #diagnose(page: OpenPage): Diagnostic[] {
    return [...diagnosticsOf(this.#questions.asked(page, CancellationToken.None)), ...this.#lateDiagnostics(page)];
  }

  #lateFindingsOf(page: OpenPage): Finding[] {
    return [...this.#nameFindings.of(page), ...this.#issueFindings.of(page)];
  }

  #lateDiagnostics(page: OpenPage): Diagnostic[] {
    const asked = this.#questions.asked(page, CancellationToken.None);
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

  /** Whatever goes by names or by the lexicon is asked for again. */
  #askNamesAnew(): void {
    for (const page of this.#pages.all()) this.#nameFindings.changed(page);
    this.#issuesChanged();
    this.#refreshViews();
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
    this.#askNamesAnew();
  }

  #settingsChanged(changed: readonly OpenPage[]): void {
    for (const page of changed) {
      this.#nameFindings.changed(page);
      this.#issueFindings.changed(page);
      this.#issue.changed(page.uri);
    }
    if (this.#publisher) for (const page of changed) this.#publisher.changed(page);
    else if (this.#client.refreshes && this.#greeted) this.#refresh("workspace/diagnostic/refresh");
  }

  /** Has the client ask again for what hangs on switches and names, or for one kind of that. */
  #refreshViews(only?: string): void {
    for (const method of this.#greeted ? this.#client.viewRefreshes : [])
      if (only === undefined || method === only) this.#refresh(method);
  }

  /** A client that does not answer is asked once. */
  #refresh(method: string): void {
    const ask = async (): Promise<void> => {
      await this.#connection
        .sendRequest(method)
        .catch((error: unknown) => this.#log.error(`${method}: ${describe(error)}`));
    };
    const refresh = this.#refreshes.get(method) ?? oneAtATime(ask);
    this.#refreshes.set(method, refresh);
    void refresh();
  }
}
