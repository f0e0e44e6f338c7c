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
  /** `over`, `about`, `at_most`, `start_of_year`, `end_of_month`, `recent` …: how the words are vaguer than the value. */
  readonly approx?: string;
  /** Parts that the page does not state and the evidence that gave them. */
  readonly inferred?: readonly string[];
  readonly evidence?: string;
  /** The last day meant, where the page gives figures as of a date (截至6月底). */
  readonly asOf?: string;
  /** A quarter or season as EDTF level 1 writes it (`2022-35`), where `edtf` uses the form that newspapers know. */
  readonly edtfSeason?: string;
  /** The date in the lunar calendar (`2022-08-15`, a leap month as `2023-L02-15`). */
  readonly lunar?: string;
  /** The year is one of the lunar calendar (壬寅年). */
  readonly lunarYear?: boolean;
  /** 同期: as long a span as the one spoken of before. */
  readonly sameSpanAs?: "previous";
  /** A recurrence as iCalendar (RFC 5545) writes it. */
  readonly rrule?: string;
  /** The shortest and the longest duration meant (3至5天). */
  readonly range?: readonly [string, string];
  /** What cannot be: the 30th of February, a weekday that the date did not have. */
  readonly problem?: DateProblem;
}

/** What cannot be about a date or time, and what would be right where that is known. */
export interface DateProblem {
  /**
   * `leap-day`: a 29 February of no stated year, which the year that it most likely is of does not have; a doubt. `backwards`:
   * a span that ends before it begins.
   */
  readonly kind: "month" | "day" | "leap-day" | "weekday" | "hour" | "minute" | "lunar-day" | "backwards";
  /** The part as it stands on the page: `13月`, `30日`, `星期五`; of a span its end. */
  readonly stated: string;
  /** The weekday the date had, or the last possible month, day, hour or minute; of a span its beginning. */
  readonly expected: string;
  /** Where the page says so: the month that is too short for the day, with its year (`2月`, `2023年2月`). */
  readonly within?: string;
}

/** A quantity in normal form; `value` is an exact decimal numeral. */
export interface QuantityValue {
  readonly kind: "quantity" | "percent" | "fraction" | "multiple" | "ordinal";
  readonly value?: string;
  /** The unit's sign (`t`, `m3`, `km`) or the classifier. */
  readonly unit?: string;
  /** The unit as the page writes it, where that is not its sign or usual name. */
  readonly unitText?: string;
  /** What the unit measures (`mass`, `area`), or the currency's ISO 4217 code. */
  readonly dimension?: string;
  readonly per?: string;
  /** The amount in SI units with their sign: `200000000 kg/a`. */
  readonly si?: string;
  readonly range?: readonly [string, string];
  readonly approx?: string;
  /** What the amount stays below: 十多万 is less than 200 000. */
  readonly upper?: string;
  /** An order of magnitude (千亿级), not an amount. */
  readonly magnitude?: boolean;
  /** `denominator`: the 每吨 that another quantity is counted per. */
  readonly role?: "denominator";
  /** Numerator and denominator of a fraction. */
  readonly num?: number;
  readonly den?: number;
  /** The place in an order, of an ordinal. */
  readonly n?: number;
}

/** A place in a text that names something. Offsets are UTF-16, into the text it was found in (a block's joined text). */
export interface TextMention {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly text: string;
  /** The canonical name of what it names; equal for all mentions of one entity on a page. */
  readonly entity: string;
  /** The canonical name that was found, where `entity` has the name that the house's lexicon gives it. */
  readonly resolved?: string;
  /** For a person: office or title as the page gives it. */
  readonly role?: string;
  /** For a place: GB/T 2260 (or 12-digit) code. */
  readonly code?: string;
  /** For a village of the gazetteer: whether what the page names before it decided which it is, or the page's home region. */
  readonly chosenBy?: "path" | "home";
  readonly value?: DateValue | QuantityValue;
  /** Of a name: it rests on thin evidence and is none as often as not, so it is offered as likely and not coloured. */
  readonly likely?: true;
}

/**
 * A mention of a page: the block it stands in, offsets into that block's joined text; of an interrupted paragraph the
 * first block, whose text is that of the whole paragraph (see `Layout.texts`).
 */
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
