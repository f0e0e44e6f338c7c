/** The rooms of the house and what each may import: the one list from which the linter's walls and ARCHITECTURE.md are made. */

/** A folder, or the files that stand directly in one (`server/core/*.ts`). */
export interface Room {
  readonly path: string;
  /** What it holds, in a few words. */
  readonly holds: string;
  /** The rooms that it may import, besides itself. */
  readonly may: readonly string[];
  /** Libraries that it may import; without a list, all. */
  readonly libraries?: readonly string[];
}

const DATA = "server/data";
const TEXT = "server/core/text";
const TABLES = "server/core/tables";
const LAYOUT = "server/core/layout";
const ARTICLES = "server/core/articles";
const PAGE = "server/core/page";
const NUMBERS = "server/core/numbers";
const PLACES = "server/core/places";
const NAMES = "server/core/names";
const HOUSE = "server/core/house";
const ISSUE = "server/core/issue";
const RULES = "server/core/rules";
const CARDS = "server/core/cards";
const CORE = "server/core/*.ts";
const EXPORT = "server/core/export";
const FIX = "server/core/fix";
const WORKSPACE = "server/workspace";
const LSP = "server/lsp";
const HOST = "server/host";
const BROWSER = "server/browser";
const CLI = "server/cli";
const PROTOCOL = "server/protocol.ts";
const ENTRIES = "server/*.ts";
const CLIENT = "client";

/** What a page is made of, from characters to articles. */
const MADE_OF = [TEXT, TABLES, LAYOUT, ARTICLES];
const ALL_OF_CORE = [...MADE_OF, PAGE, NUMBERS, PLACES, NAMES, HOUSE, ISSUE, RULES, CARDS, CORE, EXPORT, FIX];

/** From the ground up: a room imports only rooms that stand before it. */
export const ROOMS: readonly Room[] = [
  { path: DATA, holds: "tables of data, each with its source and licence; no code", may: [], libraries: [] },
  { path: TEXT, holds: "offsets, lines, edits, positions, languages", may: [], libraries: [] },
  {
    path: TABLES,
    holds: "typed access to the tables: words by class, units, surnames",
    may: [TEXT, DATA],
    libraries: [],
  },
  {
    path: LAYOUT,
    holds: "which lines belong together, and what each blank between them is",
    may: [TEXT, TABLES],
    libraries: [],
  },
  {
    path: ARTICLES,
    holds: "where articles begin and end, and which headline is whose",
    may: [TEXT, TABLES, LAYOUT],
    libraries: [],
  },
  { path: PAGE, holds: "the model: analysis, finding, mention, settings", may: MADE_OF, libraries: [] },
  {
    path: NUMBERS,
    holds: "the grammar of numerals, quantities and dates; sums",
    may: [...MADE_OF, PAGE],
    libraries: ["chinese-days"],
  },
  { path: PLACES, holds: "the gazetteer, where a page is at home, villages", may: [...MADE_OF, PAGE], libraries: [] },
  {
    path: NAMES,
    holds: "persons, places and organisations on a page",
    may: [TEXT, TABLES, PAGE, NUMBERS, PLACES],
    libraries: ["opencc-js"],
  },
  {
    path: HOUSE,
    holds: "the house's lexicon; the files of the house, read and added to",
    may: [...MADE_OF, PAGE],
    libraries: ["yaml", "pinyin-pro"],
  },
  {
    path: ISSUE,
    holds: "which pages are one issue, what each says of it, which article goes on where",
    may: [...MADE_OF, PAGE, NUMBERS],
    libraries: [],
  },
  {
    path: RULES,
    holds: "one file a rule; rules that go by names in by-names/, by an issue in of-issue/",
    may: [...MADE_OF, PAGE, NUMBERS, HOUSE, ISSUE],
    libraries: [],
  },
  {
    path: CARDS,
    holds: "what a hover says",
    may: [...MADE_OF, PAGE, NUMBERS, PLACES, HOUSE],
    libraries: ["pinyin-pro"],
  },
  {
    path: CORE,
    holds: "the pipeline, the outline, settings as people write them",
    may: [...MADE_OF, PAGE, NUMBERS, HOUSE, ISSUE, RULES],
    libraries: [],
  },
  {
    path: EXPORT,
    holds: "clean articles as text, Markdown, JSON, ninjs",
    may: [...MADE_OF, PAGE, ISSUE, CORE],
    libraries: ["uuid"],
  },
  {
    path: FIX,
    holds: "edits, the fixed page, headings brought home; nothing is lost",
    may: [...MADE_OF, PAGE, RULES, CORE],
    libraries: [],
  },
  {
    path: WORKSPACE,
    holds: "open pages, pages with their names, the index; services that hosts implement",
    may: ALL_OF_CORE,
    libraries: [],
  },
  { path: PROTOCOL, holds: "what client and server say beyond the protocol", may: [], libraries: [] },
  {
    path: LSP,
    holds: "the language server: one file a request",
    may: [...ALL_OF_CORE, WORKSPACE, PROTOCOL],
    libraries: ["vscode-languageserver", "vscode-languageserver-textdocument"],
  },
  {
    path: HOST,
    holds: "the impure edge: files, encodings, dictionary, worker thread",
    may: [...ALL_OF_CORE, WORKSPACE, DATA],
  },
  {
    path: BROWSER,
    holds: "the host in a browser: workers, fetched data; files that stand in for the host's",
    may: [...ALL_OF_CORE, WORKSPACE, HOST, PROTOCOL],
    libraries: [],
  },
  { path: CLI, holds: "the command line: one file a command", may: [...ALL_OF_CORE, WORKSPACE, HOST] },
  {
    path: ENTRIES,
    holds:
      "the entries: main.ts (server), worker.ts (its thread), house.ts (what reads the house's files), browser.ts (all in a browser), cli.ts, mcp.ts (loaded by `galley mcp`)",
    may: [...ALL_OF_CORE, WORKSPACE, LSP, HOST, BROWSER, CLI, PROTOCOL],
  },
  { path: CLIENT, holds: "the VS Code side: starts the server, commands, status bar", may: [PROTOCOL] },
];

/** The room of a file (path from the project's root). */
export function roomOf(file: string): Room | undefined {
  const folder = file.slice(0, file.lastIndexOf("/"));
  return (
    ROOMS.find(({ path }) => path === file) ??
    ROOMS.find(({ path }) => file.startsWith(`${path}/`)) ??
    ROOMS.find(({ path }) => path === `${folder}/*.ts`)
  );
}
