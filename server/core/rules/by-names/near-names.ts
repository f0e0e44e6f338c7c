/** Strings of a text that are one character off a name of the house's lexicon, whether or not anything took them for names. */

import type { Form, Lexicon } from "../../house/index.ts";
import type { Span } from "../../text/text.ts";

/** A string of a text and the form of the lexicon that it is one character off. */
export interface NearName extends Span {
  readonly near: Form;
  /** Where the character stands that differs, in both. */
  readonly at: number;
}

/** Shorter names are one character off too much else: names of two characters for persons, of three for organisations. */
const SHORTEST = { PER: 3, ORG: 4 } as const;

/**
 * The strings as long as a person's or organisation's name that differ from it in one character, in page
 * order. A person's surname is the same. One walk over the text, whatever the lexicon holds: with one character wrong,
 * half of a name is right, and that half is looked up.
 */
export function nearNames(text: string, lexicon: Lexicon): NearName[] {
  const { heads, tails, framed } = indexOf(lexicon);
  const found: NearName[] = [];
  const consider = (start: number, forms: readonly Form[] | undefined): void => {
    for (const near of forms ?? []) {
      const end = start + near.form.length;
      const at = start < 0 || end > text.length ? undefined : differenceAt(text, start, near.form);
      if (at === undefined || (at === 0 && near.entry.type === "PER")) continue;
      found.push({ start, end, near, at });
    }
  };
  for (let i = 0; i < text.length; i += 1) {
    for (const [length, forms] of heads) consider(i, forms.get(text.slice(i, i + length)));
    for (const [length, forms] of tails) {
      const ending = forms.get(text.slice(i, i + length));
      if (ending) for (const form of ending) consider(i + length - form.form.length, [form]);
    }
    consider(i, framed.get(text.charAt(i) + text.charAt(i + 2)));
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

type ByPart = Map<string, Form[]>;

/** The names by their first half and by their last, each by its length; those of three by first and last character. */
interface Index {
  readonly heads: ReadonlyMap<number, ByPart>;
  readonly tails: ReadonlyMap<number, ByPart>;
  readonly framed: ByPart;
}

const indexes = new WeakMap<Lexicon, Index>();

function indexOf(lexicon: Lexicon): Index {
  const known = indexes.get(lexicon);
  if (known) return known;
  const heads = new Map<number, ByPart>();
  const tails = new Map<number, ByPart>();
  const framed: ByPart = new Map();
  for (const type of ["PER", "ORG"] as const) {
    for (const one of lexicon.forms(type)) {
      const { form } = one;
      if (form.length < SHORTEST[type] || !HAN.test(form)) continue;
      if (form.length === 3) {
        append(partsOf(heads, 2), form.slice(0, 2), one);
        append(framed, form.charAt(0) + form.charAt(2), one);
        continue;
      }
      const half = form.length >> 1;
      append(partsOf(heads, half), form.slice(0, half), one);
      append(partsOf(tails, form.length - half), form.slice(half), one);
    }
  }
  const index = { heads, tails, framed };
  indexes.set(lexicon, index);
  return index;
}

const HAN = /^\p{Script=Han}+$/u;

function partsOf(parts: Map<number, ByPart>, length: number): ByPart {
  const known = parts.get(length) ?? new Map<string, Form[]>();
  parts.set(length, known);
  return known;
}

function append(forms: ByPart, part: string, form: Form): void {
  const list = forms.get(part);
  if (list) list.push(form);
  else forms.set(part, [form]);
}

/** Where the text differs from the form, if that is in one Han character. */
function differenceAt(text: string, start: number, form: string): number | undefined {
  let at: number | undefined;
  for (let i = 0; i < form.length; i += 1) {
    if (text.charCodeAt(start + i) === form.charCodeAt(i)) continue;
    if (at !== undefined) return undefined;
    at = i;
  }
  return at !== undefined && HAN.test(text.charAt(start + at)) ? at : undefined;
}
