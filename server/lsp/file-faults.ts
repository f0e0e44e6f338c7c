/** Shows what is wrong in a lexicon or a settings file: in the file itself, and once in the log. */

import type { Connection } from "vscode-languageserver";
import type { Log } from "../workspace/log.ts";
import type { FileFaults } from "../workspace/name-service.ts";
import type { Client } from "./client.ts";
import { DiagnosticSeverity } from "./library.ts";

export interface FaultsOptions {
  readonly connection: Connection;
  /** The client as it is known now. */
  readonly client: () => Client;
  readonly log: Log;
}

/** What is called with a file's faults each time it has been read. */
export function createFaultDisplay({ connection, client, log }: FaultsOptions): (faults: FileFaults) => void {
  /** What the log has been told of each file. */
  const told = new Map<string, ReadonlySet<string>>();
  return ({ uri, faults }) => {
    const diagnostics = faults.map(({ range, zh, en }) => ({
      range,
      severity: DiagnosticSeverity.Warning,
      source: "galley",
      message: client().say({ zh, en }),
    }));
    const lines = diagnostics.map(({ range, message }) => `${uri}:${range.start.line + 1}: ${message}`);
    const before = told.get(uri);
    for (const line of new Set(lines)) if (!before?.has(line)) log.warn(line);
    told.set(uri, new Set(lines));
    void connection.sendDiagnostics({ uri, diagnostics });
  };
}
