/** The gazetteer as one page means it: everyday words, names with and without the peoples in them. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cardFor } from "../../../server/core/cards/card.ts";
import { createRecogniser, type Mention } from "../../../server/core/names/index.ts";
import { loadGazetteer } from "../../../server/core/places/gazetteer.ts";
import { pageGazetteer } from "../../../server/core/places/page-gazetteer.ts";
import { learned, REGION } from "../../support/mentions.ts";

const GIVEN = loadGazetteer(`${REGION} 02海台市
  01山上区 
  02江北区 
 23石溪回族自治州
  21渡头苗族彝族自治县 100桑园镇 200栗坪苗族彝族乡 河湾乡
  22松岭县 200栗坪苗族乡 河口镇
`);
const HOME = { province: "96", prefecture: "9623", county: "" };
const QINGCHUAN = { province: "95", prefecture: "9501", county: "" };

describe("on its page", () => {
  const codes = (name: string, home = HOME, text = ""): (string | undefined)[] =>
    pageGazetteer(GIVEN, home, [text])
      .find(name)
      .map(({ code }) => code);

  test("a district whose short name is a word is meant at home, by its full name, or below its city", () => {
    assert.deepEqual(codes("山上"), []);
    assert.deepEqual(codes("山上", { ...HOME, prefecture: "9602" }), ["960201"]);
    assert.deepEqual(codes("山上区"), ["960201"]);
    assert.deepEqual(codes("江北", HOME, "海台市江北区的游客来了。"), ["960202"]);
    const city = GIVEN.find("海台市")[0];
    assert.deepEqual(
      pageGazetteer(GIVEN, HOME, [])
        .find("江北", city)
        .map(({ code }) => code),
      ["960202"],
    );
    assert.deepEqual(codes("云溪"), ["950121"], "a name that is no word is meant everywhere");
  });

  test("a town of peoples goes by its name without them, at home alone", () => {
    assert.deepEqual(codes("栗坪乡"), ["962321200", "962322200"]);
    assert.deepEqual(codes("栗坪乡", QINGCHUAN), []);
    assert.deepEqual(codes("河湾苗族乡"), ["962321201"]);
    assert.deepEqual(codes("栗坪苗族乡"), ["962322200"], "the one of that very name");
    assert.deepEqual(codes("苗族乡"), []);
  });

  test("an autonomous county or prefecture goes by what is left of it", () => {
    for (const name of ["渡头自治县", "渡头县", "渡头"]) assert.deepEqual(codes(name, QINGCHUAN), ["962321"], name);
    for (const name of ["石溪自治州", "石溪州"]) assert.deepEqual(codes(name, QINGCHUAN), ["962300"], name);
  });
});

describe("a page", () => {
  const page = (texts: readonly string[]) =>
    createRecogniser({ gazetteer: GIVEN, ...learned() }).page(texts.map((text) => ({ text })));
  const places = (texts: readonly string[]): Mention[] =>
    page(texts).hoverMentions.filter(({ type }) => type === "LOC");

  test("has no place where people only go up a hill", () => {
    const found = places(["近日，松岭县的村民从山上下来。", "海东省、松岭县的干部来到渡头自治县。"]);
    assert.deepEqual(
      found.filter(({ text }) => text === "山上"),
      [],
    );
  });

  test("gives a town of peoples the name it is registered by, and the card tells it", () => {
    const texts = ["近日，记者来到渡头自治县栗坪乡采访。", "海东省、松岭县的干部来到渡头自治县。"];
    const { hoverMentions: mentions, home } = page(texts);
    const town = mentions.find(({ text }) => text === "栗坪乡");
    assert.deepEqual([town?.entity, town?.code], ["海东省石溪回族自治州渡头苗族彝族自治县栗坪苗族彝族乡", "962321200"]);
    const blocks = texts.map((text) => ({ text }));
    const facts = (mention: Mention): string[] =>
      cardFor(mention, { blocks, mentions, home }, { gazetteer: GIVEN, locale: "zh" }).facts.map(({ text }) => text);
    assert.equal(town && facts(town)[1], "区划库登记名“栗坪苗族彝族乡”，本页写“栗坪乡”");
    const county = mentions.find(({ text }) => text === "渡头自治县");
    assert.equal(county && facts(county)[1], "区划库登记名“渡头苗族彝族自治县”，本页写“渡头自治县”");
  });

  test("names no county where it speaks of all counties and districts", () => {
    const found = page(["松岭县、石溪州召开会议，各县区党委、市县政府负责人列席。"]).mentions;
    assert.deepEqual(
      found.filter(({ type, entity }) => type === "ORG" && /松岭|石溪/.test(entity)),
      [],
    );
  });
});
