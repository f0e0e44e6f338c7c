/** Answers questions about a page's names: its mentions, their cards, the house's entries, findings by names. */

import { analyze, articlesOf, layOutText, withFindings } from "../core/analyze.ts";
import type { Articles } from "../core/articles/index.ts";
import { cardFor } from "../core/cards/card.ts";
import { cardMarkdown } from "../core/cards/markdown.ts";
import { cardWithEntry } from "../core/cards/with-entry.ts";
import type { Entry } from "../core/house/index.ts";
import { type PageFacts, pageFacts } from "../core/issue/page-facts.ts";
import type { Resources } from "../core/names/index.ts";
import { type ArticleBlocks, articleBlocks } from "../core/numbers/sums/disagreements.ts";
import { type Analysis, type Listing, listingOf } from "../core/page/analysis.ts";
import type { Finding } from "../core/page/finding.ts";
import type { Mention } from "../core/page/mention.ts";
import { mentionAt } from "../core/page/mention-spans.ts";
import type { Settings, Severities } from "../core/page/settings.ts";
import { nameFindings, needsNames } from "../core/rules/apply.ts";
import { Sheets } from "../core/sheets.ts";
import type { Locale } from "../core/text/locale.ts";
import { positionsOf } from "../core/text/positions.ts";
import { pageOf } from "../core/text/text.ts";
import { packed } from "./entity-places.ts";
import { type EntityKey, type IndexedPage, isNameType } from "./index-entries.ts";
import { indexedPage } from "./indexed-page.ts";
import { additionTo } from "./lexicon-addition.ts";
import type { Lexicons, LoadedLexicon } from "./lexicons.ts";
import type { MentionCard } from "./mention-service.ts";
import type { Addition } from "./name-service.ts";
import { checkOf, type PageCheck, type PlacedFinding, placedFinding } from "./page-check.ts";
import type { Place } from "./page-index.ts";
import { createPageReader, namedPage } from "./page-reader.ts";

/** What can be asked about one version of a page. */
export interface PageAnswers {
  mentions(): readonly Mention[];
  /** The card of the mention at a page offset (UTF-16). */
  card(offset: number, locale: Locale): MentionCard | undefined;
  /** The entry of the house's lexicon for an entity. */
  entry(key: EntityKey): Place | undefined;
  /** What adds the entity at a page offset to the lexicon, or to a new one in the folder (URI). */
  addition(offset: number, folder: string): Addition | undefined;
  /** What the rules find that go by names. */
  findings(settings: Severities): readonly Finding[];
  /** What the page's issue has to know of it. */
  facts(): PageFacts;
  /** What the next version of the page need not be read anew for. */
  readonly sheets: Sheets;
  /** On a page that is too long: the line, counted from 1, from which on no names were looked for. */
  readonly unreadFrom?: number;
}

/** A page, and what it is to be fixed by, as far as its layout hangs on that. */
export interface PageToRead extends Partial<Pick<Settings, "numberSpacing">> {
  readonly uri: string;
  readonly text: string;
}

/** Answers for pages; they share the memory of blocks. */
export interface Answerer {
  /** Makes a page ready to be asked about; with the sheets of an earlier version it takes less time. */
  open(page: PageToRead, sheets?: Sheets): PageAnswers;
  /** What the index keeps of a page. */
  indexed(uri: string, text: string): IndexedPage;
  /** What is kept of the findings of a page, by these settings, with `more` that are known of it from its issue. */
  checked(uri: string, text: string, settings: Settings, more?: readonly Finding[]): PageCheck;
  /** The findings of a page, as many as these settings have listed. */
  found(uri: string, text: string, settings: Settings, more?: readonly Finding[]): Listing<PlacedFinding>;
}

/** What answers are made from: names without a lexicon are as they were recognised. */
export interface AnswerResources extends Resources {
  readonly lexicons?: Lexicons;
}

export function createAnswerer(resources: AnswerResources): Answerer {
  const { gazetteer, villages, lexicons } = resources;
  const reader = createPageReader(resources);
  /** The sheets of the page read last: what is indexed is checked next. */
  let last: { readonly text: string; readonly sheets: Sheets } | undefined;
  const sheetsOf = (text: string): Sheets => {
    if (last?.text !== text) last = { text, sheets: new Sheets() };
    return last.sheets;
  };
  const analysisWithNames = (uri: string, text: string, settings: Settings): Analysis => {
    const sheets = sheetsOf(text);
    const analysis = analyze(text, settings, sheets);
    const lexicon = lexicons?.forPage(uri)?.lexicon;
    if (!needsNames(settings, lexicon !== undefined)) return analysis;
    const page = reader.read({ text, texts: analysis.texts }, lexicon);
    return withFindings(
      analysis,
      nameFindings(
        namedPage(page, () => analysis, lexicon),
        settings,
      ),
    );
  };
  return {
    open({ uri, text, numberSpacing }, sheets = new Sheets()) {
      const layout = layOutText(text, sheets, numberSpacing);
      const loaded = lexicons?.forPage(uri);
      const page = reader.read({ text, texts: layout.texts }, loaded?.lexicon);
      let facts: PageFacts | undefined;
      let known: Articles | undefined;
      const articles = (): Articles => {
        known ??= articlesOf(text, sheets, numberSpacing);
        return known;
      };
      let ofArticles: readonly ArticleBlocks[] | undefined;
      const blocksOfArticles = (): readonly ArticleBlocks[] => {
        ofArticles ??= articleBlocks(articles().articles);
        return ofArticles;
      };
      const cardPage = { ...page, blocks: page.texts, mentions: page.hoverMentions, articles: blocksOfArticles };
      return {
        sheets,
        ...(page.unreadFrom !== undefined && { unreadFrom: page.unreadFrom }),
        mentions: () => page.mentions,
        card(offset, locale) {
          const mention = mentionAt(page, page.hoverMentions, offset);
          if (!mention) return undefined;
          const card = cardFor(mention, cardPage, { gazetteer, villages, locale });
          const entry = loaded?.lexicon.find(mention.type, mention.entity);
          const whole = entry ? cardWithEntry(card, entry, locale) : card;
          return { mention, markdown: cardMarkdown(whole, locale, gazetteer.source) };
        },
        entry: ({ type, entity }) => loaded && placeOf(loaded, loaded.lexicon.find(type, entity)),
        addition(offset, folder) {
          const mention = mentionAt(page, page.mentions, offset);
          const file = loaded?.uri ?? `${folder.replace(/\/$/, "")}/.galley/entities.yaml`;
          return mention && additionOf(mention, page.mentions, file, lexicons?.fresh(file));
        },
        facts() {
          facts ??= pageFacts({ ...layout, ...articles(), text }, page.mentions);
          return facts;
        },
        findings: (settings) => nameFindings(namedPage(page, articles, loaded?.lexicon), settings),
      };
    },
    indexed(uri, text) {
      const sheets = sheetsOf(text);
      const layout = layOutText(text, sheets);
      const { mentions } = reader.read({ text, texts: layout.texts }, lexicons?.forPage(uri)?.lexicon);
      return indexedPage({ ...layout, ...articlesOf(text, sheets), text }, mentions);
    },
    checked: (uri, text, settings, more = []) =>
      checkOf(uri, withFindings(analysisWithNames(uri, text, settings), more)),
    found(uri, text, settings, more = []) {
      const analysis = withFindings(analysisWithNames(uri, text, settings), more);
      const at = positionsOf(analysis.page);
      const { listed, unlisted } = listingOf(analysis, settings.maxFindings);
      return { listed: listed.map((finding) => placedFinding(finding, at)), unlisted };
    },
  };
}

function placeOf({ uri, text }: LoadedLexicon, entry: Entry | undefined): Place | undefined {
  return entry && { uri, place: packed(positionsOf(pageOf(text)).range(entry)) };
}

/** What adds the entry that a mention makes: its name, and for a person the fullest office that the page gives. */
function additionOf(
  { type, entity, text }: Mention,
  all: readonly Mention[],
  file: string,
  loaded: LoadedLexicon | undefined,
): Addition | undefined {
  if (!isNameType(type) || loaded?.lexicon.find(type, entity)) return undefined;
  const roles = all.flatMap((other) => (other.type === type && other.entity === entity ? (other.role ?? []) : []));
  const [role] = roles.sort((a, b) => b.length - a.length);
  const name = (type === "LOC" ? text : entity).replace(/^“(.*)”$/su, "$1");
  return additionTo(file, loaded, [{ type, name, ...(role === undefined ? {} : { role }) }]);
}
