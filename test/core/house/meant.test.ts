/** What the house's entries stand for on a page: the very place or body that the page without them was found to name. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cardFor } from "../../../server/core/cards/card.ts";
import { cardWithEntry } from "../../../server/core/cards/with-entry.ts";
import type { Lexicon } from "../../../server/core/house/index.ts";
import { withLexicon } from "../../../server/core/house/recognise.ts";
import { createRecogniser } from "../../../server/core/names/index.ts";
import { learned, region } from "../../support/mentions.ts";
import { countedVillages } from "../../support/villages.ts";
import { house, mention } from "./stock.ts";

const AT_HOME = "青川市、云岭省的干部参加，安阜县作了介绍。";
const CHAIN = "近日，云溪县柳河镇北桥社区传来消息。";
const FILE = "entities:\n  - {name: 北桥社区, kind: place, aliases: [老北桥], note: 老城所在}\n";
const NONE = "entities: []\n";

describe("an entry of a place", () => {
  const read = (texts: readonly string[], lexicon: Lexicon) => {
    const blocks = texts.map((text) => ({ text }));
    const { source: villages } = countedVillages();
    const { home, ...found } = createRecogniser({ gazetteer: region(), ...learned(), villages }).page(blocks);
    const mentions = withLexicon(blocks, found.mentions, lexicon);
    const hoverMentions = withLexicon(blocks, found.hoverMentions, lexicon);
    const card = (words: string) => {
      const under = hoverMentions.find(({ text }) => text === words);
      assert.ok(under, words);
      const own = cardFor(
        under,
        { blocks, mentions: hoverMentions, home },
        { gazetteer: region(), villages, locale: "zh" },
      );
      const entry = lexicon.find(under.type, under.entity);
      return entry ? cardWithEntry(own, entry, "zh") : own;
    };
    return { mentions, card };
  };
  const entities = (texts: readonly string[], words: string, file = FILE) =>
    read(texts, house(file))
      .mentions.filter(({ text }) => text.endsWith(words))
      .map(({ entity, code }) => [entity, code]);

  test("is one entity with what it was found to be, under the house's name, and keeps the code", () => {
    const one = ["北桥社区", "950121100001"];
    assert.deepEqual(entities([CHAIN, `干部来到北桥社区。${AT_HOME}`], "北桥社区"), [one, one]);
    assert.deepEqual(entities([CHAIN, AT_HOME], "北桥社区"), [one]);
  });

  test("adds to the card and takes nothing from it", () => {
    for (const texts of [
      [CHAIN, AT_HOME],
      [CHAIN, `干部来到北桥社区。${AT_HOME}`],
      ["近日，北桥社区传来消息。", AT_HOME],
      ["云溪县、云溪县、云溪县、青川市的干部来到北桥社区。"],
    ]) {
      const without = read(texts, house(NONE)).card("北桥社区");
      const card = read(texts, house(FILE)).card("北桥社区");
      assert.deepEqual(card, { ...without, facts: [...card.facts.slice(0, 2), ...without.facts] });
      assert.deepEqual(
        card.facts.slice(0, 2).map(({ text }) => text),
        ["又作：老北桥", "老城所在"],
      );
    }
  });

  test("is the one that the page calls by the name alone, and none of several where the page doesn't tell", () => {
    const texts = ["干部来到柳河镇北桥社区和东街街道北桥社区。", "对北桥社区逐户排查。"];
    const one = mention(texts, "柳河镇北桥社区", "LOC", { entity: "云溪县柳河镇北桥社区", code: "950121100001" });
    const other = mention(texts, "东街街道北桥社区", "LOC", { entity: "青岩区东街街道北桥社区", code: "950102001001" });
    const alone = { ...mention(texts, "对北桥社区", "LOC"), start: 1, text: "北桥社区" };
    const blocks = texts.map((text) => ({ text }));
    const found = (...mentions: Parameters<typeof withLexicon>[1]) =>
      withLexicon(blocks, mentions, house(FILE)).map(({ entity, resolved }) => [entity, resolved]);
    const { entity, code = "" } = one;
    assert.deepEqual(found(one, other, { ...alone, entity, code }), [
      ["北桥社区", entity],
      [other.entity, undefined],
      ["北桥社区", entity],
    ]);
    assert.deepEqual(found(one, other, { ...alone, entity: "北桥社区" }), [
      [entity, undefined],
      [other.entity, undefined],
      ["北桥社区", undefined],
    ]);
  });

  test("gives its other names what is known of it", () => {
    const { mentions, card } = read([CHAIN, `大家说起老北桥。${AT_HOME}`], house(FILE));
    const other = mentions.find(({ text }) => text === "老北桥");
    assert.deepEqual([other?.entity, other?.code], ["北桥社区", "950121100001"]);
    assert.match(
      card("老北桥")
        .facts.map(({ text }) => text)
        .join(),
      /柳河镇（950121100） › 北桥居委会/,
    );
  });

  test("of a county is its short name's and its chain's too", () => {
    const file = "entities:\n  - {name: 云溪县, kind: place}\n";
    const texts = [`青川市云溪县传来消息。云溪干部到云溪县城，安阜也来了。${AT_HOME}`];
    const found = entities(texts, "", file).filter(([, code]) => code === "950121");
    assert.ok(found.length >= 2);
    for (const [entity] of found) assert.equal(entity, "云溪县");
  });

  test("of a body that says only its level is the same body's in full", () => {
    const file = "entities:\n  - {name: 省水利厅, kind: 机构}\n";
    const texts = [`云岭省水利厅、省水利厅的干部到云溪县。${AT_HOME}`];
    assert.deepEqual(
      entities(texts, "省水利厅", file).map(([entity]) => entity),
      ["省水利厅", "省水利厅"],
    );
    const facts = (lexicon: Lexicon) =>
      read(texts, lexicon)
        .card("省水利厅")
        .facts.map(({ text }) => text);
    assert.deepEqual(
      facts(house(file)).filter((text) => facts(house(NONE)).includes(text)),
      facts(house(NONE)),
    );
  });
});
