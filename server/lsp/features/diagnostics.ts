/** `textDocument/diagnostic`: what is wrong on a page; also what clients that do not ask are sent. */

import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from "vscode-languageserver";
import { type Listing, listingOf } from "../../core/page/analysis.ts";
import type { Finding, Severity } from "../../core/page/finding.ts";
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
 * The findings of a page as diagnostics, in page order. Where they are more than may be listed, the first diagnostic tells how many
 * more there are; every fix for the whole page includes them.
 */
export function diagnosticsOf(asked: Asked): Diagnostic[] {
  const { analysis, client } = asked;
  const { listed, unlisted } = listingOf(analysis, analysis.settings.maxFindings);
  return [...overflow(unlisted, client), ...listed.map((finding) => diagnosticOf(asked, finding))];
}

/** The findings of a page that is not open, in page order: the same diagnostics, without their fixes. */
export function closedDiagnostics(
  uri: string,
  { listed, unlisted }: Listing<PlacedFinding>,
  to: Pick<Asked, "client" | "ruleLink">,
): Diagnostic[] {
  return [...overflow(unlisted, to.client), ...listed.map((finding) => bareDiagnostic(uri, finding, to))];
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

/** Tells at the top of the page how many findings are not listed, and how many of them need a person. */
function overflow({ findings, needPerson }: Listing["unlisted"], client: Client): Diagnostic[] {
  if (findings === 0) return [];
  const [zh, en] = needPerson > 0 ? [`，其中 ${needPerson} 处要看`, `, ${needPerson} of them to decide`] : ["", ""];
  const top = { line: 0, character: 0 };
  return [
    {
      range: { start: top, end: top },
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      message: client.say({
        zh: `另有 ${findings} 处问题没有列出${zh}（设置 galley.maxFindings）；一键修复会一并处理能修的。`,
        en: `${findings} more findings are not listed${en} (setting galley.maxFindings); fixing the whole page includes those that a key will mend.`,
      }),
    },
  ];
}
