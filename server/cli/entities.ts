/** `galley entities`: what a page mentions, each mention with its places on the page. */

import { analyze } from "../core/analyze.ts";
import { describeNumeric } from "../core/cards/value.ts";
import type { Analysis } from "../core/page/analysis.ts";
import type { EntityType, Mention } from "../core/page/mention.ts";
import { pageSpans } from "../core/page/mention-spans.ts";
import type { Locale, Localised } from "../core/text/locale.ts";
import { positionsOf } from "../core/text/positions.ts";
import type { Span } from "../core/text/text.ts";
import { createPageReader, type PageReader } from "../workspace/page-reader.ts";
import { columnsOf, padTo, widestOf } from "./formats/columns.ts";
import type { StartFilter } from "./jsonl.ts";
import { createNames, resourcesFor, tellUnread } from "./names.ts";
import { forOnePage } from "./pages.ts";
import type { Session } from "./session.ts";

/** Prints the mentions of a page, named as the house's lexicon has them where one holds. */
export async function entities(session: Session, path: string, format: "text" | "json"): Promise<void> {
  await forOnePage(session, path, async ({ text, settings, path: file }) => {
    const analysis = analyze(text, settings);
    const { mentions } = await createNames(session, "whole").read(analysis, file);
    const found = placed(analysis, mentions);
    if (format === "json") return session.printJson(jsonOf(analysis, found));
    await session.print(textOf(analysis, found, session));
  });
}

/**
 * `entities --jsonl`: as corpora of names mark them, so that the answers compare with theirs. Offsets are into the text as
 * it was given; a mention over a wrap holds the wrap.
 */
export const entitiesFilter: StartFilter = (context) => {
  let reader: PageReader | undefined;
  return (text, settings) => {
    reader ??= createPageReader(resourcesFor(context), "listed");
    const analysis = analyze(text, settings);
    const page = reader.read(analysis);
    void tellUnread(context, page);
    return {
      entities: placed(analysis, page.mentions).map(({ type, spans, likely }) => ({
        start: spans[0]?.start,
        end: spans.at(-1)?.end,
        type,
        ...(likely && { likely }),
      })),
    };
  };
};

interface PlacedMention extends Mention {
  /** Page spans, one for each line it stands on. */
  readonly spans: readonly Span[];
}

function placed(analysis: Analysis, mentions: readonly Mention[]): PlacedMention[] {
  return mentions.flatMap((mention) => {
    const spans = pageSpans(analysis, mention);
    return spans.length > 0 ? [{ ...mention, spans }] : [];
  });
}

function jsonOf({ page }: Analysis, mentions: readonly PlacedMention[]): string {
  const { range } = positionsOf(page);
  const shown = mentions.map(({ type, text, entity, spans, role, code, value, likely }) => ({
    type,
    text,
    entity,
    spans: spans.map(range),
    ...(role !== undefined && { role }),
    ...(code !== undefined && { code }),
    ...(value !== undefined && { value }),
    ...(likely && { likely }),
  }));
  return `${JSON.stringify(shown, null, 1)}\n`;
}

const HEADINGS: readonly (readonly [EntityType, Localised])[] = [
  ["PER", { zh: "人名", en: "Persons" }],
  ["LOC", { zh: "地名", en: "Places" }],
  ["ORG", { zh: "机构", en: "Organisations" }],
  ["DATE", { zh: "日期和时间", en: "Dates and times" }],
  ["QTY", { zh: "数量", en: "Quantities" }],
  ["TERM", { zh: "提法", en: "Coined terms" }],
];

/** Places shown of one entity. */
const MOST_PLACES = 6;

function textOf(analysis: Analysis, mentions: readonly PlacedMention[], session: Session): string {
  const { say, colours } = session;
  if (mentions.length === 0) return `${say({ zh: "没有识别到什么。", en: "Nothing recognised." })}\n`;
  const sections = HEADINGS.flatMap(([type, heading]) => {
    const entities = byEntity(mentions.filter((mention) => mention.type === type));
    if (entities.length === 0) return [];
    // A date or quantity goes by its words; its normal form, a code to most readers, is explained beside it.
    const named = entities.map(([entity, places]) => {
      const shown = places[0]?.value ? places[0].text : entity;
      // As the hover says, it may be none.
      return places.every(({ likely }) => likely) ? `${shown}？` : shown;
    });
    const width = widestOf(named);
    const rows = entities.map(([, places], i) => {
      const count = colours.dim(places.length > 1 ? ` ×${places.length}`.padEnd(5) : "     ");
      return `  ${padTo(named[i] ?? "", width)}${count}  ${detailOf(places, session.locale)}${colours.dim(placesOf(analysis, places))}\n`;
    });
    return [`${colours.bold(`${say(heading)} ${type}`)}\n${rows.join("")}`];
  });
  return sections.join("\n");
}

/** The mentions of each entity, entities in the order of the page. */
function byEntity(mentions: readonly PlacedMention[]): [entity: string, mentions: PlacedMention[]][] {
  const groups = new Map<string, PlacedMention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.entity);
    if (group) group.push(mention);
    else groups.set(mention.entity, [mention]);
  }
  return [...groups];
}

/** What is known of an entity: the first that any of its mentions says. */
function detailOf(mentions: readonly PlacedMention[], locale: Locale): string {
  for (const { role, code, value } of mentions) {
    const detail = role ?? code ?? (value && describeNumeric({ value }, locale)[0]);
    if (detail !== undefined) return `${detail}  `;
  }
  return "";
}

function placesOf(analysis: Analysis, mentions: readonly PlacedMention[]): string {
  const { position } = positionsOf(analysis.page);
  const columnOf = columnsOf(analysis.page);
  const places = mentions.slice(0, MOST_PLACES).map(({ spans }) => {
    const start = position(spans[0]?.start ?? 0);
    return `${start.line + 1}:${columnOf(start)}`;
  });
  return `${places.join(" ")}${mentions.length > MOST_PLACES ? " …" : ""}`;
}
