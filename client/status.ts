/** The status bar item: how many findings the active page has, and of which kind; or that nobody looks for any. */

import {
  type Diagnostic,
  Disposable,
  l10n,
  languages,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from "vscode";
import { SHOW_FINDINGS_COMMAND } from "../server/protocol.ts";
import { isPage } from "./language.ts";
import { RESTART_SERVER_COMMAND, type Server } from "./server.ts";

export function showStatus(server: Server): Disposable {
  const item = window.createStatusBarItem("galley.findings", StatusBarAlignment.Left, 10);
  item.name = l10n.t("Galley: Findings of the Page");
  const update = () => {
    const document = window.activeTextEditor?.document;
    if (!isPage(document)) return item.hide();
    // A page that nobody has looked at is not to pass for one without a fault.
    if (server.state === "stopped") tellStopped(item);
    else tellFindings(item, findingsOf(document.uri), server.state === "starting");
    item.show();
  };
  update();
  return Disposable.from(
    item,
    server.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
    // A document that becomes a page is closed as what it was and opened anew.
    workspace.onDidOpenTextDocument(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) update();
    }),
  );
}

function tellStopped(item: StatusBarItem): void {
  const told = l10n.t("Galley's language server has stopped: this page is not being checked. Click to restart it.");
  item.text = `$(warning) ${l10n.t("Galley stopped")}`;
  item.tooltip = told;
  item.accessibilityInformation = { label: told };
  item.backgroundColor = new ThemeColor("statusBarItem.warningBackground");
  item.command = RESTART_SERVER_COMMAND;
}

function tellFindings(item: StatusBarItem, findings: readonly Diagnostic[], starting: boolean): void {
  const none = starting ? "$(loading~spin)" : "$(check)";
  item.text = `$(book) ${l10n.t("Galley")} ${findings.length > 0 ? findings.length : none}`;
  item.tooltip = starting ? l10n.t("Galley: starting") : tooltipOf(findings);
  item.accessibilityInformation = { label: starting ? l10n.t("Galley: starting") : headlineOf(findings.length) };
  item.backgroundColor = undefined;
  item.command = SHOW_FINDINGS_COMMAND;
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
