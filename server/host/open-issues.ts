/** What the rules find that go by an issue, of pages that are open: looked for once, however many of its pages ask. */

import { type Issue, issueKey, issuesAmong } from "../core/issue/issue.ts";
import type { PageFacts } from "../core/issue/page-facts.ts";
import type { Finding } from "../core/page/finding.ts";
import type { Settings } from "../core/page/settings.ts";
import { issueFindings } from "../core/rules/apply.ts";
import type { PageIndex } from "../workspace/page-index.ts";

/** An open page, by its address in the index. */
export interface OpenFacts {
  readonly uri: string;
  facts(): PageFacts;
}

export interface OpenIssues {
  /** The findings of a page: open pages of its issue as they are, the others as indexed. */
  findings(uri: string, open: readonly OpenFacts[], settings: Pick<Settings, "rules">): readonly Finding[];
}

export function createOpenIssues(index: Pick<PageIndex, "uris" | "get">): OpenIssues {
  /** What was found last, and by what. */
  let last: { readonly key: string; readonly said: readonly string[]; readonly found: Found } | undefined;
  const keys = new Map<string, string>();
  const words = new WeakMap<PageFacts, string>();
  const saidBy = (facts: PageFacts): string => {
    const known = words.get(facts) ?? JSON.stringify(facts);
    words.set(facts, known);
    return known;
  };
  const keyOf = (uri: string): string => {
    const key = keys.get(uri) ?? issueKey(uri);
    keys.set(uri, key);
    return key;
  };
  return {
    findings(uri, open, settings) {
      const pages = new Map<string, PageFacts>();
      for (const other of index.uris()) {
        const page = keyOf(other) === keyOf(uri) ? index.get(other) : undefined;
        if (page) pages.set(other, page.facts);
      }
      // What is no file, such as a page in an older version, is no page of the issue.
      for (const page of open) if (pages.has(page.uri) || page.uri === uri) pages.set(page.uri, page.facts());
      const key = JSON.stringify([[...pages.keys()], settings]);
      // A page that is opened says what it said in the index, and many are opened at once.
      const said = [...pages.values()].map(saidBy);
      if (last?.key !== key || said.some((words, place) => words !== last?.said[place]))
        last = { key, said, found: findingsOf(pages, settings) };
      return last.found.get(uri) ?? [];
    },
  };
}

type Found = ReadonlyMap<string, readonly Finding[]>;

function findingsOf(pages: ReadonlyMap<string, PageFacts>, settings: Pick<Settings, "rules">): Found {
  const [issue]: (Issue | undefined)[] = issuesAmong([...pages].map(([uri, facts]) => ({ uri, facts })));
  return issue ? issueFindings(issue, settings) : new Map();
}
