/** Mentions and the entities they name. */

/** PER person, LOC place, ORG organisation, DATE date or time, QTY quantity, TERM a term the page coins. */
export type EntityType = "PER" | "LOC" | "ORG" | "DATE" | "QTY" | "TERM";

/** A date, time or duration in normal form. */
export interface DateValue {
  readonly kind: "date" | "time" | "duration" | "recurrence";
  /** Extended Date/Time Format (ISO 8601-2), where it is a date. */
  readonly edtf?: string;
  /** ISO 8601 time or duration. */
  readonly iso?: string;
  readonly approx?: string;
  /** Parts that the page does not state and the evidence that gave them. */
  readonly inferred?: readonly string[];
  readonly evidence?: string;
}

/** A quantity in normal form; `value` is an exact decimal numeral. */
export interface QuantityValue {
  readonly kind: "quantity" | "percent" | "fraction" | "multiple" | "ordinal";
  readonly value?: string;
  readonly unit?: string;
  readonly dimension?: string;
  readonly per?: string;
  readonly range?: readonly [string, string];
  readonly approx?: string;
}

/** A place in a text that names something. Offsets are UTF-16, into the text it was found in (a block's joined text). */
export interface TextMention {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly text: string;
  /** The canonical name of what it names; equal for all mentions of one entity on a page. */
  readonly entity: string;
  /** For a person: office or title as the page gives it. */
  readonly role?: string;
  /** For a place: GB/T 2260 (or 12-digit) code. */
  readonly code?: string;
  readonly value?: DateValue | QuantityValue;
}

/** A mention of a page: the block it stands in, offsets into that block's joined text. */
export interface Mention extends TextMention {
  readonly block: number;
}

/** A word and its part-of-speech tag, as a dictionary segmenter gives them. */
export interface Word {
  readonly word: string;
  readonly tag: string;
}

/** The injected segmenter: the words it returns, joined, are the text. */
export interface Segmenter {
  tag(text: string): Word[];
}
