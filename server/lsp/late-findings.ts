/** Findings of a page that come from another thread, after the page's own, and keep nobody waiting: by names, by its issue. */

import type { CancellationToken, Connection, Diagnostic } from "vscode-languageserver";
import { sieveFor } from "../core/accepted.ts";
import type { Finding } from "../core/page/finding.ts";
import type { Log } from "../workspace/log.ts";
import { describe } from "../workspace/log.ts";
import type { OpenPage, Pages } from "../workspace/pages.ts";
import { CancellationTokenSource } from "./library.ts";

export interface LateFindings {
  /** The page was opened or edited, or what its findings go by has changed. */
  changed(page: OpenPage): void;
  /** Says whether findings of the page were shown. */
  closed(uri: string): boolean;
  /** What is known of this very version so far, without what the house has accepted. */
  of(page: OpenPage): readonly Finding[];
}

export interface LateFindingsOptions {
  readonly pages: Pages;
  readonly log: Log;
  /** Waits until the page's settings are in force, where they are not yet. */
  readonly settled: (page: OpenPage) => Promise<void> | undefined;
  ask(page: OpenPage, token: CancellationToken): Promise<readonly Finding[]>;
  /** Is called when the findings of an open page have come, if there are any or were some before. */
  show(page: OpenPage): void;
}

export function createLateFindings({ pages, log, settled, ask, show }: LateFindingsOptions): LateFindings {
  const known = new Map<string, { readonly page: OpenPage; readonly findings: readonly Finding[] }>();
  const asking = new Map<string, CancellationTokenSource>();
  const look = async (page: OpenPage, source: CancellationTokenSource): Promise<void> => {
    try {
      await settled(page);
      const findings = await ask(page, source.token);
      if (source.token.isCancellationRequested || !pages.isCurrent(page)) return;
      const had = known.get(page.uri)?.findings.length ?? 0;
      known.set(page.uri, { page, findings });
      if (had > 0 || findings.length > 0) show(page);
    } catch (error) {
      log.error(`late findings: ${describe(error)}`);
    } finally {
      if (asking.get(page.uri) === source) asking.delete(page.uri);
    }
  };
  return {
    changed(page) {
      asking.get(page.uri)?.cancel();
      const source = new CancellationTokenSource();
      asking.set(page.uri, source);
      void look(page, source);
    },
    closed(uri) {
      asking.get(uri)?.cancel();
      asking.delete(uri);
      const had = (known.get(uri)?.findings.length ?? 0) > 0;
      known.delete(uri);
      return had;
    },
    of(page) {
      const entry = known.get(page.uri);
      if (entry?.page !== page) return [];
      return sieveFor(page.text, pages.settingsOf(page.uri).accepted)(entry.findings).findings;
    },
  };
}

/**
 * Sends a page's diagnostics beside those that the client asks for itself: an editor keeps the two apart, and what it
 * has asked for is not asked for again.
 */
export function sendBeside(
  connection: Connection,
  page: OpenPage,
  diagnostics: Diagnostic[],
  versioned: boolean,
): void {
  const version = versioned ? { version: page.version } : {};
  void connection.sendDiagnostics({ uri: page.uri, ...version, diagnostics });
}
