/** Shows what is wrong in a lexicon, a settings file or another file of the house: in the file itself, and once in the log. */

import type { Connection, Diagnostic } from "vscode-languageserver";
import type { FileFaults } from "../workspace/file-faults.ts";
import { fileUri } from "../workspace/file-uri.ts";
import type { Log } from "../workspace/log.ts";
import type { Client } from "./client.ts";
import { DiagnosticSeverity } from "./library.ts";

export interface FaultsOptions {
  readonly connection: Connection;
  /** The client as it is known now. */
  readonly client: () => Client;
  readonly log: Log;
}

export interface FaultDisplay {
  /** Takes a file's faults each time it has been read. */
  show(faults: FileFaults): void;
  /** What else is to be said in a file (URI), in place of what was said before. */
  remark(uri: string, remarks: readonly Diagnostic[]): void;
}

export function createFaultDisplay({ connection, client, log }: FaultsOptions): FaultDisplay {
  /** What the log has been told of each file. */
  const told = new Map<string, ReadonlySet<string>>();
  /** What is shown in each file, by the one form of its address. */
  const shown = new Map<string, { readonly faults: readonly Diagnostic[]; readonly remarks: readonly Diagnostic[] }>();
  const send = (
    uri: string,
    now: Partial<{ readonly faults: Diagnostic[]; readonly remarks: readonly Diagnostic[] }>,
  ) => {
    const all = { faults: [], remarks: [], ...shown.get(fileUri(uri)), ...now };
    shown.set(fileUri(uri), all);
    void connection.sendDiagnostics({ uri, diagnostics: [...all.faults, ...all.remarks] });
  };
  return {
    show({ uri, faults }) {
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
      send(uri, { faults: diagnostics });
    },
    remark(uri, remarks) {
      if (remarks.length > 0 || (shown.get(fileUri(uri))?.remarks.length ?? 0) > 0) send(uri, { remarks });
    },
  };
}
