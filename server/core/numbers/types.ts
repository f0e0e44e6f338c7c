/** What the readers of the grammar take and give. */

import type { DateValue, QuantityValue } from "../page/mention.ts";
import type { Span } from "../text/text.ts";

/** The day from which a page's dates are read. */
export interface DateContext {
  /** ISO day: the page's date where it is known, else the latest day that the page tells of. */
  readonly anchor?: string;
  /** Where the anchor comes from: given, a masthead's date, a date with its year, an event's name, a year; or nothing. */
  readonly basis: "given" | "masthead" | "date" | "event" | "year" | "none";
  /** The words of the page that show the year. */
  readonly evidence?: string;
  /** Index of the text (block) that they stand in. */
  readonly evidenceBlock?: number;
}

/** A text while it is read: the context of its dates, and the last date read. */
export interface Scan {
  /** The view's text; all offsets are into it. */
  readonly text: string;
  readonly context: DateContext;
  /** The context's anchor as a day number. */
  readonly anchor: number | undefined;
  last?: LastDate | undefined;
}

/** The date read last, from which the next one may take its year or month. */
export interface LastDate extends Span {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** The year stands in the text. */
  readonly stated: boolean;
}

/** A date or quantity found at the offset a reader was asked about. */
export interface Found {
  readonly end: number;
  readonly type: "DATE" | "QTY";
  readonly value: DateValue | QuantityValue;
  /** Where it ends without a postposition (4小时内). */
  readonly plainEnd?: number;
  /** The two dates of a range, each written in full. */
  readonly parts?: readonly (Span & { readonly value: DateValue })[];
  /** Worth a hover, but neither a date nor a quantity to list: 目前, 夏季, 六大. */
  readonly vague?: true;
  readonly last?: Omit<LastDate, "start" | "end">;
}

/** A reader: what begins at an offset of the text, if it is of the reader's kind. */
export type Reader = (scan: Scan, at: number) => Found | undefined;
