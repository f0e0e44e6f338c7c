/** What rules remember by text: an edit asks one text, and findings are those of a page never seen. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze } from "../../server/core/analyze.ts";
import { byText } from "../../server/core/rules/by-text.ts";

test("a text is asked once, and after an edit the edited one alone", () => {
  const asked: string[] = [];
  const lengths = byText((text) => {
    asked.push(text);
    return text.length;
  });
  const page = ["云溪县开会。", "石泉乡采茶。", "云溪县开会。"].map((text) => ({ text }));
  assert.deepEqual(
    [lengths(page), lengths(page)],
    [
      [6, 6, 6],
      [6, 6, 6],
    ],
  );
  assert.deepEqual(lengths(page.with(1, { text: "石泉乡采新茶。" })), [6, 7, 6]);
  assert.deepEqual(asked, ["云溪县开会。", "石泉乡采茶。", "石泉乡采新茶。"]);
});

test("two questions don't mix up their answers", () => {
  const page = [{ text: "山路" }];
  const [first, last] = [byText((text) => text.charAt(0)), byText((text) => text.charAt(1))];
  assert.deepEqual([first(page), last(page), first(page)], [["山"], ["路"], ["山"]]);
});

const FOLIO = "青川日报 2022年8月17日 星期三 第1版";
const TEXTS = [
  "山乡致富靠的是大家的的努力，产量增长1O.5%。",
  "昨日（8月15日）是周一，云溪县召开会议，说“路通了。",
  "全县谋划重点项目66个，其中A类20个、B类45个。",
  "县里上的山区，施工难度大，局里上的山区，施工难度大，局里抽调了技术员。",
];

test("findings of a page are the same whatever pages were seen before it: other days, other neighbours", () => {
  const pages = [
    [FOLIO, ...TEXTS],
    [FOLIO.replace("17日 星期三", "18日 星期四"), ...TEXTS],
    TEXTS,
    [FOLIO, ...TEXTS.toReversed()],
  ].map((texts) => `${texts.join("\n\n")}\n`);
  const first = pages.map((page) => analyze(page).findings);
  const later = [3, 1, 2, 0, 1].map((i) => [i, analyze(pages[i] as string).findings] as const);
  for (const [i, findings] of later) assert.deepEqual(findings, first[i]);
  // 昨日 is another day on the second page, and the memory of the first one must not answer for it.
  assert.notDeepEqual(
    first[0]?.map(({ message }) => message),
    first[1]?.map(({ message }) => message),
  );
});
