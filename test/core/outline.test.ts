/** The outline: names, details, nesting, and what VS Code demands of every symbol. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyze } from "../../server/core/analyze.ts";
import { findArticles } from "../../server/core/articles/index.ts";
import { type OutlineSymbol, outlineOf } from "../../server/core/outline.ts";
import type { Analysis } from "../../server/core/page/analysis.ts";
import { DEFAULT_SETTINGS } from "../../server/core/page/settings.ts";
import type { Span } from "../../server/core/text/text.ts";
import { anyPage } from "../support/any-page.ts";
import { layoutOf } from "../support/blocks.ts";
import { randomPage } from "../support/typesetter/index.ts";
import { BRIDGE, BRIDGE_HEADLINE, CLINIC, CLINIC_HEADLINE, TEA, TEA_HEADLINE } from "./articles/stock.ts";

function pageOf(...texts: readonly string[]): Analysis {
  const layout = layoutOf(texts);
  const { text } = layout.page;
  return { ...layout, ...findArticles(layout), text, settings: DEFAULT_SETTINGS, findings: [] };
}

/** An outline as lines: kind, name and detail, nested by indent. */
function drawn(symbols: readonly OutlineSymbol[], indent = ""): string[] {
  return symbols.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} ${name}${detail ? ` | ${detail}` : ""}`,
    ...drawn(children, `${indent}  `),
  ]);
}

describe("what it says", () => {
  test("each article by its headline, its deck, byline and far headline in the detail", () => {
    const deck = "——青川至临江高速公路建设现场见闻";
    const outline = outlineOf(
      pageOf(BRIDGE_HEADLINE, deck, TEA_HEADLINE, ...TEA.slice(0, 2), ...BRIDGE.slice(0, 3), "□ 本报记者 苏南星"),
    );
    assert.deepEqual(drawn(outline), [
      "article 石泉乡：万亩茶园采摘忙",
      "  lead 本报讯 （记者 何青禾） 清明刚过，云溪…",
      "  paragraph 石泉乡种茶已有三百年，全乡茶园面积达2.…",
      "article 柳河特大桥主桥合龙 | ——青川至临江高速公路建设现场见闻 · 本报记者 苏南星 · 标题在第 1 行",
      "  paragraph 随着最后一段钢箱梁稳稳落位，柳河特大桥主…",
      "  paragraph 柳河特大桥全长1860米，主跨采用双塔斜…",
      "  paragraph 项目经理丁志远说，大桥跨越主航道，钢箱梁…",
    ]);
  });

  test("chosen, an article shows its headline where that stands above the text; a kicker is told in the detail", () => {
    const kicker = "青川至临江高速公路建设现场传来捷报";
    for (const lines of [
      [kicker, BRIDGE_HEADLINE, ...BRIDGE],
      [...BRIDGE, kicker, BRIDGE_HEADLINE],
    ]) {
      const page = pageOf(...lines);
      const [bridge] = outlineOf(page);
      assert.deepEqual([bridge?.name, bridge?.detail.split(" · ")[0]], [BRIDGE_HEADLINE, kicker]);
      const { start = 0, end = 0 } = bridge?.selection ?? {};
      assert.equal(page.text.slice(start, end), lines[0] === kicker ? BRIDGE_HEADLINE : BRIDGE[0]);
    }
  });

  test("an article without a headline by its first words after the lead, in a form that shows it", () => {
    const page = pageOf(...TEA);
    assert.equal(outlineOf(page)[0]?.name, "（无标题）清明刚过，云溪县石泉乡的万亩茶园进入采摘…");
    assert.equal(outlineOf(page, "en")[0]?.name, "(no headline) 清明刚过，云溪县石泉乡的万亩茶园进入采摘…");
  });

  test("crossheads hold the paragraphs below them; captions have their place", () => {
    const caption = "图为夜间门诊的候诊区。";
    const outline = outlineOf(
      pageOf(CLINIC_HEADLINE, CLINIC[0], "轮流坐诊到深夜", CLINIC[2], "准备增开中医科", CLINIC[3], caption, CLINIC[1]),
    );
    assert.deepEqual(
      drawn(outline).map((line) => line.replace(/^(\s*\S+ .{0,7}).*$/u, "$1")),
      [
        "article 夜间门诊亮起一",
        "  paragraph 晚上8点，云溪",
        "  crosshead 轮流坐诊到深夜",
        "    paragraph 医院从3月起开",
        "  crosshead 准备增开中医科",
        "    paragraph 院长秦岭介绍，",
        "    caption 图为夜间门诊的",
        "    paragraph “白天请不了假",
      ],
    );
  });

  test("the parts of a feature say who wrote them", () => {
    const part = (head: string, writer: string, ...texts: string[]): string[] => [
      head,
      `□ 本报记者 ${writer}`,
      ...texts,
    ];
    const outline = outlineOf(
      pageOf(
        "一个县的五年（一线观察）",
        "五年来，这个县的变化写在茶园里、大桥上和门诊的灯下。",
        ...part("茶园变了模样", "何青禾", TEA[1], TEA[2]),
        ...part("大桥跨过柳河", "罗一丹", BRIDGE[0], BRIDGE[1]),
        ...part("门诊亮起明灯", "梁小满", CLINIC[0], CLINIC[1]),
      ),
    );
    assert.deepEqual(
      drawn(outline).filter((line) => /^\s*(?:article|crosshead)/u.test(line)),
      [
        "article 一个县的五年（一线观察） | 本报记者 何青禾 · 本报记者 罗一丹 · 本报记者 梁小满",
        "  crosshead 茶园变了模样 | 本报记者 何青禾",
        "  crosshead 大桥跨过柳河 | 本报记者 罗一丹",
        "  crosshead 门诊亮起明灯 | 本报记者 梁小满",
      ],
    );
  });

  test("running text spans its first line, articles and crossheads all that is theirs", () => {
    const page = analyze(randomPage(3, { articles: [4, 6] }).text);
    const all = (symbols: readonly OutlineSymbol[]): OutlineSymbol[] =>
      symbols.flatMap((symbol) => [symbol, ...all(symbol.children)]);
    const linesOf = ({ start, end }: Span): number => page.text.slice(start, end).split("\n").length;
    for (const { kind, span, selection, children } of all(outlineOf(page))) {
      if (kind === "article") assert.ok(children.every((child) => child.span.end <= span.end) && linesOf(span) > 1);
      else if (kind !== "crosshead") assert.deepEqual(span, selection);
      assert.equal(linesOf(selection), 1);
    }
  });

  test("the far heading's line in the reader's language", () => {
    const [, bridge] = outlineOf(pageOf(BRIDGE_HEADLINE, TEA_HEADLINE, ...TEA, ...BRIDGE), "en");
    assert.equal(bridge?.detail, "headline at line 1");
  });
});

describe("what VS Code demands of every page", () => {
  /** Asserts that spans are disjoint, in page order and inside `from`…`to`, and that each symbol is valid. */
  function assertValid(symbols: readonly OutlineSymbol[], from: number, to: number, text: string): void {
    let done = from;
    for (const { name, span, selection, children } of symbols) {
      assert.ok(name.trim() !== "", "a name is never empty");
      assert.ok(!/[\r\n]/.test(name), "a name is one line");
      assert.ok(done <= span.start && span.start <= span.end && span.end <= to, "spans are disjoint and inside");
      assert.ok(span.start <= selection.start && selection.end <= span.end, "the selection is inside the span");
      assert.ok(selection.start <= selection.end);
      assert.ok(!/[\r\n]/.test(text.slice(selection.start, selection.end)), "the selection is one line");
      assertValid(children, span.start, span.end, text);
      done = span.end;
    }
  }

  test("on arbitrary strings", () => {
    fc.assert(
      fc.property(anyPage, (text) => assertValid(outlineOf(analyze(text)), 0, text.length, text)),
      { numRuns: 400 },
    );
  });

  test("on a page of articles", () => {
    const page = pageOf(BRIDGE_HEADLINE, TEA_HEADLINE, ...TEA, ...CLINIC, CLINIC_HEADLINE, ...BRIDGE);
    assertValid(outlineOf(page), 0, page.text.length, page.text);
  });
});
