/** Findings as SARIF 2.1.0 (OASIS), the form in which code hosts and editors take the results of any checker. */

import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { ArtifactLocation, Fix, Location, Region, ReportingDescriptor, Result } from "sarif";
import pkg from "../../../package.json" with { type: "json" };
import type { Finding, Severity } from "../../core/page/finding.ts";
import { RULES } from "../../core/rules/index.ts";
import type { Rule } from "../../core/rules/rule.ts";
import type { Locale } from "../../core/text/locale.ts";
import { positionsOf, type Range } from "../../core/text/positions.ts";
import type { Span } from "../../core/text/text.ts";
import type { CheckedPage, Format } from "./report.ts";

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** One log with one run; what could not be read is among the run's notifications. */
export const sarifReport: Format<readonly Result[]> = {
  partOf: (page, { locale }) => page.analysis.findings.map((finding) => resultOf(page, finding, locale)),
  start(session) {
    const results: Result[] = [];
    const end = (): Promise<void> => {
      const failed = session.failures.map((text) => ({ level: "error" as const, message: { text } }));
      const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
          {
            tool: {
              driver: {
                name: "Galley",
                version: pkg.version,
                semanticVersion: pkg.version,
                language: session.locale,
                rules: RULES.map((rule) => descriptorOf(rule, session.locale)),
              },
            },
            columnKind: "utf16CodeUnits",
            originalUriBaseIds: { CWD: { uri: `${pathToFileURL(session.io.cwd)}/` } },
            invocations: [{ executionSuccessful: failed.length === 0, toolExecutionNotifications: failed }],
            results,
          },
        ],
      };
      return session.printJson(`${JSON.stringify(log, null, 1)}\n`);
    };
    return {
      async page(part) {
        for (const result of part) results.push(result);
      },
      end,
    };
  },
};

function descriptorOf({ id, title, why, severity }: Rule, locale: Locale): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title[locale] },
    fullDescription: { text: why[locale] },
    help: { text: why[locale] },
    defaultConfiguration: severity === "off" ? { enabled: false } : { level: LEVELS[severity] },
  };
}

function resultOf({ name, analysis }: CheckedPage, finding: Finding, locale: Locale): Result {
  const artifactLocation = artifact(name);
  const { range } = positionsOf(analysis.page);
  const region = (span: Span): Region => regionOf(range(span));
  const location = (span: Span): Location => ({ physicalLocation: { artifactLocation, region: region(span) } });
  const fix = (given: NonNullable<Finding["fix"]>): Fix => ({
    description: { text: given.title[locale] },
    artifactChanges: [
      {
        artifactLocation,
        replacements: given.edits.map((edit) => ({
          deletedRegion: region(edit),
          ...(edit.newText === "" ? {} : { insertedContent: { text: edit.newText } }),
        })),
      },
    ],
  });
  return {
    ruleId: finding.rule,
    ruleIndex: RULES.findIndex(({ id }) => id === finding.rule),
    level: LEVELS[finding.severity],
    message: { text: finding.message[locale] },
    locations: [location(finding)],
    ...(finding.related && {
      relatedLocations: finding.related.map((place, id) => ({
        id,
        message: { text: place.message[locale] },
        ...(place.on
          ? { physicalLocation: { artifactLocation: { uri: place.on.uri }, region: regionOf(place.on.range) } }
          : location(place)),
      })),
    }),
    // A reader of the log applies fixes without asking, so only safe ones are in it.
    ...(finding.fix?.safety === "safe" && { fixes: [fix(finding.fix)] }),
  };
}

function regionOf({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function artifact(name: string): ArtifactLocation {
  if (isAbsolute(name)) return { uri: pathToFileURL(name).href };
  return { uri: name.split("/").map(encodeURIComponent).join("/"), uriBaseId: "CWD" };
}
