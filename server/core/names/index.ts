/** Recognises what a page names: persons, places, organisations, dates, quantities and coined terms. */

import { dateContext } from "../numbers/index.ts";
import type { Mention } from "../page/mention.ts";
import type { HomeRegion } from "../places/home.ts";
import { pageGazetteer } from "../places/page-gazetteer.ts";
import { withVillages } from "../places/village-choice.ts";
import type { Resources } from "./choose/block.ts";
import type { NameRecorder } from "./explain/recorder.ts";
import { asWritten, type ReadText } from "./meaning/as-written.ts";
import { hoverMentionsOf } from "./meaning/hover-mentions.ts";
import { mentionsOf } from "./meaning/mentions.ts";
import { unifyEntities } from "./meaning/unify-entities.ts";
import { contentsOf, type ReadBlock } from "./page/block-contents.ts";
import { chooseByPage } from "./page/choose-by-page.ts";
import { type NumberForm, RememberedNames, RememberedNumbers } from "./remembered.ts";
import { simplified } from "./words/script.ts";

export type * from "../page/mention.ts";
export { type Gazetteer, loadGazetteer } from "../places/gazetteer.ts";
export type { Resources } from "./choose/block.ts";
export { type FeatureWeights, loadWeights } from "./choose/weights.ts";
export type { NumberForm } from "./remembered.ts";

/** A text of a page: a block, of which only the joined text counts. */
export interface TextBlock {
  readonly text: string;
}

/** The mentions of a page and where the page is at home. */
export interface Recognised {
  /** In page order: by block, then by offset, the longer first. Names don't overlap each other; terms may hold names. */
  readonly mentions: readonly Mention[];
  /** The mentions that a hover tells something about, in the same order; how they differ see `meaning/hover-mentions.ts`. */
  readonly hoverMentions: readonly Mention[];
  readonly home: HomeRegion;
}

/** Recognises pages and remembers their blocks, so that an edit costs only the block it touched. */
export interface Recogniser {
  /** What a page of these blocks mentions; `record` is told how it came to the names of its block. */
  page(blocks: readonly TextBlock[], record?: NameRecorder): Recognised;
  /** How many texts have been recognised so far; one that was remembered didn't count again. */
  readonly recognised: number;
}

/** A recogniser over these resources. It keeps what it found in the texts of the last pages it saw. */
export function createRecogniser(resources: Resources, form: NumberForm = "listed"): Recogniser {
  const names = new RememberedNames(resources);
  const numbers = new RememberedNumbers(form);
  return {
    get recognised() {
      return names.recognised;
    },
    page(blocks, record) {
      const texts = blocks.map(({ text }) => simplified(text));
      const day = dateContext(texts);
      const read = texts.map(
        (text, i): ReadBlock => ({
          ...names.of(text, record?.block === i ? record : undefined),
          ...numbers.of(text, day),
        }),
      );
      const { mentions, hoverMentions, home } = recognisedPage(read, resources, record);
      const pairs = blocks.map(({ text }, i): ReadText => ({ written: text, read: texts[i] ?? text }));
      return { mentions: asWritten(mentions, pairs), hoverMentions: asWritten(hoverMentions, pairs), home };
    },
  };
}

/**
 * A name's way from its block to its meaning. In its block its words were cut (`words/`), every span that may be a name
 * proposed (`propose/`) and the best of them chosen (`choose/`). Now the whole page decides what a block left open (`page/`),
 * and says what each name means (`meaning/`).
 */
function recognisedPage(blocks: readonly ReadBlock[], resources: Resources, record?: NameRecorder): Recognised {
  const { gazetteer: whole, villages } = resources;
  const { names, home, fullNames } = chooseByPage(blocks, resources, record);
  const texts = blocks.map(({ words }) => words.text);
  const context = { gazetteer: pageGazetteer(whole, home, texts), home, fullNames };
  const contents = blocks.map((block, i) =>
    contentsOf(block, names[i] ?? [], context, record?.block === i ? record : undefined),
  );

  const named = unifyEntities(mentionsOf(contents, context, record), context);
  record?.meant("unified", named);
  const mentions = villages ? withVillages(named, { ...context, villages }) : named;
  record?.meant("village", mentions);
  return { mentions, hoverMentions: hoverMentionsOf(mentions, blocks, context), home };
}
