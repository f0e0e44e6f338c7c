/** What a heading or caption says that its article has otherwise: figures, persons and places; and what only seems to be wrong. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyzeExample } from "../../../server/core/analyze-example.ts";
import { captionDiffers } from "../../../server/core/rules/by-names/caption-differs.ts";
import { headlineDiffers } from "../../../server/core/rules/by-names/headline-differs.ts";
import type { ExampleHouse } from "../../../server/core/rules/rule.ts";
import { mark, settingsFor } from "../../support/check-rule.ts";

const ALONE = settingsFor([headlineDiffers, captionDiffers]);

/** What is marked on the page, and the words it is said to be meant for. */
function found(page: string, names: ExampleHouse["names"] = []): string {
  const { findings } = analyzeExample(page, ALONE, { names });
  const marked =
    mark(page, findings)
      .match(/⟦[^⟧]*⟧/gu)
      ?.join("") ?? "";
  const related = findings.flatMap((finding) => finding.related ?? []).map(({ start, end }) => page.slice(start, end));
  return [marked, ...new Set(related)].join(" ");
}

describe("a heading's figure", () => {
  const page = (head: string, body: string): string =>
    `云溪县${head}套保障房交付使用\n\n本报讯 （记者 苏禾田） 昨日，云溪县${body}套保障房交付使用，建成以后可以解决住户的用水难题，群众盼了多年的事情有了着落。\n`;

  test("has one digit other than the article's, or two that changed places", () => {
    assert.equal(found(page("3200", "3500")), "⟦3200套⟧ 3500套");
    assert.equal(found(page("2300", "3200")), "⟦2300套⟧ 3200套");
    assert.equal(found(page("3215", "3210")), "⟦3215套⟧ 3210套");
  });

  test("may be in other words where the digits changed places", () => {
    const other = (head: string): string =>
      `老城区${head}户住户喜迁新居\n\n本报讯 （记者 苏禾田） 昨日，云溪县老城区最后的1540户住户搬了家，从此告别漏雨的旧屋，孩子们上学也近了。\n`;
    assert.equal(found(other("1450")), "⟦1450户⟧ 1540户");
    assert.equal(found(other("1640")), "");
  });

  test("is rounded, the article's, or another one", () => {
    for (const [a, b] of [
      ["3200", "3200"],
      ["3200", "3215"],
      ["3200", "3200余"],
      ["3200", "1860"],
    ] as const)
      assert.equal(found(page(a, b)), "", `${a} ${b}`);
  });
});

describe("a heading's name", () => {
  const article = (heading: string): string =>
    `${heading}\n\n　　本报讯 8月15日，苏禾田来到西塘村的工地，看望连夜抢修堤坝的建设者，送去了西瓜和绿豆汤。\n\n` +
    "　　苏禾田说，汛期还没有过去，西塘村的堤要再守一个月。\n";
  const names = [
    { type: "PER", text: "苏禾田" },
    { type: "LOC", text: "西塘村" },
    { type: "LOC", text: "东塘村" },
  ] as const;

  test("has characters that changed places, one too few, or another one, whether or not anything took it for a name", () => {
    assert.equal(found(article("苏田禾到工地"), names), "⟦苏田禾⟧ 苏禾田");
    assert.equal(found(article("苏田到工地"), names), "⟦苏田⟧ 苏禾田");
    assert.equal(found(article("局长苏禾生到工地"), names), "⟦苏禾生⟧ 苏禾田");
    assert.equal(found(article("苏小禾田到工地"), [...names, { type: "PER", text: "苏小禾田" }]), "⟦苏小禾田⟧ 苏禾田");
  });

  test("is a place's, which the article does not name at all", () => {
    assert.equal(found(article("东塘村修堤"), names), "⟦东塘村⟧ 西塘村");
    assert.equal(
      found(article("东塘村修堤").replace("汛期", "东塘的汛期"), [...names, { type: "LOC", text: "东塘村" }]),
      "",
    );
  });

  test("is somebody else's: the article has it, the house has it, or it has a title of its own", () => {
    assert.equal(found(article("苏禾田到工地"), names), "");
    assert.equal(found(article("苏田到工地").replace("汛期", "苏田的汛期"), names), "");
    const titled = [
      ...names,
      { type: "PER", text: "苏田", role: "村民" } as const,
      { type: "PER", text: "苏禾田", role: "局长" } as const,
    ];
    assert.equal(found(article("村民苏田到工地"), titled), "");
  });
});

describe("a caption's name", () => {
  const article = (caption: string): string =>
    "工地上的局长\n\n　　本报讯 8月15日，苏禾田来到工地，看望连夜抢修堤坝的建设者，送去了西瓜和绿豆汤。\n\n" +
    `　　苏禾田说，汛期还没有过去，大家要再守一个月。\n\n　　${caption}\n`;
  const names = [{ type: "PER", text: "苏禾田" }] as const;

  test("is the article's, misspelt", () => {
    assert.equal(found(article("图为苏田禾（左）在工地。记者 方文摄"), names), "⟦苏田禾⟧ 苏禾田");
  });

  test("is the photographer's, or of a picture of something else", () => {
    assert.equal(found(article("图为堤坝。 苏田禾摄"), names), "");
    assert.equal(
      found(article("图为王小满（左）在果园。记者 方文摄"), [...names, { type: "PER", text: "王小满" }]),
      "",
    );
  });
});
