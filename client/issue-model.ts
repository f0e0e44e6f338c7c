/** The issue as a tree: folders, their pages in the order of their numbers, articles, and what needs a person; and the way from place to place. */

import {
  asPlainText,
  type ErrorRates,
  type IssuePage,
  type IssuePlace,
  type ToldErrorRate,
} from "../server/protocol.ts";

/** What of the issue is shown. */
export interface IssueFilter {
  /** Pages alone that need a person. */
  readonly needing: boolean;
  /** Findings of these rules alone, and pages that have some; of all, where none is named. */
  readonly rules?: ReadonlySet<string>;
}

export interface FolderNode {
  readonly kind: "folder";
  /** The folder's address; "" for pages that have none yet. */
  readonly uri: string;
  readonly pages: readonly PageNode[];
  readonly needing: number;
  readonly fixable: number;
  /** Of all its pages, whatever is shown. */
  readonly rate?: RateNode;
}

/** The error rate of a folder, which is an issue. */
export interface RateNode {
  readonly kind: "rate";
  readonly uri: string;
  readonly rate: ToldErrorRate;
}

export interface PageNode {
  readonly kind: "page";
  readonly page: IssuePage;
  /** Findings shown that need a person. */
  readonly needing: number;
  /** What stands in no article comes first. */
  readonly children: readonly (ArticleNode | PlaceNode)[];
}

export interface ArticleNode {
  readonly kind: "article";
  readonly page: IssuePage;
  readonly name: string;
  /** How many articles of this page stand before it. */
  readonly index: number;
  readonly places: readonly PlaceNode[];
}

export interface PlaceNode {
  readonly kind: "place";
  readonly page: IssuePage;
  readonly place: IssuePlace;
}

export type IssueNode = FolderNode | RateNode | PageNode | ArticleNode | PlaceNode;

/** The folders of an issue by their path, each with its pages in order and its error rate, where there is one. */
export function issueTree(pages: Iterable<IssuePage>, filter: IssueFilter, rates: ErrorRates = {}): FolderNode[] {
  const folders = new Map<string, PageNode[]>();
  for (const page of [...pages].sort(inOrder)) {
    const node = pageNode(page, filter);
    if (!node) continue;
    const folder = folderOf(page.uri);
    const known = folders.get(folder);
    if (known) known.push(node);
    else folders.set(folder, [node]);
  }
  return [...folders].map(([uri, nodes]) => ({
    kind: "folder",
    uri,
    pages: nodes,
    needing: sum(nodes.map(({ needing }) => needing)),
    fixable: sum(nodes.map(({ page }) => page.fixable)),
    ...(rates[uri] ? { rate: { kind: "rate", uri, rate: rates[uri] } } : {}),
  }));
}

/** What stands below a node, in order. */
export function childrenOf(node: IssueNode): readonly IssueNode[] {
  switch (node.kind) {
    case "folder":
      return node.rate ? [node.rate, ...node.pages] : node.pages;
    case "page":
      return node.children;
    case "article":
      return node.places;
    default:
      return [];
  }
}

function pageNode(page: IssuePage, { needing: onlyNeeding, rules }: IssueFilter): PageNode | undefined {
  const shown = rules ? page.places.filter(({ rule }) => rules.has(rule)) : page.places;
  const needing = rules ? shown.length : page.needing;
  if (needing === 0 && (onlyNeeding || rules)) return undefined;
  const outside: PlaceNode[] = [];
  const articles = new Map<string, PlaceNode[]>();
  for (const place of shown) {
    const node: PlaceNode = { kind: "place", page, place };
    const { article } = place;
    if (article === undefined) outside.push(node);
    else articles.set(article, [...(articles.get(article) ?? []), node]);
  }
  const nodes = [...articles].map(([name, places], index): ArticleNode => {
    return { kind: "article", page, name, index, places };
  });
  return { kind: "page", page, needing, children: [...outside, ...nodes] };
}

/** What each node below these stands under. */
export function parentsOf(nodes: readonly IssueNode[]): ReadonlyMap<IssueNode, IssueNode> {
  const parents = new Map<IssueNode, IssueNode>();
  const look = (node: IssueNode): void => {
    for (const child of childrenOf(node)) {
      parents.set(child, node);
      look(child);
    }
  };
  nodes.forEach(look);
  return parents;
}

const natural = new Intl.Collator("zh-CN", { numeric: true });

/** By folder; there by section and number, what has no number after that; else by name, 2 before 10. */
function inOrder(a: IssuePage, b: IssuePage): number {
  const folders = natural.compare(plain(folderOf(a.uri)), plain(folderOf(b.uri)));
  if (folders !== 0) return folders;
  if (a.number && b.number) {
    const { section, number } = a.number;
    const numbers = natural.compare(section, b.number.section) || number - b.number.number;
    if (numbers !== 0) return numbers;
  } else if (a.number || b.number) return a.number ? -1 : 1;
  return natural.compare(plain(a.uri), plain(b.uri));
}

/** Where somebody stands on a page. */
export interface Standing {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** A place to go to. */
export interface Step {
  readonly to: PlaceNode;
  /** Counted from 1, and how many there are. */
  readonly index: number;
  readonly of: number;
  /** The issue's end was passed, or its beginning. */
  readonly wrapped: boolean;
}

/**
 * The next place after the one where somebody stands, or the one before it, over all pages in order and round from the last to the
 * first; of several findings at one place the first. Undefined where nothing needs a person. From a page that is not among them, or
 * from nowhere, the first place is next.
 */
export function step(
  folders: readonly FolderNode[],
  from: Standing | undefined,
  direction: "next" | "previous",
): Step | undefined {
  const pages = folders.flatMap((folder) => folder.pages);
  const places = pages.flatMap(placesOf);
  const pageAt = new Map(pages.map(({ page }, index) => [page.uri, index]));
  const here = from && pageAt.get(from.uri);
  const sideOf = ({ page, place }: PlaceNode): number => {
    if (!from || here === undefined) return 1;
    const { line, character } = place.range.start;
    return (pageAt.get(page.uri) ?? 0) - here || line - from.line || character - from.character;
  };
  const at =
    direction === "next"
      ? places.findIndex((node) => sideOf(node) > 0)
      : places.findLastIndex((node) => sideOf(node) < 0);
  const found = at >= 0 ? at : direction === "next" ? 0 : places.length - 1;
  const to = places[firstAt(places, found)];
  return to && { to, index: places.indexOf(to) + 1, of: places.length, wrapped: at < 0 && here !== undefined };
}

/** The first of the findings that stand where this one stands. */
function firstAt(places: readonly PlaceNode[], index: number): number {
  const isSame = (a: PlaceNode | undefined, b: PlaceNode | undefined): boolean => {
    const [one, other] = [a?.place.range.start, b?.place.range.start];
    return a?.page === b?.page && one?.line === other?.line && one?.character === other?.character;
  };
  let first = index;
  while (first > 0 && isSame(places[first - 1], places[index])) first -= 1;
  return first;
}

function placesOf({ children }: PageNode): PlaceNode[] {
  const places = children.flatMap((child) => (child.kind === "place" ? [child] : child.places));
  return places.sort(({ place: { range: a } }, { place: { range: b } }) => {
    return a.start.line - b.start.line || a.start.character - b.start.character;
  });
}

/** A page's number as it is printed: A03 has no letter lost, 3 no nought before it. */
export function numberOf({ number }: IssuePage): string | undefined {
  return number && `${number.section}${number.section ? String(number.number).padStart(2, "0") : number.number}`;
}

/** The name of a page's file, without what all pages end with. */
export function nameOf({ uri }: Pick<IssuePage, "uri">): string {
  return asPlainText(plain(uri.slice(uri.lastIndexOf("/") + 1)).replace(/^untitled:|\.txt$/gi, ""));
}

/** The address of the folder in which a page lies; "" for one that was never saved. */
export function folderOf(uri: string): string {
  return uri.startsWith("untitled:") ? "" : uri.slice(0, uri.lastIndexOf("/"));
}

function plain(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
