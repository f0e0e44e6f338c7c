/** A long text is read sheet by sheet: where sheets begin, what an edit leaves as it is, and that nothing is missed between them. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyze, articlesOf, layOutText } from "../../server/core/analyze.ts";
import { safelyFixed } from "../../server/core/fix/safely-fixed.ts";
import { fixText, fixWholePage } from "../../server/core/fix/whole-page.ts";
import { layOut } from "../../server/core/layout/index.ts";
import type { Analysis } from "../../server/core/page/analysis.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../server/core/page/settings.ts";
import { LONGEST_PAGE, SHEET, sheetStartsOf } from "../../server/core/sheet-starts.ts";
import { Sheets } from "../../server/core/sheets.ts";
import { pageOf, splitLines, withoutWhiteSpace } from "../../server/core/text/text.ts";
import { longText } from "../support/long-text.ts";
import { randomFrom, SEED_PAGES, typeset } from "../support/typesetter/index.ts";

const TEXT = longText(60_000);

/** The sheets of a text. */
function sheetsOf(text: string): string[] {
  const starts = sheetStartsOf(text);
  return starts.map((start, i) => text.slice(start, starts[i + 1]));
}

/** The text after some edits such as people make. */
function edited(text: string, seed: number, edits: number): string {
  const random = randomFrom(seed);
  let now = text;
  for (let i = 0; i < edits; i += 1) {
    const at = random.int(0, now.length);
    const until = random.int(0, 3) === 0 ? at : Math.min(now.length, at + random.int(0, 40));
    const typed = ["新", "", "\n", "\n\n", "2026 年", "。", "，云溪县", "\r\n"][random.int(0, 7)] ?? "";
    now = now.slice(0, at) + typed + now.slice(until);
  }
  return now;
}

describe("where sheets begin", () => {
  test("a page is one sheet", () => {
    assert.deepEqual(sheetStartsOf(""), [0]);
    assert.deepEqual(sheetStartsOf(longText(5000).slice(0, 5000)), [0]);
  });

  test("a long text is several, each of about a page, and each but the first begins with a line that is not blank", () => {
    const sheets = sheetsOf(TEXT);
    assert.equal(sheets.join(""), TEXT);
    assert.ok(sheets.length > 3);
    for (const [i, sheet] of sheets.entries()) {
      const { length } = withoutWhiteSpace(sheet);
      assert.ok(length >= SHEET || i === sheets.length - 1, `sheet ${i} has ${length} characters`);
      assert.ok(length <= 2 * SHEET + 200, `sheet ${i} has ${length} characters`);
      if (i > 0) assert.match(sheet.split("\n")[0] ?? "", /\S/);
      if (i < sheets.length - 1) assert.match(sheet, /\n$/);
    }
  });

  test("a folio that comes next is taken before any other place", () => {
    const page = "云溪县今年把修建乡村道路列为十件实事。\n".repeat(SHEET / 16);
    for (const folio of ["第 3 版 要闻", "0３版　2026年8月16日", "2026 年 8 月 16 日　星期日"]) {
      const sheets = sheetsOf(`${page}${folio}\n`.repeat(7));
      assert.deepEqual(
        sheets.slice(1).map((sheet) => sheet.split("\n")[0]),
        new Array(6).fill(folio),
      );
    }
  });

  test("a line that never ends is one sheet", () => {
    const line = "云溪县".repeat(LONGEST_PAGE);
    assert.deepEqual(sheetStartsOf(line), [0]);
    assert.deepEqual(sheetsOf(`${line}\n云溪县`), [`${line}\n`, "云溪县"]);
  });

  test("what is typed moves few places, and those near it", () => {
    const before = new Set(sheetsOf(TEXT));
    let made = 0;
    for (let seed = 1; seed <= 20; seed += 1)
      made += sheetsOf(edited(TEXT, seed, 1)).filter((sheet) => !before.has(sheet)).length;
    assert.ok(made <= 30, `20 edits made ${made} new sheets`);
  });

  test("those of an earlier version tell those of the next, wherever it was edited", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom("\n", "\r\n", ""), (seed, eol) => {
        // Without line breaks now and then, so that some lines are longer than sheets.
        let text = longText(70_000, 1 + (seed % 3)).replace(/\n/g, (br, at: number) =>
          at % 7 === seed % 7 ? br : eol,
        );
        let starts = sheetStartsOf(text);
        for (let version = 0; version < 6; version += 1) {
          const random = randomFrom(seed + version);
          // Round a place where a sheet begins, which is where an edit may move it.
          const at = Math.max(0, (starts[random.int(0, starts.length - 1)] ?? 0) + random.int(-600, 600));
          const next = text.slice(0, at) + edited(text.slice(at, at + 300), seed, 2) + text.slice(at + 300);
          const known = sheetStartsOf(next, { text, starts });
          assert.deepEqual(known, sheetStartsOf(next));
          [text, starts] = [next, known];
        }
      }),
      { numRuns: 40 },
    );
  });

  test("none parts a paragraph of the pages, however they end their lines", () => {
    for (const eol of ["\n", "\r\n"]) {
      const pages = SEED_PAGES.flatMap((page) => [page, page, page]).map((page) => typeset(page).text);
      const text = pages.join("\n").replaceAll("\n", eol);
      const starts = sheetStartsOf(text);
      assert.ok(starts.length > 5);
      const { blocks } = layOut(pageOf(text));
      for (const start of starts)
        assert.deepEqual(
          blocks.filter((block) => block.start < start && block.end > start).map((block) => block.text),
          [],
        );
    }
  });

  test("safe fixes move hardly any", () => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const text = edited(longText(30_000, seed), seed, 20);
      const fixed = new Set(sheetsOf(text).map((sheet) => withoutWhiteSpace(safelyFixed(sheet, DEFAULT_SETTINGS))));
      const others = sheetsOf(safelyFixed(text, DEFAULT_SETTINGS)).filter(
        (sheet) => !fixed.has(withoutWhiteSpace(sheet)),
      );
      assert.ok(others.length <= 2, `text ${seed}: ${others.length}`);
    }
  });
});

describe("a long text", () => {
  const analysis = analyze(TEXT);

  test("has its lines, and blocks that stand where they say", () => {
    assert.deepEqual(analysis.page.lines, splitLines(TEXT));
    for (const [i, block] of analysis.blocks.entries()) {
      assert.equal(block.index, i);
      for (const { joined, page, length } of block.pieces)
        if (length > 1) assert.equal(block.text.slice(joined, joined + length), TEXT.slice(page, page + length));
      assert.ok(block.start >= (analysis.page.lines[block.firstLine]?.start ?? Number.NaN));
      assert.ok(block.end <= (analysis.page.lines[block.lastLine]?.end ?? Number.NaN));
    }
  });

  test("has articles made of its blocks, numbered through", () => {
    assert.equal(analysis.roles.length, analysis.blocks.length);
    for (const [i, article] of analysis.articles.entries()) {
      assert.equal(article.index, i);
      for (const block of [...article.blocks, ...article.heading, ...article.bylines])
        assert.equal(block, analysis.blocks[block.index]);
    }
  });

  test("has findings in page order, and no two sheets without a blank line between them", () => {
    for (const [i, { start }] of analysis.findings.entries())
      assert.ok(start >= (analysis.findings[i - 1]?.start ?? 0));
    const sheets = new Sheets();
    for (const start of sheetStartsOf(TEXT).slice(1)) {
      const text = `${TEXT.slice(0, start).trimEnd()}\n${TEXT.slice(start)}`;
      const { findings } = analyze(text, DEFAULT_SETTINGS, sheets);
      assert.ok(
        findings.some(
          ({ rule, fix }) => rule === "missing-blank-line" && fix?.edits[0]?.end === text.length - TEXT.length + start,
        ),
      );
    }
  });

  test("is laid out alike with and without its articles", () => {
    const { page, blocks, texts } = layOutText(TEXT);
    assert.deepEqual({ page, blocks, texts }, { page: analysis.page, blocks: analysis.blocks, texts: analysis.texts });
    assert.deepEqual(articlesOf(TEXT).articles, analysis.articles);
  });

  test("is fixed alike with and without an analysis, and once fixed for good", () => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const text = edited(longText(30_000, seed), seed, 20);
      const whole = fixWholePage(analyze(text));
      assert.ok("value" in whole);
      assert.deepEqual(fixText(text, DEFAULT_SETTINGS), { value: whole.value.text });
      assert.deepEqual(fixText(whole.value.text, DEFAULT_SETTINGS), { value: whole.value.text });
    }
  });
});

/** Has whatever is remembered of the last pages give way to others. */
function forgetPages(): void {
  for (let n = 0; n < 14; n += 1) analyze(`云溪县第${n}次会议今天召开。\n\n${n}个乡镇参加。\n`);
}

/** What an analysis holds; its parts hold no more than its findings. */
function found({ parts, ...analysis }: Analysis): Omit<Analysis, "parts"> {
  assert.deepEqual(
    parts?.flatMap((part) => part.placed()),
    analysis.findings,
  );
  return analysis;
}

describe("from version to version", () => {
  const SETTINGS: readonly Settings[] = [
    DEFAULT_SETTINGS,
    { ...DEFAULT_SETTINGS, numberSpacing: "spaced", rules: { "stray-blank": "off" } },
  ];

  test("the analysis is that of a text which was never seen before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const sheets = new Sheets();
        let text = longText(30_000, 1 + (seed % 3));
        for (let version = 0; version < 4; version += 1) {
          const settings = SETTINGS[version % 3 === 2 ? 1 : 0];
          const remembered = found(analyze(text, settings, sheets));
          forgetPages();
          assert.deepEqual(remembered, found(analyze(text, settings)));
          text = edited(text, seed + version, 1 + (version % 3));
        }
      }),
      { numRuns: 3 },
    );
  });

  test("blocks before the sheet that was edited are the same objects, so nothing of them is made again", () => {
    const sheets = new Sheets();
    const before = analyze(TEXT, DEFAULT_SETTINGS, sheets);
    const starts = sheetStartsOf(TEXT);
    const last = starts.at(-1) ?? 0;
    const after = analyze(`${TEXT.slice(0, last + 100)}新${TEXT.slice(last + 100)}`, DEFAULT_SETTINGS, sheets);
    const kept = before.blocks.filter((block, i) => block === after.blocks[i]);
    assert.ok(kept.length > 0.5 * before.blocks.length, `${kept.length} of ${before.blocks.length}`);
  });

  test("an edit has the sheets read again that it touched, and no other", () => {
    const sheets = new Sheets();
    const starts = sheetStartsOf(TEXT);
    analyze(TEXT, DEFAULT_SETTINGS, sheets);
    const at = (starts[2] ?? 0) + 1000;
    const text = `${TEXT.slice(0, at)}新${TEXT.slice(at)}`;
    assert.equal([...sheets.reading(text, DEFAULT_SETTINGS)].length, 1);
    assert.equal([...sheets.reading(`${text}\n云溪县新闻。\n`, DEFAULT_SETTINGS)].length, 1);
  });

  test("reading in turns makes the analysis ready", () => {
    const sheets = new Sheets();
    const turns = [...sheets.reading(TEXT, DEFAULT_SETTINGS)].length;
    assert.equal(turns, sheetStartsOf(TEXT).length);
    assert.equal([...sheets.reading(TEXT, DEFAULT_SETTINGS)].length, 0);
    assert.deepEqual(found(analyze(TEXT, DEFAULT_SETTINGS, sheets)), found(analyze(TEXT)));
  });
});
