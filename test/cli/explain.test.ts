/** `galley explain --article` and `--name`: what was decided about an article or a name, for a person to look into. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { widthOf } from "../../server/cli/formats/columns.ts";
import { BRIDGE, BRIDGE_HEADLINE, CLINIC, CLINIC_HEADLINE, TEA, TEA_HEADLINE } from "../core/articles/stock.ts";
import { inFolder, type Ran, type TestFolder } from "../support/cli.ts";
import { realSegmenter } from "../support/mentions.ts";

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

const NAMES = [
  "本报讯（记者 康宁） 县水务局局长柏长河介绍，",
  "河道已清理12公里，9月10日平安完工。",
  "",
  "“柏长河又来了。”村民说。",
  "",
].join("\n");

describe("galley explain --name", () => {
  const dictionary = { segmenter: realSegmenter() };
  const explained = (folder: TestFolder, place: string, lang = "en"): Promise<Ran> =>
    folder.run(["explain", "--lang", lang, "--name", place], { dictionary });
  /** The place of a text on the page, columns in characters. */
  const placeIn = (text: string, page = NAMES, from = 0): string => {
    const at = page.indexOf(text, from);
    const line = page.slice(0, at).split("\n");
    return `page.txt:${line.length}:${[...(line.at(-1) ?? "")].length + 1}`;
  };

  test("says what is there, what else could be, what speaks for it, and what it means", () =>
    inFolder({ "page.txt": NAMES }, async (folder) => {
      const { out, code, err } = await explained(folder, placeIn("柏长河"));
      assert.deepEqual([code, err], [0, ""]);
      const [first = "", candidates = "", set = "", evidence = ""] = out.trimEnd().split("\n\n");
      const [place, context, found] = first.split("\n");
      assert.equal(place, placeIn("柏长河"));
      assert.equal(context, "者 康宁） 县水务局局长⟦柏⟧长河介绍，");
      assert.equal(found, "柏长河  person PER");
      assert.match(candidates, /^ +0\.0 +\+[\d.]+ +person PER +柏长河 +chosen$/m);
      assert.match(candidates, /^ +[\d.]+ +no name$/m);
      assert.match(set, /柏长河 PER/);
      const score = Number(/\(score \+([\d.]+)\)$/m.exec(evidence)?.[1]);
      const shown = evidenceIn(evidence).reduce((sum, nats) => sum + nats, 0);
      assert.ok(Math.abs(shown - score) < 0.05 * (evidenceIn(evidence).length + 1), evidence);
      assert.match(evidence, /^ +[+−][\d.]+ +the surname: 柏$/m);
      assert.doesNotMatch(evidence, /=/);
      const zh = (await explained(folder, placeIn("柏长河"), "zh")).out.split("\n\n")[3] ?? "";
      assert.match(zh, /^ +[+−][\d.]+ +姓“柏”$/m);
      const words = zh
        .split("\n")
        .slice(2)
        .map((row) => row.trim().split(/ {2,}/)[1]);
      assert.deepEqual(words, [...new Set(words)], "what says the same is one row");
      assert.match(out, /^Meaning:\n +柏长河 +by the name/m);
      assert.match(out, /^ +县水务局局长 +office or calling/m);
    }));

  test("says what the page adds", () =>
    inFolder({ "page.txt": NAMES }, async (folder) => {
      const { out } = await explained(folder, placeIn("柏长河", NAMES, NAMES.indexOf("柏长河") + 1));
      assert.match(out, /^Evidence of the page:\n +\+4\.0 +clear somewhere on the page$/m);
    }));

  test("says of a date or quantity what it is, and of what is no name that there is none", () =>
    inFolder({ "page.txt": NAMES }, async (folder) => {
      assert.match((await explained(folder, placeIn("12公里"))).out, /^12公里 {2}quantity QTY$/m);
      const none = await explained(folder, placeIn("平安"));
      assert.match(none.out, /^No name was recognised$/m);
      assert.match(none.out, /^ +0\.0 +no name +chosen$/m);
    }));

  test("sets its columns under one another, in Chinese too", () =>
    inFolder({ "page.txt": NAMES }, async (folder) => {
      for (const lang of ["en", "zh"]) {
        const { out } = await explained(folder, placeIn("柏长河"), lang);
        const [, ...rows] = out.trimEnd().split("\n\n")[1]?.split("\n") ?? [];
        const ends = rows.map((row) => widthOf(/^ *\S+ +[^ ]*/u.exec(row.replace("too weak", "too_weak"))?.[0] ?? ""));
        assert.ok(rows.length > 2);
        assert.equal(new Set(ends.slice(0, 2)).size, 1, rows.join("\n"));
      }
    }));

  test("counts an astral character as one column, and reads a name across a line's end", () =>
    inFolder({ "page.txt": "𠮷𠮷说，县水务局局长柏长\n河介绍了情况。\n" }, async (folder) => {
      const { out } = await explained(folder, "page.txt:1:11");
      assert.match(out, /⟦柏⟧/);
    }));

  test("says what it cannot explain, in the user's language", () =>
    inFolder({ "page.txt": NAMES }, async (folder) => {
      for (const [place, en, zh] of [
        ["page.txt:1", /--name takes FILE:LINE:COLUMN/, /--name 应写成“文件:行号:列号”/],
        ["page.txt:1:0", /no such column; the line has \d+/, /没有这一列，全行 \d+ 字/],
        ["page.txt:1:99", /no such column/, /没有这一列/],
        ["page.txt:3:1", /no such column; the line has 0/, /没有这一列，全行 0 字/],
        ["page.txt:99:1", /no such line/, /没有这一行/],
        [placeIn("，"), /page\.txt: there is no name here/, /page\.txt: 这里没有名称/],
        ["gone.txt:1:1", /gone\.txt: no such file/, /gone\.txt: 找不到这个文件/],
      ] as const) {
        for (const [lang, problem] of [
          ["en", en],
          ["zh", zh],
        ] as const) {
          const { out, err, code } = await explained(folder, place, lang);
          assert.deepEqual([out, code], ["", 2]);
          assert.match(err, problem);
        }
      }
    }));

  test("says what the house's lexicon makes of a name, and of what only the lexicon knows", () =>
    inFolder(
      {
        "page.txt": "苏局长到场，县水务局局长柏长河也来了。\n",
        ".galley/entities.yaml":
          "entities:\n  - {name: 苏禾田, kind: 人物, aliases: [苏局长]}\n  - {name: 柏长合, kind: 人物, aliases: [柏长河]}\n",
      },
      async (folder) => {
        for (const [place, meaning] of [
          ["page.txt:1:1", "苏禾田"],
          ["page.txt:1:13", "柏长合"],
        ] as const) {
          const { out } = await explained(folder, place);
          assert.match(out, new RegExp(`^ +${meaning} +by the house's lexicon$`, "m"));
        }
      },
    ));

  test("agrees with `galley entities` at every mention", () =>
    inFolder({ "page.txt": NAMES }, async (folder) => {
      const { out } = await folder.run(["entities", "page.txt", "--format", "json"], { dictionary });
      const mentions: { type: string; text: string; spans: { start: { line: number; character: number } }[] }[] =
        JSON.parse(out);
      assert.ok(mentions.length > 3);
      for (const { type, text, spans } of mentions) {
        const { line = 0, character = 0 } = spans[0]?.start ?? {};
        const shown = await explained(folder, `page.txt:${line + 1}:${character + 1}`);
        assert.match(shown.out, new RegExp(`^${text}  .* ${type}$`, "m"));
      }
    }));
});
