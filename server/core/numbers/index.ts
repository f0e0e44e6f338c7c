/** The grammar of numbers, dates and quantities: finds them in a text and gives their normal form. */

import type { TextMention } from "../page/mention.ts";
import { entityOf } from "./canonical.ts";
import { dayOfIso } from "./dates/calendar.ts";
import { isDigit } from "./numerals/match.ts";
import { type NormalisedText, normalise, sourceSpan } from "./numerals/normalised.ts";
import { numeralRunEnd } from "./numerals/numerals.ts";
import { uncountedWordEnd } from "./numerals/uncounted.ts";
import { nextStart, readersAt } from "./readers.ts";
import type { DateContext, Expression, Scan } from "./types.ts";

export { anchoredContext, dateContext } from "./dates/context.ts";
export type { DateContext } from "./types.ts";

/** A date or quantity, with what a caller needs to tell kinds apart. */
export interface NumericMention extends TextMention {
  readonly type: "DATE" | "QTY";
  readonly value: NonNullable<TextMention["value"]>;
  /** Where it ends without its postposition, if it has one: 4小时|内. */
  readonly plainEnd?: number;
  /** The two dates of a range that are each written in full: 2023年|至|2025年. */
  readonly parts?: readonly NumericMention[];
  /** Worth a hover, but neither date nor quantity to list: 目前, 夏季, 六大. */
  readonly vague?: true;
}

/**
 * All dates, times, durations, quantities and ordinals of a text, in order, none overlapping another. Offsets are UTF-16,
 * into the text given; blanks and line breaks inside a mention belong to it. Dates are given in the Extended Date/Time
 * Format (ISO 8601-2), times and durations as ISO 8601-1 (GB/T 7408) writes them, recurrences as RFC 5545 does, amounts as
 * exact decimal numerals.
 * @param context the day from which dates that leave something out are read
 * @param options.vague also 目前, 夏季, 六大 and their like
 */
export function findNumeric(
  text: string,
  context: DateContext,
  options: { readonly vague?: boolean } = {},
): NumericMention[] {
  const normalised = normalise(text);
  const scan: Scan = { text: normalised.text, context, anchor: dayOfIso(context.anchor) };
  const mentions: NumericMention[] = [];
  let at = nextStart(scan.text, 0);
  while (at >= 0) {
    const found = readLongest(scan, at);
    if (found) {
      if (found.last) scan.last = { ...found.last, start: at, end: found.end };
      if (!found.vague || options.vague) mentions.push(mentionOf(text, normalised, at, found));
      at = nextStart(scan.text, found.end);
    } else {
      at = nextStart(scan.text, uncountedWordEnd(scan.text, at) ?? afterNothing(scan.text, at));
    }
  }
  return mentions;
}

/** The longest of what the readers find at an offset; undefined where a word that counts nothing is as long. */
function readLongest(scan: Scan, at: number): Expression | undefined {
  let best: Expression | undefined;
  for (const reader of readersAt(scan.text, at)) {
    const found = reader(scan, at);
    if (found && (!best || found.end > best.end)) best = found;
  }
  return best && best.end > (uncountedWordEnd(scan.text, at) ?? 0) ? best : undefined;
}

/** Where to go on where nothing begins: after the character, or after its whole run of digits or Chinese numerals. */
function afterNothing(text: string, at: number): number {
  const char = text[at] ?? "";
  return isDigit(text.charCodeAt(at)) || /[〇零一二两三四五六七八九十百千万亿]/.test(char)
    ? numeralRunEnd(text, at)
    : at + 1;
}

function mentionOf(source: string, normalised: NormalisedText, start: number, found: Expression): NumericMention {
  const span = sourceSpan(normalised, { start, end: found.end });
  const { type, value, plainEnd, parts } = found;
  const text = source.slice(span.start, span.end);
  const entity = entityOf(value, normalised.text.slice(start, found.end));
  const mention: NumericMention = { start: span.start, end: span.end, type, text, entity, value };
  if (plainEnd === undefined && !parts && !found.vague) return mention;
  return {
    ...mention,
    ...(plainEnd !== undefined && { plainEnd: sourceSpan(normalised, { start, end: plainEnd }).end }),
    ...(parts && { parts: parts.map((part) => mentionOf(source, normalised, part.start, { ...part, type: "DATE" })) }),
    ...(found.vague && { vague: true as const }),
  };
}
