/** What holds of the articles of any page: each block has one role, each line one owner, and fixing changes nothing. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyze } from "../../../server/core/analyze.ts";
import { findArticles } from "../../../server/core/articles/index.ts";
import { fixPage } from "../../../server/core/fix/fix-page.ts";
import { outlineOf } from "../../../server/core/outline.ts";
import type { Analysis } from "../../../server/core/page/analysis.ts";
import { anyPage } from "../../support/any-page.ts";
import { layoutOf } from "../../support/blocks.ts";
import { randomPage } from "../../support/typesetter/index.ts";
import {
  BRIDGE,
  BRIDGE_HEADLINE,
  CLINIC,
  CLINIC_HEADLINE,
  LIBRARY,
  LIBRARY_HEADLINE,
  TEA,
  TEA_HEADLINE,
} from "./stock.ts";

/** Blocks of all kinds in any order. */
const anyBlocks = fc.array(
  fc.constantFrom(
    ...TEA,
    ...BRIDGE,
    ...CLINIC,
    ...LIBRARY,
    TEA_HEADLINE,
    BRIDGE_HEADLINE,
    CLINIC_HEADLINE,
    LIBRARY_HEADLINE,
    "望湖村农家书屋管理员许晓禾——",
    "——青川至临江高速公路建设现场见闻",
    "本报记者 苏南星",
    "许晓禾",
    "（作者为云溪县人民医院副院长）",
    "版式设计：罗一丹",
    "图为夜间门诊一角。 秦小雨 摄",
    "编者按",
    "停水通知",
    "云溪县供水有限公司",
    "第3版 县域",
    "（下转第二版）",
    "（上接第一版）",
    "【云溪县】全县春播面积完成九成。",
    "问：几点开门？",
    "答：上午9点。",
    "……",
    "\u0000",
    "\ud840",
  ),
  { maxLength: 40 },
);

/** The roles of an article's own text. */
const TEXT = /^(?:paragraph|lead|editors-note|row|verse)$/;
const OWN_TEXT = /^(?:paragraph|lead|row|verse)$/;

/** Asserts what every consumer relies on. */
function assertSound(analysis: Pick<Analysis, "blocks" | "articles" | "roles">): void {
  const { blocks, articles, roles } = analysis;
  assert.equal(roles.length, blocks.length);
  const owned = new Set<number>();
  let last = -1;
  articles.forEach((article, index) => {
    assert.equal(article.index, index);
    const [first] = article.blocks;
    assert.ok(first && first.index > last, "ranges are disjoint and in page order");
    last = article.blocks.at(-1)?.index ?? -1;
    assert.deepEqual(article.blocks, blocks.slice(first.index, last + 1));
    assert.deepEqual([article.start, article.end], [first.start, blocks[last]?.end]);
    for (const line of [...article.heading, ...article.bylines]) {
      assert.ok(!owned.has(line.index), "a line has one article");
      owned.add(line.index);
    }
    // A line such as 编者按 opens the text, which a heading stands above; an editor's note may be a text of its own.
    const [noteOrText, text] = [TEXT, OWN_TEXT].map(
      (roleOf) => article.blocks.find(({ index: b }) => roleOf.test(roles[b] ?? ""))?.index ?? last,
    ) as [number, number];
    const apart = article.detached.map((line) => line.index);
    assert.deepEqual(
      apart,
      [...new Set(apart)].sort((a, b) => a - b),
    );
    for (const { index: b } of article.heading) {
      if (b < first.index || b > text) assert.ok(apart.includes(b), "a heading that is not above the text is apart");
      else if (b < noteOrText) assert.ok(!apart.includes(b), "one above it is not");
    }
    for (const { index: b } of article.bylines)
      assert.ok((first.index <= b && b <= last) || apart.includes(b), "a byline is with its article or apart");
    assert.equal(article.headline === undefined, article.heading.length === 0);
    assert.equal(article.named.length === 0, article.heading.length === 0);
    assert.ok(article.named.every((line) => article.heading.includes(line)));
    for (const part of [article.kicker, article.headline, article.deck]) {
      assert.ok(part === undefined || article.heading.includes(part));
    }
    if (article.headline) assert.equal(roles[article.headline.index], "headline");
    assert.ok(article.bylines.every((line) => roles[line.index] === "byline"));
    assert.ok(
      article.blocks.some(({ index: b }) => TEXT.test(roles[b] ?? "")),
      "an article has text",
    );
  });
}

describe("any page", () => {
  test("whatever its blocks are", () => {
    fc.assert(
      fc.property(anyBlocks, (texts) => {
        const layout = layoutOf(texts);
        assertSound({ ...layout, ...findArticles(layout) });
      }),
      { numRuns: 300 },
    );
  });

  test("that is a table and nothing else", () => assertSound(analyze("1 234 567\n1 234 567")));

  test("whatever its characters are", () => {
    fc.assert(
      fc.property(anyPage, (text) => assertSound(analyze(text))),
      { numRuns: 300 },
    );
  });

  test("the same blocks have the same articles, whatever was looked at before", () => {
    fc.assert(
      fc.property(anyBlocks, anyBlocks, (texts, others) => {
        const before = findArticles(layoutOf(texts));
        findArticles(layoutOf(others));
        assert.deepEqual(findArticles(layoutOf(texts)), before);
      }),
      { numRuns: 50 },
    );
  });

  test("where fixing keeps the paragraphs, it keeps the articles, their names and all roles", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const page = analyze(randomPage(seed, { articles: [2, 6] }).text);
      const fixed = analyze(fixPage(page));
      if (page.blocks.some((block, i) => block.text !== fixed.blocks[i]?.text)) continue;
      const names = ({ name, detail }: { name: string; detail: string }) => [name, detail.replace(/\d+/g, "N")];
      assert.deepEqual(fixed.roles, page.roles, `page ${seed}`);
      assert.deepEqual(outlineOf(fixed).map(names), outlineOf(page).map(names), `page ${seed}`);
    }
  });
});
