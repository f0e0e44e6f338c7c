/** Adds to a card what the house's lexicon has of its entity. */

import type { EntryData } from "../house/types.ts";
import type { Locale } from "../text/locale.ts";
import type { Card, Fact } from "./types.ts";

/** The card with the entry's office, other names and note before the page's facts, and with its reading, which is no doubt then. */
export function cardWithEntry(card: Card, entry: EntryData, locale: Locale): Card {
  const fact = (text: string): Fact => ({ text, source: "lexicon" });
  const facts = [
    ...(entry.role === undefined ? [] : [fact(entry.role)]),
    ...(entry.aliases.length === 0
      ? []
      : [fact(locale === "zh" ? `又作：${entry.aliases.join("、")}` : `Also written ${entry.aliases.join(", ")}`)]),
    ...(entry.note === undefined ? [] : [fact(entry.note)]),
  ];
  const { reading } = entry;
  return {
    ...card,
    ...(reading === undefined ? {} : { reading }),
    facts: [...(facts.length === 0 ? [fact(entry.name)] : facts), ...card.facts],
    doubts: reading === undefined ? card.doubts : card.doubts.filter(({ kind }) => kind !== "reading"),
  };
}
