/** One person with two titles on a page: of which only one can be right, and those that one person can have. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyzeExample } from "../../../server/core/analyze-example.ts";
import { titleDiffers } from "../../../server/core/rules/by-names/title-differs.ts";
import { mark, settingsFor } from "../../support/check-rule.ts";

const ALONE = settingsFor([titleDiffers]);

/** What is marked in an article that has these titles before one name, in this order. */
function marked(...titles: readonly string[]): string {
  const tails = [
    "来到工地，看望连夜抢修堤坝的建设者，送去了西瓜和绿豆汤",
    "说，汛期还没有过去，大家要再守一个月",
    "又去看了民工的宿舍",
  ];
  const page = titles
    .map((title, i) => `　　${i === 0 ? "本报讯 " : "随后，"}${title}苏禾田${tails[i]}。\n`)
    .join("\n");
  const names = titles.map((role) => ({ type: "PER", text: "苏禾田", role }) as const);
  const { findings } = analyzeExample(page, ALONE, { names });
  return (
    mark(page, findings)
      .match(/⟦[^⟧]*⟧/gu)
      ?.join("") ?? ""
  );
}

describe("two titles of one person contradict each other", () => {
  test("by rank, and the one that stands less often, or later, is marked", () => {
    assert.equal(marked("县水利局局长", "局长", "副局长"), "⟦副局长苏禾田⟧");
    assert.equal(marked("县水利局副局长", "县水利局局长"), "⟦县水利局局长苏禾田⟧");
    assert.equal(marked("县水利局局长", "副局长", "副局长"), "⟦县水利局局长苏禾田⟧");
  });

  test("by whose the office is", () => {
    assert.equal(marked("县水利局局长", "市水利局局长"), "⟦市水利局局长苏禾田⟧");
    assert.equal(marked("县水务局局长", "县水利局局长"), "⟦县水利局局长苏禾田⟧");
  });
});

test("titles that one person can have are no contradiction", () => {
  for (const titles of [
    ["县水利局局长", "局长"],
    ["云溪县水利局党组书记、局长", "县水利局局长"],
    ["县委副书记、县长", "县长"],
    ["县委书记", "县人大代表"],
    ["县水利局局长", "原副局长"],
    ["县水利局局长", "时任副局长"],
    ["县长", "代县长"],
    ["种粮大户", "村民"],
  ])
    assert.equal(marked(...titles), "", titles.join());
});

test("a person named a thousand times is compared by the titles that there are, not each time with each", () => {
  const page = `　　本报讯 ${"县水利局局长苏禾田说好。".repeat(1500)}县水利局副局长苏禾田说，雨停了。\n`;
  const names = ["县水利局局长", "县水利局副局长"].map((role) => ({ type: "PER", text: "苏禾田", role }) as const);
  const before = process.cpuUsage();
  const { findings } = analyzeExample(page, ALONE, { names });
  const { user } = process.cpuUsage(before);
  assert.ok(user < 4e6, `${user / 1e6} s`);
  assert.ok(findings.length <= 1);
});
