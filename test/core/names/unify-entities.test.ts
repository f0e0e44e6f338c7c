/** What names mean from all of the page together, and what a pointer finds; on pages of an invented region. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createRecogniser, type Mention } from "../../../server/core/names/index.ts";
import { learned, mentionsOf, named, region } from "../../support/mentions.ts";

describe("what a name means on its page", () => {
  test("a village is the one that the page gives with its town", () => {
    const texts = [
      "近日，云溪县柳河镇北桥社区党支部书记闫书芳挨家走访。",
      "云溪县北桥社区开展服务，北桥社区已办实事150余件。",
    ];
    assert.deepEqual([...entitiesOf("LOC", texts)], ["云岭省青川市云溪县柳河镇北桥社区"]);
  });

  test("a village of one name in two towns stays what it is", () => {
    const texts = ["云溪县柳河镇北桥村和云溪县石门镇北桥村都通了路。", "随后，大家来到北桥村查看水渠。"];
    assert.ok(entitiesOf("LOC", texts).has("北桥村"));
  });

  test("an office without its county is that of the county named last, also by an office or a village", () => {
    assert.deepEqual(
      [...entitiesOf("ORG", ["云溪县、青川市的代表参加。", "近日，安阜县委召开会议，县委常委会作了部署。"])],
      ["中共安阜县委员会", "中共安阜县委员会常务委员会"],
    );
    const texts = ["云溪县召开会议。", "安阜县石门镇东渠社区传来消息，县纪委监委发放了记录簿。"];
    assert.ok(entitiesOf("ORG", texts).has("中共安阜县纪律检查委员会、安阜县监察委员会"));
  });

  test("a group is its own name without the place that it lies in, a registered company with it", () => {
    const texts = ["青川市云岭集团扩建了厂房，云岭集团上半年增产。", "青川鼎盛生物科技有限公司承建的项目开工。"];
    const entities = entitiesOf("ORG", texts);
    assert.ok(entities.has("云岭集团") && !entities.has("青川市云岭集团"));
    assert.ok(entities.has("青川鼎盛生物科技有限公司"));
  });

  test("a province's satellite channel belongs to its broadcaster", () => {
    assert.deepEqual(
      [...entitiesOf("ORG", ["青川市、云岭省的观众收看了云岭卫视的节目。"])],
      ["云岭广播电视台云岭卫视"],
    );
  });

  test("an old town is a part of the town", () => {
    const texts = ["云溪县、青川市的游客来到柳河古镇。"];
    assert.ok(entitiesOf("LOC", texts).has("云岭省青川市云溪县柳河镇（柳河古镇）"));
  });

  test("characters of a coined term, short titles and epithets belong to the whole", () => {
    const text = "推行“引留用”模式。“引”即引进人才，“留”即留住人才，“用”即用好人才。";
    assert.deepEqual([...entitiesOf("TERM", [text])], ["引留用", "引留用:引", "引留用:留", "引留用:用"]);
    assert.deepEqual([...entitiesOf("TERM", ["编印《溪畔专报》，一期《专报》印三百份。"])], ["《溪畔专报》"]);
    assert.deepEqual(
      [...entitiesOf("TERM", ["描绘“七彩”未来。", "青川市、云溪县携手，打造“七彩”云溪。"])],
      ["七彩云溪"],
    );
  });

  test("a word in quotation marks counts where it stands against a coined one", () => {
    assert.deepEqual([...entitiesOf("TERM", ["这座县城从“煤都”变“氢都”。"])], ["煤都", "氢都"]);
  });
});

describe("under a pointer", () => {
  test("each link of a chain of places is itself", () => {
    const links = hoverMentions(["近日，云溪县柳河镇北桥社区传来消息。"]).filter(({ type }) => type === "LOC");
    assert.deepEqual(
      links.map(({ text, entity, code }) => [text, entity, code]),
      [
        ["云溪县", "云岭省青川市云溪县", "950121"],
        ["柳河镇", "云岭省青川市云溪县柳河镇", "950121100"],
        ["北桥社区", "云岭省青川市云溪县柳河镇北桥社区", undefined],
      ],
    );
  });

  test("a range of dates is one, and words that no list holds are there", () => {
    const texts = ["谋划2023年至2025年的项目，目前已开工六大工程。", "2022年7月初开工。"];
    const found = (mentions: readonly Mention[]): string[] => mentions.map(({ text }) => text);
    assert.deepEqual(found(hoverMentions(texts)), ["2023年至2025年", "目前", "六大", "2022年7月初"]);
    assert.deepEqual(found(mentionsOf(texts)), ["2023年", "2025年", "2022年7月初"]);
  });

  test("a date that a quoted plan begins is a date, and a spirit is no place", () => {
    const texts = ["力争到“十四五”末，建成全国基地。", "青川市、云溪县弘扬云溪精神。"];
    assert.deepEqual(
      hoverMentions(texts).map(({ text, type }) => [type, text]),
      [
        ["DATE", "“十四五”末"],
        ["LOC", "青川市"],
        ["LOC", "云溪县"],
        ["TERM", "云溪精神"],
      ],
    );
  });
});
describe("works and parks", () => {
  const HOME = "云溪县、青川市的代表参加。";

  test("are known by the beginning of their name once the page gives it in full", () => {
    const texts = [HOME, "走进云溪凌湾锂港锂电产业园，机器轰鸣。", "凌湾锂港一期投产，凌湾锂港二期开工。"];
    const later = mentionsOf(texts).filter(({ type, block }) => type === "LOC" && block === 2);
    assert.deepEqual(
      later.map(({ text }) => text),
      ["凌湾锂港", "凌湾锂港"],
    );
  });

  test("that begin as a town of the home region does are places", () => {
    assert.ok(named("LOC", [HOME, "白杨工业园区新修的道路通车了。"]).includes("白杨工业园区"));
  });

  test("keep the company that runs them, what they do, and their own houses", () => {
    assert.ok(named("LOC", [HOME, "云溪县凌湾加氢综合能源站昨天投用。"]).includes("云溪县凌湾加氢综合能源站"));
    assert.ok(named("LOC", ["大家走进云溪湿地公园游客中心参观。"]).includes("云溪湿地公园游客中心"));
  });

  test("a hamlet named by a way of old is a place after its town, a way to it is none", () => {
    assert.ok(named("LOC", [HOME, "建设柳河镇十五里等一批休闲园区。"]).includes("柳河镇十五里"));
    assert.ok(!named("LOC", [HOME, "水库距柳河镇十五里。"]).includes("柳河镇十五里"));
  });
});

describe("words that stand beside a name", () => {
  test("are no part of it", () => {
    assert.deepEqual(named("ORG", ["《溪畔专报》每周报送县委。", "云溪县召开会议，县委作了部署。"]), ["县委", "县委"]);
    assert.deepEqual(named("LOC", ["我们布局建设加油站，推动投运。"]), []);
  });
});

describe("organisations by their number", () => {
  test("are one name with the body that they belong to", () => {
    assert.deepEqual(named("ORG", ["项目由中铁二十三局承建。"]), ["中铁二十三局"]);
  });
});

function entitiesOf(type: Mention["type"], texts: readonly string[]): Set<string> {
  return new Set(mentionsOf(texts).flatMap((mention) => (mention.type === type ? [mention.entity] : [])));
}

function hoverMentions(texts: readonly string[]): readonly Mention[] {
  const resources = { gazetteer: region(), ...learned() };
  return createRecogniser(resources).page(texts.map((text) => ({ text }))).hoverMentions;
}
