/** Findings of open pages by their issue: right for each page, and looked for once, however many pages ask. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { articlesOf, layOutText } from "../../server/core/analyze.ts";
import { type PageFacts, pageFacts } from "../../server/core/issue/page-facts.ts";
import { DEFAULT_SETTINGS } from "../../server/core/page/settings.ts";
import { createOpenIssues } from "../../server/host/open-issues.ts";

function factsOf(text: string): PageFacts {
  return pageFacts({ ...layOutText(text), ...articlesOf(text), text }, []);
}

const page = (n: number, next = n + 1): string =>
  `2024年5月20日 星期一 第${n}版 要闻\n\n水渠通水\n\n　　本报讯 水渠昨天在云溪县通水。\n（下转第${next}版）\n`;
const uriOf = (n: number): string => `file:///w/${n}.txt`;

/** Facts that count how often somebody looks at them. */
function counted(facts: PageFacts, looks: { count: number }): PageFacts {
  const fields = Object.keys(facts) as (keyof PageFacts)[];
  const get = (name: keyof PageFacts) => () => {
    looks.count += 1;
    return facts[name];
  };
  const properties = fields.map((name) => [name, { enumerable: true, get: get(name) }] as const);
  return Object.defineProperties({}, Object.fromEntries(properties)) as PageFacts;
}

describe("findings of open pages by their issue", () => {
  test("are those of the pages as they are open, whatever the index has of them", () => {
    const indexed = new Map([1, 2, 3].map((n) => [uriOf(n), { facts: factsOf(page(n, 1)) }] as const));
    const index = { uris: () => [...indexed.keys()], get: (uri: string) => indexed.get(uri) as never };
    const issues = createOpenIssues(index);
    const rules = (open: Readonly<Record<string, string>>, uri: string) => {
      const sent = Object.entries(open).map(([address, text]) => ({ uri: address, facts: () => factsOf(text) }));
      return issues.findings(uri, sent, DEFAULT_SETTINGS).map(({ rule }) => rule);
    };
    const before = rules({ [uriOf(1)]: page(1, 2) }, uriOf(1));
    assert.deepEqual(before, ["lost-jump"]);
    const heading = "（上接第1版）\n水渠通水\n　　沿线的人都来看。\n";
    assert.deepEqual(rules({ [uriOf(1)]: page(1, 2), [uriOf(2)]: `${page(2, 1)}\n${heading}` }, uriOf(1)), []);
    assert.deepEqual(rules({ [uriOf(1)]: page(1, 2) }, uriOf(1)), before, "closed, it counts as indexed again");
  });

  test("cost hardly more for all of the pages that are opened at once than for one of them", () => {
    const looks = { count: 0 };
    const all = Array.from({ length: 40 }, (_, n) => [uriOf(n + 1), factsOf(page(n + 1))] as const);
    const indexed = new Map(all.map(([uri, facts]) => [uri, { facts: counted(facts, looks) }]));
    const open = all.map(([uri, facts]) => ({ uri, own: counted(facts, looks) }));
    const issues = createOpenIssues({ uris: () => [...indexed.keys()], get: (uri) => indexed.get(uri) as never });
    const ask = ({ uri }: { readonly uri: string }, place: number): void => {
      const sent = open.slice(0, place + 1).map(({ uri: other, own }) => ({ uri: other, facts: () => own }));
      issues.findings(uri, sent, DEFAULT_SETTINGS);
    };
    for (const one of open.slice(0, 1)) ask(one, 0);
    const forOne = looks.count;
    for (const [place, one] of open.entries()) ask(one, place);
    assert.ok(looks.count <= 2 * forOne, `${looks.count} looks, ${forOne} for one page`);
  });
});
