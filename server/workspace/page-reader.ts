/** Reads a page with its names, as the house has them: once for language server and command line alike. */

import type { Articles } from "../core/articles/index.ts";
import type { Lexicon } from "../core/house/index.ts";
import type { NamedPage } from "../core/house/named-page.ts";
import { withLexicon } from "../core/house/recognise.ts";
import { soundAlike } from "../core/house/sounds.ts";
import { wordBreaks } from "../core/house/word-breaks.ts";
import type { NameRecorder } from "../core/names/explain/recorder.ts";
import { createRecogniser, type NumberForm, type Resources } from "../core/names/index.ts";
import type { Mention } from "../core/page/mention.ts";
import type { LaidOut } from "../core/page/mention-spans.ts";
import type { HomeRegion } from "../core/places/home.ts";

/** A page and what it names; with a lexicon, as that has it. */
export interface ReadPage extends LaidOut {
  /** Mentions as a list has them, in page order. */
  readonly mentions: readonly Mention[];
  /** Mentions as a pointer finds them; see `Recognised.hoverMentions`. */
  readonly hoverMentions: readonly Mention[];
  readonly home: HomeRegion;
  /** On a page that is too long: the line, counted from 1, from which on no names were looked for. */
  readonly unreadFrom?: number;
}

/** Reads pages; they share the memory of blocks, so an edit costs only the block it touched. */
export interface PageReader {
  /** Reads a page; `record` is told how it came to the names of its block. */
  read(page: LaidOut, lexicon?: Lexicon, record?: NameRecorder): ReadPage;
}

/** A reader over these resources: without a segmenter names go by rules and tables alone. */
export function createPageReader(resources: Resources, form?: NumberForm): PageReader {
  const recogniser = createRecogniser(resources, form);
  const { segmenter } = resources;
  const breaks = segmenter ? (text: string) => wordBreaks(segmenter, text) : undefined;
  return {
    read({ text, texts }, lexicon, record) {
      const { home, mentions, hoverMentions, unreadFrom } = recogniser.page(texts, record);
      const unread = unreadFrom === undefined ? undefined : texts[unreadFrom];
      const asHoused = (found: readonly Mention[]): readonly Mention[] =>
        lexicon ? withLexicon(texts, found, lexicon, breaks) : found;
      return {
        ...{ text, texts, home, mentions: asHoused(mentions), hoverMentions: asHoused(hoverMentions) },
        ...(unread && { unreadFrom: unread.firstLine + 1 }),
      };
    },
  };
}

/** What the rules that go by names are given of a page that was read, with a lexicon where one holds. */
export function namedPage(page: ReadPage, articles: () => Articles, lexicon?: Lexicon): NamedPage {
  const { text, texts: blocks, mentions } = page;
  return { text, blocks, mentions, articles, soundAlike, ...(lexicon && { lexicon }) };
}
