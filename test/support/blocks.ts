/** Layouts made by hand, for tests of what comes after the layout: each text is a block on a line of its own. */

import type { Block, Layout } from "../../server/core/layout/index.ts";
import { pageOf } from "../../server/core/text/text.ts";

/** The layout of a page whose blocks are the given texts, a blank line after each. */
export function layoutOf(texts: readonly string[]): Layout {
  const page = pageOf(texts.map((text) => `${text}\n`).join("\n"));
  let start = 0;
  const blocks = texts.map((text, index): Block => {
    const from = start;
    start += text.length + 2;
    return {
      index,
      setting: "body",
      firstLine: 2 * index,
      lastLine: 2 * index,
      start: from,
      end: from + text.length,
      text,
      pieces: [{ joined: 0, page: from, length: text.length, pageLength: text.length }],
      gaps: [],
      measure: 0,
    };
  });
  return { page, blocks, texts: blocks, wraps: [], interruptions: [], interleaved: [], mayGoOn: [] };
}
