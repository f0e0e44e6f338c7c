/** What holds for every page: nothing is lost, fixes converge, and thousands of typeset pages are read as they were set. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyze } from "../../../server/core/analyze.ts";
import { safeEdits } from "../../../server/core/fix/edits.ts";
import { fixPage } from "../../../server/core/fix/fix-page.ts";
import { type Layout, layOut, toJoined } from "../../../server/core/layout/index.ts";
import { visualLinesOf } from "../../../server/core/layout/lines.ts";
import { parsePage } from "../../../server/core/layout/page-parse.ts";
import { WEIGHTS } from "../../../server/core/layout/weights.ts";
import type { Analysis } from "../../../server/core/page/analysis.ts";
import { applyEdits, pageOf, type TextEdit, withoutWhiteSpace } from "../../../server/core/text/text.ts";
import { f1, fold, scoreText, sumScores, type TextScore } from "../../support/score.ts";
import { fixText } from "../../support/short-cuts.ts";
import { DIALECTS, type DialectName, type Random, randomFrom, randomPage } from "../../support/typesetter/index.ts";

/** Pages of each dialect in a run: five dialects make 2,000 pages. */
const PAGES = Number(process.env.GALLEY_PAGES ?? 400);
/** The first seed; another one tries other pages. */
const FROM = Number(process.env.GALLEY_SEED ?? 1);

/** The least that all pages of a dialect together must reach: boundary F1, inside bodies, and exact paragraphs. */
const BARS: Readonly<Record<DialectName, readonly [all: number, bodies: number, exact: number]>> = {
  seed: [0.98, 0.98, 0.955],
  pdfjs: [0.985, 0.985, 0.96],
  mupdf: [0.99, 0.99, 0.975],
  raw: [0.975, 0.975, 0.93],
  indented: [0.985, 0.99, 0.97],
};

for (const dialect of DIALECTS) {
  describe(`${PAGES} pages as they arrive (${dialect})`, () => {
    const scores: TextScore[] = [];

    test("joining a page loses nothing and changes no paragraph of the joined page", () => {
      for (let seed = FROM; seed < FROM + PAGES; seed += 1) {
        const at = `${dialect} page ${seed}`;
        const { text, truth } = randomPage(seed, { dialect, articles: [1, 4] });
        const layout = layOut(pageOf(text));
        const joined = joinedPage(layout);
        scores.push(scoreText(truth, joined));
        assert.equal(fold(joined), fold(text), `${at}: characters changed`);
        const paragraphs = (l: Layout): string[] => l.blocks.map((block) => block.text);
        assert.deepEqual(paragraphs(layOut(pageOf(joined))), paragraphs(layout), `${at}: other paragraphs once joined`);
      }
    });

    test("paragraphs are found as they were set", () => {
      const sum = sumScores(scores);
      const [all, bodies, exact] = BARS[dialect];
      assert.ok(f1(sum.boundaries) >= all, `boundary F1 ${f1(sum.boundaries)}`);
      assert.ok(f1(sum.bodies) >= bodies, `boundary F1 inside bodies ${f1(sum.bodies)}`);
      assert.ok(sum.exact / sum.paragraphs >= exact, `exact paragraphs ${sum.exact / sum.paragraphs}`);
      assert.equal(sum.lost + sum.added, 0);
      assert.equal(sum.radicals, 0);
      assert.ok(sum.justified <= 0.01 * sum.justifiedBefore, `${sum.justified} stretched lines left`);
      assert.ok(sum.numberBlanks <= 0.005 * sum.numberBlanksBefore, `${sum.numberBlanks} blanks left at numbers`);
    });
  });
}

describe("fixed pages", () => {
  const pages = 120;

  test("a fixed page is the page joined, has its articles, and needs no fix", () => {
    for (let seed = FROM; seed < FROM + pages; seed += 1) {
      const { text } = randomPage(seed, { articles: [1, 4] });
      const analysis = analyze(text);
      const fixed = fixPage(analysis);
      const again = analyze(fixed);
      assert.equal(fixed, joinedPage(analysis), `page ${seed}: not the joined page`);
      assert.deepEqual(safeEdits(again.findings), [], `page ${seed}: a safe fix is left`);
      assert.equal(fixPage(again), fixed, `page ${seed}: fixing again changes it`);
      assert.deepEqual(articlesOf(again), articlesOf(analysis), `page ${seed}: other articles`);
    }
  });
});

describe("varied pages", () => {
  /** In nats: the page as joined so far knows its paragraphs better, so that a little doubt may go. */
  const DOUBT = 2;

  test("a paragraph's end that the page as it arrives shows is hardly ever joined by a safe fix as others go on", () => {
    let wrong = 0;
    for (let seed = FROM; seed < FROM + 150; seed += 1) {
      const { text, truth } = randomPage(seed, { varied: true });
      const page = pageOf(text);
      const lines = visualLinesOf(page.lines);
      const { parsed } = parsePage(lines, WEIGHTS);
      const paragraphOf = new Map(truth.lines.map(({ n, para }) => [n - 1, para]));
      const joined = new Set(
        layOut(page).blocks.flatMap(({ gaps }) =>
          gaps.filter(({ cause, doubtful }) => cause === "wrap" && doubtful === undefined).map(({ start }) => start),
        ),
      );
      wrong += lines.filter((line, i) => {
        const ends = paragraphOf.get(line.line) !== paragraphOf.get(lines[i + 1]?.line ?? -1);
        return ends && joined.has(line.end) && (parsed.margins[i] as number) < -DOUBT;
      }).length;
    }
    assert.ok(wrong <= 2, `${wrong} in 150 pages`);
  });
});

describe("half-fixed pages have the paragraphs of the page", () => {
  const WAYS: readonly [
    name: string,
    bar: number,
    chosen: (analysis: Analysis, random: Random) => (edit: TextEdit) => boolean,
  ][] = [
    [
      "blanks only",
      0.985,
      ({ text }) =>
        (edit) =>
          !/[\r\n]/.test(text.slice(edit.start, edit.end)),
    ],
    [
      "from the top to some place",
      0.98,
      ({ text }, random) => {
        const end = random.next() * text.length;
        return (edit) => edit.end <= end;
      },
    ],
    [
      "every other paragraph",
      0.98,
      ({ blocks }, random) => {
        const chosen = blocks.filter(() => random.chance(0.5));
        return (edit) => chosen.some(({ start, end }) => start <= edit.start && edit.end <= end);
      },
    ],
    ["a fix here and there", 0.98, (_, random) => () => random.chance(0.1)],
  ];
  for (const [name, bar, chosen] of WAYS) {
    test(name, () => {
      const scores: TextScore[] = [];
      for (let seed = FROM; seed < FROM + 40; seed += 1) {
        const { text, truth } = randomPage(seed, { articles: [1, 4] });
        const analysis = analyze(text);
        const part = applyEdits(text, safeEdits(analysis.findings).filter(chosen(analysis, randomFrom(seed))));
        const fixed = fixText(part);
        assert.equal(fold(fixed), fold(text), `page ${seed}: characters changed`);
        scores.push(scoreText(truth, fixed));
      }
      const { boundaries } = sumScores(scores);
      assert.ok(f1(boundaries) >= bar, `boundary F1 ${f1(boundaries)}`);
    });
  }
});

describe("any text at all", () => {
  /** Pieces that newspaper pages are made of, so that random texts come close to pages. */
  const PIECES = [
    "本报讯",
    "（记者",
    " ",
    "　",
    "\u200b",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "。",
    "，",
    "“",
    "”",
    "……",
    "——",
    "12",
    "3.5%",
    "⼈",
    "⻓",
    "９",
    "亿元",
    "的",
    "青川",
    "A",
    "\u2028",
    "\ufeff",
    "\0",
    "\ud800",
    "😀",
    "2 0 2 4 年",
  ];
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join("")),
  );

  test("has a layout that covers each line that is not blank once", () => {
    fc.assert(
      fc.property(text, (source) => {
        const { page, blocks } = layOut(pageOf(source));
        let next = 0;
        for (const [index, block] of blocks.entries()) {
          assert.equal(block.index, index);
          assert.ok(block.start >= next && block.end > block.start);
          assert.equal(withoutWhiteSpace(source.slice(next, block.start)), "");
          assert.ok((page.lines[block.firstLine]?.start ?? 0) <= block.start);
          assert.ok((page.lines[block.lastLine]?.end ?? 0) >= block.end);
          assert.equal(fold(block.text), fold(source.slice(block.start, block.end)));
          next = block.end;
        }
        assert.equal(withoutWhiteSpace(source.slice(next)), "");
      }),
      { numRuns: 500 },
    );
  });
});

/** The page as fixes leave it: each block on one line, its indent kept, one blank line between blocks. */
function joinedPage({ page, blocks }: Layout): string {
  const paragraphs = blocks.flatMap((block) => {
    const indent = page.text.slice(page.lines[block.firstLine]?.start, block.start);
    const doubtful = block.gaps.filter((gap) => gap.cause === "wrap" && gap.doubtful !== undefined);
    const cuts = [0, ...doubtful.map((gap) => toJoined(block, gap.start)), block.text.length];
    return cuts.slice(1).map((end, i) => (i === 0 ? indent : "") + block.text.slice(cuts[i], end).trimStart());
  });
  return paragraphs.join(page.eol + page.eol) + page.eol;
}

/** The articles as the first words of each of their blocks. */
function articlesOf({ articles }: Analysis): (string | undefined)[][] {
  return articles.map(({ headline, blocks }) => [headline?.text, ...blocks.map((block) => block.text.slice(0, 12))]);
}
