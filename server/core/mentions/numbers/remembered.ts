/** The numbers of a page's blocks, remembered by text: an edit reads only the block that it touched. */

import { type DateContext, mastheadContext } from "./context.ts";
import { findNumeric, type NumericMention } from "./index.ts";

/** Reads one block's text; it finds what `findNumeric` finds in the context that the page's folio gives. */
export type NumberReader = (text: string) => readonly NumericMention[];

/**
 * A reader for the blocks of a page. Its context is the date in the page's masthead or folio alone, which is certain:
 * years that the page's words only suggest are left open. What it remembers depends on text and context only.
 */
export function numberReader(blockTexts: readonly string[]): NumberReader {
  const context = mastheadContext(blockTexts);
  const prefix = `${context.anchor ?? ""}|${context.evidence ?? ""}|${context.evidenceBlock ?? ""}|`;
  return (text) => remembered(prefix + text, text, context);
}

/** Characters that one of the two generations holds: a dozen pages. */
const MOST_CHARACTERS = 250_000;

let young = new Map<string, readonly NumericMention[]>();
let old = new Map<string, readonly NumericMention[]>();
let held = 0;

function remembered(key: string, text: string, context: DateContext): readonly NumericMention[] {
  const known = young.get(key);
  if (known) return known;
  const found = old.get(key) ?? findNumeric(text, context);
  // What was not asked for since the last turn of the generations is forgotten.
  if (held + key.length > MOST_CHARACTERS) {
    old = young;
    young = new Map();
    held = 0;
  }
  young.set(key, found);
  held += key.length;
  return found;
}
