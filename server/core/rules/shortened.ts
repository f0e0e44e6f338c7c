/** Words as a message quotes them: of very long ones the beginning and the end, so that all messages together are not much longer than the page. */

import { characterEnd, characterStart } from "./gap-edits.ts";

/** UTF-16 units of words that are quoted whole, and of either end of longer ones. */
const WHOLE = 60;
const END = 24;

/** The words, or their ends with …… between. */
export function shortened(words: string): string {
  if (words.length <= WHOLE) return words;
  const head = words.slice(0, characterStart(words, END + 1));
  return `${head}……${words.slice(characterEnd(words, words.length - END - 1))}`;
}
