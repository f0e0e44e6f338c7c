/** `galley explain --article`: what was decided about an article, for a person to look into. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { widthOf } from "../../server/cli/formats/columns.ts";
import { BRIDGE, BRIDGE_HEADLINE, CLINIC, CLINIC_HEADLINE, TEA, TEA_HEADLINE } from "../core/articles/stock.ts";
import { inFolder } from "../support/cli.ts";

const FOLIO = "第3版 县域 2026年4月12日 星期日";
/** Each text on a line of its own, a blank line after it: the text `i` stands on line 2i + 1. */
const PAGE_TEXTS = [FOLIO, BRIDGE_HEADLINE, TEA_HEADLINE, ...TEA, CLINIC_HEADLINE, ...CLINIC, ...BRIDGE];
const PAGE = PAGE_TEXTS.map((text) => `${text}\n`).join("\n");

function lineOf(text: string): number {
  return 2 * PAGE_TEXTS.indexOf(text) + 1;
}

/** The numbers before the evidence of a part of the output, that is, of the text between two blank lines. */
function evidenceIn(part: string): number[] {
  const rows = part.split("\n").flatMap((row) => /^ +([+−][\d.]+) {2}\S/u.exec(row)?.[1] ?? []);
  return rows.map((nats) => Number(nats.replace("−", "-")));
}

describe("galley explain --article", () => {
  test("says where the article begins and which heading it has, with evidence and what else it could have been", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const { out, code, err } = await run(["explain", "--article", `page.txt:${lineOf(BRIDGE[0])}`]);
      assert.deepEqual([code, err], [0, ""]);
      const [first = "", heading = "", others = ""] = out.trimEnd().split("\n\n");
      const [place, title, verdict, other] = first.split("\n");
      assert.equal(place, `page.txt:${lineOf(BRIDGE[0])}`);
      assert.equal(title, `${BRIDGE_HEADLINE}  ${lineOf(BRIDGE[0])}–${lineOf(BRIDGE[3])}`);
      assert.match(verdict ?? "", new RegExp(`^The article begins at line ${lineOf(BRIDGE[0])} \\(better `));
      assert.match(other ?? "", new RegExp(`^The other reading: line ${lineOf(BRIDGE[0])} goes on `));
      const margin = Number(/ ([\d.]+)\)$/.exec(verdict ?? "")?.[1]);
      const shown = evidenceIn(first).reduce((sum, nats) => sum + nats, 0);
      assert.ok(Math.abs(shown - margin) < 0.05 * (evidenceIn(first).length + 1), `${shown} is not ${margin}`);
      assert.match(heading, new RegExp(`^Its heading is at line ${lineOf(BRIDGE_HEADLINE)}  “${BRIDGE_HEADLINE}” `));
      assert.ok(evidenceIn(heading).length > 0);
      assert.match(
        others,
        new RegExp(`^ +[\\d.]+ +[−\\d.]+ +${lineOf(TEA_HEADLINE)}  “${TEA_HEADLINE}” \\(heading of`, "m"),
      );
      assert.match(others, /^ +[\d.]+ +0\.0 +no heading$/m);
    }));

  test("sets its columns under one another, Chinese headings too", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      for (const lang of ["en", "zh"]) {
        const { out } = await run(["explain", "--lang", lang, "--article", `page.txt:${lineOf(BRIDGE[0])}`]);
        const [, ...rows] = out.trimEnd().split("\n\n").at(-1)?.split("\n") ?? [];
        const ends = rows.map((row) => widthOf(/^ *\S+ +\S+/.exec(row)?.[0] ?? ""));
        assert.ok(rows.length > 2 && new Set(ends).size === 1, rows.join("\n"));
      }
    }));

  test("says of a line inside the article why none begins there", () =>
    inFolder({ "page.txt": PAGE }, async ({ run }) => {
      const { out } = await run(["explain", "--article", `page.txt:${lineOf(CLINIC[2])}`]);
      assert.match(out, new RegExp(`^No article begins at line ${lineOf(CLINIC[2])} \\(better `, "m"));
      const zh = await run(["explain", "--lang", "zh", "--article", `page.txt:${lineOf(CLINIC[2])}`]);
      assert.match(zh.out, new RegExp(`^第 ${lineOf(CLINIC[2])} 行没有另起一篇 \\(比另一种读法好 `, "m"));
    }));

  test("says that the page begins with its first article, and of one without a heading that it has none", () =>
    inFolder({ "page.txt": [...TEA, ...CLINIC].map((text) => `${text}\n`).join("\n") }, async ({ run }) => {
      const { out } = await run(["explain", "--article", "page.txt:1"]);
      assert.match(out, /^The page begins with it$/m);
      assert.match(out, /^It has no heading$/m);
    }));

  test("reads stdin", () =>
    inFolder({}, async ({ run }) => {
      const { out, code } = await run(["explain", "--article", `-:${lineOf(TEA[0])}`], { stdin: PAGE });
      assert.equal(code, 0);
      assert.ok(out.includes(TEA_HEADLINE));
    }));

  test("says what it cannot explain, in the user's language", () =>
    inFolder({ "page.txt": PAGE, "empty.txt": "" }, async ({ run }) => {
      for (const [place, en, zh] of [
        ["page.txt", /--article takes FILE:LINE/, /--article 应写成“文件:行号”/],
        ["page.txt:1", /page\.txt: this line belongs to no article/, /page\.txt: 这一行不属于任何文章/],
        ["page.txt:2", /this line belongs to no article/, /这一行不属于任何文章/],
        ["page.txt:0", /no such line/, /没有这一行/],
        ["page.txt:9999", /no such line; the page has \d+/, /没有这一行，全页 \d+ 行/],
        ["empty.txt:1", /this line belongs to no article/, /这一行不属于任何文章/],
        ["gone.txt:1", /gone\.txt: no such file/, /gone\.txt: 找不到这个文件/],
      ] as const) {
        for (const [lang, problem] of [
          ["en", en],
          ["zh", zh],
        ] as const) {
          const { out, err, code } = await run(["explain", "--lang", lang, "--article", place]);
          assert.deepEqual([out, code], ["", 2]);
          assert.match(err, problem);
        }
      }
      assert.match((await run(["explain", "stray-blank", "--article", "page.txt:3"])).err, /not both/);
      assert.match(
        (await run(["explain", "--at", "page.txt:3", "--article", "page.txt:3"])).err,
        /cannot be used with/,
      );
    }));
});
