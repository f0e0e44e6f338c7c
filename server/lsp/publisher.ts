/** Sends diagnostics to clients that do not ask for them: of the latest version of a page, and of no other. */

import type { Connection, Diagnostic } from "vscode-languageserver";
import type { Log } from "../workspace/log.ts";
import { describe } from "../workspace/log.ts";
import type { OpenPage, Pages } from "../workspace/pages.ts";

export interface Publisher {
  /** The page was opened or edited, or the settings changed. */
  changed(page: OpenPage): void;
  closed(uri: string): void;
}

/** `diagnose` gives a page's diagnostics; `versioned` says whether the client understands the version of a message. */
export function createPublisher(
  connection: Connection,
  pages: Pages,
  diagnose: (page: OpenPage) => Diagnostic[],
  versioned: boolean,
  log: Log,
): Publisher {
  const waiting = new Set<string>();
  const publish = (uri: string): void => {
    const page = pages.get(uri);
    if (!page) return;
    try {
      const version = versioned ? { version: page.version } : {};
      void connection.sendDiagnostics({ uri, ...version, diagnostics: diagnose(page) });
    } catch (error) {
      log.error(`textDocument/publishDiagnostics: ${describe(error)}`);
    }
  };
  /** Waits until a whole turn of the message loop has brought no newer version, so a burst of edits costs one analysis. */
  const settle = (page: OpenPage): void => {
    setImmediate(() => {
      const latest = pages.get(page.uri);
      if (latest && latest !== page) return settle(latest);
      waiting.delete(page.uri);
      publish(page.uri);
    });
  };
  return {
    changed(page) {
      if (waiting.has(page.uri)) return;
      waiting.add(page.uri);
      setImmediate(() => settle(pages.get(page.uri) ?? page));
    },
    closed(uri) {
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
