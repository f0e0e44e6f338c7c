/** Analyses the page of a rule's example, with the names that the example gives it. */

import { analyze, withFindings } from "./analyze.ts";
import { createLexicon } from "./house/index.ts";
import type { Analysis } from "./page/analysis.ts";
import type { Mention } from "./page/mention.ts";
import type { Settings } from "./page/settings.ts";
import { nameFindings } from "./rules/apply.ts";
import type { ExampleHouse } from "./rules/rule.ts";

/** The analysis of a page without its markers. */
export function analyzeExample(page: string, settings: Settings, house: ExampleHouse | undefined): Analysis {
  const analysis = analyze(page, settings);
  if (!house) return analysis;
  const { text, blocks } = analysis;
  const lexicon = createLexicon(house.entries.map((entry) => ({ ...entry, start: 0, end: 0 })));
  const mentions = blocks.flatMap(({ text }, block) =>
    mentionsIn(text, house).map((mention) => ({ ...mention, block })),
  );
  return withFindings(analysis, nameFindings({ text, blocks, mentions, lexicon }, settings));
}

function mentionsIn(text: string, { names }: ExampleHouse): Omit<Mention, "block">[] {
  return names.flatMap((name) => {
    const found: Omit<Mention, "block">[] = [];
    for (let at = text.indexOf(name.text); at >= 0; at = text.indexOf(name.text, at + 1))
      found.push({ ...name, start: at, end: at + name.text.length, entity: name.text });
    return found;
  });
}
