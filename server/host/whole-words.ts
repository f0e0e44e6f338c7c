/** What a segmenter gives, made whole: its words, joined, are the text. */

import type { Word } from "../core/page/mention.ts";

/**
 * The words, with what the segmenter left out put back: joined, they are the text. It is written for UTF-8 and may drop
 * or change a lone surrogate or NUL.
 */
export function wholeWords(text: string, words: readonly Word[]): Word[] {
  const whole: Word[] = [];
  let done = 0;
  const fill = (end: number): void => {
    if (end > done) whole.push({ word: text.slice(done, end), tag: "x" });
    done = end;
  };
  for (const { word, tag } of words) {
    if (word === "") continue;
    const at = text.startsWith(word, done) ? done : text.indexOf(word, done);
    if (at < 0) continue;
    fill(at);
    whole.push({ word, tag });
    done = at + word.length;
  }
  fill(text.length);
  return whole;
}
