/** The view of the issue: all pages, what needs a person on each, and the way from one place to the next. */

import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  asPlainText,
  type ErrorRates,
  ISSUE,
  type Issue,
  type IssueChange,
  type IssuePage,
  type IssuePlace,
} from "../server/protocol.ts";
import { openAsWritten } from "./encoding.ts";
import {
  type ArticleNode,
  childrenOf,
  type FolderNode,
  type IssueFilter,
  type IssueNode,
  issueTree,
  nameOf,
  numberOf,
  type PageNode,
  type PlaceNode,
  parentsOf,
  type RateNode,
  type Step,
  step,
} from "./issue-model.ts";
import { isPage } from "./language.ts";
import type { Server } from "./server.ts";

export interface IssueView extends Disposable {
  /** All pages of the issue, whatever is shown, in order. */
  readonly pages: readonly IssuePage[];
  /** Goes to the next place that needs a person, or to the one before. */
  go(direction: "next" | "previous"): Promise<void>;
  /** Opens a page of the view, at the place if one is given; what stands below it in the view is unfolded. */
  open(node: PageNode | PlaceNode): Promise<void>;
  /** Shows pages alone that need a person, or all. */
  showNeeding(needing: boolean): void;
  /** Has the user choose the rules whose findings are shown. */
  chooseRules(): Promise<void>;
}

const VIEW = "galley.issue";
/** Takes a {@link PageNode} or a {@link PlaceNode}. */
export const OPEN_COMMAND = "galley.issue.open";
/** Whether there are pages: without any the view is not there. */
const HAS_PAGES = "galley.hasPages";
/** What the view shows: `all`, `needing`, or what some `rules` found. */
const SHOWS = "galley.issue.shows";

/** Milliseconds that the status bar tells where one has come to. */
const TOLD = 8000;

const ALL: IssueFilter = { needing: false };

export function createIssueView(server: Server): IssueView {
  const known = new Map<string, IssuePage>();
  let titles: Issue["titles"] = {};
  let rates: ErrorRates = {};
  let filter = ALL;
  let shown: FolderNode[] = [];
  let parents: ReadonlyMap<IssueNode, IssueNode> = new Map();
  const changed = new EventEmitter<undefined>();
  const provider: TreeDataProvider<IssueNode> = {
    onDidChangeTreeData: changed.event,
    getChildren(node) {
      // Of a single folder the name says nothing.
      const [first] = shown;
      if (!node) return first && shown.length === 1 ? [...childrenOf(first)] : shown;
      return [...childrenOf(node)];
    },
    getParent: (node) => parents.get(node),
    getTreeItem: (node) => itemOf(node, titles),
  };
  const view = window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });
  const show = (): void => {
    shown = issueTree(known.values(), filter, rates);
    parents = parentsOf(shown.length === 1 ? shown.flatMap(childrenOf) : shown);
    const all = [...known.values()];
    const needing = total(all.map((page) => page.needing));
    view.description = known.size > 0 ? l10n.t("{0} pages, {1} to decide", known.size, needing) : "";
    view.badge = needing > 0 ? { value: needing, tooltip: l10n.t("{0} places need a decision", needing) } : undefined;
    const shows = filter.rules ? "rules" : filter.needing ? "needing" : "all";
    const names = filter.rules ? [...filter.rules].map((rule) => titles[rule] ?? rule) : [];
    view.message = names.length > 0 ? l10n.t("Only: {0}", names.join(l10n.t(", "))) : "";
    void commands.executeCommand("setContext", SHOWS, shows);
    if (known.size > 0) void commands.executeCommand("setContext", HAS_PAGES, true);
    changed.fire(undefined);
  };
  const take = ({ pages, gone, errorRates }: IssueChange): void => {
    // VS Code has its own way to write an address.
    const keyOf = (uri: string): string => Uri.parse(uri).toString();
    rates = Object.fromEntries(Object.entries(errorRates).map(([folder, rate]) => [keyOf(folder), rate]));
    for (const page of pages) known.set(keyOf(page.uri), { ...page, uri: keyOf(page.uri) });
    for (const uri of gone) known.delete(keyOf(uri));
    show();
  };
  const ask = async (): Promise<void> => {
    if (server.state !== "running") return;
    const issue = await server.request<Issue>(ISSUE, {});
    if (!issue) return;
    known.clear();
    ({ titles } = issue);
    take({ ...issue, gone: [] });
  };
  const onPage = (): void => {
    if (isPage(window.activeTextEditor?.document)) void commands.executeCommand("setContext", HAS_PAGES, true);
  };
  onPage();
  show();
  void ask();
  const subscriptions = Disposable.from(
    view,
    changed,
    window.onDidChangeActiveTextEditor(onPage),
    server.onDidChangeState(() => void ask()),
    server.onIssueChanged(take),
  );
  const open = async (node: PageNode | PlaceNode): Promise<void> => {
    const uri = Uri.parse(node.page.uri);
    // Places are those of the text as it was written.
    const document = (await openAsWritten(server, uri)) ?? (await workspace.openTextDocument(uri));
    await window.showTextDocument(document, node.kind === "place" ? { selection: rangeOf(node.place) } : {});
    if (!view.visible) return;
    // Where the tree has just changed, the node may be one of before.
    await Promise.resolve(view.reveal(node, { select: true, focus: false, expand: true })).catch(() => undefined);
  };
  return {
    get pages() {
      return issueTree(known.values(), ALL).flatMap(({ pages }) => pages.map(({ page }) => page));
    },
    async go(direction) {
      const { document, selection } = window.activeTextEditor ?? {};
      const { line = 0, character = 0 } = selection?.start ?? {};
      const from = document && { uri: document.uri.toString(), line, character };
      const found = step(shown, from, direction);
      if (!found) {
        window.setStatusBarMessage(l10n.t("Nothing in this issue needs a decision"), TOLD);
        return;
      }
      await open(found.to);
      window.setStatusBarMessage(arrival(found, direction), TOLD);
    },
    open,
    showNeeding(needing) {
      filter = { needing };
      show();
    },
    async chooseRules() {
      const chosen = await chooseAmong([...known.values()], titles, filter.rules);
      if (!chosen) return;
      filter = chosen.size > 0 ? { needing: false, rules: chosen } : ALL;
      show();
    },
    dispose: () => subscriptions.dispose(),
  };
}

/** Where one has come to: which place of how many, and what is wrong there. */
function arrival({ to: { page, place }, index, of, wrapped }: Step, direction: "next" | "previous"): string {
  const said = l10n.t("{0}: place {1} of {2}, {3}", pageLabel(page), index, of, place.message);
  if (!wrapped) return said;
  const turned =
    direction === "next"
      ? l10n.t("That was the last place; on from the first.")
      : l10n.t("That was the first place; on from the last.");
  return `${turned} ${said}`;
}

/** The rules that found what needs a person, to be ticked; undefined where nothing was chosen, none for all of them. */
async function chooseAmong(
  pages: readonly IssuePage[],
  titles: Issue["titles"],
  before: ReadonlySet<string> | undefined,
): Promise<ReadonlySet<string> | undefined> {
  const counts = new Map<string, number>();
  for (const { places } of pages) for (const { rule } of places) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const items = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([rule, count]) => ({
      label: titles[rule] ?? rule,
      description: l10n.t("{0} to decide", count),
      rule,
      picked: before?.has(rule) ?? true,
    }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Findings That the Issue Shows"),
    canPickMany: true,
  });
  if (!chosen) return undefined;
  return new Set(chosen.length === items.length ? [] : chosen.map(({ rule }) => rule));
}

function itemOf(node: IssueNode, titles: Issue["titles"]): TreeItem {
  switch (node.kind) {
    case "folder":
      return folderItem(node);
    case "rate":
      return rateItem(node);
    case "page":
      return pageItem(node);
    case "article":
      return articleItem(node);
    case "place":
      return placeItem(node, titles);
  }
}

function folderItem({ uri, needing, fixable }: FolderNode): TreeItem {
  const name = uri === "" ? l10n.t("Not saved") : asPlainText(workspace.asRelativePath(Uri.parse(uri), false));
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.id = `folder ${uri}`;
  item.description = counts(needing, fixable);
  item.iconPath = ThemeIcon.Folder;
  item.contextValue = fixable > 0 && uri !== "" ? "folder fixable" : "folder";
  item.accessibilityInformation = { label: `${name}, ${counts(needing, fixable)}` };
  return item;
}

/** One line, with its arithmetic for whoever points at it. */
function rateItem({ uri, rate: { perTenThousand, inWords } }: RateNode): TreeItem {
  const item = new TreeItem(l10n.t("Error rate {0}‱", perTenThousand));
  item.id = `rate ${uri}`;
  item.tooltip = inWords;
  item.iconPath = new ThemeIcon("dashboard");
  item.contextValue = "rate";
  item.accessibilityInformation = { label: inWords };
  return item;
}

function pageItem(node: PageNode): TreeItem {
  const { page, needing, children } = node;
  const { uri, fixable } = page;
  const isDone = page.findings === 0;
  const state = children.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(pageLabel(page), state);
  item.id = `page ${uri}`;
  const said = counts(needing, fixable);
  item.description = numberOf(page) === undefined ? said : `${said}  ${nameOf(page)}`;
  item.tooltip = new MarkdownString().appendText(
    [Uri.parse(uri).fsPath, said, ...(page.errorRate ? [page.errorRate.inWords] : [])].join("\n"),
  );
  item.iconPath = isDone
    ? new ThemeIcon("pass", new ThemeColor("testing.iconPassed"))
    : new ThemeIcon(needing > 0 ? "book" : "wand");
  item.contextValue = fixable > 0 ? "page fixable" : "page";
  item.command = { command: OPEN_COMMAND, title: l10n.t("Open the Page"), arguments: [node] };
  item.accessibilityInformation = { label: `${pageLabel(page)}, ${nameOf(page)}, ${said}` };
  return item;
}

function articleItem({ page, index, places, ...article }: ArticleNode): TreeItem {
  const name = asPlainText(article.name);
  const item = new TreeItem(name, TreeItemCollapsibleState.Expanded);
  item.id = `article ${page.uri} ${index}`;
  item.description = String(places.length);
  item.contextValue = "article";
  item.accessibilityInformation = { label: `${name}, ${l10n.t("{0} to decide", places.length)}` };
  return item;
}

/** As the Problems view shows them. */
const ICONS: Readonly<Record<IssuePlace["severity"], ThemeIcon>> = {
  error: new ThemeIcon("error", new ThemeColor("problemsErrorIcon.foreground")),
  warning: new ThemeIcon("warning", new ThemeColor("problemsWarningIcon.foreground")),
  information: new ThemeIcon("info", new ThemeColor("problemsInfoIcon.foreground")),
  hint: new ThemeIcon("lightbulb"),
};

function placeItem(node: PlaceNode, titles: Issue["titles"]): TreeItem {
  const { range, rule, severity } = node.place;
  const message = asPlainText(node.place.message);
  const item = new TreeItem(message);
  const line = l10n.t("line {0}", range.start.line + 1);
  item.description = line;
  item.tooltip = `${titles[rule] ?? rule}\n${message}`;
  item.iconPath = ICONS[severity];
  item.contextValue = "place";
  item.command = { command: OPEN_COMMAND, title: l10n.t("Go to the Place"), arguments: [node] };
  item.accessibilityInformation = { label: `${message}, ${line}` };
  return item;
}

function pageLabel(page: IssuePage): string {
  const number = numberOf(page);
  return number === undefined ? nameOf(page) : l10n.t("Page {0}", number);
}

/** What is to be done, in a few words. */
function counts(needing: number, fixable: number): string {
  const said = [
    needing > 0 ? l10n.t("{0} to decide", needing) : "",
    fixable > 0 ? l10n.t("{0} by one key", fixable) : "",
  ].filter((one) => one !== "");
  return said.length > 0 ? said.join(" · ") : l10n.t("nothing to do");
}

function rangeOf({ range: { start, end } }: IssuePlace): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
