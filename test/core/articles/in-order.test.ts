/** How well articles are told apart, and headed, on random pages whose text follows the order of reading. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze } from "../../../server/core/analyze.ts";
import { articlesOf, scoreArticles, sumArticleScores } from "../../support/score-articles.ts";
import { randomPage } from "../../support/typesetter/index.ts";

const PAGES = 40;
/** Of all articles, those with their own lines and no others: 185 of 241, or 0.77, when this was written. */
const WHOLE = 0.74;
/** Of all headlines, those that are the name of their article: 143 of 226, or 0.63, when this was written. */
const NAMED = 0.6;

test("on pages in order, articles are whole and headlines are their names as often as they have been", () => {
  const scores = Array.from({ length: PAGES }, (_, i) => {
    const { text, truth } = randomPage(i + 1, { ordered: true });
    return scoreArticles(truth, articlesOf(analyze(text)));
  });
  const { articles, segmented, headlines, named } = sumArticleScores(scores);
  assert.ok(segmented / articles >= WHOLE, `whole: ${segmented} of ${articles}`);
  assert.ok(named / headlines >= NAMED, `named: ${named} of ${headlines}`);
});
