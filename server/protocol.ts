/** The requests and notifications that Galley's client and server share beyond the Language Server Protocol. */

/** Initialization options the client sends; every one may be left out. */
export interface InitOptions {
  /** Tag of the language that messages are shown in, such as `zh-cn`. */
  readonly locale?: string;
  /** The section `galley` of the settings as it stands now, so that the first answer needs no question back. */
  readonly settings?: unknown;
  /** Address of a rule's documentation, `{rule}` standing for its id. */
  readonly ruleLink?: string;
}

/** Settings under `galley.` that concern the client alone; the server passes over them. */
export const CLIENT_SETTINGS: readonly string[] = ["trace"];

/** The kind of the code action that applies every safe fix of a page. */
export const FIX_ALL_KIND = "source.fixAll.galley";

/** Names the page that a request is about. */
export interface PageRequest {
  readonly textDocument: { readonly uri: string };
}

/** Answers with {@link CleanPage}, or null where the page is not open. */
export const CLEAN_PAGE = "galley/cleanPage";

/** A page as it reads with all its safe fixes applied. */
export interface CleanPage {
  readonly version: number;
  readonly text: string;
}

/** Answers with {@link PageStatus}, or null where the page is not open. */
export const PAGE_STATUS = "galley/status";

/** What there is to say of a page in a line. */
export interface PageStatus {
  readonly version: number;
  readonly findings: number;
  /** Findings with a safe fix. */
  readonly fixable: number;
  readonly bySeverity: Readonly<Record<"hint" | "information" | "warning" | "error", number>>;
  readonly articles: number;
}

/** What `Diagnostic.data` holds for a finding that can be fixed: the edits, and the version they are for. */
export interface FixData {
  readonly version: number;
  readonly title: string;
  readonly safety: "safe" | "unsafe";
  readonly edits: readonly ProtocolEdit[];
}

/** A `TextEdit` of the Language Server Protocol. */
export interface ProtocolEdit {
  readonly range: { readonly start: ProtocolPosition; readonly end: ProtocolPosition };
  readonly newText: string;
}

/** A `Position` of the Language Server Protocol. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

/** The semantic token types of entities, as package.json declares them: persons, places, organisations, dates, quantities, terms. */
export const ENTITY_TOKENS = ["person", "place", "organisation", "date", "quantity", "term"] as const;
