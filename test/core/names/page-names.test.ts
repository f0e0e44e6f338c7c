/** How names are cut out of words that the dictionary got wrong, and what the rest of a page adds to them. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadGazetteer } from "../../../server/core/names/index.ts";
import { withTowns } from "../../../server/core/names/words/with-towns.ts";
import { learned, named, region } from "../../support/mentions.ts";
import { recognisePage } from "../../support/short-cuts.ts";

describe("words cut anew at towns", () => {
  const cut = (text: string): string =>
    withTowns(
      text.split("|").map((word) => {
        const [, own = "", tag = "x"] = /^([^/]*)(?:\/(.*))?$/u.exec(word) ?? [];
        return { word: own, tag };
      }),
      text.replace(/\/\w+|\|/gu, ""),
      region(),
    )
      .map(({ word, tag }) => (tag === "x" ? word : `${word}/${tag}`))
      .join("|");

  for (const [before, after] of [
    ["市柳|河镇/n|北桥|村/n", "市|柳河镇/ns|北桥|村/n"],
    ["柳河|镇北|桥村", "柳河镇/ns|北桥村"],
    ["到/v|柳河镇", "到/v|柳河镇/ns"],
    ["好人|说/v", "好人|说/v"],
    ["杨柳河/n|镇/n", "杨柳河/n|镇/n"],
  ] as const) {
    test(`${before} → ${after}`, () => assert.equal(cut(before), after));
  }
});

describe("persons", () => {
  for (const [text, persons] of [
    ["（记者 蒲晓雁 通讯员 卫东）", ["蒲晓雁", "卫东"]],
    ["县长宋朝阳说，工程按期完工。", ["宋朝阳"]],
    ["名单：王　强　李　敏　周晓岚", ["王　强", "李　敏", "周晓岚"]],
    ["牧民玛依努尔·托合提说，日子有了奔头。", ["玛依努尔·托合提"]],
    ["过去，夏秋茶少有人要。", []],
    ["让更多的游人来云溪看茶。", []],
  ] as const) {
    test(`${text} names ${persons.join(", ") || "nobody"}`, () => assert.deepEqual(named("PER", [text]), persons));
  }
});

describe("places", () => {
  for (const [text, places] of [
    ["中美关系、中法合作都在向前。", ["中", "美", "中", "法"]],
    ["美、英、法三国代表出席。", ["美", "英", "法"]],
    ["展出老、中、青三代艺人的作品。", []],
    ["车间里一台台设备整齐排列。", []],
    ["今年新建公路十二条。", []],
  ] as const) {
    test(`${text} names ${places.join(", ") || "none"}`, () => assert.deepEqual(named("LOC", [text]), places));
  }

  test("a county that its lines show twice is known in every one", () => {
    const texts = ["怀清县的果园丰收了。", "记者在怀清县采访。", "【怀清县】"];
    assert.deepEqual(named("LOC", texts), ["怀清县", "怀清县", "怀清县"]);
  });
});

describe("districts of one name", () => {
  const gazetteer = loadGazetteer("\n95云岭省\n 01青川市\n  02东湖区\n 02南屏市\n  02东湖区\n 03东湖市\n");
  const entities = (...texts: string[]): string[] =>
    recognisePage(
      texts.map((text) => ({ text })),
      { gazetteer, ...learned() },
    ).flatMap(({ type, text, entity }) => (type === "LOC" && text === "东湖区" ? [entity] : []));

  test("are that of the city right before them, and so all over the page", () => {
    const whole = "云岭省南屏市东湖区";
    assert.deepEqual(entities("记者来到东湖区采访。", "南屏市东湖区的居民说好，东湖区还要修路。"), [
      whole,
      whole,
      whole,
    ]);
  });

  test("are left open where the page leaves them open, and never another city's name and a rest", () => {
    assert.deepEqual(entities("记者来到东湖区采访。"), ["东湖区"]);
  });
});

describe("organisations", () => {
  for (const [texts, organisations] of [
    [["近日，云溪县人民法院依法公开审理此案。"], ["云溪县人民法院"]],
    [["云溪县农业农村局局长沈明川作了介绍。"], ["云溪县农业农村局"]],
    [["云溪县县委书记段明远到会。"], ["云溪县县委"]],
    [
      ["云溪县的茶园连成片。", "住茶乡。”云溪县农业农村局局长沈明川说，怀清县自然资源局已发文。"],
      ["云溪县农业农村局", "怀清县自然资源局"],
    ],
    [["监控点位增加36处。"], []],
    [
      ["青川远帆文化投资有限公司（以下简称“远帆文投”）开业。", "远帆文投的门店有三处。"],
      ["青川远帆文化投资有限公司", "远帆文投", "远帆文投"],
    ],
    [
      ["镇里引进青川碧溪茶业股份有限公司。", "碧溪茶业统一收购鲜叶。"],
      ["青川碧溪茶业股份有限公司", "碧溪茶业"],
    ],
  ] as const) {
    test(`${texts.join(" ")} names ${organisations.join(", ") || "none"}`, () =>
      assert.deepEqual(named("ORG", texts), organisations));
  }
});
