/** What the house says of a finding that it does not share. */

/**
 * A finding that the house has accepted. It holds for each finding of the rule of which all is true that it says; it speaks of
 * characters without white space, so the raw and the fixed page are one to it.
 */
export interface Acceptance {
  readonly rule: string;
  /** Path of the page, from the folder that holds `.galley`; without one, all pages. */
  readonly page?: string;
  /** The words that the finding covers. Without them it is any words, or, beside what stands round them, none. */
  readonly text?: string;
  /** What stands directly before and after these words. */
  readonly before?: string;
  readonly after?: string;
  /** Which one it is, from 1 on, where the page has the same words with the same before and after more than once. */
  readonly nth?: number;
}

/** How far an acceptance goes. */
export type AcceptanceScope = "here" | "page" | "everywhere";
