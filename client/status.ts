/** The status bar item: how many places of the active page need a person, and how many one key will mend; or that nobody looks. */

import {
  Disposable,
  l10n,
  languages,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
  workspace,
} from "vscode";
import { FIX_ALL_COMMAND, PAGE_STATUS, type PageStatus, SHOW_FINDINGS_COMMAND } from "../server/protocol.ts";
import { isPage, READ_ONLY } from "./language.ts";
import { RESTART_SERVER_COMMAND, type Server } from "./server.ts";

export function showStatus(server: Server): Disposable {
  const item = window.createStatusBarItem("galley.findings", StatusBarAlignment.Left, 10);
  item.name = l10n.t("Galley: Findings of the Page");
  /** What was heard last, and of which page. */
  let known: { readonly uri: string; readonly status: PageStatus } | undefined;
  let asked = 0;
  const show = () => {
    const uri = activePage();
    if (uri === undefined) return item.hide();
    // A page that nobody has looked at is not to pass for one without a fault.
    if (server.state === "stopped") tellStopped(item);
    else if (server.state === "starting" || known?.uri !== uri) tellLooking(item);
    else tellStatus(item, known.status);
    item.show();
  };
  const ask = async () => {
    show();
    const uri = activePage();
    if (uri === undefined || server.state !== "running") return;
    asked += 1;
    const mine = asked;
    const status = await server.request<PageStatus>(PAGE_STATUS, { textDocument: { uri } });
    // Of two questions under way the later one's answer counts.
    if (mine !== asked || !status) return;
    known = { uri, status };
    show();
  };
  void ask();
  return Disposable.from(
    item,
    server.onDidChangeState(() => {
      known = undefined;
      void ask();
    }),
    window.onDidChangeActiveTextEditor(() => void ask()),
    // A document that becomes a page is closed as what it was and opened anew.
    workspace.onDidOpenTextDocument(() => void ask()),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = activePage();
      if (uris.some((uri) => uri.toString() === active)) void ask();
    }),
  );
}

/** The page in the active editor, where it can be mended there. */
function activePage(): string | undefined {
  const document = window.activeTextEditor?.document;
  return isPage(document) && !READ_ONLY.includes(document.uri.scheme) ? document.uri.toString() : undefined;
}

function tellStopped(item: StatusBarItem): void {
  const told = l10n.t("Galley's language server has stopped: this page is not being checked. Click to restart it.");
  item.text = `$(warning) ${l10n.t("Galley stopped")}`;
  item.tooltip = told;
  item.accessibilityInformation = { label: told };
  item.backgroundColor = new ThemeColor("statusBarItem.warningBackground");
  item.command = RESTART_SERVER_COMMAND;
}

function tellLooking(item: StatusBarItem): void {
  const told = l10n.t("Galley: reading the page");
  item.text = `$(book) ${l10n.t("Galley")} $(loading~spin)`;
  item.tooltip = told;
  item.accessibilityInformation = { label: told };
  item.backgroundColor = undefined;
  item.command = SHOW_FINDINGS_COMMAND;
}

function tellStatus(item: StatusBarItem, status: PageStatus): void {
  const { needPerson, fixable, errorRate } = status;
  const counts = [
    needPerson > 0 ? l10n.t("{0} to decide", needPerson) : "",
    fixable > 0 ? `$(wand) ${l10n.t("{0} by one key", fixable)}` : "",
    errorRate ? `${errorRate.perTenThousand}‱` : "",
  ].filter((count) => count !== "");
  item.text = `$(book) ${counts.length > 0 ? counts.join("  ") : `${l10n.t("Galley")} $(check)`}`;
  item.tooltip = tooltipOf(status);
  item.accessibilityInformation = { label: inWords(status) };
  item.backgroundColor = undefined;
  // Where nothing wants a decision, the one thing left to do is the key.
  item.command = needPerson === 0 && fixable > 0 ? FIX_ALL_COMMAND : SHOW_FINDINGS_COMMAND;
}

function inWords({ needPerson, fixable }: PageStatus): string {
  if (needPerson + fixable === 0) return l10n.t("Galley: nothing to mend on this page");
  if (fixable === 0) return l10n.t("Galley: {0} places of this page need a decision", needPerson);
  if (needPerson === 0) return l10n.t("Galley: one key will mend {0} places of this page", fixable);
  return l10n.t("Galley: {0} places of this page need a decision, and one key will mend {1}", needPerson, fixable);
}

/** The findings counted by rule, those that need a person first; the page's way on is a click away. */
function tooltipOf(status: PageStatus): MarkdownString {
  const { byRule, fixable, errorRate } = status;
  const tables = [true, false].map((needPerson) => {
    const rows = byRule.filter((row) => row.needPerson === needPerson);
    if (rows.length === 0) return "";
    const heading = needPerson ? l10n.t("To decide") : l10n.t("By one key");
    return `\n\n| | ${heading} |\n| ---: | :--- |\n${rows.map(({ count, title }) => `| ${count} | ${title} |`).join("\n")}`;
  });
  const rate = errorRate ? `\n\n${errorRate.inWords}` : "";
  const link = fixable > 0 ? `\n\n[${l10n.t("Fix the page")}](command:${FIX_ALL_COMMAND})` : "";
  const markdown = new MarkdownString(`${inWords(status)}${tables.join("")}${rate}${link}`);
  markdown.isTrusted = { enabledCommands: [FIX_ALL_COMMAND] };
  return markdown;
}
