/** What the readers of the grammar take and give. */

import type { Span } from "../../text.ts";
import type { DateValue, QuantityValue } from "../types.ts";
import type { DateContext } from "./context.ts";

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

/** The text before an offset, at most `length` code units of it. */
export function before(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - length), at);
}
