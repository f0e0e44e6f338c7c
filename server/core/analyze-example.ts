/** Analyses the pages of a rule's examples, with the names that the example gives them. */

import { analyze, withFindings } from "./analyze.ts";
import { createLexicon } from "./house/index.ts";
import { issuesAmong } from "./issue/issue.ts";
import { pageFacts } from "./issue/page-facts.ts";
import type { Analysis } from "./page/analysis.ts";
import type { Finding } from "./page/finding.ts";
import type { Mention } from "./page/mention.ts";
import type { Settings } from "./page/settings.ts";
import { issueFindings, nameFindings } from "./rules/apply.ts";
import type { ExampleHouse, IssueExample } from "./rules/rule.ts";

/** The analysis of a page without its markers. */
export function analyzeExample(page: string, settings: Settings, house: ExampleHouse | undefined): Analysis {
  const analysis = analyze(page, settings);
  if (!house) return analysis;
  const { text, texts: blocks } = analysis;
  const lexicon = house.entries && createLexicon(house.entries.map((entry) => ({ ...entry, start: 0, end: 0 })));
  const mentions = mentionsOn(blocks, house.names);
  const named = { text, blocks, mentions, articles: () => analysis, ...(lexicon && { lexicon }) };
  return withFindings(analysis, nameFindings(named, settings));
}

/** What the rules find that go by an issue, in one whose pages are without their markers: by the names of the files. */
export function issueExampleFindings(
  example: IssueExample,
  settings: Settings,
): ReadonlyMap<string, readonly Finding[]> {
  const pages = Object.entries(example.issue).map(([uri, page]) => {
    const analysis = analyze(page, settings);
    return { uri, facts: pageFacts(analysis, mentionsOn(analysis.texts, example.names ?? [])) };
  });
  return new Map(issuesAmong(pages).flatMap((issue) => [...issueFindings(issue, settings)]));
}

function mentionsOn(blocks: readonly { readonly text: string }[], names: ExampleHouse["names"]): Mention[] {
  return blocks.flatMap(({ text }, block) => mentionsIn(text, names).map((mention) => ({ ...mention, block })));
}

function mentionsIn(text: string, names: ExampleHouse["names"]): Omit<Mention, "block">[] {
  return names.flatMap((name) => {
    const found: Omit<Mention, "block">[] = [];
    for (let at = text.indexOf(name.text); at >= 0; at = text.indexOf(name.text, at + 1))
      found.push({ ...name, start: at, end: at + name.text.length, entity: name.text });
    return found;
  });
}
