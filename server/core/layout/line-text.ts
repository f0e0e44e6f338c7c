/** What the text of a line shows: how it opens and ends, its marks, whether it may be a name. */

import { LONE_SURNAMES } from "../tables/newsroom.ts";
import { COMPOUND_SURNAMES } from "../tables/surnames.ts";
import { unitNamed } from "../tables/units.ts";
import { END, type End, HEAD, type Head } from "./line-classes.ts";
import {
  endsWithLabel,
  endsWithPhotographer,
  endsWithSignature,
  patternAtHead,
  patternOfItem,
  patternOfLine,
} from "./line-patterns.ts";
import { opensWithClosingMark, WIDTH_CLASS, widthClassAt } from "./width.ts";

/** How a line ends. */
export function endClassOf(text: string): End {
  const last = text.at(-1) ?? "";
  if (endsWithPhotographer(text)) return END.photographer;
  if ("。！？!?…".includes(last)) return END.stop;
  if (CLOSERS.has(last)) {
    const before = text.at(-2) ?? "";
    if (endsWithSignature(text)) return END.signature;
    if ("。！？…!?".includes(before)) return END.quotedStop;
    return "）)".includes(last) ? END.bracket : END.quote;
  }
  if ("，、,".includes(last)) return END.comma;
  if ("；;".includes(last)) return END.semicolon;
  if ("：:".includes(last)) return endsWithLabel(text) ? END.label : END.colon;
  if ("—－-～·".includes(last)) return END.dash;
  if ("“‘（《「『【(".includes(last)) return END.opening;
  return isHalfWidthAt(text, text.length - 1) ? END.numeral : END.han;
}

/** How a line opens. */
export function headOf(text: string): Head {
  if (opensWithClosingMark(text)) return HEAD.closing;
  const pattern = patternOfLine(text) ?? patternAtHead(text) ?? patternOfItem(text);
  if (pattern !== undefined) return pattern;
  if (text[0] === "（" || text[0] === "(") return HEAD.bracket;
  if ("“‘（《「『【".includes(text[0] ?? "")) return HEAD.opening;
  if (text[0] === "…") return HEAD.ellipsis;
  if (text[0] === "—") return HEAD.dash;
  return isHalfWidthAt(text, 0) ? HEAD.numeral : HEAD.han;
}

/** Whether a digit, a Latin letter or another half-width character stands at the index. */
function isHalfWidthAt(text: string, index: number): boolean {
  const found = widthClassAt(text, index);
  return found === WIDTH_CLASS.digit || found === WIDTH_CLASS.latin || found === WIDTH_CLASS.ascii;
}

const COMPOUND = new Set(COMPOUND_SURNAMES);

/**
 * Whether a text is two or three Han characters that open with a surname, or up to four with a double one; blanks may stand
 * between. A unit named after somebody (焦耳) is none.
 */
export function looksLikeName(text: string): boolean {
  if (text.length > 5) return false;
  const name = text.replace(/[ \u3000]/g, "");
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return false;
  if (COMPOUND.has(name.slice(0, 2))) return name.length > 2;
  return name.length < 4 && LONE_SURNAMES.includes(name.charAt(0)) && unitNamed(name) === undefined;
}

/** How many blanks stand between two of its Han characters, brackets left out. */
export function hanBlanksOf(text: string): number {
  if (!/[ \t\u3000]/.test(text)) return 0;
  return (
    text.replace(/[（(][^）)]*[）)]?/gu, "").match(/(?<=\p{Script=Han})[ \t\u3000]+(?=\p{Script=Han})/gu)?.length ?? 0
  );
}

const PAIRS = ["“”", "（）", "()", "《》", "「」", "『』", "【】", "‘’"];
const CLOSERS = new Set(PAIRS.map((pair) => pair.charAt(1)));

/** What a mark counts for in a line. */
const MARK = { none: 0, opens: 1, closes: 2, stop: 3, comma: 4 } as const;

/** The mark that each UTF-16 code unit is: every character of a page is asked for it. */
const MARKS = markTable();

function markTable(): Uint8Array {
  const table = new Uint8Array(65536).fill(MARK.none);
  for (const pair of PAIRS) {
    table[pair.charCodeAt(0)] = MARK.opens;
    table[pair.charCodeAt(1)] = MARK.closes;
  }
  for (const stop of "。！？；") table[stop.charCodeAt(0)] = MARK.stop;
  for (const comma of "，、") table[comma.charCodeAt(0)] = MARK.comma;
  return table;
}

/** How many brackets and quotes a line leaves open and closes without having opened them, and its stops and commas. */
export function marksOf(text: string): { leavesOpen: number; closesOpen: number; stops: number; commas: number } {
  let leavesOpen = 0;
  let closesOpen = 0;
  let stops = 0;
  let commas = 0;
  for (let i = 0; i < text.length; i += 1) {
    const mark = MARKS[text.charCodeAt(i)];
    if (mark === MARK.none) continue;
    if (mark === MARK.opens) leavesOpen += 1;
    else if (mark === MARK.stop) stops += 1;
    else if (mark === MARK.comma) commas += 1;
    else if (leavesOpen > 0) leavesOpen -= 1;
    else closesOpen += 1;
  }
  return { leavesOpen, closesOpen, stops, commas };
}
