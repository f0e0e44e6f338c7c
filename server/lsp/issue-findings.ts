/** Findings that go by a page's issue: asked for when typing rests, once for each open page of the issue. */

import { issueKey } from "../core/issue/issue.ts";
import type { Pages } from "../workspace/pages.ts";
import type { LateFindings } from "./late-findings.ts";

/** The pages of an issue are edited no more when no version of one has come for so long, in ms. */
const REST = 300;

/** An issue of which pages are open. */
interface OpenIssue {
  readonly uris: Set<string>;
  /** Those that have changed since its findings were asked for. */
  readonly changed: Set<string>;
  timer?: ReturnType<typeof setTimeout>;
}

/** Holds questions back until typing rests; `findings` asks them. */
export function afterRest(findings: LateFindings, pages: Pages): LateFindings {
  const issues = new Map<string, OpenIssue>();
  const ask = ({ uris, changed }: OpenIssue): void => {
    // Those that have changed first: the thread then knows their new versions when it is asked about the others.
    const inOrder = new Set([...changed, ...uris]);
    changed.clear();
    for (const uri of inOrder) {
      const page = pages.get(uri);
      if (page) findings.changed(page);
    }
  };
  return {
    ...findings,
    changed({ uri }) {
      const key = issueKey(uri);
      const issue = issues.get(key) ?? { uris: new Set(), changed: new Set() };
      issues.set(key, issue);
      issue.uris.add(uri);
      issue.changed.add(uri);
      clearTimeout(issue.timer);
      issue.timer = setTimeout(() => ask(issue), REST);
    },
    closed(uri) {
      const issue = issues.get(issueKey(uri));
      issue?.uris.delete(uri);
      issue?.changed.delete(uri);
      if (issue?.uris.size === 0) {
        clearTimeout(issue.timer);
        issues.delete(issueKey(uri));
      }
      return findings.closed(uri);
    },
  };
}
