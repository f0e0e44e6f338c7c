/** The language server: what it can do, and who answers what. */

import {
  CancellationToken,
  type Connection,
  type Diagnostic,
  type InitializeResult,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
  type WorkspaceSymbolParams,
  WorkspaceSymbolRequest,
} from "vscode-languageserver";
import { positionsOf } from "../core/text/positions.ts";
import type { IndexOptions } from "../protocol.ts";
import type { Log } from "../workspace/log.ts";
import { describe } from "../workspace/log.ts";
import type { MentionService } from "../workspace/mention-service.ts";
import { type NameService, NO_NAMES } from "../workspace/name-service.ts";
import { type Neighbours, NO_NEIGHBOURS } from "../workspace/neighbours.ts";
import { createPages, type OpenPage, type Pages } from "../workspace/pages.ts";
import { type Client, clientOf, optionsOf } from "./client.ts";
import { createConfiguration } from "./configuration.ts";
import type { Asked, Feature, PageParams } from "./feature.ts";
import { articleAtCursor } from "./features/article.ts";
import { codeActions } from "./features/code-actions.ts";
import { codeLens } from "./features/code-lens.ts";
import { definition } from "./features/definition.ts";
import { diagnosticOf, diagnostics, diagnosticsOf } from "./features/diagnostics.ts";
import { documentLinks } from "./features/document-links.ts";
import { folding } from "./features/folding.ts";
import { formatting, rangeFormatting } from "./features/formatting.ts";
import { highlight } from "./features/highlight.ts";
import { hover } from "./features/hover.ts";
import { inlayHints } from "./features/inlay-hints.ts";
import { lexiconAddition } from "./features/lexicon-addition.ts";
import { readPage } from "./features/read-page.ts";
import { references } from "./features/references.ts";
import { restoreHeadlines } from "./features/restore.ts";
import { selection } from "./features/selection.ts";
import { semanticTokens, semanticTokensRange } from "./features/semantic-tokens.ts";
import { cleanPage, pageStatus } from "./features/status.ts";
import { documentSymbols } from "./features/symbols.ts";
import { workspaceSymbols } from "./features/workspace-symbols.ts";
import { contentModified, guard, guardNotification } from "./guard.ts";
import { createNameFindings, sendBeside } from "./name-findings.ts";
import { createPublisher, type Publisher } from "./publisher.ts";
import { synchronise } from "./sync.ts";
import { changesOf, faultDiagnostics, startIndex, watchFiles } from "./watch.ts";

/** Every request about a page. Adding one is its file and one line here. */
const FEATURES = [
  diagnostics,
  codeActions,
  formatting,
  rangeFormatting,
  documentSymbols,
  folding,
  selection,
  hover,
  highlight,
  definition,
  references,
  semanticTokens,
  semanticTokensRange,
  inlayHints,
  lexiconAddition,
  documentLinks,
  codeLens,
  articleAtCursor,
  restoreHeadlines,
  readPage,
  cleanPage,
  pageStatus,
] as readonly Feature<never>[];

/** Schemes of pages that show another one as it was, or as it will be: their names count once, with that one. */
const SHOWS_ANOTHER = /^(?:git|galley-[a-z]+):/;

/** What the server is given by its host. */
export interface World {
  readonly version: string;
  readonly log: Log;
  readonly mentions: MentionService;
  /** The house's lexicon and the index, where the host keeps them. */
  readonly names?: NameService;
  /** The files beside a page, where the host has files. */
  readonly neighbours?: Neighbours;
  /** The address of a rule's documentation, where the host knows one. */
  readonly ruleLink?: (rule: string) => string | undefined;
  /** The open pages; given by tests that look into them. */
  readonly pages?: Pages;
}

/** Serves a connection; the caller starts listening on it. */
export function serve(connection: Connection, world: World): void {
  const { log, mentions, names = NO_NAMES, neighbours = NO_NEIGHBOURS, pages = createPages() } = world;
  let client: Client = clientOf({ processId: null, rootUri: null, capabilities: {} });
  let ruleLink: Asked["ruleLink"] = world.ruleLink ?? (() => undefined);
  let publisher: Publisher | undefined;
  /** Before its greeting is answered, a client may be asked nothing. */
  let greeted = false;
  let indexOptions: IndexOptions | undefined;
  const openPlaces = () => {
    const own = pages.all().filter(({ uri }) => !SHOWS_ANOTHER.test(uri));
    return own.map((page) => ({ page, analysis: pages.analysisOf(page) }));
  };

  const askedOf = (page: OpenPage, token: CancellationToken): Asked => {
    const analysis = pages.analysisOf(page);
    return {
      page,
      analysis,
      nameFindings: () => nameFindings.of(page),
      at: positionsOf(analysis.page),
      client,
      mentions,
      names,
      neighbours,
      switches: configuration.switches,
      open: openPlaces,
      token,
      ruleLink,
    };
  };
  const nameFindings = createNameFindings(pages, names, log, (page) => {
    if (publisher) publisher.changed(page);
    else sendBeside(connection, page, nameDiagnostics(page), client.publishesVersion);
  });
  const nameDiagnostics = (page: OpenPage): Diagnostic[] => {
    const asked = askedOf(page, CancellationToken.None);
    return nameFindings.of(page).map((finding) => diagnosticOf(asked, finding));
  };
  const configuration = createConfiguration(
    connection,
    () => client,
    pages,
    log,
    () => {
      for (const page of pages.all()) nameFindings.changed(page);
      if (publisher) for (const page of pages.all()) publisher.changed(page);
      else if (client.refreshes && greeted) void connection.languages.diagnostics.refresh();
    },
    refreshViews,
  );

  connection.onInitialize((params): InitializeResult => {
    client = clientOf(params);
    const options = optionsOf(params.initializationOptions);
    const template = typeof options.ruleLink === "string" ? options.ruleLink : undefined;
    if (template) ruleLink = (rule) => template.replaceAll("{rule}", encodeURIComponent(rule));
    if (!client.pulls) {
      const diagnose = (page: OpenPage) => [
        ...diagnosticsOf(askedOf(page, CancellationToken.None)),
        ...nameDiagnostics(page),
      ];
      publisher = createPublisher(connection, pages, diagnose, client.publishesVersion, log);
    }
    configuration.take(options.settings);
    indexOptions = options.index;
    return {
      serverInfo: { name: "galley-language-server", version: world.version },
      capabilities: capabilitiesFor(client),
    };
  });
  connection.onInitialized(
    guardNotification(
      "initialized",
      () => {
        greeted = true;
        void configuration.start();
        const index = configuration.switches.index && client.folders.length > 0 ? indexOptions : undefined;
        watchFiles(connection, client, index, log);
        if (index) startIndex(connection, client, names, index, log);
      },
      log,
    ),
  );
  connection.onDidChangeConfiguration(
    guardNotification("workspace/didChangeConfiguration", (params) => void configuration.changed(params), log),
  );
  connection.onDidChangeWatchedFiles(
    guardNotification(
      "workspace/didChangeWatchedFiles",
      (params) => {
        const changes = changesOf(params);
        names.changed(changes);
        if (!changes.some(({ uri }) => uri.includes("/.galley"))) return;
        for (const page of pages.all()) nameFindings.changed(page);
        refreshViews();
      },
      log,
    ),
  );
  names.onFaults((faults) => {
    void connection.sendDiagnostics({ uri: faults.uri, diagnostics: faultDiagnostics(faults, client) });
  });
  connection.onRequest(
    WorkspaceSymbolRequest.method,
    guard(
      WorkspaceSymbolRequest.method,
      ({ query }: WorkspaceSymbolParams, token) => workspaceSymbols(query, openPlaces(), mentions, names, token),
      [],
      log,
    ),
  );
  connection.onShutdown(() => mentions.close());
  synchronise(connection, pages, log, {
    changed(page) {
      publisher?.changed(page);
      nameFindings.changed(page);
    },
    closed(uri) {
      if (publisher) publisher.closed(uri);
      else if (nameFindings.closed(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
      mentions.forget(uri);
    },
  });
  for (const feature of FEATURES as readonly Feature[]) {
    const answer = guard(
      feature.method,
      (params: PageParams, token) => answerTo(feature, params, token),
      feature.empty,
      log,
    );
    connection.onRequest(feature.method, answer);
  }

  /** Has the client ask again for what hangs on switches and names. */
  function refreshViews(): void {
    for (const method of greeted ? client.viewRefreshes : []) {
      connection.sendRequest(method).catch((error: unknown) => log.error(`${method}: ${describe(error)}`));
    }
  }

  function answerTo(feature: Feature, params: PageParams, token: CancellationToken): unknown {
    const page = pages.get(params.textDocument.uri);
    if (!page) {
      log.warn(`${feature.method}: ${params.textDocument.uri} is not open.`);
      return feature.empty;
    }
    const result = feature.answer(askedOf(page, token), params);
    if (!(result instanceof Promise)) return result;
    return result.then((late) => (pages.isCurrent(page) ? late : contentModified()));
  }
}

/** What is announced to a client: only what it can use. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  const capabilities: ServerCapabilities = {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspaceSymbolProvider: true,
  };
  for (const feature of FEATURES as readonly Feature[]) Object.assign(capabilities, feature.provides?.(client));
  return capabilities;
}
