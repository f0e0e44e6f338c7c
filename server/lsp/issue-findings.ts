/** Findings that go by a page's issue: asked for when typing rests, and again for the open pages beside it. */

import { issueKey } from "../core/issue/issue.ts";
import type { OpenPage, Pages } from "../workspace/pages.ts";
import type { LateFindings } from "./late-findings.ts";

/** A page of the issue is edited no more when no version has come for so long, in ms. */
const REST = 300;

/** Holds questions back until typing rests; `findings` asks them. */
export function afterRest(findings: LateFindings, pages: Pages): LateFindings {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const ask = (uri: string): void => {
    waiting.delete(uri);
    const page = pages.get(uri);
    if (!page) return;
    // The page itself first: the thread then knows its new version when it is asked about the others.
    findings.changed(page);
    for (const other of besides(page, pages)) findings.changed(other);
  };
  return {
    ...findings,
    changed({ uri }) {
      clearTimeout(waiting.get(uri));
      waiting.set(
        uri,
        setTimeout(() => ask(uri), REST),
      );
    },
    closed(uri) {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      return findings.closed(uri);
    },
  };
}

/** Other open pages of the issue. */
function besides({ uri }: OpenPage, pages: Pages): OpenPage[] {
  const key = issueKey(uri);
  return pages.all().filter((other) => other.uri !== uri && issueKey(other.uri) === key);
}
