/** The typesetter keeps its word: the same page each time, the truth that belongs to it, and faults at the rates of real pages. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { splitLines, withoutWhiteSpace } from "../../../server/core/text/text.ts";
import { fold } from "../../support/score.ts";
import {
  DIALECTS,
  type DialectName,
  planPage,
  randomPage,
  SEED_PAGES,
  type TypesetPage,
  typeset,
} from "../../support/typesetter/index.ts";

const PAGES = 40;

function pagesOf(dialect: DialectName): TypesetPage[] {
  return Array.from({ length: PAGES }, (_, seed) => randomPage(seed, { dialect }));
}

const VARIED = Array.from({ length: 2 * PAGES }, (_, seed) => randomPage(seed, { varied: true }));
const ORDERED = Array.from({ length: PAGES }, (_, seed) => randomPage(seed, { ordered: true }));

/** Pages of every dialect, varied ones of any, and those in the order of reading. */
const SETS: readonly (readonly [name: string, pages: readonly TypesetPage[]])[] = [
  ...DIALECTS.map((dialect) => [dialect, pagesOf(dialect)] as const),
  ["varied", VARIED],
  ["ordered", ORDERED],
];

describe("a typeset page", () => {
  test("is a function of its seed", () => {
    assert.deepEqual(randomPage(7), randomPage(7));
    assert.notEqual(randomPage(7).text, randomPage(8).text);
  });

  for (const [name, pages] of SETS) {
    test(`has its truth beside it (${name})`, () => {
      for (const { text, truth } of pages) {
        const lines = splitLines(text.replace(/^\ufeff/, ""));
        const filled = lines.filter((line) => withoutWhiteSpace(line.text) !== "");
        assert.deepEqual(
          filled.map((line) => [line.index + 1, line.text]),
          truth.lines.map((line) => [line.n, line.text]),
        );
        for (const para of truth.paras) {
          const set = truth.lines.filter((line) => line.para === para.id).map((line) => fold(line.text));
          const doubled = truth.allowed_dedup.find((double) => double.para === para.id)?.duplicated ?? "";
          assert.equal(set.join("").length, fold(para.text).length + doubled.length);
        }
      }
    });

    test(`breaks no line where a mark forbids it (${name})`, () => {
      for (const { text, truth } of pages) {
        if (truth.format === "raw") continue;
        for (const line of truth.lines) {
          // Page numbers stand between marks, and a line of verse or a cell is its writer's.
          if (line.role === "table" || line.role === "verse") continue;
          assert.doesNotMatch(line.text, /^[。，、；：？！”’）》]/u, text);
          assert.doesNotMatch(line.text, /[“‘（《]$/u, text);
        }
        assert.doesNotMatch(text, /(?:—\s*\n\s*—|…\s*\n\s*…)/u);
      }
    });
  }
});

describe("a varied page", () => {
  const lines = VARIED.flatMap(({ truth }) => truth.lines);
  const linesOf = (role: string): number[] => {
    const counts = new Map<string, number>();
    for (const { truth } of VARIED)
      for (const line of truth.lines.filter((each) => each.role === role)) {
        const key = `${truth.page} ${line.para}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    return [...counts.values()];
  };

  test("has headlines of one, two and three lines, and captions of many", () => {
    assert.deepEqual([...new Set(linesOf("headline"))].filter((count) => count < 4).sort(), [1, 2, 3]);
    assert.ok(linesOf("caption").filter((count) => count > 2).length > 10);
  });

  test("has tables, verse, kickers, decks, editor's notes and folios", () => {
    for (const role of ["table", "verse", "kicker", "subhead", "editor_note", "folio", "byline", "crosshead"])
      assert.ok(linesOf(role).length > 0, role);
  });

  test("has measures from narrow to wide, several in one paragraph, and enlarged initials", () => {
    const measures = lines.flatMap(({ measure }) => measure ?? []);
    assert.ok(Math.min(...measures) < 10 && Math.max(...measures) > 40);
    const changes = VARIED.flatMap(({ truth }) =>
      truth.lines.filter((line, i) => {
        const next = truth.lines[i + 1];
        return next?.para === line.para && next.measure !== line.measure;
      }),
    );
    assert.ok(changes.length > VARIED.length, `${changes.length}`);
    assert.ok(changes.some(({ text }) => text.trim().length === 1));
  });

  test("has something in the middle of a paragraph here and there", () => {
    const interrupted = VARIED.filter(({ truth }) =>
      truth.lines.some((line, i) => {
        const [next, later] = [truth.lines[i + 1], truth.lines.slice(i + 2)];
        return next && next.para !== line.para && later.some(({ para }) => para === line.para);
      }),
    );
    assert.ok(interrupted.length > 5, `${interrupted.length}`);
  });
});

describe("faults", () => {
  const seed = pagesOf("seed").filter((_, i) => planPage(i, { dialect: "seed" }).dialect.spacing === "before");
  const lines = seed.flatMap(({ truth }) => truth.lines).filter((line) => line.role === "body");
  const spreadOut = (text: string): boolean => /(?:\p{Script=Han} ){4}/u.test(text);

  test("a numeral after a Han character always has a blank before it, and after it by the line", () => {
    const plain = lines.map(({ text }) => text).filter((text) => !spreadOut(text));
    for (const text of plain) assert.doesNotMatch(text, /\p{Script=Han}[0-9]/u);
    const mixed = plain.filter((text) => /[0-9] \p{Script=Han}/u.test(text) && /[0-9]\p{Script=Han}/u.test(text));
    assert.deepEqual(mixed, []);
  });

  test("about two lines in a hundred are stretched", () => {
    const share = lines.filter(({ text }) => spreadOut(text)).length / lines.length;
    assert.ok(share > 0.008 && share < 0.035, `${share}`);
  });

  test("the blank line is missing after a line that ends in a digit", () => {
    let [missing, digits] = [0, 0];
    for (const { truth } of seed) {
      for (const [i, line] of truth.lines.entries()) {
        const next = truth.lines[i + 1];
        if (!next || !/[0-9]$/.test(line.text)) continue;
        digits += 1;
        if (next.n === line.n + 1) missing += 1;
      }
    }
    assert.ok(digits > 50 && missing / digits > 0.95, `${missing} of ${digits}`);
  });

  test("headings stand before, after and far from their articles, or nowhere", () => {
    const places = new Map<string, number>();
    for (const { truth } of seed) {
      for (const { head_pos } of truth.articles) places.set(head_pos, (places.get(head_pos) ?? 0) + 1);
    }
    assert.deepEqual([...places.keys()].sort(), ["after", "before", "far_end", "far_start", "missing"]);
  });
});

describe("the pages of seeds/", () => {
  for (const plan of SEED_PAGES) {
    test(`${plan.name} is what the typesetter makes (npm run seeds)`, () => {
      const read = (end: string): string =>
        readFileSync(new URL(`../../../seeds/${plan.name}${end}`, import.meta.url), "utf8");
      const { text, truth } = typeset(plan);
      assert.equal(read(".txt"), text);
      assert.deepEqual(JSON.parse(read(".truth.json")), truth);
    });
  }
});
