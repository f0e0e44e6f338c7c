/** Writes a card as Markdown without HTML. */

import type { GazetteerSource } from "../places/gazetteer-lines.ts";
import type { Locale, Localised } from "../text/locale.ts";
import type { Card, Fact, Source } from "./types.ts";

const SOURCES: Readonly<Record<Source, Localised>> = {
  page: { zh: "本页", en: "this page" },
  gazetteer: { zh: "区划库", en: "gazetteer" },
  lexicon: { zh: "本社词库", en: "house lexicon" },
  reckoned: { zh: "推算", en: "reckoned" },
};

/** The card as Markdown of a dozen lines at most: name and kind, facts with their source, sentence, doubts, counts. */
export function cardMarkdown(card: Card, locale: Locale, gazetteer: GazetteerSource): string {
  const say = (text: Localised): string => text[locale];
  const reading = card.reading ? ` \u00a0 ${plain(card.reading)}` : "";
  const lines = [`**${plain(card.title)}** · ${card.kind}${reading}`];
  // Title, sentence, persons and counts always have room; of many facts the last are left out.
  const room = MOST_LINES - 4 - card.doubts.length;
  const facts = groupBySource(card.facts.slice(0, room));
  for (const [source, own] of facts) {
    const place = source === "gazetteer" ? ` ${gazetteer.name} ${gazetteer.version}（${gazetteer.date}）` : "";
    own.forEach((fact, i) => {
      lines.push(i === own.length - 1 ? `${stressed(fact)} — *${say(SOURCES[source])}${place}*` : stressed(fact));
    });
  }
  const { sentence } = card;
  if (sentence) {
    const { text, start, end } = sentence;
    lines.push(`> ${plain(text.slice(0, start))}**${plain(text.slice(start, end))}**${plain(text.slice(end))}`);
  }
  for (const doubt of card.doubts) lines.push(`⚠ ${plain(doubt.text)}`);
  if (card.related.length > 0)
    lines.push(`${say({ zh: "同现", en: "With" })}：${plain(card.related.join(say({ zh: "、", en: ", " })))}`);
  lines.push(
    say({
      zh: `本页 ${card.count} 处`,
      en: card.count === 1 ? "once on this page" : `${card.count} times on this page`,
    }),
  );
  return lines.join("\n\n");
}

const MOST_LINES = 12;

/** Facts by their source, the sources in the order in which they first come. */
function groupBySource(facts: readonly Fact[]): Map<Source, Fact[]> {
  const groups = new Map<Source, Fact[]>();
  for (const fact of facts) groups.set(fact.source, [...(groups.get(fact.source) ?? []), fact]);
  return groups;
}

/** A fact with its strong part in bold. */
function stressed({ text, strong = "" }: Fact): string {
  const at = text.lastIndexOf(strong);
  if (strong === "" || at < 0) return plain(text);
  return `${plain(text.slice(0, at))}**${plain(strong)}**${plain(text.slice(at + strong.length))}`;
}

/** The text with a backslash before what Markdown would take for its own marks, anywhere or at the start of a line. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~]/g, "\\$&")
    .replace(/^(?=[#+-])/gm, "\\")
    .replace(/^(\d+)(?=[.)](?:\s|$))/gm, "$1\\");
}
