/** Where words begin and end, as a dictionary cuts a text. */

import type { Segmenter } from "../page/mention.ts";

/** The offsets at which the segmenter's words begin and end. */
export function wordBreaks(segmenter: Segmenter, text: string): ReadonlySet<number> {
  const breaks = new Set([0]);
  let at = 0;
  for (const { word } of segmenter.tag(text)) {
    at += word.length;
    breaks.add(at);
  }
  return breaks;
}
