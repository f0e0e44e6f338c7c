/** `workspace/diagnostic`: the findings of pages that are not open, told page by page for as long as the client listens. */

import type {
  Diagnostic,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Listing } from "../core/page/analysis.ts";
import { fileUri } from "../workspace/file-uri.ts";
import type { PlacedFinding } from "../workspace/page-check.ts";
import type { PageChecks } from "../workspace/page-checks.ts";
import type { Pages } from "../workspace/pages.ts";
import { CancellationToken, DocumentDiagnosticReportKind } from "./library.ts";

export interface WorkspaceDiagnosticsOptions {
  readonly pages: Pages;
  readonly checks: PageChecks;
  /** The findings of a page as diagnostics. */
  readonly show: (uri: string, found: Listing<PlacedFinding>) => Diagnostic[];
}

/** Is given parts of the answer as they come; undefined for a client that wants it in one piece. */
export type Parts = { report(part: WorkspaceDiagnosticReport): void } | undefined;

export interface WorkspaceDiagnostics {
  /**
   * Tells of every page that is not as the client has it. Given parts, it goes on until the client cancels; without, it waits
   * until there is anything to tell: either way nobody has to ask again and again.
   */
  answer(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial: Parts,
  ): Promise<WorkspaceDiagnosticReport>;
  /** What `textDocument/diagnostic` answers for a page that is not open. */
  ofClosed(uri: string): Promise<Diagnostic[]>;
  /** A page was checked, or is gone. */
  changed(uri: string): void;
  /** A page was closed: what the client has of it, it has been told as of an open one. */
  closed(uri: string): void;
}

export function createWorkspaceDiagnostics({ pages, checks, show }: WorkspaceDiagnosticsOptions): WorkspaceDiagnostics {
  /** Requests that are being answered. */
  const listening = new Set<Listener>();
  const isOpen = (uri: string): boolean => pages.all().some((page) => fileUri(page.uri) === uri);
  const reportOf = async (
    uri: string,
    { told }: Listener,
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport | undefined> => {
    if (isOpen(uri)) return undefined;
    const before = told.get(uri);
    const check = checks.all.get(uri);
    if (!check) {
      if (!told.delete(uri)) return undefined;
      return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
    }
    const { mark } = check;
    if (before === mark) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId: mark };
    const found = await checks.findingsOf(uri, token);
    // It was opened while it was read: from now on the client asks for it.
    if (!found || isOpen(uri)) return undefined;
    told.set(uri, mark);
    return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: mark, items: show(uri, found) };
  };
  return {
    async answer({ previousResultIds }, token, partial) {
      const told = new Map(previousResultIds.map(({ uri, value }) => [fileUri(uri), value]));
      const listener = new Listener(told, [...told.keys(), ...checks.all.keys()], token);
      listening.add(listener);
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      try {
        for (;;) {
          for (let uri = listener.next(); uri !== undefined; uri = listener.next()) {
            const report = await reportOf(uri, listener, token);
            if (token.isCancellationRequested) return { items };
            if (!report) continue;
            if (partial) partial.report({ items: [report] });
            else items.push(report);
          }
          const isNews = items.some(({ kind }) => kind === DocumentDiagnosticReportKind.Full);
          if (token.isCancellationRequested || isNews) return { items };
          await listener.change();
        }
      } finally {
        listening.delete(listener);
      }
    },
    async ofClosed(given) {
      const uri = fileUri(given);
      const found = await checks.findingsOf(uri, CancellationToken.None);
      // The client may pass over what it is told of a page that it still takes for open.
      setImmediate(() => this.closed(uri));
      return found ? show(uri, found) : [];
    },
    changed(given) {
      for (const listener of listening) listener.look(fileUri(given));
    },
    closed(given) {
      const uri = fileUri(given);
      for (const listener of listening) {
        listener.told.set(uri, "");
        listener.look(uri);
      }
    },
  };
}

/** A request that is being answered: what it was told of, and which pages are to be looked at for it. */
class Listener {
  /** The mark of what was told of each page. */
  readonly told: Map<string, string>;
  readonly #waiting: Set<string>;
  #wake = (): void => {};

  constructor(told: Map<string, string>, first: readonly string[], token: CancellationToken) {
    this.told = told;
    this.#waiting = new Set(first);
    token.onCancellationRequested(() => this.#wake());
  }

  next(): string | undefined {
    const [uri] = this.#waiting;
    if (uri !== undefined) this.#waiting.delete(uri);
    return uri;
  }

  look(uri: string): void {
    this.#waiting.add(uri);
    this.#wake();
  }

  /** Settles when there is a page to look at, or the request is cancelled. */
  change(): Promise<void> {
    if (this.#waiting.size > 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
