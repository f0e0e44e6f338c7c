/** What the client can do and which language its user reads, as it said when it connected. */

import type { ClientCapabilities, InitializeParams } from "vscode-languageserver";
import { parseSettings } from "../core/parse-settings.ts";
import { switchesOf } from "../core/setting-table.ts";
import { type Locale, type Localised, localeOf } from "../core/text/locale.ts";
import type { IndexOptions, InitOptions } from "../protocol.ts";
import { isRecord } from "./guard.ts";
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
 * Reads the parameters of `initialize`; whatever is missing there, or is none of what belongs there, the client cannot do. Where it
 * names no language, the one of the server's environment counts, as it does for the command line.
 */
export function clientOf(params: InitializeParams, language?: string): Client {
  const { capabilities, locale: tag, initializationOptions, workspaceFolders, rootUri } = params;
  const { textDocument, workspace, window }: ClientCapabilities = recordsIn(capabilities);
  const document: NonNullable<typeof textDocument> = recordsIn(textDocument);
  const space: NonNullable<typeof workspace> = recordsIn(workspace);
  const options = optionsOf(initializationOptions);
  const locale = localeOf([options.locale, tag, language].find((given) => typeof given === "string" && given !== ""));
  // A client that pulls may state what it understands under either heading.
  const switches = switchesOf(parseSettings(options.settings).set);
  const folders = Array.isArray(workspaceFolders)
    ? folderUris(workspaceFolders)
    : typeof rootUri === "string" && rootUri !== ""
      ? [rootUri]
      : [];
  const shown = { ...document.publishDiagnostics, ...document.diagnostic };
  const { codeAction, foldingRange } = document;
  return {
    locale,
    say: (text) => text[locale],
    pulls: document.diagnostic !== undefined,
    checksFolder:
      document.diagnostic !== undefined &&
      switches.checkFolder &&
      switches.index &&
      options.index !== undefined &&
      folders.length > 0,
    refreshes: space.diagnostics?.refreshSupport === true,
    viewRefreshes: (["codeLens", "semanticTokens", "inlayHint"] as const)
      .filter((view) => space[view]?.refreshSupport === true)
      .map((view) => `workspace/${view}/refresh`),
    commands: new Set(Array.isArray(options.commands) ? options.commands.map(String) : []),
    diagnostics: {
      data: shown.dataSupport === true,
      link: shown.codeDescriptionSupport === true,
      related: shown.relatedInformation === true,
    },
    publishesVersion: document.publishDiagnostics?.versionSupport === true,
    codeActions: codeAction?.codeActionLiteralSupport !== undefined,
    preferred: codeAction?.isPreferredSupport === true,
    resolvesEdits: codeAction?.dataSupport === true && has(codeAction.resolveSupport?.properties, "edit"),
    disabledActions: codeAction?.disabledSupport === true,
    documentChanges: space.workspaceEdit?.documentChanges === true,
    annotatesChanges: space.workspaceEdit?.changeAnnotationSupport !== undefined,
    preparesRename: document.rename?.prepareSupport === true,
    createsFiles: has(space.workspaceEdit?.resourceOperations, "create"),
    registersDocuments:
      document.synchronization?.dynamicRegistration === true && codeAction?.dynamicRegistration === true,
    appliesEdits: space.applyEdit === true,
    nestedSymbols: document.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdown: has(document.hover?.contentFormat, MarkupKind.Markdown),
    foldingLimit: typeof foldingRange?.rangeLimit === "number" ? foldingRange.rangeLimit : Number.POSITIVE_INFINITY,
    linkedDefinitions: document.definition?.linkSupport === true,
    folders,
    changesFolders: space.workspaceFolders === true,
    watches: space.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
    configuration: space.configuration === true,
    registersConfiguration: space.didChangeConfiguration?.dynamicRegistration === true,
  };
}

/** The URIs of folders, of those that have one. */
export function folderUris(given: unknown): string[] {
  const folders: readonly unknown[] = Array.isArray(given) ? given : [];
  return folders.flatMap((folder) => (isRecord(folder) && typeof folder.uri === "string" ? [folder.uri] : []));
}

/** The initialization options, whatever the client sent in their place. */
export function optionsOf(given: unknown): InitOptions {
  const { index, ...options } = isRecord(given) ? (given as InitOptions) : {};
  return isIndexOptions(index) ? { ...options, index } : options;
}

function isIndexOptions(given: unknown): given is IndexOptions {
  const isString = (value: unknown): boolean => typeof value === "string";
  return (
    isRecord(given) &&
    Array.isArray(given.pages) &&
    given.pages.every(isString) &&
    (given.storage === undefined || isString(given.storage))
  );
}

/** What has parts by name or is true or false, of the parts of a value; everything else is as if it were not there. */
function recordsIn(given: unknown): object {
  const parts = Object.entries(isRecord(given) ? given : {});
  return Object.fromEntries(parts.filter(([, part]) => isRecord(part) || typeof part === "boolean"));
}

function has(list: unknown, value: string): boolean {
  return Array.isArray(list) && list.includes(value);
}
