/** What rules find in the texts of blocks by themselves, remembered from page to page. */

import { PageMemory } from "../text/page-memory.ts";

/** What has a text. */
interface WithText {
  readonly text: string;
}

/** By the question, what the text has to say to it. */
type Answers = Map<object, unknown>;

const kept = new PageMemory<Answers>();
const ofPages = new WeakMap<readonly WithText[], readonly Answers[]>();

/**
 * Asks a question of each block's text, once for all pages that have the text.
 * @param ask what is to be known of a text, and depends on it alone
 * @returns the answers for the blocks of a page, in their order
 */
export function byText<T>(ask: (text: string) => T): (blocks: readonly WithText[]) => T[] {
  return (blocks) => {
    const answers = answersOf(blocks);
    return blocks.map(({ text }, b) => {
      const own = answers[b] as Answers;
      if (!own.has(ask)) own.set(ask, ask(text));
      return own.get(ask) as T;
    });
  };
}

/** What is known of the blocks of a page, looked up once for all rules. */
function answersOf(blocks: readonly WithText[]): readonly Answers[] {
  const known = ofPages.get(blocks);
  if (known) return known;
  kept.begin();
  const answers = blocks.map(({ text }) => kept.of(text, () => new Map()));
  ofPages.set(blocks, answers);
  return answers;
}
