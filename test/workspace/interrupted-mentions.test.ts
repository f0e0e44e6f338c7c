/** Names that something else on the page cuts in two: one mention, wherever the pointer stands on it. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../server/core/analyze.ts";
import type { Mention } from "../../server/core/page/mention.ts";
import { mentionAt, pageSpans } from "../../server/core/page/mention-spans.ts";
import { createPageReader } from "../../server/workspace/page-reader.ts";
import { learned, region } from "../support/mentions.ts";

const PAGE = [
  "本报讯　云溪县今年把修建乡村道路列为",
  "十件实事之首，从年初到现在已经完成总里",
  "程的七成，沿线群众出行难的老问题得到了",
  "缓解，过去要走半天的山路现在一刻钟就到。",
  "县里还为沿线的村庄修了候车亭和停车场，",
  "方便乡亲们赶集看病，山货也能当天运到城",
  "里去卖。说起这条路，云溪县交通局局长王延",
  "第3版　2022年8月17日　星期三",
  "峰说，乡亲们盼了几十年，如今总算盼到了",
  "头，今后的日子会越过越好，村里的年轻人",
  "也愿意回来了。",
].join("\n\n");

const ANALYSIS = analyze(PAGE);
const READ = createPageReader({ gazetteer: region(), ...learned() }).read(ANALYSIS);

function shown(mention: Mention): string[] {
  return pageSpans(ANALYSIS, mention).map(({ start, end }) => PAGE.slice(start, end));
}

describe("a name that a folio cuts in two", () => {
  const wang = READ.mentions.find(({ text }) => text === "王延峰");

  test("is one mention with a span on each side", () => {
    assert.ok(wang);
    assert.equal(wang.role, "云溪县交通局局长");
    assert.deepEqual(shown(wang), ["王延", "峰"]);
  });

  test("is under the pointer on both sides, and what stands between is not", () => {
    const at = (words: string): string | undefined => mentionAt(ANALYSIS, READ.mentions, PAGE.indexOf(words))?.text;
    assert.deepEqual([at("王延\n"), at("峰说"), at("2022年")], ["王延峰", "王延峰", "2022年8月17日　星期三"]);
  });

  test("and what the second part alone names has its place there", () => {
    const years = READ.mentions.find(({ text }) => text === "几十年");
    assert.deepEqual(years && shown(years), ["几十年"]);
  });
});

test("every mention of a page shows the text it was found in", () => {
  for (const mention of READ.mentions) assert.equal(shown(mention).join(""), mention.text);
});

describe("a row of a table", () => {
  test("has its names cell by cell", () => {
    const page = analyze(
      "获奖名单\n\n姓名 单位 奖项\n王延峰 云溪县 一等奖\n张建国 石门镇 三等奖\n李家明 青川市 二等奖\n",
    );
    const { mentions } = createPageReader({ gazetteer: region(), ...learned() }).read(page);
    for (const mention of mentions) assert.doesNotMatch(mention.text, /\s/);
    assert.ok(["王延峰", "张建国", "石门镇"].every((name) => mentions.some(({ text }) => text === name)));
  });
});
