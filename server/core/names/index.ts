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
import { type Piece, partsOf } from "./parts.ts";
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
  /** On a page that would take too long: the first block whose names were not looked for, nor those of what follows it. */
  readonly unreadFrom?: number;
}

/** Recognises pages and remembers their blocks, so that an edit costs only the block it touched. */
export interface Recogniser {
  /** What a page of these blocks mentions; `record` is told how it came to the names of its block. */
  page(blocks: readonly TextBlock[], record?: NameRecorder): Recognised;
  /** How many texts have been recognised so far; one that was remembered didn't count again. */
  readonly recognised: number;
}

/**
 * What is spent on one page, in characters and candidates for names: they are what takes time and memory (5 to 50 µs each), and
 * their number is the same on every machine, so a page has the same names everywhere. Running text has a candidate for five characters.
 */
const MOST_WORK = 1_500_000;

/** A recogniser over these resources. It keeps what it found in the texts of the last pages it saw. */
export function createRecogniser(resources: Resources, form: NumberForm = "listed", mostWork = MOST_WORK): Recogniser {
  const names = new RememberedNames(resources);
  const numbers = new RememberedNumbers(form);
  return {
    get recognised() {
      return names.recognised;
    },
    page(blocks, record) {
      const texts = blocks.map(({ text }) => simplified(text));
      const day = dateContext(texts);
      const found: Recognised[] = [];
      let work = 0;
      let unreadFrom: number | undefined;
      for (const part of partsOf(texts)) {
        if (work > mostWork) {
          unreadFrom = part[0]?.block;
          break;
        }
        const own = recordFor(part, record);
        const read = part.map(
          ({ text }, i): ReadBlock => ({
            ...names.of(text, own?.block === i ? own : undefined),
            ...numbers.of(text, day),
          }),
        );
        work += read.reduce((sum, { proposed, words }) => sum + proposed + words.text.length, 0);
        found.push(onPage(recognisedPage(read, resources, own), part));
      }
      const pairs = blocks.map(({ text }, i): ReadText => ({ written: text, read: texts[i] ?? text }));
      const { home } = found.find(({ home: { province } }) => province !== "") ?? (found[0] as Recognised);
      return {
        mentions: asWritten(
          found.flatMap(({ mentions }) => mentions),
          pairs,
        ),
        hoverMentions: asWritten(
          found.flatMap(({ hoverMentions }) => hoverMentions),
          pairs,
        ),
        home,
        ...(unreadFrom !== undefined && { unreadFrom }),
      };
    },
  };
}

/** The record of what is decided in this part, where it holds the place that is asked about. */
function recordFor(part: readonly Piece[], record: NameRecorder | undefined): NameRecorder | undefined {
  if (!record) return undefined;
  const { block, offset } = record.place;
  const i = part.findIndex(
    (own) => own.block === block && own.start <= offset && offset <= own.start + own.text.length,
  );
  if (i < 0) return undefined;
  record.begins(i, part[i]?.start ?? 0);
  return record;
}

/** What was recognised in a part, its places those of the page. */
function onPage({ mentions, hoverMentions, home }: Recognised, part: readonly Piece[]): Recognised {
  if (part.every(({ block, start }, i) => block === i && start === 0)) return { mentions, hoverMentions, home };
  const moved = (mention: Mention): Mention => {
    const { block, start } = part[mention.block] as Piece;
    return { ...mention, block, start: mention.start + start, end: mention.end + start };
  };
  return { mentions: mentions.map(moved), hoverMentions: hoverMentions.map(moved), home };
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
