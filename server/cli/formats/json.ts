/** Findings as JSON: positions 0-based, characters in UTF-16 code units, as the Language Server Protocol counts. */

import { errorRate, pageErrors } from "../../core/error-rate.ts";
import type { Analysis } from "../../core/page/analysis.ts";
import type { Safety, Severity } from "../../core/page/finding.ts";
import type { Locale } from "../../core/text/locale.ts";
import { type Positions, positionsOf } from "../../core/text/positions.ts";
import type { Format } from "./report.ts";

type Position = ReturnType<Positions["position"]>;

/** A finding as scripts read it; part of the stable interface. */
export interface JsonFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
  readonly fix?: {
    readonly title: string;
    readonly safety: Safety;
    readonly edits: readonly { readonly start: Position; readonly end: Position; readonly newText: string }[];
  };
}

/** The findings of a page, in page order. */
export function jsonFindings({ page, findings }: Analysis, locale: Locale): JsonFinding[] {
  const { range } = positionsOf(page);
  return findings.map(({ rule, severity, message, fix, ...span }) => ({
    rule,
    severity,
    message: message[locale],
    ...range(span),
    ...(fix && {
      fix: {
        title: fix.title[locale],
        safety: fix.safety,
        edits: fix.edits.map((edit) => ({ ...range(edit), newText: edit.newText })),
      },
    }),
  }));
}

/** One array, an element a page: `{file, findings, errorRate}`. */
export const jsonReport: Format<string> = {
  partOf: ({ name, analysis }, { locale }) =>
    JSON.stringify(
      { file: name, findings: jsonFindings(analysis, locale), errorRate: errorRate([pageErrors(analysis)]) },
      null,
      1,
    ),
  start({ printJson }) {
    let opening = "[";
    return {
      async page(part) {
        await printJson(`${opening}\n${part}`);
        opening = ",";
      },
      end: () => printJson(opening === "[" ? "[]\n" : "\n]\n"),
    };
  },
};
