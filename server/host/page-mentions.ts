/** Answers about a page's mentions with the recogniser, the gazetteer, the house's lexicon and the cards of the core. */

import { findArticles } from "../core/articles/index.ts";
import { layOut, pageOf } from "../core/layout/index.ts";
import { appendEntry } from "../core/lexicon/append.ts";
import { cardWithEntry } from "../core/lexicon/card.ts";
import { nameDifferences } from "../core/lexicon/differences.ts";
import type { Entry, EntryData } from "../core/lexicon/index.ts";
import { withLexicon } from "../core/lexicon/recognise.ts";
import { soundAlike } from "../core/lexicon/sounds.ts";
import { cardFor } from "../core/mentions/card.ts";
import { cardMarkdown } from "../core/mentions/card-markdown.ts";
import { createRecogniser, loadGazetteer, type TextBlock, type VillageSource } from "../core/mentions/index.ts";
import { type FigureGroup, figureGroups } from "../core/mentions/numbers/disagreements.ts";
import type { Mention, Segmenter } from "../core/mentions/types.ts";
import { GAZETTEER, GAZETTEER_SOURCE } from "../data/gazetteer.ts";
import { positionsOf } from "../lsp/convert.ts";
import { packed } from "../lsp/entity-places.ts";
import { indexedPage } from "../lsp/indexed-page.ts";
import { mentionAt } from "../lsp/mention-spans.ts";
import type { Addition } from "../lsp/names.ts";
import type { Place } from "../workspace/index.ts";
import { type IndexedPage, isNameType } from "../workspace/index-entries.ts";
import type { Lexicons, LoadedLexicon } from "./lexicons.ts";
import type { PageMentions } from "./mention-desk.ts";
import type { WorkerPage } from "./messages.ts";
import { wordBreaks } from "./segmenter.ts";

/** Reads pages; they share the memory of blocks. */
export interface MentionReader {
  /** Makes a page ready to be asked about. */
  open(page: WorkerPage): PageMentions;
  /** What the index keeps of a page. */
  indexed(uri: string, text: string): IndexedPage;
}

/** Without a segmenter recognition goes by rules alone, without lexicons by nothing but itself, without villages to the towns. */
export function mentionReader(
  segmenter: Segmenter | undefined,
  lexicons?: Lexicons,
  villages?: VillageSource,
): MentionReader {
  const gazetteer = loadGazetteer(GAZETTEER);
  const recogniser = createRecogniser({ gazetteer, ...(segmenter && { segmenter }), ...(villages && { villages }) });
  const breaks = segmenter ? (text: string) => wordBreaks(segmenter, text) : undefined;
  const housed = (blocks: readonly TextBlock[], mentions: readonly Mention[], house: LoadedLexicon | undefined) =>
    house ? withLexicon(blocks, mentions, house.lexicon, breaks) : mentions;

  return {
    open({ uri, text }) {
      const layout = layOut(pageOf(text));
      const { blocks } = layout;
      let articles: readonly FigureGroup[] | undefined;
      const groups = (): readonly FigureGroup[] => {
        articles ??= figureGroups(findArticles(layout).articles);
        return articles;
      };
      const { home, ...recognised } = recogniser.page(blocks);
      const house = lexicons?.forPage(uri);
      const mentions = housed(blocks, recognised.mentions, house);
      const hoverable = housed(blocks, recognised.hoverable, house);
      const at = (offset: number): Mention | undefined => mentionAt({ text, blocks }, hoverable, offset);
      return {
        mentions: () => mentions,
        card(offset, locale) {
          const mention = at(offset);
          if (!mention) return undefined;
          const card = cardFor(mention, { blocks, home, mentions: hoverable, groups }, gazetteer, locale, villages);
          const entry = house?.lexicon.find(mention.type, mention.entity);
          const whole = entry ? cardWithEntry(card, entry, locale) : card;
          return { mention, markdown: cardMarkdown(whole, locale, GAZETTEER_SOURCE) };
        },
        entry: ({ type, entity }) => house && placeOf(house, house.lexicon.find(type, entity)),
        addition(offset, folder) {
          const mention = mentionAt({ text, blocks }, mentions, offset);
          const file = house?.uri ?? `${folder.replace(/\/$/, "")}/.galley/entities.yaml`;
          return mention && additionOf(mention, mentions, file, lexicons?.fresh(file));
        },
        differences: () =>
          house ? nameDifferences(text, blocks, { mentions, lexicon: house.lexicon, soundAlike }) : [],
      };
    },
    indexed(uri, text) {
      const layout = layOut(pageOf(text));
      const { mentions } = recogniser.page(layout.blocks);
      const named = housed(layout.blocks, mentions, lexicons?.forPage(uri));
      return indexedPage({ ...layout, ...findArticles(layout), text }, named);
    },
  };
}

function placeOf({ uri, text }: LoadedLexicon, entry: Entry | undefined): Place | undefined {
  return entry && { uri, place: packed(positionsOf(pageOf(text)).range(entry)) };
}

/** The entry that a mention makes: its name, and for a person the fullest office that the page gives. */
function additionOf(
  { type, entity, text }: Mention,
  all: readonly Mention[],
  file: string,
  house: LoadedLexicon | undefined,
): Addition | undefined {
  if (!isNameType(type) || house?.lexicon.find(type, entity)) return undefined;
  const roles = all.flatMap((other) => (other.type === type && other.entity === entity ? (other.role ?? []) : []));
  const [role] = roles.sort((a, b) => b.length - a.length);
  const name = (type === "LOC" ? text : entity).replace(/^“(.*)”$/su, "$1");
  const entry: EntryData = { name, type, aliases: [], ...(role === undefined ? {} : { role }) };
  const content = house?.text ?? "";
  const edit = appendEntry(content, entry, file.endsWith(".json") ? "json" : "yaml");
  if (!edit) return undefined;
  const { newText } = edit;
  return {
    uri: file,
    exists: house !== undefined,
    edit: { range: positionsOf(pageOf(content)).range(edit), newText },
    name,
  };
}
