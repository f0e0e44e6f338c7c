/** Lines of columns in, paragraphs out. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { explainLineEnd } from "../../../server/core/layout/decision.ts";
import { layOut, toJoined, toPageSpans } from "../../../server/core/layout/index.ts";
import { pageOf } from "../../../server/core/text/text.ts";

/** The blocks of a page whose lines are given without their line breaks, in the extractor's usual way of a blank line after each. */
function blocksOf(lines: string): string[] {
  return layOut(pageOf(lines.trim().split("\n").join("\n\n"))).blocks.map((block) => block.text);
}

const MEETING = `
青川市云溪县推进河道治理会议召开
本报讯 近日，云溪县召开河道治理
推进会，安排部署今年的重点工作。会
议要求，各乡镇要压实责任，把任务分
解到人、落实到河，确保汛前全部完工。
会议还通报了上半年的进展，全县
完成清淤三十一公里，新建护岸十二处，
沿河群众的出行和灌溉条件明显改善。
护好一江水
“过去一到雨天，门前的路就没法
走。”家住河边的老支书说。`;

describe("wraps and paragraph ends", () => {
  test("a paragraph is joined, its neighbours are not", () => {
    const blocks = blocksOf(MEETING);
    assert.deepEqual(
      blocks.map((block) => block.slice(0, 6)),
      ["青川市云溪县", "本报讯 近日", "会议还通报了", "护好一江水", "“过去一到雨"],
    );
  });
  test("a full line that ends in a full stop ends a paragraph only where the next line has lost its indent", () => {
    const blocks = blocksOf(MEETING);
    assert.ok(blocks[1]?.endsWith("确保汛前全部完工。"));
    assert.ok(blocks[1]?.includes("今年的重点工作。会议要求"));
  });
  test("a headline is never joined to the text under it", () =>
    assert.equal(blocksOf(MEETING)[0], "青川市云溪县推进河道治理会议召开"));
});

describe("pages of any kind", () => {
  test("a figure is never parted from its unit, however little there is to go by", () => {
    assert.deepEqual(blocksOf("云溪大桥 3\n月份通车"), ["云溪大桥3月份通车"]);
    assert.deepEqual(blocksOf("投资 12\n\n亿元修路"), ["投资12亿元修路"]);
  });

  test("a figure that counts nothing leaves alone the word that opens the next line", () => {
    const paragraph = (opening: string): string =>
      `${opening}云溪县召开全县春季植树造\n林动员大会，安排部署今年的造林绿化工作。会议要求各乡镇\n要抓住春季墒情好的时机，组织群众上山下地，把树栽够。`;
    const figures = [
      "报名热线：0350-3021234",
      "咨询电话：3021234",
      "服务热线：12345",
      "奋进2023",
      "走进云溪·之3",
      "第3",
      "3",
    ];
    for (const figure of figures)
      for (const opening of [
        "日前，",
        "周一上午，",
        "元旦前夕，",
        "年初以来，",
        "家长代表和",
        "百名干部在",
        "多名干部在",
      ])
        assert.equal(blocksOf(`${figure}\n${paragraph(opening)}`)[0], figure, `${figure}|${opening}`);
    assert.equal(blocksOf(`距离开工已经有15\n${paragraph("日前，")}`)[0], "距离开工已经有15");
  });

  test("an empty page has no block", () => assert.deepEqual(layOut(pageOf("")).blocks, []));
  test("a page of white space has no block", () => assert.deepEqual(layOut(pageOf(" \r\n\u3000\n\ufeff")).blocks, []));
  test("one line is one block", () => assert.deepEqual(blocksOf("云溪县"), ["云溪县"]));
  test("every line with text belongs to exactly one block", () => {
    const page = pageOf(MEETING.replaceAll("\n", "\r\n\r\n"));
    const { blocks } = layOut(page);
    const lines = page.lines.filter((line) => line.text.trim() !== "").map((line) => line.index);
    const owned = lines.map(
      (line) => blocks.filter((block) => block.firstLine <= line && line <= block.lastLine).length,
    );
    assert.deepEqual(
      owned,
      lines.map(() => 1),
    );
  });
});

describe("joined text and page", () => {
  test("a word cut by a wrap stands in two places of the page", () => {
    const page = pageOf(MEETING.trim().split("\n").join("\n\n"));
    const block = layOut(page).blocks[1];
    assert.ok(block);
    const start = block.text.indexOf("会议要求");
    const spans = toPageSpans(page.text, block, start, start + 4);
    assert.deepEqual(
      spans.map((span) => page.text.slice(span.start, span.end)),
      ["会", "议要求"],
    );
    assert.equal(toJoined(block, spans[1]?.start ?? 0), start + 1);
  });
});

describe("one decision explained", () => {
  const page = pageOf(MEETING.trim().split("\n").join("\n\n"));
  test("a wrap has more evidence for it than against it", () => {
    const decision = explainLineEnd(page, 4);
    assert.equal(decision?.wrap, true);
    assert.ok((decision?.margin ?? 0) > 0);
    const sum = decision?.evidence.reduce((all, { nats }) => all + nats, 0) ?? 0;
    assert.ok(sum > 0, "the evidence adds up to a wrap");
  });
  test("a paragraph's end has more against it", () => assert.equal(explainLineEnd(page, 8)?.wrap, false));
  test("a blank line has no decision", () => assert.equal(explainLineEnd(page, 1), undefined));
});
