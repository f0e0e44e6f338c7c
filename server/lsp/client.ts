/** What the client can do and which language its user reads, as it said when it connected. */

import type { InitializeParams } from "vscode-languageserver";
import { parseSettings } from "../core/parse-settings.ts";
import { switchesOf } from "../core/setting-table.ts";
import { type Locale, type Localised, localeOf } from "../core/text/locale.ts";
import type { InitOptions } from "../protocol.ts";
import { MarkupKind } from "./library.ts";

export interface Client {
  readonly locale: Locale;
  /** A text in the user's language. */
  say(text: Localised): string;
  /** Asks for diagnostics itself (`textDocument/diagnostic`); all others are sent them. */
  readonly pulls: boolean;
  readonly refreshes: boolean;
  /** Asks for the findings of pages that are not open, too. */
  readonly checksFolder: boolean;
  /** Requests that make the client ask anew for what it draws in the text. */
  readonly viewRefreshes: readonly string[];
  /** Commands of the client that an answer may name, beyond the protocol. */
  readonly commands: ReadonlySet<string>;
  readonly diagnostics: { readonly data: boolean; readonly link: boolean; readonly related: boolean };
  readonly publishesVersion: boolean;
  /** Takes code actions as such, not only as commands. */
  readonly codeActions: boolean;
  readonly preferred: boolean;
  /** Asks for an action's edits when it is chosen. */
  readonly resolvesEdits: boolean;
  /** Shows code actions that can't be chosen, with the reason. */
  readonly disabledActions: boolean;
  /** Takes edits bound to a version of the document. */
  readonly documentChanges: boolean;
  /** Shows the parts of an edit under a heading, and asks before it makes them. */
  readonly annotatesChanges: boolean;
  /** Asks what a name is before it asks to rename it. */
  readonly preparesRename: boolean;
  /** Makes files that an edit asks for. */
  readonly createsFiles: boolean;
  /** Can be asked later for documents of other kinds than at first. */
  readonly registersDocuments: boolean;
  /** Makes edits that the server asks it to. */
  readonly appliesEdits: boolean;
  readonly nestedSymbols: boolean;
  readonly markdown: boolean;
  readonly foldingLimit: number;
  readonly linkedDefinitions: boolean;
  /** URIs of the workspace's folders. */
  readonly folders: readonly string[];
  /** Tells when the workspace has other folders. */
  readonly changesFolders: boolean;
  /** Is told what files to watch. */
  readonly watches: boolean;
  /** Shows the progress of work that the server begins. */
  readonly progress: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** Wants to be told that the server cares for changes of the configuration. */
  readonly registersConfiguration: boolean;
}

/**
 * Reads the parameters of `initialize`; whatever is missing there, the client cannot do. Where it names no language, the one
 * of the server's environment counts, as it does for the command line.
 */
export function clientOf(params: InitializeParams, language?: string): Client {
  const { capabilities, locale: tag, initializationOptions, workspaceFolders, rootUri } = params;
  const { textDocument = {}, workspace = {}, window = {} } = capabilities ?? {};
  const options = optionsOf(initializationOptions);
  const locale = localeOf(options.locale || tag || language);
  // A client that pulls may state what it understands under either heading.
  const switches = switchesOf(parseSettings(options.settings).set);
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  const shown = { ...textDocument.publishDiagnostics, ...textDocument.diagnostic };
  return {
    locale,
    say: (text) => text[locale],
    pulls: textDocument.diagnostic !== undefined,
    checksFolder:
      textDocument.diagnostic !== undefined &&
      switches.checkFolder &&
      switches.index &&
      options.index !== undefined &&
      folders.length > 0,
    refreshes: workspace.diagnostics?.refreshSupport === true,
    viewRefreshes: (["codeLens", "semanticTokens", "inlayHint"] as const)
      .filter((view) => workspace[view]?.refreshSupport === true)
      .map((view) => `workspace/${view}/refresh`),
    commands: new Set(Array.isArray(options.commands) ? options.commands.map(String) : []),
    diagnostics: {
      data: shown.dataSupport === true,
      link: shown.codeDescriptionSupport === true,
      related: shown.relatedInformation === true,
    },
    publishesVersion: textDocument.publishDiagnostics?.versionSupport === true,
    codeActions: textDocument.codeAction?.codeActionLiteralSupport !== undefined,
    preferred: textDocument.codeAction?.isPreferredSupport === true,
    resolvesEdits:
      textDocument.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes("edit") === true,
    disabledActions: textDocument.codeAction?.disabledSupport === true,
    documentChanges: workspace.workspaceEdit?.documentChanges === true,
    annotatesChanges: workspace.workspaceEdit?.changeAnnotationSupport !== undefined,
    preparesRename: textDocument.rename?.prepareSupport === true,
    createsFiles: workspace.workspaceEdit?.resourceOperations?.includes("create") === true,
    registersDocuments:
      textDocument.synchronization?.dynamicRegistration === true &&
      textDocument.codeAction?.dynamicRegistration === true,
    appliesEdits: workspace.applyEdit === true,
    nestedSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdown: textDocument.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    foldingLimit: textDocument.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    linkedDefinitions: textDocument.definition?.linkSupport === true,
    folders,
    changesFolders: workspace.workspaceFolders === true,
    watches: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window.workDoneProgress === true,
    configuration: workspace.configuration === true,
    registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
  };
}

/** The initialization options, whatever the client sent in their place. */
export function optionsOf(given: unknown): InitOptions {
  return typeof given === "object" && given !== null ? (given as InitOptions) : {};
}
