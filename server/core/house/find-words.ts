/** Finds the words that the house does not use in a text: all of them in one walk. */

import type { HouseWord } from "../page/house-word.ts";
import type { Span } from "../text/text.ts";

/** A term where it stands in a text (UTF-16 offsets). */
export interface FoundWord extends Span {
  readonly term: string;
  readonly word: HouseWord;
}

/** What is longer is a sentence and no term: from each place of a text no more than this is looked at. */
export const LONGEST_TERM = 40;

/** Finds terms in a text, in order; of those that overlap, the one that begins first, and of these the longest. */
export type WordFinder = (text: string) => readonly FoundWord[];

export function createWordFinder(words: readonly HouseWord[]): WordFinder {
  const root: Node = { next: new Map() };
  for (const word of words) for (const term of word.terms) put(root, term, word);
  return (text) => {
    const found: FoundWord[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const first = root.next.has(text.charCodeAt(at)) ? termAt(root, text, at) : undefined;
      if (!first) continue;
      found.push(first);
      at = first.end - 1;
    }
    return found;
  };
}

const finders = new WeakMap<readonly HouseWord[], WordFinder>();

/** The finder of a house's words, made once for them. */
export function wordFinderOf(words: readonly HouseWord[]): WordFinder {
  const finder = finders.get(words) ?? createWordFinder(words);
  finders.set(words, finder);
  return finder;
}

/** Terms by their code units, one a step; where a term ends, whose it is. */
interface Node {
  readonly next: Map<number, Node>;
  ends?: { readonly term: string; readonly word: HouseWord; readonly allowed: readonly Allowed[] };
}

/** A longer word that is used, and how far inside it a term begins. */
interface Allowed {
  readonly text: string;
  readonly before: number;
}

/** Of two entries with the same term the first counts. */
function put(root: Node, term: string, word: HouseWord): void {
  if (term === "" || term.length > LONGEST_TERM) return;
  let node = root;
  for (let i = 0; i < term.length; i += 1) {
    const code = term.charCodeAt(i);
    const next = node.next.get(code) ?? { next: new Map() };
    node.next.set(code, next);
    node = next;
  }
  node.ends ??= { term, word, allowed: allowedFor(term, word) };
}

/** What is to be written instead is allowed, too, though it may hold the term: 残疾 in 残疾人. */
function allowedFor(term: string, { instead = "", except = [] }: HouseWord): Allowed[] {
  return [instead, ...except].flatMap((text) => {
    const places: Allowed[] = [];
    for (let before = text.indexOf(term); before >= 0; before = text.indexOf(term, before + 1))
      places.push({ text, before });
    return places;
  });
}

function termAt(root: Node, text: string, at: number): FoundWord | undefined {
  let longest: FoundWord | undefined;
  let node = root.next.get(text.charCodeAt(at));
  for (let end = at + 1; node; end += 1) {
    const { ends } = node;
    if (ends && isWhole(text, at, end) && !ends.allowed.some((one) => text.startsWith(one.text, at - one.before)))
      longest = { start: at, end, term: ends.term, word: ends.word };
    node = end < text.length ? node.next.get(text.charCodeAt(end)) : undefined;
  }
  return longest;
}

/** Letters and digits of a term are no part of a longer word or figure. */
function isWhole(text: string, start: number, end: number): boolean {
  return !goesOn(text, start) && !goesOn(text, end);
}

function goesOn(text: string, at: number): boolean {
  return at > 0 && LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at));
}

const LETTER = /[\p{Script=Latin}\p{Nd}]/u;
