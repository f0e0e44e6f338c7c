/** Names and titles on a page that differ from the house's. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { soundAlike } from "../../../server/core/house/sounds.ts";
import { layOut } from "../../../server/core/layout/index.ts";
import type { Mention } from "../../../server/core/page/mention.ts";
import { nameDifferences } from "../../../server/core/rules/by-names/differences.ts";
import { applyEdits, pageOf } from "../../../server/core/text/text.ts";
import { FILE, house, mention } from "../../core/house/stock.ts";

describe("differences", () => {
  const found = (page: string, names: readonly (readonly [string, Mention["type"], string?])[], file = FILE) => {
    const { blocks } = layOut(pageOf(page));
    const texts = blocks.map(({ text }) => text);
    const mentions = names.map(([name, type, role]) => mention(texts, name, type, role === undefined ? {} : { role }));
    return nameDifferences({ text: page, blocks, mentions, lexicon: house(file), soundAlike });
  };
  const differences = (...given: Parameters<typeof found>) =>
    found(...given).map(({ start, end, message }) => [given[0].slice(start, end), message.zh]);
  const mended = (...given: Parameters<typeof found>) =>
    applyEdits(
      given[0],
      found(...given).flatMap(({ fix }) => fix?.edits ?? []),
    );

  test("are names one character off, also over a wrap", () => {
    assert.deepEqual(differences("昨天，苏禾添来到工地。\n", [["苏禾添", "PER"]]), [
      ["苏禾添", "“苏禾添”与本社词库的“苏禾田”只差一字，请核对。"],
    ]);
    assert.deepEqual(
      differences("鹿鸣青港投产，鹿鸣氢港口开工。\n", [
        ["鹿鸣青港", "ORG"],
        ["鹿鸣氢港口", "ORG"],
      ]).map(([words]) => words),
      ["鹿鸣青港", "鹿鸣氢港口"],
    );
  });

  test("are not persons of another office, nor names that a level or a direction tells apart", () => {
    assert.deepEqual(differences("县财政局局长苏禾生说。\n", [["苏禾生", "PER", "县财政局局长"]]), []);
    const file = "entities:\n  - {name: 云溪县水利局, kind: 机构}\n  - {name: 陈平, kind: 人物}\n";
    assert.deepEqual(differences("云溪市水利局。\n", [["云溪市水利局", "ORG"]], file), []);
    assert.deepEqual(differences("王平说。\n", [["王平", "PER"]], file), []);
    assert.equal(differences("陈萍说。\n", [["陈萍", "PER"]], file).length, 1);
  });

  test("are names that nothing recognised, where they sound alike and stand beside what names stand beside", () => {
    const file =
      "entities:\n  - {name: 高志远, kind: 人物}\n  - {name: 欧阳汉卿, kind: 人物}\n  - {name: 青石岭茶业, kind: 机构}\n";
    const words = (page: string): string[] => differences(page, [], file).map(([word]) => word as string);
    assert.deepEqual(words("茶农高志园背着竹篓上山。\n"), ["高志园"]);
    assert.deepEqual(words("问起收成，高致远说不错。\n"), ["高致远"]);
    assert.deepEqual(words("欧阳汗卿主持。由青石岭茶叶统一收购。\n"), ["欧阳汗卿"]);
    assert.deepEqual(words("与青石岭茶叶等签约的有高志媛。\n"), ["青石岭茶叶", "高志媛"]);
    assert.deepEqual(words("昨天高\n志园来了。\n"), ["高\n志园"]);
    for (const page of [
      "提高志愿服务水平。\n",
      "茶农高志勇说。\n",
      "茶农商志远说。\n",
      "茶农高志远说。\n",
      "高志的远方。\n",
    ])
      assert.deepEqual(words(page), [], page);
    assert.equal(mended("茶农高志园说。\n", [], file), "茶农高志远说。\n");
  });

  test("are told once, and not where what was recognised there settles it", () => {
    const once = differences("昨天，苏禾添来到工地。\n", [["苏禾添", "PER"]]);
    assert.deepEqual(differences("昨天，苏禾添来到工地。\n", []), once);
    assert.deepEqual(differences("局长苏禾添说。\n", [["苏禾添", "PER", "县财政局局长"]]), []);
    assert.deepEqual(differences("苏禾添纪念馆开馆。\n", [["苏禾添纪念馆", "ORG"]]), []);
    assert.equal(differences("苏禾添说。\n", [["苏禾添说", "PER"]]).length, 1);
  });

  test("of a page of any length are found in one walk", () => {
    assert.equal(differences(`${"茶农苏禾添说，".repeat(5000)}好。\n`, []).length, 5000);
  });

  test("are titles other than the house's, where they stand", () => {
    assert.deepEqual(differences("县水利局副局长苏禾田说。\n", [["苏禾田", "PER", "县水利局副局长"]]), [
      ["县水利局副局长", "本社词库中苏禾田的职务是“云溪县水利局党组书记、局长”，这里是“县水利局副局长”。"],
    ]);
    assert.deepEqual(differences("县水利局局长苏禾田说。\n", [["苏禾田", "PER", "县水利局局长"]]), []);
  });

  test("can be written as the house has them, by who has looked", () => {
    assert.equal(mended("昨天，苏禾添来到工地。\n", [["苏禾添", "PER"]]), "昨天，苏禾田来到工地。\n");
    assert.equal(
      mended("县水利局副局长苏禾田说。\n", [["苏禾田", "PER", "县水利局副局长"]]),
      "云溪县水利局党组书记、局长苏禾田说。\n",
    );
    const file = "entities:\n  - {name: 六沟联治, kind: 提法}\n";
    assert.equal(mended("推行“六沟连治”。\n", [["“六沟连治”", "TERM"]], file), "推行“六沟联治”。\n");
    const all = found("昨天，苏禾添来到工地。\n", [["苏禾添", "PER"]]);
    assert.deepEqual(
      all.map(({ fix, unsettled }) => [fix?.safety, unsettled]),
      [["unsafe", "苏禾添"]],
    );
  });

  test("of a title that stands apart from its name are left to a person, and no title is a name to be added", () => {
    const [apart] = found("苏禾田来了。他是县水利局副局长。\n", [["苏禾田", "PER", "县水利局副局长"]]);
    assert.deepEqual([apart?.fix, apart?.unsettled], [undefined, undefined]);
    const [beside] = found("县水利局副局长苏禾田说。\n", [["苏禾田", "PER", "县水利局副局长"]]);
    assert.equal(beside?.unsettled, undefined);
  });

  test("are seen in names whatever part of the house's title the page gives, in as many words", () => {
    const file = "entities:\n  - {name: 沈廷舟, kind: 人物, role: 省林草局局长}\n";
    const page = "省林草局党组书记、局长沈延舟来了。\n\n局长沈延舟说。\n";
    const { blocks } = layOut(pageOf(page));
    const mentions: Mention[] = [];
    for (const [block, { text }] of blocks.entries()) {
      const start = text.indexOf("沈延舟");
      const role = start < 4 ? "局长" : "省林草局党组书记、局长";
      if (start >= 0)
        mentions.push({ block, start, end: start + 3, type: "PER", text: "沈延舟", entity: "沈延舟", role });
    }
    const all = nameDifferences({ text: page, blocks, mentions, lexicon: house(file), soundAlike });
    assert.deepEqual(
      all.map(({ start, end }) => page.slice(start, end)),
      ["沈延舟", "沈延舟"],
    );
    assert.deepEqual(differences("县水利局副局长沈延舟说。\n", [["沈延舟", "PER", "县水利局副局长"]], file), []);
  });

  test("of titles never cut a fuller one down", () => {
    const file = "entities:\n  - {name: 苏禾田, kind: 人物, role: 云溪县水利局局长}\n";
    const full = "云溪县水利局党组书记、局长";
    assert.deepEqual(differences(`${full}苏禾田说。\n`, [["苏禾田", "PER", full]], file), []);
    const other = "云溪县水利局党组成员、副局长";
    const page = `${other}苏禾田说。\n`;
    assert.equal(differences(page, [["苏禾田", "PER", other]], file).length, 1);
    assert.equal(mended(page, [["苏禾田", "PER", other]], file), page);
  });

  test("are names of bodies too, though the place they begin with is the house's own", () => {
    const file = "entities:\n  - {name: 云溪县, kind: 地名}\n  - {name: 云溪县水利局, kind: 机构}\n";
    const page = "他到云溪县水力局座谈。\n";
    const once = [["云溪县水力局", "“云溪县水力局”与本社词库的“云溪县水利局”只差一字，请核对。"]];
    assert.deepEqual(differences(page, [], file), once);
    assert.deepEqual(differences(page, [["云溪县", "LOC"]], file), once);
    assert.deepEqual(differences(page, [["云溪县水力局", "ORG"]], file), once);
  });
});
