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
  const lines = [`${bold("", card.title, " ")} · ${card.kind}${reading}`];
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
    lines.push(`> ${withBold(text, start, end)}`);
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
  return withBold(text, at, at + strong.length);
}

/** The text with what stands from `start` to `end` in bold. */
function withBold(text: string, start: number, end: number): string {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  return `${plain(before)}${bold(before, text.slice(start, end), after)}${plain(after)}`;
}

const LETTER_BEFORE = /[^\s\p{P}\p{S}]$/u;
const LETTER_AFTER = /^[^\s\p{P}\p{S}]/u;
const [BLANKS_AT_START, MARKS_AT_START] = [/^\s+/u, /^[\s\p{P}\p{S}]+/u];
const [BLANKS_AT_END, MARKS_AT_END] = [/\s+$/u, /[\s\p{P}\p{S}]+$/u];

/**
 * Words in bold between what stands before and after them. CommonMark takes two asterisks between a letter and a mark for what
 * they are (§6.2, flanking), so quotes and brackets at an end of the words stay plain where a letter is next to them.
 */
function bold(before: string, words: string, after: string): string {
  const opening = (LETTER_BEFORE.test(before) ? MARKS_AT_START : BLANKS_AT_START).exec(words)?.[0] ?? "";
  const rest = words.slice(opening.length);
  const closing = (LETTER_AFTER.test(after) ? MARKS_AT_END : BLANKS_AT_END).exec(rest)?.[0] ?? "";
  const inner = rest.slice(0, rest.length - closing.length);
  return inner === "" ? plain(words) : `${plain(opening)}**${plain(inner)}**${plain(closing)}`;
}

/** The text with a backslash before what Markdown would take for its own marks, anywhere or at the start of a line. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&]/g, "\\$&")
    .replace(/^(?: {4}| {0,3}\t)[ \t]*/gm, (blanks) => "\u00a0".repeat(blanks.length))
    .replace(/^( {0,3})(?=[#+=-])/gm, "$1\\")
    .replace(/^( {0,3}\d+)(?=[.)](?:\s|$))/gm, "$1\\");
}
