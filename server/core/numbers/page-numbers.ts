/** The numbers of a page's blocks, kept by text: after an edit only the block that it touched is read anew. */

import { dayOfIso } from "./dates/calendar.ts";
import { mastheadContext } from "./dates/context.ts";
import { findNumeric, type NumericMention } from "./index.ts";

/** Reads the blocks of one page. */
export interface NumberReader {
  /** The page's own day as a day number, where its masthead or folio gives it. */
  readonly day: number | undefined;
  /** What `findNumeric` finds in a block's text on that day; the same list for the same text as long as it is kept. */
  read(text: string): readonly NumericMention[];
}

/**
 * The reader of a page's blocks, one for all who ask about the same list. Its context is the date in the page's masthead or
 * folio alone, which is certain: a year that only the page's words suggest stays open.
 */
export function numberReader(blocks: readonly { readonly text: string }[]): NumberReader {
  const known = readers.get(blocks);
  if (known) return known;
  const context = mastheadContext(blocks.map(({ text }) => text));
  const name = `${context.anchor ?? ""}|${context.evidence ?? ""}`;
  const reader: NumberReader = {
    day: dayOfIso(context.anchor),
    read: (text) => kept.get(name, text, () => findNumeric(text, context)),
  };
  readers.set(blocks, reader);
  return reader;
}

const readers = new WeakMap<readonly object[], NumberReader>();

/** Numbers by the name of their context, then by text. */
type NumbersByText = Map<string, Map<string, readonly NumericMention[]>>;

/**
 * Keeps the numbers asked for lately, in two generations. When the young one is full, it becomes the old one; what was in
 * the old one and was not asked for since is dropped.
 */
class NumberCache {
  #young: NumbersByText = new Map();
  #old: NumbersByText = new Map();
  /** Characters of the texts in the young generation. */
  #size = 0;

  get(context: string, text: string, find: () => NumericMention[]): readonly NumericMention[] {
    const known = this.#young.get(context)?.get(text);
    if (known) return known;
    const numbers = this.#old.get(context)?.get(text) ?? find();
    if (this.#size + text.length > MOST_CHARACTERS) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = 0;
    }
    const texts = this.#young.get(context) ?? new Map<string, readonly NumericMention[]>();
    this.#young.set(context, texts.set(text, numbers));
    this.#size += text.length;
    return numbers;
  }
}

/** Characters that one generation holds: a dozen pages. */
const MOST_CHARACTERS = 250_000;

/** What it holds depends on text and context alone, so all pages share it. */
const kept = new NumberCache();
