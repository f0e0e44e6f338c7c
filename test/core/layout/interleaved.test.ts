/** Columns that were read row by row: no line of them is joined, it is said once, and a person may take them apart. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../../server/core/analyze.ts";
import { layOut } from "../../../server/core/layout/index.ts";
import { interleavedColumns } from "../../../server/core/rules/interleaved-columns.ts";
import { pageOf } from "../../../server/core/text/text.ts";
import { settingsFor } from "../../support/check-rule.ts";
import { fixText } from "../../support/short-cuts.ts";
import { DIALECTS, randomPage } from "../../support/typesetter/index.ts";

const ROADS = [
  "云溪县今年把修建乡村道路列为",
  "十件实事之首，从年初到现在已经完",
  "成总里程的七成，沿线群众出行难的",
  "老问题得到了缓解。",
  "山货当天就能运到青川市里去卖，",
  "乡亲们都说，这条路修到了心坎上，",
  "出门再也不用踩泥。",
  "县里打算到明年底把剩下的村道",
  "都修完，桥梁和涵洞也一并加固。",
];

const LIBRARY = [
  "青川市图书馆近日延长了夜间开",
  "放的时间，新添座位六百个。",
  "下班以后来读书的人比去年多了",
  "一倍，自习室里座无虚席，馆里还请",
  "来退休的老教师，每逢周末给孩子们",
  "讲古诗。",
  "馆长说，到了冬天还要把开放的",
  "时间再往后延长一个小时。",
];

const SCHOOL = [
  "北塬小学新学期办起了木工课，",
  "孩子们自己动手做板凳、修桌椅，再",
  "送到村里的老人家中。",
  "教木工的是退休的老匠人，他每",
  "周来两个下午，从认木头、磨刨子教",
  "起，从不嫌孩子们手慢，一只板凳做",
  "坏了就重做。",
  "校长说，明年还要添上竹编课。",
];

/** The lines of columns as a program reads them that goes across the page. */
function acrossRows(...columns: readonly (readonly string[])[]): string[] {
  const rows = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: rows }, (_, row) => columns.flatMap((column) => column[row] ?? [])).flat();
}

/** The page of these lines, a blank line after each. */
function page(lines: readonly string[]): string {
  return `${lines.join("\n\n")}\n`;
}

/** How often the page is said to have columns read row by row. */
function saidOf(text: string): number {
  return analyze(text, settingsFor([interleavedColumns])).findings.length;
}

/** How the page's paragraphs read, one a line. */
function paragraphs(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

describe("two columns read row by row", () => {
  const across = page(acrossRows(ROADS, LIBRARY));

  test("are said to be that, once, and stay as they are in a safe fix", () => {
    assert.equal(saidOf(across), 1);
    assert.equal(fixText(across), across);
  });

  test("stand one after the other in an unsafe fix, each paragraph whole", () => {
    assert.deepEqual(paragraphs(fixText(across, undefined, { unsafe: true })), [
      "云溪县今年把修建乡村道路列为十件实事之首，从年初到现在已经完成总里程的七成，沿线群众出行难的老问题得到了缓解。",
      "山货当天就能运到青川市里去卖，乡亲们都说，这条路修到了心坎上，出门再也不用踩泥。",
      "县里打算到明年底把剩下的村道都修完，桥梁和涵洞也一并加固。",
      "青川市图书馆近日延长了夜间开放的时间，新添座位六百个。",
      "下班以后来读书的人比去年多了一倍，自习室里座无虚席，馆里还请来退休的老教师，每逢周末给孩子们讲古诗。",
      "馆长说，到了冬天还要把开放的时间再往后延长一个小时。",
    ]);
  });

  test("are the same without blank lines and with other line ends", () => {
    const close = `${acrossRows(ROADS, LIBRARY).join("\r\n")}\r\n`;
    assert.equal(saidOf(close), 1);
    assert.equal(fixText(close), across.replaceAll("\n", "\r\n"));
  });

  test("keep their lines apart where a heading stands over them and text of one column below", () => {
    const mixed = page([
      "乡村道路修到群众心坎上",
      ...acrossRows(ROADS, LIBRARY),
      "本报讯 云溪县水利局日前为全县的塘坝",
      "逐一建起了档案，险情从此有据可查，汛",
      "期里每天都有人巡看。",
    ]);
    assert.equal(saidOf(mixed), 1);
    const fixed = paragraphs(fixText(mixed));
    for (const line of acrossRows(ROADS, LIBRARY)) assert.ok(fixed.includes(line), line);
    const apart = paragraphs(fixText(mixed, undefined, { unsafe: true }));
    assert.equal(apart[0], "乡村道路修到群众心坎上");
    assert.equal(
      apart.at(-1),
      "本报讯 云溪县水利局日前为全县的塘坝逐一建起了档案，险情从此有据可查，汛期里每天都有人巡看。",
    );
  });

  test("are not there where the columns stand one after the other", () => {
    assert.equal(saidOf(page([...ROADS, ...LIBRARY])), 0);
  });
});

test("three columns read row by row are said to be that, and are taken apart", () => {
  const across = page(acrossRows(ROADS, LIBRARY, SCHOOL));
  assert.equal(saidOf(across), 1);
  assert.equal(fixText(across), across);
  const apart = paragraphs(fixText(across, undefined, { unsafe: true }));
  assert.ok(apart.includes("北塬小学新学期办起了木工课，孩子们自己动手做板凳、修桌椅，再送到村里的老人家中。"));
  assert.ok(apart.includes("青川市图书馆近日延长了夜间开放的时间，新添座位六百个。"));
});

describe("pages of the typesetter", () => {
  const seeds = Array.from({ length: Number(process.env.GALLEY_PAGES ?? 24) }, (_, n) => n + 1);

  test("have no columns read row by row, nor have they when they are fixed", () => {
    for (const dialect of DIALECTS) {
      for (const seed of seeds) {
        const { text } = randomPage(seed, { dialect, varied: seed % 2 === 0 });
        assert.deepEqual(layOut(pageOf(text)).interleaved, [], `${dialect} page ${seed}`);
        assert.equal(saidOf(fixText(text)), 0, `${dialect} page ${seed}, fixed`);
      }
    }
  });

  test("read row by row keep every line end, and reading them so is said", () => {
    for (const seed of seeds) {
      const columns = [1, 2].map((n) => bodyLines(1000 * n + seed).slice(0, 20 + (seed % 10)));
      const rows = Math.min(...columns.map(({ length }) => length));
      const lines = acrossRows(...columns.map((column) => column.slice(0, rows)));
      const text = page(lines);
      assert.equal(saidOf(text), 1, `page ${seed}`);
      assert.equal(paragraphs(fixText(text)).length, lines.length, `page ${seed}`);
    }
  });
});

/** The lines of a page's running text. */
function bodyLines(seed: number): string[] {
  const { text, truth } = randomPage(seed, { dialect: "seed", articles: [3, 4] });
  const lines = text.split(/\r?\n/);
  return truth.lines.filter(({ role }) => role === "body").map(({ n }) => (lines[n - 1] ?? "").trim());
}
