/** `textDocument/diagnostic`: what is wrong on a page; also what clients that do not ask are sent. */

import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from "vscode-languageserver";
import { countFindings, firstFindings } from "../../core/page/analysis.ts";
import type { Finding, Severity } from "../../core/page/finding.ts";
import type { Range } from "../../core/text/positions.ts";
import type { FixData } from "../../protocol.ts";
import { type PlacedFinding, placedFinding } from "../../workspace/page-check.ts";
import type { Client } from "../client.ts";
import type { Asked, Feature } from "../feature.ts";
import { DiagnosticSeverity, DocumentDiagnosticReportKind } from "../library.ts";

export const diagnostics: Feature<DocumentDiagnosticParams, DocumentDiagnosticReport> = {
  method: "textDocument/diagnostic",
  provides: (client) =>
    client.pulls
      ? {
          diagnosticProvider: {
            identifier: SOURCE,
            interFileDependencies: false,
            workspaceDiagnostics: client.checksFolder,
          },
        }
      : {},
  empty: { kind: DocumentDiagnosticReportKind.Full, items: [] },
  answer(asked, { previousResultId }) {
    const resultId = resultIdOf(asked);
    if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(asked) };
  },
};

/**
 * No editor lists more than a thousand or two for one file, and a book-sized page has hundreds of thousands. Those
 * that are left out are counted in a last diagnostic, and every fix for the whole page includes them.
 */
export const MOST_DIAGNOSTICS = 2000;

/** The findings of a page as diagnostics, in page order. */
export function diagnosticsOf(asked: Asked): Diagnostic[] {
  const first = firstFindings(asked.analysis, MOST_DIAGNOSTICS + 1);
  const items = first.slice(0, MOST_DIAGNOSTICS).map((finding) => diagnosticOf(asked, finding));
  const next = first[MOST_DIAGNOSTICS];
  if (next) items.push(overflow(asked.at.range(next), asked.client, countFindings(asked.analysis) - MOST_DIAGNOSTICS));
  return items;
}

/** The findings of a page that is not open, in page order: the same diagnostics, without their fixes. */
export function closedDiagnostics(
  uri: string,
  findings: readonly PlacedFinding[],
  to: Pick<Asked, "client" | "ruleLink">,
): Diagnostic[] {
  const items = findings.slice(0, MOST_DIAGNOSTICS).map((finding) => bareDiagnostic(uri, finding, to));
  const next = findings[MOST_DIAGNOSTICS];
  if (next) items.push(overflow(next.range, to.client, findings.length - MOST_DIAGNOSTICS));
  return items;
}

function bareDiagnostic(
  uri: string,
  { rule, severity, message, range, related: others }: PlacedFinding,
  { client, ruleLink }: Pick<Asked, "client" | "ruleLink">,
): Diagnostic {
  const { link, related } = client.diagnostics;
  const href = link ? ruleLink(rule) : undefined;
  return {
    range,
    severity: SEVERITY[severity],
    code: rule,
    source: SOURCE,
    message: client.say(message),
    ...(href ? { codeDescription: { href } } : {}),
    ...(related && others
      ? {
          relatedInformation: others.map((place) => ({
            location: { uri: place.uri ?? uri, range: place.range },
            message: client.say(place.message),
          })),
        }
      : {}),
  };
}

/** A finding as a diagnostic; its `data` carries the fix, so that a quick fix needs no second analysis. */
export function diagnosticOf(asked: Asked, finding: Finding): Diagnostic {
  const { page, at, client } = asked;
  return {
    ...bareDiagnostic(page.uri, placedFinding(finding, at), asked),
    ...(client.diagnostics.data && finding.fix
      ? {
          data: {
            version: page.version,
            title: client.say(finding.fix.title),
            safety: finding.fix.safety,
            edits: finding.fix.edits.map(at.edit),
            ...(finding.unsettled === undefined ? {} : { unsettled: finding.unsettled }),
          } satisfies FixData,
        }
      : {}),
  };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
};

/** The name that stands beside each diagnostic, in any language: clients and scripts know ours by it. */
const SOURCE = "galley";

/** Changes with every version of the page and with the settings. */
function resultIdOf({ page, analysis }: Asked): string {
  let mark = marks.get(analysis);
  if (mark === undefined) {
    made += 1;
    mark = made;
    marks.set(analysis, mark);
  }
  return `${page.serial}.${mark}`;
}

const marks = new WeakMap<object, number>();
let made = 0;

function overflow(range: Range, client: Client, count: number): Diagnostic {
  return {
    range,
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    message: client.say({
      zh: `自此往后还有 ${count} 处问题未逐一列出；整页修复会一并处理。`,
      en: `${count} more findings from here on are not listed; fixing the whole page includes them.`,
    }),
  };
}
