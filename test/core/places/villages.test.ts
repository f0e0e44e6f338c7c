/** Villages and communities: how their data is read, what a page can mean by a name, and which of several it means. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cardFor } from "../../../server/core/cards/card.ts";
import { cardMarkdown } from "../../../server/core/cards/markdown.ts";
import type { Card } from "../../../server/core/cards/types.ts";
import { createRecogniser, type Mention } from "../../../server/core/names/index.ts";
import { chooseVillage } from "../../../server/core/places/village-choice.ts";
import { parseVillages, villageName } from "../../../server/core/places/villages.ts";
import { learned, region } from "../../support/mentions.ts";
import { countedVillages, VILLAGES } from "../../support/villages.ts";

describe("a province's villages", () => {
  const villages = parseVillages(VILLAGES);
  const codes = (name: string, loosely?: boolean): string[] => villages.find(name, loosely).map(({ code }) => code);

  test("have their town's code and three digits more, counted on where none are written", () => {
    assert.equal(villages.count, 16);
    assert.deepEqual(villages.find("青石沟村"), [{ name: "青石沟村民委员会", code: "950121100010" }]);
    assert.deepEqual(codes("柳树屯村"), ["950121101002"]);
    assert.deepEqual(codes("松林村"), ["950122101201"]);
  });

  test("may begin with a figure, which is then no part of the code", () => {
    assert.deepEqual(villages.find("309厂社区"), [{ name: "309厂社区", code: "950121100011" }]);
    assert.deepEqual(codes("石村"), ["950121100012"]);
  });

  test("are none in text that has none", () => {
    for (const text of ["", "\n", "# 注", "云溪县 北桥社区", "950121100", "950121100  ", "\u0000"]) {
      const found = parseVillages(text);
      for (const name of ["北桥社区", "", "村", " ", "950121100"]) assert.deepEqual(found.find(name), [], text);
    }
  });
});

describe("a village's name without its kind", () => {
  for (const [bare, kind, names] of [
    [
      "北桥",
      "community",
      ["北桥社区", "北桥居委会", "北桥社区居委会", "北桥社区居民委员会", "北桥居民区", "北桥居民委员会"],
    ],
    ["北桥", "community", ["北桥社区（新）", "北桥社区居民委会", "北桥居委会会", "北桥社区居委", "北桥社区村民委员会"]],
    ["沙湾", "village", ["沙湾村", "沙湾村委会", "沙湾村村委会", "沙湾村民委员会", "沙湾村村民委员会", "沙湾村委"]],
    ["河滩", "gacha", ["河滩嘎查", "河滩嘎查村委会", "河滩嘎查村民委员会", "河滩嘎查委员会"]],
    ["王庄", "plain", ["王庄"]],
    ["社区", "plain", ["社区"]],
    ["村", "plain", ["村"]],
  ] as const) {
    for (const name of names)
      test(`${name}: ${bare}, ${kind}`, () => assert.deepEqual(villageName(name), { bare, kind }));
  }
});

describe("what a page can mean", () => {
  const villages = parseVillages(VILLAGES);
  const names = (name: string, loosely?: boolean): string[] =>
    villages.find(name, loosely).map((village) => village.name);

  test("by a community is whatever runs one of the name", () => {
    const all = ["北桥社区居委会", "北桥居委会", "北桥社区居民委员会", "北桥社区", "北桥社区"];
    for (const name of ["北桥社区", "北桥居委会", "北桥居民区"]) assert.deepEqual(names(name), all, name);
    assert.deepEqual(names("北桥村"), []);
    assert.deepEqual(names("桥社区"), []);
  });

  test("by a village is one, and only loosely a community that it has become", () => {
    assert.deepEqual(names("沙湾村"), ["沙湾村村委会", "沙湾村委会"]);
    assert.deepEqual(names("沙湾村", true), ["沙湾村村委会", "沙湾村委会", "沙湾居委会"]);
    assert.deepEqual(names("竹园村"), []);
    assert.deepEqual(names("竹园村", true), ["竹园村居委会"]);
    assert.deepEqual(names("沙湾社区"), ["沙湾居委会"]);
  });

  test("by a name that says no kind is a village, and by one that doubles its 村 the same", () => {
    assert.deepEqual(names("柳树屯"), ["柳树屯村委会"]);
    assert.deepEqual(names("石村"), ["石村村委会"]);
    assert.deepEqual(names("石村村"), ["石村村委会"]);
    assert.deepEqual(names("河滩嘎查"), ["河滩嘎查"]);
  });
});

describe("the village that is meant", () => {
  const none = { province: "95", prefecture: "9501", county: "" };
  const choose = (name: string, home = none) =>
    chooseVillage(name, { gazetteer: region(), home, villages: countedVillages().source });
  const codes = (found: ReturnType<typeof choose>) => found?.others.map(({ code }) => code);

  test("lies in the town or county that the name gives", () => {
    const found = choose("云溪县柳河镇北桥社区");
    assert.deepEqual([found?.chosen?.code, found?.by, found?.written], ["950121100001", "path", "北桥社区"]);
    assert.deepEqual(codes(found), ["950102001001", "950122100001", "950122101200"], "those of the home prefecture");
    assert.equal(choose("云溪县北桥社区")?.chosen?.code, "950121100001");
    assert.equal(choose("南屏区北桥社区")?.chosen?.code, "950201001001");
  });

  test("else in the home county, else in the home prefecture", () => {
    const home = { ...none, county: "950121" };
    assert.deepEqual([choose("北桥社区", home)?.chosen?.code, choose("北桥社区", home)?.by], ["950121100001", "home"]);
    assert.equal(choose("青石沟村")?.chosen?.code, "950121100010");
    assert.equal(choose("溪口村"), undefined, "another prefecture's is not looked for");
  });

  test("is none where several are equal", () => {
    const found = choose("北桥社区");
    assert.equal(found?.chosen, undefined);
    assert.equal(found?.within.name, "青川市");
    assert.equal(found?.others.length, 4);
    assert.equal(choose("安阜县北桥社区")?.chosen, undefined);
    assert.deepEqual(codes(choose("安阜县北桥社区")), ["950122100001", "950122101200"]);
  });

  test("is one that has become a community only where there is no village of the name", () => {
    assert.equal(choose("安阜县竹园村")?.chosen?.name, "竹园村居委会");
    assert.equal(choose("安阜县沙湾村")?.chosen?.name, "沙湾居委会");
    assert.equal(choose("云溪县柳河镇沙湾村")?.chosen?.name, "沙湾村村委会");
  });

  test("is not in another town than the one named, but that town is told", () => {
    const found = choose("云溪县石门镇青石沟村");
    assert.deepEqual([found?.chosen, found?.elsewhere, codes(found)], [undefined, true, ["950121100010"]]);
  });

  test("is none for what is no village's name, and nothing is asked then", () => {
    const { source, asked } = countedVillages();
    const context = { gazetteer: region(), home: none, villages: source };
    for (const name of ["云溪县", "柳河镇", "青川市", "云溪水库", "王庄", "海东省海陵市望潮县北桥社区", "", "村"])
      assert.equal(chooseVillage(name, context), undefined, name);
    assert.equal(
      chooseVillage("北桥社区", { ...context, home: { province: "", prefecture: "", county: "" } }),
      undefined,
    );
    assert.deepEqual(asked, []);
  });
});

const AT_HOME = "青川市、云岭省的干部参加，安阜县作了介绍。";

describe("a page's villages", () => {
  test("have their code and the path to them for their name", () => {
    const [village] = placesOf(["近日，云溪县北桥社区传来消息。", AT_HOME]);
    assert.deepEqual(
      [village?.entity, village?.code, village?.chosenBy],
      ["云岭省青川市云溪县柳河镇北桥社区", "950121100001", "path"],
    );
    const alone = placesOf(["近日，青石沟村传来消息。", AT_HOME])[0];
    assert.deepEqual([alone?.entity, alone?.chosenBy], ["云岭省青川市云溪县柳河镇青石沟村", "home"]);
  });

  test("are one where the page names the same one with and without its town", () => {
    const found = placesOf(["近日，云溪县柳河镇北桥社区传来消息。", `干部来到北桥社区。${AT_HOME}`]);
    const codes = found.filter(({ text }) => text.endsWith("北桥社区")).map(({ code }) => code);
    assert.deepEqual(codes, ["950121100001", "950121100001"]);
  });

  test("stay without a code where several are equal", () => {
    const [village] = placesOf(["近日，北桥社区传来消息。", AT_HOME]);
    assert.deepEqual([village?.entity, village?.code], ["北桥社区", undefined]);
  });

  test("are those of the town or county that is named before them in the paragraph", () => {
    const codeOf = (text: string) => placesOf([text, AT_HOME]).find((place) => place.text === "北桥社区")?.code;
    assert.equal(codeOf("近日，云溪县柳河镇组织党员，对北桥社区逐户排查。"), "950121100001");
    assert.equal(codeOf("近日，安阜县石门镇来了干部。又到北桥社区排查。"), "950122100001");
    assert.equal(codeOf("近日，云溪县的党员来了，对北桥社区逐户排查。"), "950121100001");
    assert.equal(codeOf("近日，安阜县的党员来了，对北桥社区逐户排查。"), undefined, "two in that county");
    assert.equal(codeOf("近日，南屏区的党员来了，对北桥社区逐户排查。"), undefined);
  });

  test("are asked for only where a page at home there names one", () => {
    for (const [texts, asked] of [
      [["近日，云溪县柳河镇传来消息。", AT_HOME], []],
      [["近日，北桥社区传来消息。"], []],
      [["近日，青石沟村传来消息。", AT_HOME], ["95"]],
    ] as const) {
      const { source, asked: provinces } = countedVillages();
      const recogniser = createRecogniser({ gazetteer: region(), ...learned(), villages: source });
      recogniser.page(texts.map((text) => ({ text })));
      assert.deepEqual([...new Set(provinces)], asked, texts[0]);
    }
  });
});

describe("the card of a village", () => {
  const near = ["近日，云溪县柳河镇北桥社区传来消息。", AT_HOME];
  const facts = (card: Card): string[] => card.facts.map(({ text }) => text);
  const doubts = (card: Card): string[] => card.doubts.map(({ text }) => text);

  test("has its path, its registered name where the page writes another, its code and its namesakes", () => {
    const card = cardOf("北桥社区", near);
    assert.deepEqual(facts(card), [
      "云岭省（950000） › 青川市（950100） › 云溪县（950121） › 柳河镇（950121100） › 北桥居委会（950121100001）",
      "区划库登记名“北桥居委会”，本页写“北桥社区”",
      "行政区划代码 950121100001（村级），按本页层级取此",
      "同名：青川市内另有 3 个“北桥社区”：青岩区东街街道 950102001001、安阜县石门镇 950122100001、安阜县城西镇 950122101200",
    ]);
    assert.deepEqual(card.doubts, []);
  });

  test("says that the home region chose it, and leaves namesakes to the editor then", () => {
    const card = cardOf("沙湾社区", ["近日，沙湾社区传来消息。", AT_HOME]);
    assert.match(facts(card).at(-1) ?? "", /按本页地域取此$/);
    const home = ["云溪县、云溪县、云溪县、青川市的干部来到北桥社区。"];
    const doubted = cardOf("北桥社区", home);
    assert.match(facts(doubted).at(-1) ?? "", /950121100001（村级），按本页地域取此$/);
    assert.match(doubts(doubted).join(), /^同名：青川市内另有 3 个/);
  });

  test("names those among which the page doesn't tell, and none of them first", () => {
    const card = cardOf("北桥社区", ["近日，北桥社区传来消息。", AT_HOME]);
    assert.deepEqual(card.facts, []);
    assert.match(doubts(card)[0] ?? "", /^青川市有 4 个“北桥社区”，本页看不出是哪一个：青岩区东街街道 950102001001、/);
  });

  test("says where the county has it, if not in the town that the page names", () => {
    const card = cardOf("青石沟村", ["近日，云溪县石门镇青石沟村传来消息。", AT_HOME]);
    assert.match(facts(card)[0] ?? "", /石门镇（950121101）$/);
    assert.deepEqual(doubts(card), ["区划库里石门镇没有“青石沟村”，同县有：云溪县 950121100010。"]);
  });

  test("says that none of the name is registered where the page has it", () => {
    const card = cardOf("西渠社区", ["近日，云溪县西渠社区传来消息。", AT_HOME]);
    assert.match(facts(card)[1] ?? "", /^其下没有登记“西渠社区”/);
  });

  test("is of none at home where a list names it with another town's", () => {
    const card = cardOf("青石沟村", ["近日，安阜县石门镇北桥社区、青石沟村传来消息。", AT_HOME]);
    assert.doesNotMatch(facts(card).join(), /950121100010/);
    assert.match(doubts(card).join(), /^本页没有写明是哪里的“青石沟村”/);
  });

  test("is of none at home where the page speaks of others of the name", () => {
    const others = "云溪县、云溪县、云溪县、云溪县、青川市的干部来到安阜县石门镇北桥社区和青岩区东街街道北桥社区。";
    const card = cardOf("北桥社区", ["大家又说起北桥社区。", others]);
    assert.doesNotMatch(facts(card).join(), /9501211/);
    assert.match(doubts(card).join(), /^青川市有 4 个“北桥社区”，本页看不出是哪一个：云溪县柳河镇 950121100001、/);
  });

  test("shows four namesakes at most", () => {
    const towns = ["950102001", "950102100", "950121100", "950121101", "950121200", "950122100"];
    const data = towns.map((town) => `${town} 北桥社区`).join("\n");
    assert.match(facts(cardOf("北桥社区", near, "zh", data)).at(-1) ?? "", /另有 5 个.*(?:、.*){3}等 5 处$/);
  });

  test("is a dozen lines at most, in the reader's language, the registered name in bold", () => {
    const source = { name: "region", version: "1", date: "2023-06-30" };
    const zh = cardMarkdown(cardOf("北桥社区", near), "zh", source).split("\n\n");
    assert.ok(zh.length <= 12);
    assert.match(zh[1] ?? "", /› \*\*北桥居委会\*\*（950121100001）$/);
    const en = cardMarkdown(cardOf("北桥社区", near, "en"), "en", source);
    assert.match(en, /Registered as “北桥居委会”, the page writes “北桥社区”/);
    assert.match(en, /Same name: 3 more “北桥社区” in 青川市: 青岩区东街街道 950102001001, /);
  });
});

function placesOf(texts: readonly string[]): readonly Mention[] {
  const villages = countedVillages().source;
  const { mentions } = createRecogniser({ gazetteer: region(), ...learned(), villages }).page(
    texts.map((text) => ({ text })),
  );
  return mentions.filter(({ type }) => type === "LOC");
}

function cardOf(text: string, texts: readonly string[], locale: "zh" | "en" = "zh", data = VILLAGES): Card {
  const blocks = texts.map((block) => ({ text: block }));
  const villages = countedVillages(data).source;
  const page = createRecogniser({ gazetteer: region(), ...learned(), villages }).page(blocks);
  const mention = page.hoverMentions.find((one) => one.text === text);
  assert.ok(mention, `no mention of ${text}`);
  return cardFor(
    mention,
    { blocks, mentions: page.hoverMentions, home: page.home },
    { gazetteer: region(), villages, locale },
  );
}
