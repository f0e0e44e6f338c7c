/** Paragraphs that go on beyond blocks which are no part of them: the same on the page as it arrived and on the fixed one. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { layOut } from "../../../server/core/layout/index.ts";
import { pageOf } from "../../../server/core/text/text.ts";
import { type InsertedPage, insertBlock, placesOf, type TruePage } from "../../support/insert-block.ts";
import { fold } from "../../support/line-ends.ts";
import { fixText } from "../../support/short-cuts.ts";
import { randomFrom, randomPage, SEED_PAGES, typeset } from "../../support/typesetter/index.ts";
import { BLOCK_KINDS } from "../../support/typesetter/kinds/index.ts";

/** Where the paragraphs of a page are interrupted: so many characters before and after each place, a bar between them. */
function seamsOf(text: string, characters = 3): string[] {
  const { blocks, interruptions } = layOut(pageOf(text));
  return interruptions.map(({ before, after }) => {
    const [left, right] = [fold(blocks[before]?.text ?? ""), fold(blocks[after]?.text ?? "")];
    return `${left.slice(-characters)}|${right.slice(0, characters)}`;
  });
}

/** The seams of a page of these lines, which are those of the fixed page, too. */
function seams(...lines: readonly string[]): string[] {
  const text = lines.join("\n\n");
  const found = seamsOf(text);
  assert.deepEqual(seamsOf(fixText(text)), found, "the fixed page says otherwise");
  return found;
}

const COLUMN = [
  "云溪县今年把修建乡村道路列为十件",
  "实事之首，从年初到现在已经完成总里程",
  "的七成，沿线群众出行难的老问题得到了",
  "缓解，过去要走半天的山路一刻钟就到，",
  "方便乡亲们赶集看病，山货也能当天运到",
];
const REST = ["城里去卖，乡亲们都说这条路修到了心坎", "上，今后的日子会越过越好。"];
const FOLIO = "第3版　2022年8月17日　星期三";

describe("a paragraph is interrupted", () => {
  test("by a folio, whether its lines are joined or not", () => {
    assert.deepEqual(seams(...COLUMN, FOLIO, ...REST), ["天运到|城里去"]);
    assert.deepEqual(seams(COLUMN.join(""), FOLIO, REST.join("")), ["天运到|城里去"]);
  });

  test("by a caption, a table, a poem", () => {
    assert.deepEqual(seams(...COLUMN, "图为通车后的乡村道路。　林知夏　摄", ...REST), ["天运到|城里去"]);
    assert.deepEqual(seams(...COLUMN, "香蕉 元 42.46 +31.48", "黄瓜 元 15.00 -11.73", ...REST), ["天运到|城里去"]);
    assert.deepEqual(seams(...COLUMN, "白日依山尽，", "黄河入海流。", "欲穷千里目，", "更上一层楼。", ...REST), [
      "天运到|城里去",
    ]);
  });

  test("by a headline, in the middle of a word that stands elsewhere on the page", () => {
    const before = "运到城里去卖的山货比往年多了三成，县里又新开了两条客运班线。";
    assert.deepEqual(seams(before, ...COLUMN, "乡村公路通到家门口", "云溪群众喜迎丰收年", ...REST), ["天运到|城里去"]);
  });

  test("between a figure and its unit, and inside quotes", () => {
    assert.deepEqual(seams("今年全县修路的投资一共是一个多年没有的数，到年底要完成200", FOLIO, "亿元。"), [
      "200|亿元。",
    ]);
    assert.deepEqual(
      seams("老支书说：“往年山货烂在地里没人来收，如今车开到门口", FOLIO, "，一上午就装满了。”他笑着说。"),
      ["到门口|，一上"],
    );
  });

  test("twice", () => {
    const middle =
      "城里去卖。乡亲们都说这条路修到了心坎上，过去一到雨天就出不了门，如今班车一天有四趟，村里外出打工的年轻人也";
    assert.deepEqual(seams(COLUMN.join(""), FOLIO, middle, "责编 林秋水 校对 王远", "陆续回来了。"), [
      "天运到|城里去",
      "轻人也|陆续回",
    ]);
  });
});

describe("a paragraph ends", () => {
  const paragraph = COLUMN.join("");

  test("with a full stop", () => {
    assert.deepEqual(seams(`${paragraph}城里。`, FOLIO, REST.join("")), []);
  });

  test("before what opens as an article or a paragraph does", () => {
    assert.deepEqual(seams(paragraph, FOLIO, "本报讯　今天上午，云溪县召开会议，研究部署今年的工作。"), []);
    assert.deepEqual(seams(paragraph, "喜迎丰收年", "□ 本报记者 林秋水", REST.join("")), []);
    assert.deepEqual(seams(paragraph, FOLIO, "8月17日，云溪县召开会议，研究部署今年的工作，各乡镇参加。"), []);
  });

  test("before a list, and with an address", () => {
    assert.deepEqual(seams(paragraph, "1.硬化村内道路；", "2.更换老旧水表；", REST.join("")), []);
    assert.deepEqual(seams("报名请发邮件到这个地址，逾期不候：minsheng@yanzhou", FOLIO, REST.join("")), []);
  });

  test("where a line says that it goes on on another page", () => {
    assert.deepEqual(seams(paragraph, "（下转第二版）", REST.join("")), []);
  });

  test("with the line that leads to another page, though that line seems to break off", () => {
    assert.deepEqual(seams("→下转第2版《修路", FOLIO, "的道路修好以后，乡亲们都说今后的日子会越过越好。"), []);
  });

  test("where what stands between goes on in its rest", () => {
    assert.deepEqual(
      seams("老支书说：“往年山货烂在地里没人来收，如今车开到门口", "，装满了就走。”", "他笑着说完这话。"),
      [],
    );
  });
});

/** Kinds of blocks that stand in paragraphs, each with the page that it was put into. */
function* interruptedPages(count: number): Generator<InsertedPage & { readonly truth: TruePage["truth"] }> {
  const kinds = BLOCK_KINDS.filter(({ places }) => places !== "between");
  for (let i = 0; i < count; i += 1) {
    const random = randomFrom(4111 + i);
    const page = i % 2 === 0 ? typeset(random.pick(SEED_PAGES)) : randomPage(i, { articles: [1, 2], varied: true });
    const places = placesOf(page, "inside");
    const { variants } = random.pick(kinds);
    if (places.length === 0) continue;
    yield {
      ...insertBlock(page, random.pick(Object.values(variants)), random.pick(places), random),
      truth: page.truth,
    };
  }
}

test("a page with a block in a paragraph is interrupted where the fixed page is, and fixing that changes nothing", () => {
  for (const { text, rows } of interruptedPages(80)) {
    const fixed = fixText(text);
    assert.deepEqual(seamsOf(fixed, 12), seamsOf(text, 12), rows.join("\n"));
    assert.equal(fixText(fixed), fixed, rows.join("\n"));
  }
});

test("of 80 pages with a block in a paragraph most show it, and hardly any shows another", () => {
  let [places, found, other] = [0, 0, 0];
  for (const { text, lines, after } of interruptedPages(80)) {
    const [left, right] = [after, after + 1].map((at) => fold(lines.find(({ line }) => line === at)?.text ?? ""));
    const told = seamsOf(text, 60);
    const hits = told.filter((seam) => {
      const [before = "", rest = ""] = seam.split("|");
      return before.endsWith(left?.slice(-60) ?? "") && rest.startsWith(right?.slice(0, 60) ?? "");
    });
    places += 1;
    found += hits.length > 0 ? 1 : 0;
    other += told.length - hits.length;
  }
  assert.ok(found * 20 >= places * 11, `found ${found} of ${places}`);
  assert.ok(other * 5 <= places, `${other} others`);
});
