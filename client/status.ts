/** The status bar item: how many findings the active page has, and of which kind. */

import {
  type Diagnostic,
  Disposable,
  l10n,
  languages,
  MarkdownString,
  StatusBarAlignment,
  type Uri,
  window,
  workspace,
} from "vscode";
import { isPage } from "./language.ts";

export function showStatus(): Disposable {
  const item = window.createStatusBarItem("galley.findings", StatusBarAlignment.Left, 10);
  item.name = l10n.t("Galley: Findings of the Page");
  item.command = "galley.showFindings";
  const update = () => {
    const document = window.activeTextEditor?.document;
    if (!isPage(document)) return item.hide();
    const findings = findingsOf(document.uri);
    item.text = `$(book) ${l10n.t("Galley")} ${findings.length > 0 ? findings.length : "$(check)"}`;
    item.tooltip = tooltipOf(findings);
    item.accessibilityInformation = { label: headlineOf(findings.length) };
    item.show();
  };
  update();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(update),
    // A document that becomes a page is closed as what it was and opened anew.
    workspace.onDidOpenTextDocument(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) update();
    }),
  );
}

function findingsOf(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === "galley");
}

function headlineOf(count: number): string {
  if (count === 0) return l10n.t("Galley: nothing to mend on this page");
  return count === 1 ? l10n.t("Galley: 1 finding on this page") : l10n.t("Galley: {0} findings on this page", count);
}

/** The findings counted by rule, most frequent first. */
function tooltipOf(findings: readonly Diagnostic[]): MarkdownString {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(ruleOf(finding), (counts.get(ruleOf(finding)) ?? 0) + 1);
  const rows = [...counts].sort(([, a], [, b]) => b - a).map(([rule, count]) => `| ${count} | \`${rule}\` |`);
  const table = rows.length > 0 ? `\n\n| | |\n| ---: | :--- |\n${rows.join("\n")}` : "";
  return new MarkdownString(`${headlineOf(findings.length)}${table}`);
}

function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}
