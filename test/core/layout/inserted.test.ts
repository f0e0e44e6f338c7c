/** What no column is stays what it is: blocks of every kind put into pages, and what the fixes make of them. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { insertBlock, placesOf } from "../../support/insert-block.ts";
import { fold } from "../../support/score.ts";
import { insertAll, insertedPage, sumInserted } from "../../support/score-inserted.ts";
import { fixText } from "../../support/short-cuts.ts";
import { randomFrom, randomPage, SEED_PAGES, typeset } from "../../support/typesetter/index.ts";
import { BLOCK_KINDS } from "../../support/typesetter/kinds/index.ts";

const PLACES = 50;

/**
 * Of 50 places: in how many, at most, a safe fix may glue something, and in how many it may take a blank from between
 * cells. What is measured now; a better layout lowers them.
 */
const BARS: Readonly<Record<(typeof BLOCK_KINDS)[number]["name"], readonly [glued: number, blanksLost: number]>> = {
  table: [1, 1],
  list: [2, 0],
  verse: [4, 0],
  furniture: [0, 0],
  caption: [5, 0],
  talk: [1, 0],
};

/** Of the line ends around a block: how many, at most, may come out wrong for its sake. */
const AROUND = 0.0075;

describe(`${PLACES} places a kind in the pages of seeds/`, () => {
  const pages = SEED_PAGES.map((plan) => typeset(plan));
  let [around, broken] = [0, 0];

  for (const kind of BLOCK_KINDS) {
    test(`${kind.name}: no line of it is joined to what it is no part of`, () => {
      const sum = sumInserted(insertAll(kind, pages, PLACES));
      const [glued, blanksLost] = BARS[kind.name];
      assert.equal(sum.places, PLACES);
      assert.ok(sum.bySafeFix <= glued, `glued by a safe fix in ${sum.bySafeFix} places`);
      assert.ok(sum.blanksLost <= blanksLost, `blanks between cells lost in ${sum.blanksLost} places`);
      around += sum.around;
      broken += sum.broken;
    });
  }

  test("the lines around it are read as without it", () => {
    assert.ok(broken <= AROUND * around, `${broken} of ${around} line ends`);
  });
});

describe("a page with a block in it", () => {
  test("has the block's rows where it was put, in the dialect of the page", () => {
    const page = {
      text: "今年修路 3 条、\n\n建桥 12\n座，通到村口。\n\n",
      truth: truthOf([
        [1, "今年修路 3 条、", "p1"],
        [3, "建桥 12", "p1"],
        [4, "座，通到村口。", "p1"],
      ]),
    };
    const [place = 0] = placesOf(page, "inside");
    const { text, lines } = insertBlock(page, () => [["北关2019 36"], ["东湖2020 41人"]], place, randomFrom(1));
    assert.equal(text, "今年修路 3 条、\n\n北关 2019 36\n东湖 2020 41 人\n\n建桥 12\n座，通到村口。\n\n");
    assert.deepEqual(
      lines.map(({ start, text: line }) => text.slice(start, start + line.length)),
      lines.map((line) => line.text),
    );
  });

  test("keeps its characters, and fixing it again changes nothing", () => {
    for (let seed = 1; seed <= 90; seed += 1) {
      const kind = BLOCK_KINDS[seed % BLOCK_KINDS.length];
      const page = randomPage(seed, { articles: [1, 3], varied: seed % 2 === 0 });
      const inserted = kind && insertedPage(kind, page, randomFrom(seed));
      if (!inserted) continue;
      const fixed = fixText(inserted.text);
      assert.equal(fold(fixed), fold(inserted.text), `${kind.name} in page ${seed}: characters changed`);
      assert.equal(fixText(fixed), fixed, `${kind.name} in page ${seed}: fixing again changes it`);
    }
  });
});

/** The truth of a page of one article, from the number, text and paragraph of each of its lines. */
function truthOf(lines: readonly (readonly [n: number, text: string, para: string])[]) {
  return {
    page: "page",
    format: "seed",
    lines: lines.map(([n, text, para]) => ({ n, text, para, article: "A1", role: "body" })),
    paras: [],
    articles: [],
  };
}
