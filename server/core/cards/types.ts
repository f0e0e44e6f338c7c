/** What a card is, and what cards of every kind are made from. */

import type { FigureGroup } from "../numbers/sums/disagreements.ts";
import type { Mention } from "../page/mention.ts";
import type { Gazetteer, Home } from "../places/gazetteer.ts";
import type { VillageSource } from "../places/villages.ts";
import type { Localised } from "../text/locale.ts";

/** Where a fact comes from: the page, the gazetteer, the house's own lexicon, a rule of reckoning. */
export type Source = "page" | "gazetteer" | "lexicon" | "reckoned";

export interface Fact {
  readonly text: string;
  /** The part of the text that matters most. */
  readonly strong?: string;
  readonly source: Source;
}

/** A page as far as a card needs it. Mentions are in page order, offsets into the blocks' texts. */
export interface CardPage {
  readonly blocks: readonly { readonly text: string }[];
  readonly mentions: readonly Mention[];
  readonly home: Home;
  /** Its articles, for figures that disagree; without them the page is taken for one. */
  groups?(): readonly FigureGroup[];
}

/** A sentence of the page, and where the mention stands in it. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A hover's content, in the order it is shown. All texts are in the locale asked for. */
export interface Card {
  /** The entity's name: 王某, 云溪县. */
  readonly title: string;
  readonly kind: string;
  /** How a person's name is read, in pinyin with tone marks. */
  readonly reading?: string;
  readonly facts: readonly Fact[];
  /** The page's own sentence, wraps and stray blanks mended. */
  readonly sentence?: Sentence;
  /** What an editor should look at, each one sentence. */
  readonly doubts: readonly string[];
  /** How often the page names the entity, and in how many ways it writes it. */
  readonly count: number;
  readonly forms: readonly string[];
  /** Others named in the same sentence, with their role where the page gives one. */
  readonly related: readonly string[];
}

/** What cards of every kind are made from. */
export interface CardContext {
  readonly mention: Mention;
  readonly page: CardPage;
  readonly gazetteer: Gazetteer;
  readonly villages?: VillageSource;
  /** All mentions of the same entity, in page order. */
  readonly same: readonly Mention[];
  say(text: Localised): string;
}
