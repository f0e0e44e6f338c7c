/** What the stock has for one kind of article. */

/** The sentences of one kind of article. */
export interface Genre {
  readonly heads: readonly string[];
  readonly decks: readonly string[];
  readonly leads: readonly string[];
  readonly body: readonly string[];
  readonly cross: readonly string[];
}
