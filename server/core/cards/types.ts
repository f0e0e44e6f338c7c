/** What a card is, and what cards of every kind are made from. */

import type { ArticleBlocks } from "../numbers/sums/disagreements.ts";
import type { Mention } from "../page/mention.ts";
import type { Gazetteer } from "../places/gazetteer.ts";
import type { HomeRegion } from "../places/home.ts";
import type { VillageSource } from "../places/villages.ts";
import type { Localised } from "../text/locale.ts";

/** Where a fact comes from: the page, the gazetteer, the house's lexicon, or reckoning from these. */
export type Source = "page" | "gazetteer" | "lexicon" | "reckoned";

/** Something that is known of what a mention names. */
export interface Fact {
  readonly text: string;
  /** The part of the text that matters most; it is shown in bold. */
  readonly strong?: string;
  readonly source: Source;
}

/** What a doubt is about. */
export type DoubtKind = "likely" | "reading" | "similar-name" | "no-office" | "which-place" | "figures";

/** What an editor should look at. */
export interface Doubt {
  readonly kind: DoubtKind;
  /** One sentence. */
  readonly text: string;
}

/** A page as far as a card needs it. Mentions are in page order, offsets into the blocks' texts. */
export interface CardPage {
  readonly blocks: readonly { readonly text: string }[];
  readonly mentions: readonly Mention[];
  readonly home: HomeRegion;
  /** Its articles; without them the page is taken for one. */
  articles?(): readonly ArticleBlocks[];
}

/** A sentence of the page, and where the mention stands in it. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The content of a hover, in the order shown. All texts are in the locale asked for. */
export interface Card {
  /** The entity's name: 王某, 云溪县. */
  readonly title: string;
  /** What it is: 人物, 地名. */
  readonly kind: string;
  /** How a person's name is read, in pinyin with tone marks. */
  readonly reading?: string;
  readonly facts: readonly Fact[];
  /** The sentence that the mention stands in, cut round it where it is long. */
  readonly sentence?: Sentence;
  readonly doubts: readonly Doubt[];
  /** How often the page names the entity. */
  readonly count: number;
  /** The ways in which the page writes it. */
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
  /** A text in the card's locale. */
  say(text: Localised): string;
}
