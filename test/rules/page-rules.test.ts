/** Rules that look at the page as a whole: wraps, blank lines, pairs over paragraphs, doubles, headings. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../server/core/analyze.ts";
import type { Article, Role } from "../../server/core/articles/types.ts";
import { safeEdits, unsafeEdits } from "../../server/core/fix/edits.ts";
import { type Block, layOut } from "../../server/core/layout/index.ts";
import type { Analysis } from "../../server/core/page/analysis.ts";
import { DEFAULT_SETTINGS } from "../../server/core/page/settings.ts";
import { brokenLineWrap } from "../../server/core/rules/broken-line-wrap.ts";
import { detachedHeadline } from "../../server/core/rules/detached-headline.ts";
import { impossibleDate } from "../../server/core/rules/impossible-date.ts";
import { PAGE_RULES } from "../../server/core/rules/index.ts";
import { missingHeadline } from "../../server/core/rules/missing-headline.ts";
import { repeatedCharacter } from "../../server/core/rules/repeated-character.ts";
import { spacedNumber } from "../../server/core/rules/spaced-number.ts";
import { splitNumber } from "../../server/core/rules/split-number.ts";
import { unpairedMark } from "../../server/core/rules/unpaired-mark.ts";
import { applyEdits, pageOf } from "../../server/core/text/text.ts";
import { checkRule, mark, settingsFor } from "../support/check-rule.ts";
import { fixText } from "../support/short-cuts.ts";

const COLUMN = [
  "云溪县今年把修建乡村道路列为十件实事之首，从年初",
  "到现在已经完成总里程的七成，沿线群众出行难的老问",
  "题得到了缓解，山货也能当天运到青川市里去卖，到 7",
  "月底还要再修 30 公里，乡亲们都说这条路修到了心坎",
  "上。",
];

describe("wraps", () => {
  const page = `${COLUMN.join("\n\n")}\n`;

  test("each is reported where it stands, once", () => {
    const { findings, wraps } = analyze(page, settingsFor([brokenLineWrap]));
    assert.equal(findings.length, 4);
    assert.deepEqual(
      findings.map(({ start, end }) => page.slice(start, end)),
      ["初", "问", "7", "坎"],
    );
    assert.equal(wraps.length, 4);
  });

  test("one that cuts a number is reported as a number cut, once", () => {
    const { findings } = analyze(page, settingsFor([brokenLineWrap, splitNumber]));
    assert.equal(findings.length, 4);
    assert.equal(safeEdits(findings).length, 4);
    const split = findings.find(({ rule }) => rule === "split-number");
    assert.equal(split?.message.zh, "“7”与“月”被断行拆开，应连为“7月”");
  });

  test("a fixed page is one line for each block", () => {
    assert.equal(fixText(page), `${COLUMN.join("").replaceAll(" ", "")}\n`);
  });

  test("with blanks beside numbers, a line end leaves one where a number begins", () => {
    const fixed = fixText(page, { ...DEFAULT_SETTINGS, numberSpacing: "spaced" });
    assert.ok(fixed.includes("到 7 月底还要再修 30 公里"));
  });
});

describe("white space round blocks", () => {
  const caption = "图为云溪县城一角。记者 王某某 摄";
  const byline = "□ 本报记者 王某某";
  const cases: readonly (readonly [string, string])[] = [
    [`\n\n${caption}\n`, `${caption}\n`],
    [`\ufeff\n\n${caption}\n`, `\ufeff${caption}\n`],
    [`${caption}  \n \n${byline}\n`, `${caption}\n\n${byline}\n`],
    [`${caption}\n\n  ${byline}\n`, `${caption}\n\n  ${byline}\n`],
    [`${caption}`, `${caption}\n`],
    [`${caption}\n\n \n`, `${caption}\n`],
    [`${caption}\r\n\r\n\r\n${byline}\r\n`, `${caption}\r\n\r\n${byline}\r\n`],
    [`${caption}\r\n${byline}`, `${caption}\r\n\r\n${byline}\r\n`],
    ["", ""],
    ["\n \n", "\n \n"],
  ];
  for (const [page, fixed] of cases) {
    test(JSON.stringify(page), () => assert.equal(fixText(page), fixed));
  }

  test("a rule that is off leaves what it owns", () => {
    const page = `${caption} \n${byline}`;
    const off = (id: string) => ({ ...DEFAULT_SETTINGS, rules: { [id]: "off" as const } });
    assert.equal(fixText(page, off("stray-blank")), `${caption} \n\n${byline}`);
    assert.equal(fixText(page, off("missing-blank-line")), `${caption}\n${byline}\n`);
  });
});

describe("pairs over paragraphs", () => {
  /** Paragraphs wide enough that the layout takes each line as one. */
  const says = "云溪县的老支书在会上回忆修路的那些年，一锤一钎，肩挑背扛，硬是在石崖上凿出了一条通往青川市的路";
  const silent = [
    `他说：“${says}。\n\n“${says}。\n\n“${says}。”\n`,
    `他说：“${says}。\n\n${says}。”\n`,
    `${says}（见图）。\n\n1）${says}。\n`,
  ];
  for (const page of silent) test(`silent: ${page.slice(0, 8)}`, () => checkRule(unpairedMark, page, page));

  test("a quotation that never closes is reported where it opens last", () => {
    checkRule(unpairedMark, `他说：“${says}。\n\n⟦“⟧${says}。\n`);
  });
});

describe("doubles", () => {
  test("of several, the one that is no word's", () => {
    const page =
      "山乡里里外外变了样，兴修水利利在千秋。“中心的的做法值得推广”\n\n　　省里认为，云溪县便民中心的做法值得推广，一件件办得实。\n";
    const { findings } = analyze(page, settingsFor([repeatedCharacter]));
    assert.deepEqual(
      findings.map(({ start, end }) => page.slice(start, end)),
      ["的的"],
    );
  });

  const found = (page: string): string[] =>
    analyze(page, settingsFor([repeatedCharacter])).findings.map(({ start, end }) => page.slice(start, end));

  test("four characters round the single one prove it, also at the edge of a clause", () => {
    assert.deepEqual(found("老人说，风雪雪无阻。乡亲们都知道，风雪无阻是他的脾气。\n"), ["雪雪"]);
    assert.deepEqual(found("乡里要求，统统筹安排。村里也一样，统筹安排各户。\n"), ["统统"]);
    assert.deepEqual(found("老人说，风雪无阻阻。乡亲们都知道，风雪无阻是他的脾气。\n"), ["阻阻"]);
    assert.deepEqual(found("老人说，风雪雪中走。乡亲们都知道，风雪无阻是他的脾气。\n"), []);
  });

  test("a list that goes on with the word proves it", () => {
    assert.deepEqual(found("合作社统一收购、统统一加工、统一销售。\n"), ["统统"]);
    assert.deepEqual(found("合作社统统一扫而空。各户统一加工。\n"), []);
    assert.deepEqual(found("叔叔看看病、看看报。\n"), []);
  });

  const words = ["大家的的努力", "他们们的合作社", "路修好了了三条", "他是是村里的会计", "他在在山上种树"];
  test("function words are doubled in no sentence", () => {
    for (const word of words) assert.equal(found(`${word}，乡亲们都知道。\n`).length, 1, word);
    const cut =
      "云溪县今年把修路列为头一件实事，入冬前的现场会将\n\n将于九月在青石岭召开，各乡都要报一报进度和难处。\n";
    assert.deepEqual(found(cut), ["将\n\n将"]);
    const right =
      "目的的确明确，为了了解民情，受不了了，关键是是否有水，但是是他，正在在建，存在在哪里，参与与否，参与与会，大将将到，一把把锄头，被被子盖住，请人把把关，是是非非，的的确确，哥们们都来";
    for (const page of right.split("，")) assert.deepEqual(found(`他说${page}。\n`), [], page);
    assert.deepEqual(found("“是是，”他说。\n"), []);
  });

  test("a double cut by a line end is found, and its second character goes", () => {
    const lines = [
      "云溪县委县政府领导班子多次到现场查看进展情况，看",
      "我县如何团结一心、攻坚克难，又如何一次次苦干三年蹚",
      "蹚出致富新路。山乡的变化，就写在家家户户门前的那",
      "条路上，苦干三年蹚出致富新路，云溪县一步一个脚印。",
    ];
    const page = `${lines.join("\n\n")}\n`;
    const { text, findings } = analyze(page, settingsFor([repeatedCharacter]));
    assert.equal(mark(text, findings), page.replace("蹚\n\n蹚", "⟦蹚\n\n蹚⟧"));
    assert.deepEqual(
      findings[0]?.fix?.edits.map(({ start }) => start),
      [page.indexOf("蹚出致富新路。")],
    );
  });

  test("it is reported, and no safe fix touches it", () => {
    const page = "看云溪如何苦干三年蹚蹚出山乡致富新路\n\n　　云溪县苦干三年蹚出山乡致富新路。\n";
    assert.ok(fixText(page).includes("蹚蹚"));
    assert.ok(!fixText(page, undefined, { unsafe: true }).includes("蹚蹚"));
  });
});

describe("headings", () => {
  const lines = [
    "□ 本报记者 王某某",
    "云溪县修路记",
    "甲文第一段。",
    "甲文第二段。",
    "乙文只有一段，不过这一段写得够长，上面本该有标题。",
    "路修到了家门口",
  ];
  const text = `${lines.join("\n\n")}\n`;

  /** An analysis whose layout and articles are given: what the rule does with them is what is tested. */
  function given(): Analysis {
    const known = analyze(text);
    let at = 0;
    const blocks: Block[] = lines.map((line, index) => {
      const start = text.indexOf(line, at);
      at = start + line.length;
      const pieces = [{ joined: 0, page: start, length: line.length, pageLength: line.length }];
      const place = { firstLine: 2 * index, lastLine: 2 * index, start, end: at };
      return { index, setting: "body", ...place, text: line, pieces, gaps: [], measure: 0 };
    });
    const block = (index: number): Block => blocks[index] as Block;
    const article = (index: number, from: number, to: number, more: Omit<Partial<Article>, "index">): Article => ({
      index,
      start: block(from).start,
      end: block(to).end,
      blocks: blocks.slice(from, to + 1),
      heading: [],
      named: [],
      bylines: [],
      detached: [],
      ...more,
    });
    const roles: Role[] = ["byline", "headline", "paragraph", "paragraph", "paragraph", "headline"];
    const articles = [
      article(0, 2, 3, { headline: block(5), bylines: [block(0)], detached: [block(0), block(5)] }),
      article(1, 4, 4, {}),
    ];
    return { ...known, blocks, wraps: [], roles, articles, findings: [] };
  }

  test("a detached one is reported with its article, and moving it home loses nothing", () => {
    const analysis = given();
    const found = [...detachedHeadline.check(analysis)];
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      [lines[0], lines[5]],
    );
    assert.equal(found[1]?.message.zh, "标题离开了正文：文章在第 5 行");
    assert.equal(text.slice(found[0]?.related?.[0]?.start, found[0]?.related?.[0]?.end), lines[2]);
    const edits = unsafeEdits(
      found.map((finding) => ({ ...finding, rule: "detached-headline", severity: "hint" as const })),
    );
    assert.equal(
      applyEdits(text, edits),
      `${[lines[1], lines[5], lines[0], lines[2], lines[3], lines[4]].join("\n\n")}\n`,
    );
  });

  test("an article without one is reported at its opening", () => {
    const found = [...missingHeadline.check(given())];
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      [lines[4]?.slice(0, 12)],
    );
  });

  test("a scrap is no article that lost its headline", () => {
    for (const scrap of ["共116个\n", "云溪县今年把修建乡村道路列为十件实事之首走笔\n"]) {
      assert.deepEqual([...missingHeadline.check(analyze(scrap))], []);
    }
  });
});

describe("dates", () => {
  test("a date cut by a line end is read whole", () => {
    const page = `${COLUMN.slice(0, 2).join("\n\n")}\n\n题得到了缓解，山货也能当天运到青川市里去，2月 3\n\n0 日还要再修 30 公里，乡亲们都说这条路修到了心坎\n\n上。\n`;
    const { findings } = analyze(page, settingsFor([impossibleDate]));
    assert.deepEqual(
      findings.map(({ message }) => message.zh),
      ["2月只有29天，没有30日"],
    );
  });
});

test("a page of any length is read in one go", () => {
  const line = "云溪县今年把修建乡村道路列为十件实事“之首，（从 2026 年初到现在已经完成总里程的七成蹚蹚出。\n";
  for (const text of [
    line.repeat(2000),
    "“".repeat(40_000),
    "蹚蹚".repeat(40_000),
    " 　".repeat(40_000),
    "1 ".repeat(40_000),
  ]) {
    const layout = layOut(pageOf(text));
    const analysis = { ...layout, articles: [], roles: [], text, settings: DEFAULT_SETTINGS, findings: [] };
    for (const rule of PAGE_RULES) for (const { start, end } of rule.check(analysis)) assert.ok(start <= end);
  }
});

describe("blanks beside what is no number", () => {
  const messages = (page: string, numberSpacing: "none" | "spaced" = "none"): string[] =>
    analyze(page, { ...settingsFor([spacedNumber]), numberSpacing }).findings.flatMap(({ message }) => [
      message.zh,
      message.en,
    ]);

  test("an address is called what it is", () => {
    assert.deepEqual(messages("稿件请发至邮箱 gao@yunxi.example，不收纸稿。\n"), [
      "邮箱地址“gao@yunxi.example”前多了空格",
      "Blank before the e-mail address “gao@yunxi.example”",
    ]);
    assert.deepEqual(messages("详情登录www.yunxi.example查询，欲报从速。\n", "spaced"), [
      "网址“www.yunxi.example”前后应空一格",
      "There should be one blank around the web address “www.yunxi.example”",
    ]);
  });

  test("after an address none is reported, so no fix runs it into the text", () => {
    assert.deepEqual(messages("详情登录https://www.yunxi.example/zwgk 查询，欲报从速。\n"), []);
  });
});
