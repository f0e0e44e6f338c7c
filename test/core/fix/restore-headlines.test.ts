/** Headings brought home: they stand above the text that is theirs, not a character is lost, and once more changes nothing. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { analyze } from "../../../server/core/analyze.ts";
import { fixPage } from "../../../server/core/fix/fix-page.ts";
import { restoreHeadlines } from "../../../server/core/fix/restore-headlines.ts";
import type { Analysis } from "../../../server/core/page/analysis.ts";
import { applyEdits, withoutWhiteSpace } from "../../../server/core/text/text.ts";
import { anyPage } from "../../support/any-page.ts";
import { fixText } from "../../support/short-cuts.ts";
import { randomPage } from "../../support/typesetter/index.ts";
import { BRIDGE, BRIDGE_HEADLINE, CLINIC, CLINIC_HEADLINE, TEA, TEA_HEADLINE } from "../articles/stock.ts";

const SEEDS = fileURLToPath(new URL("../../../seeds/", import.meta.url));
const seeds = readdirSync(SEEDS)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => readFileSync(SEEDS + name, "utf8"));
const typeset = Array.from({ length: 40 }, (_, i) => randomPage(i + 1, { articles: [2, 6] }).text);

/** Each of these pages as it arrives and fixed, with what restoring makes of it: made once, as several tests ask. */
function* restoredPages(texts: readonly string[]) {
  for (const text of texts) {
    const both = restoredOf.get(text) ?? [analyze(text), analyze(fixText(text))].map(restored);
    restoredOf.set(text, both);
    yield* both;
  }
}

const restoredOf = new Map<string, ReturnType<typeof restored>[]>();

function restored(page: Analysis) {
  return { page, ...restoreHeadlines(page) };
}

/** The page's characters that are no white space, whatever their order. */
function characters(text: string): string {
  return [...withoutWhiteSpace(text)].sort().join("");
}

/** All blocks of the page as they read, whatever their order. */
function blocksOf(page: Analysis): string[] {
  return page.blocks.map(({ text }) => withoutWhiteSpace(text)).sort();
}

function apart({ articles }: Analysis): number {
  return articles.reduce((sum, { detached }) => sum + detached.length, 0);
}

/** How many articles have all of their heading and bylines above their text. */
function atHome({ articles }: Analysis): number {
  return articles.filter(({ heading, bylines, detached }) => heading.length + bylines.length > 0 && !detached.length)
    .length;
}

describe("restored headlines", () => {
  test("stand above their article in the order of print, and nowhere else", () => {
    const page = `${[BRIDGE_HEADLINE, TEA_HEADLINE, ...TEA, ...BRIDGE, "□ 本报记者 苏南星"].join("\n\n")}\n`;
    const { analysis, steps } = restoreHeadlines(analyze(page));
    assert.equal(
      analysis.text,
      `${[TEA_HEADLINE, ...TEA, BRIDGE_HEADLINE, "□ 本报记者 苏南星", ...BRIDGE].join("\n\n")}\n`,
    );
    assert.equal(steps.length, 1);
  });

  test("stand above it wherever they were: below it, between its paragraphs, above another; kicker, headline, deck, byline", () => {
    const kicker = "青川至临江高速公路传来捷报：";
    const deck = "——青川至临江高速公路建设现场见闻";
    const byline = "□ 本报记者 苏南星";
    const heading = [kicker, BRIDGE_HEADLINE, deck];
    const [first = "", ...rest] = BRIDGE;
    const home = `${[TEA_HEADLINE, ...TEA, ...heading, byline, ...BRIDGE].join("\n\n")}\n`;
    for (const lines of [
      [...TEA, TEA_HEADLINE, ...BRIDGE, ...heading, byline],
      [...heading, ...TEA, TEA_HEADLINE, first, byline, ...rest],
    ])
      assert.equal(restoreHeadlines(analyze(`${lines.join("\n\n")}\n`)).analysis.text, home);
  });

  test("of two articles that go from the page's end leave one line end there", () => {
    const page = analyze(`${[...TEA, ...BRIDGE, TEA_HEADLINE, BRIDGE_HEADLINE].join("\n\n")}\n`);
    assert.equal(
      restoreHeadlines(page).analysis.text,
      `${[TEA_HEADLINE, ...TEA, BRIDGE_HEADLINE, ...BRIDGE].join("\n\n")}\n`,
    );
  });

  test("stand on lines of their own where no blank line parts the blocks", () => {
    const page = analyze(`${[...TEA, TEA_HEADLINE, ...BRIDGE, BRIDGE_HEADLINE].join("\n")}\n`);
    const { text } = restoreHeadlines(page).analysis;
    assert.ok(text.startsWith(`${TEA_HEADLINE}\n\n`), text);
    assert.ok(text.includes(`${TEA.at(-1)}\n\n${BRIDGE_HEADLINE}\n\n${BRIDGE[0]}`), text);
  });

  test("stay where they are, where the page would need a fix again without them", () => {
    const page = "云溪县开工。\n\n云溪县完工。\n\n”\n";
    assert.equal(fixText(page), page);
    const { text } = restoreHeadlines(analyze(page)).analysis;
    assert.equal(fixText(text), text);
  });

  test("of the one article that was chosen leave the others where they stand", () => {
    const page = analyze(`${[BRIDGE_HEADLINE, ...TEA, ...BRIDGE, TEA_HEADLINE].join("\n\n")}\n`);
    const [tea] = page.articles;
    const { text } = restoreHeadlines(page, (article) => article === tea).analysis;
    assert.ok(text.startsWith(`${BRIDGE_HEADLINE}\n\n${TEA_HEADLINE}\n\n${TEA[0]}`));
  });

  test("stand above more articles than before on every seed and typeset page, fixed or not; every character stays", () => {
    for (const { page, analysis, steps } of restoredPages([...seeds, ...typeset])) {
      assert.equal(
        steps.reduce((at, edits) => applyEdits(at, edits), page.text),
        analysis.text,
      );
      assert.equal(steps.length === 0, analysis === page);
      assert.ok(steps.length === 0 || atHome(analysis) > atHome(page));
      assert.equal(characters(analysis.text), characters(page.text));
      if (page.text !== fixPage(page)) continue;
      assert.deepEqual(blocksOf(analysis), blocksOf(page));
      assert.equal(fixPage(analysis), analysis.text, "a fixed page stays fixed");
    }
  });

  test("cost a few readings of the page, however long it is", () => {
    const page = (times: number): string =>
      Array.from({ length: times }, () => [
        ...TEA,
        TEA_HEADLINE,
        BRIDGE_HEADLINE,
        ...CLINIC,
        ...BRIDGE,
        CLINIC_HEADLINE,
      ])
        .flat()
        .join("\n\n");
    for (const times of [1, 4, 16, 64]) {
      const text = `${page(times)}\n`;
      const { charactersRead, steps } = restoreHeadlines(analyze(text));
      assert.ok(steps.length > 0);
      assert.ok(charactersRead <= 15 * text.length, `${charactersRead} of ${text.length}`);
    }
  });

  test("are at home on the seeds, fixed or not", () => {
    for (const { analysis } of restoredPages(seeds)) assert.equal(apart(analysis), 0);
  });

  test("stay, when they are restored again", () => {
    for (const text of [...seeds, ...typeset]) {
      const [first] = restoredPages([text]);
      const { analysis } = first ?? restored(analyze(text));
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
        assert.equal(fixPage(analysis), analysis.text, "a fixed page stays fixed");
        assert.equal(restoreHeadlines(analyze(analysis.text)).analysis.text, analysis.text);
      }),
      { numRuns: 300 },
    );
  });
});
