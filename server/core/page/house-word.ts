/** What the house says of a word that it does not use. */

/** Terms that the house does not use, and what it writes instead. */
export interface HouseWord {
  readonly terms: readonly string[];
  /** Without it a person has to find other words. */
  readonly instead?: string;
  readonly why?: string;
  /** Longer words that hold a term and are used all the same. */
  readonly except?: readonly string[];
}
