/** Explanations of articles: they say what was decided, by the code that decided it, and their terms add up to the score. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyze } from "../../../server/core/analyze.ts";
import { articleAt } from "../../../server/core/articles/article-at.ts";
import { type ArticleDecision, explainArticle, type HomelessHeading } from "../../../server/core/articles/decision.ts";
import { findArticles } from "../../../server/core/articles/index.ts";
import { readPage } from "../../../server/core/articles/read.ts";
import type { Articles } from "../../../server/core/articles/types.ts";
import { WEIGHTS } from "../../../server/core/articles/weights.ts";
import type { Layout } from "../../../server/core/layout/types.ts";
import { anyPage } from "../../support/any-page.ts";
import { layoutOf } from "../../support/blocks.ts";
import { BRIDGE, BRIDGE_HEADLINE, CLINIC, CLINIC_HEADLINE, TEA, TEA_HEADLINE } from "./stock.ts";

const SEEDS = new URL("../../../seeds/", import.meta.url);
const SEED_PAGES = readdirSync(SEEDS)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => ({ name, page: analyze(readFileSync(new URL(name, SEEDS), "utf8")) }));

/** Two sums are equal but for what rounding leaves. */
function assertEqualSums(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);
}

function sumOf(terms: readonly { readonly nats: number }[]): number {
  return terms.reduce((sum, { nats }) => sum + nats, 0);
}

/** A page of our own, its blocks given as texts. */
function pageOf(...texts: readonly string[]): Layout & Articles {
  const layout = layoutOf(texts);
  return { ...layout, ...findArticles(layout) };
}

/** What was decided about the article of the line that a text stands on. */
function decisionAt(page: Layout & Articles, text: string): ArticleDecision {
  const decision = explainArticle(page, page.blocks.find((block) => block.text === text)?.firstLine ?? -1);
  assert.equal(decision?.about, "article");
  return decision as ArticleDecision;
}

/** What holds of every explanation; `cheapest` where the search is to have found the best reading. */
function assertSound(decision: ArticleDecision | HomelessHeading, cheapest: boolean): void {
  const beginnings = decision.about === "article" ? [decision.beginning, decision.here] : [];
  for (const beginning of beginnings) {
    if (!beginning) continue;
    assertEqualSums(sumOf(beginning.evidence), beginning.margin);
    if (cheapest) assert.ok(beginning.margin > -1e-6, `another reading is better by ${-beginning.margin}`);
  }
  const chosen = decision.about === "article" ? [decision.heading] : [];
  for (const choice of [...chosen, ...decision.others]) {
    assertEqualSums(sumOf(choice.evidence), choice.worth);
    if (cheapest) assert.ok(choice.cost > -1e-6, `another heading is better by ${-choice.cost}`);
  }
  for (const { cost } of chosen) assertEqualSums(cost, 0);
  const costs = decision.others.map(({ cost }) => cost);
  assert.deepEqual(
    costs,
    [...costs].sort((a, b) => a - b),
  );
}

describe("the terms of a score", () => {
  test("add up to it, on every page of seeds/", () => {
    for (const { page } of SEED_PAGES) {
      for (const { scorer, found } of readPage(page, WEIGHTS)) {
        const terms: { readonly nats: number }[] = [];
        const recorded = scorer.read(found.reading, (term) => terms.push(term));
        assertEqualSums(sumOf(terms), found.score);
        assert.deepEqual(recorded, found, "recording changes nothing");
      }
    }
  });
});

describe("an explanation", () => {
  for (const { name, page } of SEED_PAGES) {
    test(`says of every article of ${name} what the outline says, and that nothing else was cheaper`, () => {
      for (const article of page.articles) {
        for (const line of [article.blocks[0]?.firstLine ?? 0, article.heading[0]?.firstLine ?? 0]) {
          const decision = explainArticle(page, line);
          if (decision?.about !== "article" || decision.article !== article) continue;
          assertSound(decision, true);
          assert.deepEqual(decision.heading.lines, article.heading);
          assert.equal(decision.beginning === undefined, article.index === 0);
        }
        assert.equal(decisionAt(page, article.blocks[0]?.text ?? "").article, article);
      }
    });
  }

  test("of where an article begins names the runner-up", () => {
    const page = pageOf(TEA_HEADLINE, ...TEA, CLINIC_HEADLINE, ...CLINIC);
    const { beginning } = decisionAt(page, CLINIC[0]);
    assert.equal(beginning?.begins, true);
    assert.equal(beginning?.text.text, CLINIC[0]);
    assert.deepEqual(
      beginning?.otherwise.goesOn.map(({ text }) => text),
      [CLINIC[0]],
    );
  });

  test("of an article with a lead counts the lead", () => {
    const page = pageOf(...CLINIC, ...TEA);
    const { beginning } = decisionAt(page, TEA[0]);
    assert.ok(beginning?.evidence.some(({ term, nats }) => term === "lead" && nats === WEIGHTS.lead / 2));
  });

  test("of a line inside an article says why no article begins there", () => {
    const page = pageOf(TEA_HEADLINE, ...TEA, CLINIC_HEADLINE, ...CLINIC);
    const { here, article } = decisionAt(page, CLINIC[2]);
    assert.equal(article.index, 1);
    assert.equal(here?.begins, false);
    assert.equal(here?.text.text, CLINIC[2]);
    assert.ok((here?.margin ?? 0) > 0);
    assert.ok(here?.otherwise.begins.some(({ text }) => text === CLINIC[2]));
    assert.equal(decisionAt(page, CLINIC[0]).here, undefined);
  });

  test("of a far heading is that of its article, and says whose the others are", () => {
    const page = pageOf(BRIDGE_HEADLINE, TEA_HEADLINE, ...TEA, ...BRIDGE);
    const { article, heading, others } = decisionAt(page, BRIDGE_HEADLINE);
    assert.equal(article, page.articles[1]);
    assert.deepEqual(
      heading.lines.map(({ text }) => text),
      [BRIDGE_HEADLINE],
    );
    assert.ok(heading.evidence.some(({ term, nats }) => term === "farEdge" && nats === WEIGHTS.farEdge));
    const tea = others.find(({ lines }) => lines[0]?.text === TEA_HEADLINE);
    assert.equal(tea?.owner, page.articles[0]);
    assert.ok(others.some(({ lines, worth }) => lines.length === 0 && worth === 0));
  });

  test("of a heading that no article has weighs the articles", () => {
    const page = pageOf(
      ...["灯下的守候", "山里的茶香", "桥上的风景"].map((name) => `${name}（云溪时评）`),
      ...TEA,
      ...CLINIC,
    );
    const homeless = page.blocks.find(
      (block) =>
        page.roles[block.index] === "headline" && !page.articles.some(({ heading }) => heading.includes(block)),
    );
    const decision = explainArticle(page, homeless?.firstLine ?? -1);
    assert.equal(decision?.about, "heading");
    const { lines, others } = decision as HomelessHeading;
    assert.deepEqual(lines, [homeless]);
    assert.deepEqual(new Set(others.map(({ article }) => article)), new Set(page.articles));
    assertSound(decision as HomelessHeading, true);
  });

  test("is none of what is no article's: a folio, a blank line between articles, a line beyond the page", () => {
    const page = pageOf("第3版 县域 2026年4月12日 星期日", TEA_HEADLINE, ...TEA);
    for (const line of [0, 1, 1000]) assert.equal(explainArticle(page, line), undefined);
  });

  test("of any line of any page is that of its article, or none", () => {
    fc.assert(
      fc.property(anyPage, fc.nat(60), (text, line) => {
        const page = analyze(text);
        const decision = explainArticle(page, line);
        if (decision) assertSound(decision, false);
        const here = page.page.lines[line];
        if (here && here.text.trim() !== "" && decision?.about === "article") {
          assert.equal(decision.article, articleAt(page, here.start + here.text.search(/\S/u)));
        }
      }),
      { numRuns: 60 },
    );
  });
});
