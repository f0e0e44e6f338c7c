/** The numbers of a page's blocks, kept by text: after an edit only the block that it touched is read anew. */

import { PageMemory } from "../text/page-memory.ts";
import { dayOfIso } from "./dates/calendar.ts";
import { mastheadContext } from "./dates/context.ts";
import { findNumeric, type NumericMention } from "./index.ts";
import type { DateContext } from "./types.ts";

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
  kept.begin();
  const context = mastheadContext(blocks.map(({ text }) => text));
  const name = `${context.anchor ?? ""}|${context.evidence ?? ""}`;
  const reader: NumberReader = {
    day: dayOfIso(context.anchor),
    read: (text) => numbersIn(text, name, context),
  };
  readers.set(blocks, reader);
  return reader;
}

const readers = new WeakMap<readonly object[], NumberReader>();

/** The numbers of a text in one context. */
interface ReadNumbers {
  readonly context: string;
  readonly numbers: readonly NumericMention[];
}

/** What it holds depends on text and context alone, so all pages share it. */
const kept = new PageMemory<{ read: ReadNumbers }>();

/** The numbers of a text, read anew where it was last read in another context. */
function numbersIn(text: string, name: string, context: DateContext): readonly NumericMention[] {
  const read = (): ReadNumbers => ({ context: name, numbers: findNumeric(text, context) });
  const known = kept.of(text, () => ({ read: read() }));
  if (known.read.context !== name) known.read = read();
  return known.read.numbers;
}
