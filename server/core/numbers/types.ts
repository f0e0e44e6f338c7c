/** What the grammar's readers take and give. */

import type { DateValue, QuantityValue } from "../page/mention.ts";
import type { Span } from "../text/text.ts";

/** The day from which a page's dates are read. */
export interface DateContext {
  /** The page's day in ISO form (`2022-08-16`): the one printed on it, else the likeliest; missing where none is known. */
  readonly anchor?: string;
  /**
   * What gave the anchor: the caller (`given`), the page's masthead or folio, the latest of its dates with a year, a year
   * in an event's name, or a year alone.
   */
  readonly basis: "given" | "masthead" | "date" | "event" | "year" | "none";
  /** The words of the page that show the year. */
  readonly evidence?: string;
  /** Index of the text (block) that they stand in. */
  readonly evidenceBlock?: number;
}

/** A text while it is read. */
export interface Scan {
  /** The normalised text; all offsets are into it. */
  readonly text: string;
  readonly context: DateContext;
  /** The context's anchor as a day number (days since 1970-01-01). */
  readonly anchor: number | undefined;
  /** The date read last; `findNumeric` alone sets it. */
  last?: LastDate | undefined;
}

/** The date read last, from which the next one may take its year or month. */
export interface LastDate extends Span {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** Whether the text states the year. */
  readonly stated: boolean;
}

/** A date or quantity that a reader has read at the offset it was asked about. */
export interface Expression {
  /** The offset after its last character. */
  readonly end: number;
  readonly type: "DATE" | "QTY";
  readonly value: DateValue | QuantityValue;
  /** Where it ends without its postposition, if it has one: 4小时|内. */
  readonly plainEnd?: number;
  /** The two dates of a range that are each written in full: 2023年|至|2025年. */
  readonly parts?: readonly (Span & { readonly value: DateValue })[];
  /** Worth a hover, but neither a date nor a quantity to list: 目前, 夏季, 六大. */
  readonly vague?: true;
  /** The date from which the next one may take its year or month. */
  readonly last?: Omit<LastDate, "start" | "end">;
}

/** Reads what begins at an offset of the scan's text; undefined where nothing of the reader's kind does. */
export type Reader = (scan: Scan, at: number) => Expression | undefined;
