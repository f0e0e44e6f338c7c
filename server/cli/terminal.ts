/**
 * What stands between texts of others (pages, names of files, settings) and the terminal or log that shows them: no character of
 * theirs moves the cursor, turns the line round or is taken for a command. All that is printed for people goes through here.
 */

import picocolors from "picocolors";

const STYLES = ["bold", "dim", "underline", "red", "green", "yellow", "cyan"] as const;

/** How a text is set off from others. */
export type Colours = Readonly<Record<(typeof STYLES)[number], (text: string) => string>> & {
  readonly isColoured: boolean;
};

/**
 * Colours as marks, which become escape sequences at the very end (`forTerminal`): before that nobody could tell our own from
 * those that stand on a page. The marks are noncharacters, which Unicode keeps for a program's own use (§23.7); a page
 * that holds them colours its own words and can do no more.
 */
export function coloursOf(isColoured: boolean): Colours {
  const plain = (text: string): string => text;
  const paints = STYLES.map((style, i) => [
    style,
    isColoured ? (text: string) => `${markOf(2 * i)}${text}${markOf(2 * i + 1)}` : plain,
  ]);
  return { ...(Object.fromEntries(paints) as Omit<Colours, "isColoured">), isColoured };
}

export const NO_COLOURS = coloursOf(false);

const FIRST_MARK = 0xfdd0;
const markOf = (number: number): string => String.fromCharCode(FIRST_MARK + number);

/** The escape sequence for each mark, in their order: what begins a style, and what ends it. */
const SEQUENCES = STYLES.flatMap((style) => picocolors.createColors(true)[style]("|").split("|"));

/**
 * What a terminal obeys instead of showing it: control characters but tabs and line ends, what turns the direction of writing
 * round (embeddings, overrides and isolates), and the line ends of which a reader of logs may make lines of its own.
 */
const OBEYED = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069";
const MARKS = "\\ufdd0-\\ufddf";
const ACTIVE = new RegExp(`[${OBEYED}]|\\r(?![${MARKS}]*\\n)`, "g");
const MARK = new RegExp(`[${MARKS}]`, "g");

/** What the runners of GitHub and Azure take for commands: `::` at the start of a line, `##[…]` and `##vso[…]` anywhere. */
const RUN_BY_LINE = new RegExp(`^((?:[^\\S\\n]|[${MARKS}])*:)(?=[${MARKS}]*:)`, "gmu");
const RUN_ANYWHERE = /#(?=#\w*\[)/g;

const SHOWN_INSTEAD = "\ufffd";

/** The text as it can be shown; a blank parts what would be a command. */
export function forTerminal(text: string, { isColoured }: Colours): string {
  return text
    .replace(ACTIVE, SHOWN_INSTEAD)
    .replace(RUN_BY_LINE, "$1 ")
    .replace(RUN_ANYWHERE, "# ")
    .replace(MARK, (mark) => (isColoured ? (SEQUENCES[mark.charCodeAt(0) - FIRST_MARK] ?? "") : ""));
}

/** A name of a file or the like that may hold line ends, as part of a line. */
export function onOneLine(name: string): string {
  return name.replace(/[\r\n]/g, SHOWN_INSTEAD);
}

const ACTIVE_IN_JSON = new RegExp(`[${OBEYED}]|${RUN_ANYWHERE.source}`, "g");

/** JSON that means the same, with an escape for every such character: JSON itself has one only for those below U+0020. */
export function jsonForTerminal(json: string): string {
  return json.replace(ACTIVE_IN_JSON, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
