/** What a hover adds from the house's lexicon. */

import type { EntryData } from "../house/types.ts";
import type { Locale } from "../text/locale.ts";
import type { Card, Fact } from "./types.ts";

/** The card with the entry's facts before the page's: office, other names, note, and the reading that the house has settled. */
export function cardWithEntry(card: Card, entry: EntryData, locale: Locale): Card {
  const fact = (text: string): Fact => ({ text, source: "lexicon" });
  const facts = [
    ...(entry.role === undefined ? [] : [fact(entry.role)]),
    ...(entry.aliases.length === 0
      ? []
      : [fact(locale === "zh" ? `又作：${entry.aliases.join("、")}` : `Also written ${entry.aliases.join(", ")}`)]),
    ...(entry.note === undefined ? [] : [fact(entry.note)]),
  ];
  const settled = entry.reading !== undefined;
  return {
    ...card,
    ...(settled ? { reading: entry.reading } : {}),
    facts: [...(facts.length === 0 ? [fact(entry.name)] : facts), ...card.facts],
    // Whether a character is read in two ways is a doubt no longer.
    doubts: settled ? card.doubts.filter((doubt) => !READING_DOUBT.test(doubt)) : card.doubts,
  };
}

const READING_DOUBT = /有两读|is read in two ways/;
