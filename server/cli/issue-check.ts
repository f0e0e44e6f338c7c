/** Findings that go by an issue as a whole, on the command line: the pages of an issue wait for its last one. */

import { pathToFileURL } from "node:url";
import { issuesAmong } from "../core/issue/issue.ts";
import type { PageFacts } from "../core/issue/page-facts.ts";
import type { Finding } from "../core/page/finding.ts";
import { issueFindings } from "../core/rules/apply.ts";
import type { RawPage } from "./pages.ts";

/** A page that has been looked at, and what its issue has to know of it. */
export interface Looked<Value> {
  readonly page: RawPage;
  readonly value: Value;
  readonly facts?: PageFacts;
}

export interface IssueCheck<Value> {
  /** Takes the pages in their order. */
  take(looked: Looked<Value>): Promise<void>;
  /** There are no more pages. */
  end(): Promise<void>;
}

/**
 * Gives each page on with what was found on it, in the order in which they were taken. The pages of an
 * issue come one after another, so they wait until another one's comes.
 */
export function checkIssues<Value>(
  give: (looked: Looked<Value>, findings: readonly Finding[]) => Promise<void>,
): IssueCheck<Value> {
  let waiting: Looked<Value>[] = [];
  const end = async (): Promise<void> => {
    const held = waiting;
    waiting = [];
    const pages = held.flatMap(({ page, facts }) => (facts ? [{ uri: uriOf(page), facts }] : []));
    const settings = held[0]?.page.settings ?? { rules: {} };
    const found = new Map(issuesAmong(pages).flatMap((issue) => [...issueFindings(issue, settings)]));
    for (const looked of held) await give(looked, found.get(uriOf(looked.page)) ?? []);
  };
  return {
    async take(looked) {
      const [first] = waiting;
      if (first && first.page.issue !== looked.page.issue) await end();
      waiting.push(looked);
      if (looked.page.issue === undefined) await end();
    },
    end,
  };
}

function uriOf({ path, name }: RawPage): string {
  return path === undefined ? name : pathToFileURL(path).href;
}
