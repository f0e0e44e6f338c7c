/** Findings that go by an issue, of pages as they are on the disk: looked for over all issues of the index when it rests. */

import { type IssuePage, issueKey, issuesAmong } from "../core/issue/issue.ts";
import type { Finding } from "../core/page/finding.ts";
import type { Settings } from "../core/page/settings.ts";
import { issueFindings } from "../core/rules/apply.ts";
import type { PageIndex } from "../workspace/page-index.ts";

export interface IssueChecks {
  /** What is known of a page so far. */
  of(uri: string): readonly Finding[];
  /** Looks over all issues anew, and gives the pages of which something else is known now. */
  renew(settingsFor: (uri: string) => Promise<Settings>): Promise<readonly string[]>;
}

export function createIssueChecks(index: Pick<PageIndex, "uris" | "get">): IssueChecks {
  let known = new Map<string, readonly Finding[]>();
  return {
    of: (uri) => known.get(uri) ?? [],
    async renew(settingsFor) {
      const found = new Map<string, readonly Finding[]>();
      for (const pages of issuePages(index)) {
        const [first] = pages;
        // The pages of an issue stand in one folder, for which the same settings hold.
        const settings = first && (await settingsFor(first.uri));
        if (!settings) continue;
        for (const issue of issuesAmong(pages))
          for (const [uri, findings] of issueFindings(issue, settings)) found.set(uri, findings);
      }
      const before = known;
      known = found;
      const uris = new Set([...before.keys(), ...found.keys()]);
      return [...uris].filter((uri) => JSON.stringify(before.get(uri)) !== JSON.stringify(found.get(uri)));
    },
  };
}

/** The pages of the index, those together that may be one issue. */
function issuePages(index: Pick<PageIndex, "uris" | "get">): IssuePage[][] {
  const groups = new Map<string, IssuePage[]>();
  for (const uri of index.uris()) {
    const page = index.get(uri);
    if (!page) continue;
    const key = issueKey(uri);
    const group = groups.get(key) ?? [];
    group.push({ uri, facts: page.facts });
    groups.set(key, group);
  }
  return [...groups.values()];
}
