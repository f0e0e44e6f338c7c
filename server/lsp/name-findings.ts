/** Findings that go by names: they come from another thread, after the others, and keep nobody waiting. */

import type { Connection, Diagnostic } from "vscode-languageserver";
import type { Finding } from "../core/page/finding.ts";
import { needsNames } from "../core/rules/apply.ts";
import type { Log } from "../workspace/log.ts";
import { describe } from "../workspace/log.ts";
import type { NameService } from "../workspace/name-service.ts";
import type { OpenPage, Pages } from "../workspace/pages.ts";
import { CancellationTokenSource } from "./library.ts";

export interface NameFindings {
  /** The page was opened or edited, or its lexicon or the settings changed. */
  changed(page: OpenPage): void;
  /** Says whether findings of the page were shown. */
  closed(uri: string): boolean;
  /** What is known of this very version so far. */
  of(page: OpenPage): readonly Finding[];
}

export interface NameFindingsOptions {
  readonly pages: Pages;
  readonly names: NameService;
  readonly log: Log;
  /** Waits until the page's settings are in force, where they are not yet. */
  readonly settled: (page: OpenPage) => Promise<void> | undefined;
  /** Called when the findings of an open page have come, if there are any or were some before. */
  readonly show: (page: OpenPage) => void;
}

export function createNameFindings({ pages, names, log, settled, show }: NameFindingsOptions): NameFindings {
  const known = new Map<string, { readonly page: OpenPage; readonly findings: readonly Finding[] }>();
  const asking = new Map<string, CancellationTokenSource>();
  const ask = async (page: OpenPage, source: CancellationTokenSource): Promise<void> => {
    try {
      await settled(page);
      const settings = pages.settingsOf(page.uri);
      const findings = needsNames(settings) ? await names.findings({ page, token: source.token }, settings) : [];
      if (source.token.isCancellationRequested || !pages.isCurrent(page)) return;
      const had = known.get(page.uri)?.findings.length ?? 0;
      known.set(page.uri, { page, findings });
      if (had > 0 || findings.length > 0) show(page);
    } catch (error) {
      log.error(`findings by names: ${describe(error)}`);
    } finally {
      if (asking.get(page.uri) === source) asking.delete(page.uri);
    }
  };
  return {
    changed(page) {
      asking.get(page.uri)?.cancel();
      const source = new CancellationTokenSource();
      asking.set(page.uri, source);
      void ask(page, source);
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
      return entry?.page === page ? entry.findings : [];
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
