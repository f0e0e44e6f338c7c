/** Which places and bodies of a page the lexicon's entries stand for: what their names were found to mean there. */

import type { Mention, TextMention } from "../page/mention.ts";
import type { Entry, Lexicon } from "./index.ts";

/** A page's mentions under the names that the lexicon gives them. */
export interface Meant {
  /** The mention under the entry's name; it keeps what was found of the place or body (code, canonical name). */
  named(mention: TextMention): TextMention;
}

/**
 * An entry stands for the place or body that its name means on the page; a place's longer name that ends in it counts too
 * (云溪县柳河镇北桥社区). Of several the entry stands for the one that the page calls by the name alone, and for none where it
 * calls two so.
 */
export function meantOn(mentions: readonly Mention[], lexicon: Lexicon): Meant {
  /** By form: what the page means by it, and whether the page writes the form alone. */
  const meant = new Map<string, { entry: Entry; places: Map<string, { place: Mention; alone: boolean }> }>();
  const ends = new Set(mentions.flatMap(({ type, block, end }) => (type === "LOC" ? [`${block}:${end}`] : [])));
  for (const mention of mentions) {
    const form = isResolved(mention) ? formOf(mention, lexicon) : undefined;
    const entry = form === undefined ? undefined : lexicon.find(mention.type, form);
    if (form === undefined || !entry) continue;
    const known = meant.get(keyOf(mention.type, form)) ?? { entry, places: new Map() };
    meant.set(keyOf(mention.type, form), known);
    const place = known.places.get(mention.entity) ?? { place: mention, alone: false };
    // A link of a chain (柳河镇|北桥社区) isn't alone.
    place.alone ||= mention.text === form && !ends.has(`${mention.block}:${mention.start}`);
    known.places.set(mention.entity, place);
  }
  const entries = new Map<string, Entry>();
  /** By alias: what it means where nothing else says so. */
  const places = new Map<Entry, Mention | "several">();
  for (const { entry, places: found } of meant.values()) {
    const all = [...found.values()];
    const alone = all.length === 1 ? all : all.filter(({ alone }) => alone);
    const [only] = alone;
    if (!only || alone.length > 1) continue;
    const { place } = only;
    const key = keyOf(place.type, place.entity);
    if (!entries.has(key)) entries.set(key, entry);
    const other = places.get(entry);
    places.set(entry, other && other !== "several" && other.entity !== place.entity ? "several" : (other ?? place));
  }
  return {
    named(mention) {
      const { type, entity, text } = mention;
      const resolved = isResolved(mention);
      const entry = entries.get(keyOf(type, entity)) ?? (resolved ? undefined : lexicon.find(type, text));
      if (!entry) return mention;
      const place = resolved || meant.has(keyOf(type, text)) ? undefined : places.get(entry);
      // Who stands in the lexicon is no guess.
      const { likely: _, ...sure } = mention;
      const known = place === undefined || place === "several" ? sure : { ...sure, ...factsOf(place) };
      return entry.name === entity ? known : { ...known, entity: entry.name, resolved: known.resolved ?? entity };
    },
  };
}

function keyOf(type: string, name: string): string {
  return `${type}${name}`;
}

/** Whether it is known which place or body the mention names. */
function isResolved({ type, text, entity, code }: TextMention): boolean {
  return (type === "LOC" || type === "ORG") && (code !== undefined || entity !== text);
}

/** The lexicon's name for a mention: as it is written or in full; for a place the longest name that its full name ends in. */
function formOf({ type, text, entity }: TextMention, lexicon: Lexicon): string | undefined {
  for (const form of [text, entity]) if (lexicon.find(type, form)) return form;
  for (let i = 1; type === "LOC" && i < entity.length - 1; i += 1) {
    const form = entity.slice(i);
    if (UNIT.test(entity.charAt(i - 1)) && lexicon.find(type, form)) return form;
  }
  return undefined;
}

/** How the name of the unit that a place lies in ends. */
const UNIT = /[省市县区州旗盟镇乡道办]/u;

function factsOf({ entity, code, chosenBy }: Mention): Pick<TextMention, "resolved" | "code" | "chosenBy"> {
  return {
    resolved: entity,
    ...(code === undefined ? {} : { code }),
    ...(chosenBy === undefined ? {} : { chosenBy }),
  };
}
