/** Headings brought home: the page has the same articles, not a character is lost, and once more changes nothing. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { analyze } from "../../../server/core/analyze.ts";
import { cleanArticle } from "../../../server/core/articles/clean-article.ts";
import { fixPage } from "../../../server/core/fix/fix-page.ts";
import { restoreHeadlines } from "../../../server/core/fix/restore-headlines.ts";
import type { Analysis } from "../../../server/core/page/analysis.ts";
import { applyEdits, withoutWhiteSpace } from "../../../server/core/text/text.ts";
import { anyPage } from "../../support/any-page.ts";
import { fixText } from "../../support/short-cuts.ts";
import { randomPage } from "../../support/typesetter/index.ts";
import { BRIDGE, BRIDGE_HEADLINE, TEA, TEA_HEADLINE } from "../articles/stock.ts";

const SEEDS = fileURLToPath(new URL("../../../seeds/", import.meta.url));
const seeds = readdirSync(SEEDS)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => readFileSync(SEEDS + name, "utf8"));
const typeset = Array.from({ length: 40 }, (_, i) => randomPage(i + 1, { articles: [2, 6] }).text);

/** Headlines of the seeds that articles have which are not theirs: above those they would make others of them. */
const MISTAKEN = 1;

/** The page's characters that are no white space, whatever their order. */
function characters(text: string): string {
  return [...withoutWhiteSpace(text)].sort().join("");
}

/** What an export of each article holds, whatever the order of its heading. */
function articlesOf(page: Analysis): unknown[] {
  return page.articles.map((article) => {
    const { heading, bylines, passages, captions } = cleanArticle(article, page);
    return [[...heading].sort(), [...bylines].sort(), passages, captions];
  });
}

function apart({ articles }: Analysis): number {
  return articles.reduce((sum, { detached }) => sum + detached.length, 0);
}

describe("restored headlines", () => {
  test("stand above their article in the order of print, and nowhere else", () => {
    const page = `${[BRIDGE_HEADLINE, TEA_HEADLINE, ...TEA, ...BRIDGE, "□ 本报记者 苏南星"].join("\n\n")}\n`;
    const { analysis, steps } = restoreHeadlines(analyze(page));
    assert.equal(
      analysis.text,
      `${[TEA_HEADLINE, ...TEA, BRIDGE_HEADLINE, ...BRIDGE, "□ 本报记者 苏南星"].join("\n\n")}\n`,
    );
    assert.equal(steps.length, 1);
  });

  test("of the one article that was chosen leave the others where they stand", () => {
    const page = analyze(`${[BRIDGE_HEADLINE, ...TEA, ...BRIDGE, TEA_HEADLINE].join("\n\n")}\n`);
    const [tea] = page.articles;
    const { text } = restoreHeadlines(page, (article) => article === tea).analysis;
    assert.ok(text.startsWith(`${BRIDGE_HEADLINE}\n\n${TEA_HEADLINE}\n\n${TEA[0]}`));
  });

  test("leave the same articles on every seed and typeset page, fixed or not, and every character", () => {
    for (const text of [...seeds, ...typeset]) {
      for (const page of [analyze(text), analyze(fixText(text))]) {
        const { analysis, steps } = restoreHeadlines(page);
        assert.equal(
          steps.reduce((at, edits) => applyEdits(at, edits), page.text),
          analysis.text,
        );
        assert.equal(steps.length === 0, analysis === page);
        assert.ok(steps.length === 0 || apart(analysis) < apart(page));
        if (page.text === fixPage(page)) {
          assert.deepEqual(articlesOf(analysis), articlesOf(page));
          assert.equal(characters(analysis.text), characters(page.text));
        } else assert.equal(analysis.articles.length, page.articles.length);
      }
    }
  });

  test("are at home on the fixed seeds, but for those that were given to another article than their own", () => {
    const left = seeds.map((text) => apart(restoreHeadlines(analyze(fixText(text))).analysis));
    assert.equal(
      left.reduce((sum, count) => sum + count, 0),
      MISTAKEN,
    );
  });

  test("stay, when they are restored again", () => {
    for (const text of [...seeds, ...typeset]) {
      const { analysis } = restoreHeadlines(analyze(text));
      assert.equal(restoreHeadlines(analyze(analysis.text)).analysis.text, analysis.text);
      const unsafe = fixText(text, undefined, { unsafe: true });
      assert.equal(fixText(unsafe, undefined, { unsafe: true }), unsafe);
    }
  });

  test("and on any page", () => {
    fc.assert(
      fc.property(anyPage, (text) => {
        const page = analyze(fixText(text));
        const { analysis } = restoreHeadlines(page);
        assert.equal(characters(analysis.text), characters(page.text));
        assert.equal(restoreHeadlines(analyze(analysis.text)).analysis.text, analysis.text);
      }),
      { numRuns: 300 },
    );
  });
});
