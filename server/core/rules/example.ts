/** Analyses the page of a rule's example, with the names that the example gives it. */

import { type Analysis, analyze } from "../analyze.ts";
import { createLexicon } from "../lexicon/index.ts";
import type { Mention } from "../mentions/types.ts";
import type { Settings } from "../settings.ts";
import type { House } from "./types.ts";

/** The analysis of a page without its markers. */
export function analyzeExample(page: string, settings: Settings, house: House | undefined): Analysis {
  if (!house) return analyze(page, settings);
  const lexicon = createLexicon(house.entries.map((entry) => ({ ...entry, start: 0, end: 0 })));
  return analyze(page, settings, ({ blocks }) => ({
    lexicon,
    mentions: blocks.flatMap(({ text }, block) => mentionsIn(text, house).map((mention) => ({ ...mention, block }))),
  }));
}

function mentionsIn(text: string, { names }: House): Omit<Mention, "block">[] {
  return names.flatMap((name) => {
    const found: Omit<Mention, "block">[] = [];
    for (let at = text.indexOf(name.text); at >= 0; at = text.indexOf(name.text, at + 1))
      found.push({ ...name, start: at, end: at + name.text.length, entity: name.text });
    return found;
  });
}
