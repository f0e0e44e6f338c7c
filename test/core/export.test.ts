/** Articles taken away: as clean text, Markdown, JSON and ninjs. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyze } from "../../server/core/analyze.ts";
import { articleText } from "../../server/core/articles/clean-article.ts";
import { findArticles } from "../../server/core/articles/index.ts";
import type { Article } from "../../server/core/articles/types.ts";
import { EXPORT_FORMATS, exportPage } from "../../server/core/export/index.ts";
import type { Analysis } from "../../server/core/page/analysis.ts";
import type { Mention } from "../../server/core/page/mention.ts";
import { DEFAULT_SETTINGS } from "../../server/core/page/settings.ts";
import { anyPage } from "../support/any-page.ts";
import { layoutOf } from "../support/blocks.ts";
import { BRIDGE, BRIDGE_HEADLINE, CLINIC, TEA, TEA_HEADLINE } from "./articles/stock.ts";

function pageOf(...texts: readonly string[]): Analysis {
  const layout = layoutOf(texts);
  const { text } = layout.page;
  return { ...layout, ...findArticles(layout), text, settings: DEFAULT_SETTINGS, findings: [] };
}

const DECK = "——青川至临江高速公路建设现场见闻";
const CAPTION = "图为合龙后的柳河特大桥。 秦小雨 摄";
const PAGE = pageOf(
  BRIDGE_HEADLINE,
  DECK,
  TEA_HEADLINE,
  "□ 本报记者 苏南星",
  ...TEA,
  "版式设计：罗一丹",
  ...BRIDGE.slice(0, 2),
  "夜里吊装",
  ...BRIDGE.slice(2),
  CAPTION,
  "（下转第二版）",
);

describe("clean text", () => {
  test("heading, byline and paragraphs in reading order; what is the page's stays there", () => {
    assert.equal(
      articleText(PAGE.articles[0] as Article, PAGE),
      [TEA_HEADLINE, "本报记者 苏南星", ...TEA].map((line) => `${line}\n`).join("\n"),
    );
    assert.equal(
      articleText(PAGE.articles[1] as Article, PAGE, "\r\n"),
      [BRIDGE_HEADLINE, DECK, ...BRIDGE.slice(0, 2), "夜里吊装", ...BRIDGE.slice(2), CAPTION]
        .map((line) => `${line}\r\n`)
        .join("\r\n"),
    );
  });

  test("a page's articles, two blank lines between them", () => {
    const [tea, bridge] = PAGE.articles as readonly [Article, Article];
    assert.equal(exportPage(PAGE, "text"), `${articleText(tea, PAGE)}\n\n${articleText(bridge, PAGE)}`);
  });
});

describe("Markdown", () => {
  test("headlines, crossheads and captions have their forms", () => {
    const lines = exportPage(PAGE, "markdown").split("\n\n");
    assert.deepEqual(lines.slice(0, 3), [`# ${TEA_HEADLINE}`, "本报记者 苏南星", TEA[0]]);
    assert.ok(lines.includes(`**${DECK}**`));
    assert.ok(lines.includes("## 夜里吊装"));
    assert.equal(lines.at(-1), `> ${CAPTION}\n`);
  });

  test("marks in the text stand for themselves", () => {
    const text = `1. *云溪*县<一>[二]_三_\`四\`#五，${CLINIC[0]}`;
    const markdown = exportPage(pageOf(text, ...CLINIC), "markdown");
    assert.ok(markdown.startsWith("1\\. \\*云溪\\*县\\<一\\>\\[二\\]\\_三\\_\\`四\\`#五，"));
  });
});

describe("JSON", () => {
  const mentions: Mention[] = [
    { block: 4, start: 20, end: 23, type: "LOC", text: "云溪县", entity: "云溪县", code: "990123" },
    { block: 0, start: 0, end: 2, type: "LOC", text: "柳河", entity: "柳河" },
    { block: 12, start: 0, end: 7, type: "PER", text: "丁志远", entity: "丁志远", role: "项目经理" },
    { block: 12, start: 9, end: 12, type: "PER", text: "丁志远", entity: "丁志远" },
  ];

  test("each article with its lines and what it names", () => {
    const page = JSON.parse(exportPage(PAGE, "json", { file: "a.txt", mentions }));
    assert.equal(page.file, "a.txt");
    const [tea, bridge] = page.articles;
    assert.deepEqual(
      [tea.name, tea.headline, tea.bylines],
      [TEA_HEADLINE, TEA_HEADLINE, ["本报记者 苏南星", "记者 何青禾"]],
    );
    assert.deepEqual([tea.firstLine, tea.lastLine], [5, 17]);
    assert.deepEqual(tea.entities, [{ type: "LOC", name: "云溪县", code: "990123", count: 1 }]);
    assert.deepEqual(bridge.paragraphs[2], { kind: "crosshead", text: "夜里吊装" });
    assert.deepEqual(bridge.captions, [CAPTION]);
    assert.deepEqual(bridge.entities, [
      { type: "LOC", name: "柳河", count: 1 },
      { type: "PER", name: "丁志远", role: "项目经理", count: 2 },
    ]);
  });

  test("an article without a headline says so in its name only", () => {
    const [article] = JSON.parse(exportPage(pageOf(...CLINIC), "json")).articles;
    assert.equal(article.headline, undefined);
    assert.match(article.name, /^（无标题）晚上8点/);
  });
});

describe("a byline inside the text", () => {
  const [first = ""] = TEA;
  const bylinesOf = (...above: readonly string[]): string[] =>
    JSON.parse(exportPage(pageOf(TEA_HEADLINE, ...above, ...TEA), "json")).articles[0].bylines;

  test("counts as one, and is not told twice where one above says the same", () => {
    assert.deepEqual(bylinesOf(), ["记者 何青禾"]);
    assert.deepEqual(bylinesOf("本报记者 何青禾"), ["本报记者 何青禾"]);
  });

  test("stays in the text and goes nowhere else in it", () => {
    for (const format of ["text", "markdown"] as const)
      assert.equal(
        exportPage(pageOf(TEA_HEADLINE, ...TEA), format).split("何青禾").length,
        first.split("何青禾").length,
      );
  });
});

describe("ninjs", () => {
  /** Properties of an item in the ninjs 2.1 schema that we use, and their types there. */
  const ITEM: Readonly<Record<string, "string" | "object" | "array">> = {
    uri: "string",
    name: "string",
    type: "string",
    representationtype: "string",
    profile: "string",
    language: "string",
    title: "string",
    by: "string",
    standard: "object",
    headlines: "array",
    bodies: "array",
    descriptions: "array",
    people: "array",
    organisations: "array",
    places: "array",
    subjects: "array",
    associations: "array",
  };
  const TYPES = ["text", "audio", "video", "picture", "graphic", "composite", "component"];

  // biome-ignore lint/suspicious/noExplicitAny: what is checked is parsed JSON of any shape.
  function assertItem(item: any): void {
    for (const [key, value] of Object.entries(item)) {
      const type = ITEM[key];
      assert.ok(type, `${key} is no property of an item`);
      assert.ok(type === "array" ? Array.isArray(value) : typeof value === type, `${key} is a ${type}`);
    }
    assert.match(item.uri, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.ok(TYPES.includes(item.type));
    assert.deepEqual(Object.keys(item.standard), ["name", "version", "schema"]);
    for (const list of ["headlines", "bodies", "descriptions"]) {
      for (const entry of item[list] ?? []) {
        assert.equal(typeof entry.value, "string");
        assert.deepEqual(
          Object.keys(entry).filter((key) => !["role", "contenttype", "charcount", "value"].includes(key)),
          [],
        );
      }
    }
    for (const list of ["people", "organisations", "places", "subjects"]) {
      for (const entry of item[list] ?? []) {
        assert.deepEqual(
          Object.keys(entry).filter((key) => !["name", "rel", "literal"].includes(key)),
          [],
        );
      }
    }
    for (const association of item.associations ?? []) {
      assert.equal(typeof association.name, "string");
      assertItem(association);
    }
  }

  test("one item for the page, one for each article, with the schema's properties and types", () => {
    const item = JSON.parse(exportPage(PAGE, "ninjs", { file: "a.txt" }));
    assertItem(item);
    assert.deepEqual([item.type, item.title, item.associations.length], ["composite", "a.txt", 2]);
    const [tea, bridge] = item.associations;
    assert.deepEqual(tea.headlines, [{ role: "main", value: TEA_HEADLINE }]);
    assert.equal(tea.by, "本报记者 苏南星，记者 何青禾");
    assert.deepEqual(bridge.headlines[1], { role: "deck", value: DECK });
    assert.equal(bridge.bodies[0].value.split("\n\n").length, 5);
    assert.match(bridge.bodies[1].value, /<h3>夜里吊装<\/h3>/);
    assert.deepEqual(bridge.descriptions, [{ role: "caption", contenttype: "text/plain", value: CAPTION }]);
  });

  test("the same article has the same uri, another text another one", () => {
    const uris = (page: Analysis): string[] =>
      JSON.parse(exportPage(page, "ninjs")).associations.map(({ uri }: { uri: string }) => uri);
    const [tea, bridge] = uris(PAGE);
    assert.deepEqual(uris(pageOf(TEA_HEADLINE, "□ 本报记者 苏南星", ...TEA)), [tea]);
    assert.notEqual(tea, bridge);
  });

  test("a page and its only article, and one notice printed twice, have uris of their own, the same each time", () => {
    const uris = (page: Analysis): string[] => {
      const { uri, associations } = JSON.parse(exportPage(page, "ninjs"));
      return [uri, ...associations.map((item: { uri: string }) => item.uri)];
    };
    const article = [TEA_HEADLINE, "□ 本报记者 苏南星", ...TEA];
    for (const page of [pageOf(...article), pageOf(...article, ...article)]) {
      assert.equal(new Set(uris(page)).size, page.articles.length + 1);
      assert.deepEqual(uris(page), uris(page));
    }
  });

  test("every page gives a valid item", () => {
    fc.assert(
      fc.property(anyPage, (text) => assertItem(JSON.parse(exportPage(analyze(text), "ninjs")))),
      { numRuns: 100 },
    );
  });
});

describe("a table and a poem", () => {
  const TABLE = analyze(
    ["今日菜价", "品种 单位 今日价 涨跌", "香蕉 元/斤 42.46 +31.48", "黄瓜 元 15.00 -11.73"].join("\n\n"),
  );
  const BARE = analyze(["获奖名单", "王延峰\t2018\t一等奖", "李强\t2019", "张建国\t2020\t三等奖"].join("\n\n"));
  const POEM = analyze("登鹳雀楼\n\n白日依山尽，黄河入海流。\n\n欲穷千里目，更上一层楼。\n");
  const bodiesOf = (page: Analysis): string[] =>
    JSON.parse(exportPage(page, "ninjs")).associations[0].bodies.map(({ value }: { value: string }) => value);

  test("text: a row and a line of verse on a line each", () => {
    assert.equal(exportPage(POEM, "text"), "登鹳雀楼\n\n白日依山尽，黄河入海流。\n欲穷千里目，更上一层楼。\n");
    assert.match(exportPage(TABLE, "text"), /\n\n品种\t单位\t今日价\t涨跌\n香蕉\t/);
  });

  test("Markdown: a table with its head, hard line breaks", () => {
    assert.equal(
      exportPage(TABLE, "markdown"),
      [
        "# 今日菜价",
        "",
        "| 品种 | 单位 | 今日价 | 涨跌 |",
        "| --- | --- | --- | --- |",
        "| 香蕉 | 元/斤 | 42.46 | +31.48 |",
        "| 黄瓜 | 元 | 15.00 | -11.73 |",
        "",
      ].join("\n"),
    );
    assert.equal(exportPage(POEM, "markdown"), "# 登鹳雀楼\n\n白日依山尽，黄河入海流。\\\n欲穷千里目，更上一层楼。\n");
  });

  test("Markdown: a table without a head has an empty one, and a short row is filled up", () => {
    assert.match(
      exportPage(BARE, "markdown"),
      /\n\| {2}\| {2}\| {2}\|\n\| --- \| --- \| --- \|\n\| 王延峰 \| 2018 \| 一等奖 \|\n\| 李强 \| 2019 \| {2}\|\n/,
    );
  });

  test("JSON: rows of cells, and lines", () => {
    const passageOf = (page: Analysis) => JSON.parse(exportPage(page, "json")).articles[0].paragraphs;
    assert.deepEqual(passageOf(BARE), [
      {
        kind: "table",
        text: "王延峰\t2018\t一等奖\n李强\t2019\n张建国\t2020\t三等奖",
        rows: [
          ["王延峰", "2018", "一等奖"],
          ["李强", "2019"],
          ["张建国", "2020", "三等奖"],
        ],
        header: false,
      },
    ]);
    const lines = ["白日依山尽，黄河入海流。", "欲穷千里目，更上一层楼。"];
    assert.deepEqual(passageOf(POEM), [{ kind: "verse", text: lines.join("\n"), lines }]);
  });

  test("ninjs: a table and line breaks in HTML, rows and lines in plain text", () => {
    const [text, html] = bodiesOf(TABLE);
    assert.match(text ?? "", /^品种\t单位\t今日价\t涨跌\n/);
    assert.match(html ?? "", /^<table><tr><th>品种<\/th>.*<\/tr><tr><td>香蕉<\/td>.*<\/table>$/);
    assert.equal(bodiesOf(POEM)[1], "<p>白日依山尽，黄河入海流。<br>欲穷千里目，更上一层楼。</p>");
  });
});

test("every page can be exported to every format", () => {
  fc.assert(
    fc.property(anyPage, fc.constantFrom(...EXPORT_FORMATS), (text, format) => {
      const exported = exportPage(analyze(text), format);
      assert.ok(exported === "" || exported.endsWith("\n"));
    }),
    { numRuns: 200 },
  );
});
