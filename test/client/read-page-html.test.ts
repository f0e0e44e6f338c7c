/** The page to be read: nothing of the page is taken for HTML, nothing is run, each heading leads to its place. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readPageHtml } from "../../client/read-page-html.ts";
import type { ReadArticle } from "../../server/protocol.ts";

const OPTIONS = {
  nonce: "only-once",
  title: "云溪日报-01.txt",
  link: ({ line, character, uri = "" }: { line: number; character: number; uri?: string }) =>
    `command:show?${uri}${line},${character}`,
  goTo: ({ line, uri = "" }: { line: number; uri?: string }) => `到${uri}第 ${line + 1} 行`,
  lines: (first: number, last: number) => `第 ${first + 1}—${last + 1} 行`,
  characters: (count: number) => `${count} 字`,
  nothing: "这一版没有文章。",
};

const ARTICLE: ReadArticle = {
  name: "茶山新绿入画来",
  heading: [
    { kind: "kicker", text: "云溪县：", line: 9, character: 0 },
    { kind: "headline", text: "茶山新绿入画来", line: 10, character: 2 },
  ],
  bylines: [{ kind: "byline", text: "本报记者 林知夏", line: 2, character: 0 }],
  body: [
    { kind: "paragraph", text: "茶园里一片忙碌。", line: 4, character: 0 },
    { kind: "crosshead", text: "新茶上市", line: 5, character: 0 },
  ],
  captions: [{ kind: "caption", text: "图为茶园。", line: 6, character: 0 }],
  characters: 8,
  firstLine: 2,
  lastLine: 6,
};

describe("the page to be read", () => {
  test("leads to the page on which an article goes on", () => {
    const there = { kind: "elsewhere", text: "以下在第3版", uri: "A3.txt:", line: 2, character: 0 } as const;
    const html = readPageHtml(
      { version: 1, folio: [], articles: [{ ...ARTICLE, body: [...ARTICLE.body, there] }] },
      OPTIONS,
    );
    assert.ok(
      html.includes(
        '<p class="elsewhere"><a href="command:show?A3.txt:2,0" title="到A3.txt:第 3 行">以下在第3版</a></p>',
      ),
    );
  });

  test("is set in the order of print, each part leading to its place", () => {
    const html = readPageHtml({ version: 1, folio: ["第1版"], articles: [ARTICLE] }, OPTIONS);
    const parts = [
      '<header class="folio">第1版</header>',
      '<article class="short" data-first="2" data-last="6">',
      '<p class="kicker"><a href="command:show?9,0" title="到第 10 行">云溪县：</a></p>',
      '<h1><a href="command:show?10,2" title="到第 11 行">茶山新绿入画来</a></h1>',
      '<a href="command:show?2,0" title="到第 3 行">本报记者 林知夏</a>',
      '8 字 · <a href="command:show?2,0" title="到第 3 行">第 3—7 行</a>',
      '<p data-line="4" data-character="0" title="到第 5 行">茶园里一片忙碌。</p>',
      '<h2><a href="command:show?5,0" title="到第 6 行">新茶上市</a></h2>',
      '<p class="caption"><a href="command:show?6,0" title="到第 7 行">图为茶园。</a></p>',
    ];
    const places = parts.map((part) => html.indexOf(part));
    assert.ok(!places.includes(-1), parts[places.indexOf(-1)]);
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  test("has a table as a table, its head told from its rows, and a poem line by line", () => {
    const place = { text: "", line: 4, character: 0 };
    const body: ReadArticle["body"] = [
      {
        kind: "table",
        ...place,
        header: true,
        rows: [
          ["品种", "今日价"],
          ["<香蕉>", ""],
        ],
      },
      { kind: "table", ...place, header: false, rows: [["黄瓜", "15.00"]] },
      { kind: "verse", ...place, stanzas: [["白日依山尽，", "黄河入海流。"], ["欲穷千里目。"]] },
    ];
    const html = readPageHtml({ version: 1, folio: [], articles: [{ ...ARTICLE, body }] }, OPTIONS);
    for (const part of [
      '<table data-line="4" data-character="0" title="到第 5 行"><thead><tr><th scope="col">品种</th><th scope="col">今日价</th></tr></thead>',
      "<tbody><tr><td>&#60;香蕉&#62;</td><td></td></tr></tbody></table>",
      '<table data-line="4" data-character="0" title="到第 5 行"><tbody><tr><td>黄瓜</td><td>15.00</td></tr></tbody></table>',
      '<p class="verse" data-line="4" data-character="0" title="到第 5 行">白日依山尽，<br>黄河入海流。</p>\n<p class="verse" data-line="4" data-character="0" title="到第 5 行">欲穷千里目。</p>',
    ])
      assert.ok(html.includes(part), part);
  });

  test("allows its own style and script and nothing else", () => {
    const html = readPageHtml({ version: 1, folio: [], articles: [ARTICLE] }, OPTIONS);
    assert.match(
      html,
      /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-only-once'; script-src 'nonce-only-once'"/,
    );
    assert.deepEqual(html.match(/<script[^>]*>/g), ['<script nonce="only-once">']);
    assert.doesNotMatch(html, /<img|<link|https?:|\son\w+=|style="/);
  });

  test("shows the page's characters as they are, whatever they are", () => {
    const text = `</p><script>alert("1")</script>&amp;'`;
    const line = { text, line: 0, character: 0 };
    const articles: ReadArticle[] = [
      {
        ...ARTICLE,
        heading: [],
        name: text,
        bylines: [{ ...line, kind: "byline" }],
        body: [
          { ...line, kind: "paragraph" },
          { ...line, kind: "crosshead" },
        ],
        captions: [{ ...line, kind: "caption" }],
      },
    ];
    const html = readPageHtml(
      { version: 1, folio: [text], articles },
      { ...OPTIONS, title: text, link: () => `"${text}` },
    );
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.doesNotMatch(html, /href="(?![^"<>]*" title="[^"<>]*">)/);
  });

  test("says so where there is nothing to read", () => {
    assert.match(
      readPageHtml({ version: 1, folio: [], articles: [] }, OPTIONS),
      /<p class="nothing">这一版没有文章。<\/p>/,
    );
  });
});
