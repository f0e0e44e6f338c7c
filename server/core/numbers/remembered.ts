/** The numbers of a page's blocks, remembered by text: an edit reads only the block that it touched. */

import { dayOfIso } from "./dates/calendar.ts";
import { mastheadContext } from "./dates/context.ts";
import { findNumeric, type NumericMention } from "./index.ts";

/** What reads the blocks of one page. */
export interface NumberReader {
  /** The page's own day as a day number, where its masthead or folio gives it. */
  readonly day: number | undefined;
  /** What `findNumeric` finds in a block's text on that day. */
  read(text: string): readonly NumericMention[];
}

/**
 * The reader of a page's blocks, one for all who ask about the same list. Its context is the date in the page's
 * masthead or folio alone, which is certain: years that the page's words only suggest are left open. What it remembers
 * depends on text and context only.
 */
export function numberReader(blocks: readonly { readonly text: string }[]): NumberReader {
  const known = readers.get(blocks);
  if (known) return known;
  const context = mastheadContext(blocks.map(({ text }) => text));
  const name = `${context.anchor ?? ""}|${context.evidence ?? ""}`;
  const reader: NumberReader = {
    day: dayOfIso(context.anchor),
    read: (text) => remembered(name, text, () => findNumeric(text, context)),
  };
  readers.set(blocks, reader);
  return reader;
}

const readers = new WeakMap<readonly object[], NumberReader>();

type Memory = Map<string, Map<string, readonly NumericMention[]>>;

/** Characters that one of the two generations holds: a dozen pages. */
const MOST_CHARACTERS = 250_000;

/** By context, then by text. */
let young: Memory = new Map();
let old: Memory = new Map();
let held = 0;

function remembered(context: string, text: string, find: () => NumericMention[]): readonly NumericMention[] {
  const known = young.get(context)?.get(text);
  if (known) return known;
  const found = old.get(context)?.get(text) ?? find();
  // What was not asked for since the last turn of the generations is forgotten.
  if (held + text.length > MOST_CHARACTERS) {
    old = young;
    young = new Map();
    held = 0;
  }
  const texts = young.get(context) ?? new Map<string, readonly NumericMention[]>();
  young.set(context, texts.set(text, found));
  held += text.length;
  return found;
}
