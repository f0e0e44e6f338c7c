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

export interface PublisherOptions {
  readonly connection: Connection;
  readonly pages: Pages;
  /** Makes a page ready to be analysed without delay; nothing where it is. */
  readonly prepare: (page: OpenPage) => Promise<void> | undefined;
  /** Gives a page's diagnostics. */
  readonly diagnose: (page: OpenPage) => Diagnostic[];
  /** Whether the client understands the version of a message. */
  readonly versioned: boolean;
  readonly log: Log;
}

export function createPublisher({ connection, pages, prepare, diagnose, versioned, log }: PublisherOptions): Publisher {
  const waiting = new Set<string>();
  const publish = async (uri: string): Promise<void> => {
    const page = pages.get(uri);
    if (!page) return;
    try {
      await prepare(page);
      if (!pages.isCurrent(page)) return;
      const version = versioned ? { version: page.version } : {};
      void connection.sendDiagnostics({ uri, ...version, diagnostics: diagnose(page) });
    } catch (error) {
      log.error(`textDocument/publishDiagnostics: ${describe(error)}`);
    }
  };
  /** Waits until a whole turn of the message loop has brought no newer version, so a burst of edits costs one analysis. */
  const publishWhenQuiet = (page: OpenPage): void => {
    setImmediate(() => {
      const latest = pages.get(page.uri);
      if (latest && latest !== page) return publishWhenQuiet(latest);
      waiting.delete(page.uri);
      void publish(page.uri);
    });
  };
  return {
    changed(page) {
      if (waiting.has(page.uri)) return;
      waiting.add(page.uri);
      setImmediate(() => publishWhenQuiet(pages.get(page.uri) ?? page));
    },
    closed(uri) {
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
