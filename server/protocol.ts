/** The requests and notifications that Galley's client and server share beyond the Language Server Protocol. */

/** Initialization options the client sends; every one may be left out. */
export interface InitOptions {
  /** Tag of the language that messages are shown in, such as `zh-cn`. */
  readonly locale?: string;
  /** What is set of the section `galley`, defaults left out: for a client that can't be asked, and what is one for a whole window. */
  readonly settings?: unknown;
  /** Address of a rule's documentation, `{rule}` standing for its id. */
  readonly ruleLink?: string;
  /** Ids of commands that the client runs when a code lens names them. */
  readonly commands?: readonly string[];
  /** What is needed to index the workspace; without it there is no index. */
  readonly index?: IndexOptions;
}

export interface IndexOptions {
  /** Globs of the files that are pages. */
  readonly pages: readonly string[];
  /** Path of the folder in which the index is kept. */
  readonly storage?: string;
}

/** The kind of the code action that applies every safe fix of a page. */
export const FIX_ALL_KIND = "source.fixAll.galley";

/** The kinds of the code actions that bring headings home: of the article at the cursor, of the whole page. */
export const RESTORE_ARTICLE_KIND = "refactor.move.galley.article";
export const RESTORE_PAGE_KIND = "refactor.move.galley.page";

/** The kind of the code action that puts the article at the cursor in a file of its own. */
export const EXPORT_ARTICLE_KIND = "refactor.extract.galley.article";

/** Commands of the client that code lenses name; each takes the page's URI and a line and character, 0-based. */
export const COPY_ARTICLE_COMMAND = "galley.copyArticle";
export const RESTORE_COMMAND = "galley.restoreHeadlines";
export const SHOW_PLACE_COMMAND = "galley.showPlace";
/** Saves a file of the house, given by its URI, after an action has edited it. */
export const SAVE_HOUSE_FILE_COMMAND = "galley.saveHouseFile";
/** Take nothing. */
export const SHOW_FINDINGS_COMMAND = "galley.showFindings";
export const FIX_ALL_COMMAND = "galley.fixAll";

/** Names the page that a request is about. */
export interface PageRequest {
  readonly textDocument: { readonly uri: string };
}

/** Titles of the progress of fixing a page, by which the client knows that a person waits for it. */
export const FIXING = { zh: "清样：正在修整版", en: "Galley: fixing the page" } as const;

/** Answers with {@link CleanPage}, or null where the page is not open. */
export const CLEAN_PAGE = "galley/cleanPage";

/** A page as it reads with all its safe fixes applied. */
export interface CleanPage {
  readonly version: number;
  readonly text: string;
}

/** Answers with a {@link CleanPage} that shows white space coming and going by marks, line for line beside the clean page. */
export const MARKED_PAGE = "galley/markedPage";

/** Answers with {@link PageStatus}, or null where the page is not open. */
export const PAGE_STATUS = "galley/status";

/** What there is to say of a page in a line. */
export interface PageStatus {
  readonly version: number;
  readonly findings: number;
  /** Findings with a safe fix, which a key will mend; the others need a person. */
  readonly fixable: number;
  readonly needPerson: number;
  /** First the rules that need a person, then the others, each with most first. */
  readonly byRule: readonly RuleCount[];
  /** Nothing where no finding counts. */
  readonly errorRate?: ToldErrorRate;
  readonly articles: number;
}

/** Errors per 10,000 characters, and how that comes about, in the client's language. */
export interface ToldErrorRate {
  readonly perTenThousand: number;
  readonly inWords: string;
}

/** How often a rule has found something on a page that needs a person, or that a key will mend. */
export interface RuleCount {
  readonly rule: string;
  /** In the client's language. */
  readonly title: string;
  readonly needPerson: boolean;
  readonly count: number;
}

/** What `Diagnostic.data` holds for a finding that can be fixed: the edits, and the version they are for. */
export interface FixData {
  readonly version: number;
  readonly title: string;
  /** As the core has it: a `doubtful` fix changes white space only but rests on thin evidence. */
  readonly safety: "safe" | "doubtful" | "unsafe";
  readonly edits: readonly ProtocolEdit[];
  /** The name that the finding is about, where the house's lexicon may take it in as it stands. */
  readonly unsettled?: string;
}

/** A `TextEdit` of the Language Server Protocol. */
export interface ProtocolEdit {
  readonly range: { readonly start: ProtocolPosition; readonly end: ProtocolPosition };
  readonly newText: string;
}

/** A `Position` of the Language Server Protocol. */
export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

/** The semantic token types of entities, as package.json declares them: persons, places, organisations, dates, quantities, terms. */
export const ENTITY_TOKENS = ["person", "place", "organisation", "date", "quantity", "term"] as const;

/** The semantic token types of headings and bylines, as package.json declares them. */
export const HEADING_TOKENS = ["headline", "kicker", "deck", "crosshead", "byline"] as const;

/** The semantic token modifiers, as package.json declares them: a name in a heading is set as that is. */
export const TOKEN_MODIFIERS = ["heading"] as const;

/** Names a place on a page. */
export interface PlaceRequest extends PageRequest {
  readonly position: ProtocolPosition;
}

/** Takes a {@link PlaceRequest}; answers with {@link ArticleText}, or null where no article stands there. */
export const ARTICLE = "galley/article";

/** An article as clean text. */
export interface ArticleText {
  readonly version: number;
  /** As the outline names it. */
  readonly name: string;
  /** As `galley export --format text` prints it: passages set apart by blank lines, a paragraph on one line. */
  readonly text: string;
  readonly characters: number;
}

/** Takes a {@link PlaceRequest} for one article, a {@link PageRequest} for the page; answers with {@link HeadlineMoves}. */
export const RESTORE_HEADLINES = "galley/restoreHeadlines";

/** Headings, decks and bylines brought home. */
export interface HeadlineMoves {
  readonly version: number;
  readonly edits: readonly ProtocolEdit[];
  /** How many parts go home, and how many stay apart because the page would read otherwise after their move. */
  readonly moved: number;
  readonly left: number;
}

/** Answers with {@link ReadPage}, or null where the page is not open. */
export const READ_PAGE = "galley/readPage";

/** A page to be read: its articles without wraps and stray blanks, headings above their articles. */
export interface ReadPage {
  readonly version: number;
  /** Name of the paper, date, number of the page: what stands at the page's edge. */
  readonly folio: readonly string[];
  readonly articles: readonly ReadArticle[];
}

export interface ReadArticle {
  /** As the outline names it; what a reader is shown where there is no headline. */
  readonly name: string;
  readonly heading: readonly ReadLine<"kicker" | "headline" | "deck">[];
  readonly bylines: readonly ReadLine<"byline">[];
  readonly body: readonly ReadPassage[];
  readonly captions: readonly ReadLine<"caption">[];
  readonly characters: number;
  /** Lines of the page that the article's own text stands on, 0-based, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A paragraph, crosshead, table or poem of an article; or, between its parts, words that lead to the page of the next one. */
export type ReadPassage = ReadLine<"paragraph" | "crosshead" | "editors-note" | "elsewhere"> | ReadTable | ReadVerse;

/** A table, all rows with as many cells, and where it begins on the page. */
export interface ReadTable extends ReadLine<"table"> {
  readonly rows: readonly (readonly string[])[];
  /** Whether the first row says what stands in the columns. */
  readonly header: boolean;
}

/** A poem, each stanza its lines, and where it begins on the page. */
export interface ReadVerse extends ReadLine<"verse"> {
  readonly stanzas: readonly (readonly string[])[];
}

/** A line, paragraph or the like of an article, and where it begins on the page. */
export interface ReadLine<Kind extends string> extends ProtocolPosition {
  readonly kind: Kind;
  readonly text: string;
  /** The page that it stands on, where that is another one. */
  readonly uri?: string;
}

/** The command of the client that adds an entity to the house's lexicon; takes the page's URI and a line and character, 0-based. */
export const ADD_TO_LEXICON_COMMAND = "galley.addToLexicon";

/** The command of the client that lists all mentions of the entity at a place; takes the same. */
export const FIND_REFERENCES_COMMAND = "galley.findReferences";

/** Takes a {@link PlaceRequest}; answers with {@link LexiconAddition}, or null where there is nothing to add. */
export const LEXICON_ADDITION = "galley/lexiconAddition";

/** What adds an entry to the house's lexicon. */
export interface LexiconAddition {
  /** The lexicon's file, to be made first where it does not exist. */
  readonly uri: string;
  readonly exists: boolean;
  readonly edit: ProtocolEdit;
  /** The name that the new entry has. */
  readonly name: string;
}

/** Takes a {@link NameProposalRequest}; answers with a list of {@link NameProposal}, empty where there is no index. */
export const NAME_PROPOSALS = "galley/nameProposals";

/** Asks what names the pages of a folder (URI) show often and clearly enough to be proposed for its lexicon. */
export interface NameProposalRequest {
  readonly folder: string;
}

/** A name for the lexicon, to be confirmed, and what speaks for it. */
export interface NameProposal {
  readonly type: "PER" | "ORG";
  readonly name: string;
  /** The office or calling that most pages give a person. */
  readonly role?: string;
  /** Pages that name it, and places on them. */
  readonly pages: number;
  readonly places: number;
  /** Where it stands first. */
  readonly uri: string;
  readonly range: ProtocolEdit["range"];
}

/** Takes {@link LexiconEntries}; answers with {@link LexiconAddition}, or null where the lexicon has them all or cannot be added to. */
export const LEXICON_ENTRIES = "galley/lexiconEntries";

/** Names that have been confirmed, for the lexicon that holds in a folder (URI). */
export interface LexiconEntries {
  readonly folder: string;
  readonly entries: readonly Pick<NameProposal, "type" | "name" | "role">[];
}

/** Takes a {@link TextRequest}; answers with {@link PlainText}, the text with its safe fixes made, or null where that would lose something. */
export const CLEAN_TEXT = "galley/cleanText";

export interface PlainText {
  readonly text: string;
}

/** A text that is no open page. */
export interface TextRequest extends PlainText {
  /** The page that it is meant for, whose settings then hold. */
  readonly uri?: string;
}

/** Takes {@link EncodedBytes}; answers with {@link EncodingName}, or null where the bytes are no text. */
export const ENCODING = "galley/encoding";

/** The bytes of a file. */
export interface EncodedBytes {
  readonly base64: string;
}

/**
 * How the text of a file was written: `utf-8`, `gb18030`, `big5`, `big5-hkscs` where characters are among it that Hong Kong
 * added, `utf-16le` or `utf-16be`.
 */
export interface EncodingName {
  readonly name: string;
}

/** Takes nothing; answers with {@link Issue}, and from then on the server sends {@link ISSUE_CHANGED}. */
export const ISSUE = "galley/issue";
/** A notification of the server: an {@link IssueChange}. */
export const ISSUE_CHANGED = "galley/issueChanged";

/** All pages of the workspace, open or not, in no order. */
export interface Issue {
  readonly pages: readonly IssuePage[];
  readonly errorRates: ErrorRates;
  /** What each rule is called, by its id. */
  readonly titles: Readonly<Record<string, string>>;
}

/** The error rates of all folders (URI) whose pages have errors that count: a folder is an issue, in which an error counts three times at most. */
export type ErrorRates = Readonly<Record<string, ToldErrorRate>>;

/** Pages that have come or changed, and the URIs of those that are gone. */
export interface IssueChange {
  readonly pages: readonly IssuePage[];
  readonly errorRates: ErrorRates;
  readonly gone: readonly string[];
}

/** A page of the issue, and what is to be done on it. */
export interface IssuePage {
  readonly uri: string;
  /** Its number, with the letter of its section where the paper has sections, as its folio or its file's name gives it. */
  readonly number?: { readonly section: string; readonly number: number };
  readonly findings: number;
  /** Findings with a safe fix: one key mends them. */
  readonly fixable: number;
  /** Findings that need a person; of very many only the first have a place. */
  readonly needing: number;
  /** Nothing where no finding counts. */
  readonly errorRate?: ToldErrorRate;
  readonly places: readonly IssuePlace[];
}

/** A finding that needs a person. */
export interface IssuePlace {
  readonly rule: string;
  readonly severity: "hint" | "information" | "warning" | "error";
  readonly message: string;
  readonly range: ProtocolEdit["range"];
  /** What the article is called in which it stands. */
  readonly article?: string;
}

/** In a browser, the server asks the client: takes a {@link FolderOf}; answers with a {@link FileText}, or null where there is none. */
export const LEXICON_IN = "galley/lexiconIn";

/** Asks for the lexicon that holds in a folder (URI). */
export interface FolderOf {
  readonly folder: string;
}

export interface FileText {
  readonly uri: string;
  readonly text: string;
}

/**
 * What a browser's client tells each of the two workers first: the server its end of a channel, the thread of names the other end (both
 * message ports), and where the folder of data is (URL).
 */
export type WorkerStart =
  | { readonly role: "server"; readonly names: unknown }
  | { readonly role: "names"; readonly server: unknown; readonly data: string };

/** Takes a {@link ToolRequest}; answers with {@link ToolReply}, or null where the page is not open. */
export const TOOL = "galley/tool";

/** What an assistant asks of a text, or of an open page by its URI. */
export interface ToolRequest {
  readonly tool: "check" | "outline" | "entities" | "fix";
  readonly text?: string;
  readonly uri?: string;
}

/** What it is told, one text after the other, or why not. */
export type ToolReply = { readonly texts: readonly string[] } | { readonly refused: string };

/**
 * A text as VS Code's messages, lists and trees show it and no more: of `[…](…)` they make a link, commands included, of `$(…)` an
 * icon, and characters that turn the direction of writing round would make another text of it.
 */
export function asPlainText(text: string): string {
  return text
    .replaceAll("](", "] (")
    .replaceAll("$(", "$ (")
    .replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}
