/** The house's lexicon over a page's mentions. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { withLexicon } from "../../../server/core/house/recognise.ts";
import type { Mention } from "../../../server/core/page/mention.ts";
import { house, mention } from "./stock.ts";

const shown = (mentions: readonly Mention[]): string[] =>
  mentions.map(({ type, text, entity }) => `${type} ${text}=${entity}`);

describe("the lexicon over a page's mentions", () => {
  const over = (texts: readonly string[], mentions: readonly Mention[] = [], breaks?: (text: string) => Set<number>) =>
    shown(
      withLexicon(
        texts.map((text) => ({ text })),
        mentions,
        house(),
        breaks,
      ),
    );

  test("finds what nobody recognised, by name and by alias", () => {
    assert.deepEqual(over(["鹿鸣氢港投产，苏局长到场。", "苏禾田说"]), [
      "ORG 鹿鸣氢港=鹿鸣氢港",
      "PER 苏局长=苏禾田",
      "PER 苏禾田=苏禾田",
    ]);
  });

  test("corrects kind and extent, and keeps the office that the page gives", () => {
    const texts = ["局长苏禾田说鹿鸣氢港好"];
    const mentions = [
      mention(texts, "苏禾田", "PER", { role: "局长" }),
      mention(texts, "鹿鸣", "LOC"),
      mention(texts, "氢港好", "PER"),
    ];
    assert.deepEqual(over(texts, mentions), ["PER 苏禾田=苏禾田", "ORG 鹿鸣氢港=鹿鸣氢港"]);
    const [first] = withLexicon([{ text: texts[0] ?? "" }], mentions, house());
    assert.equal(first?.role, "局长");
  });

  test("leaves a longer name whole, and terms that hold names", () => {
    const texts = ["石门镇卫生院的“石门镇模式”"];
    const mentions = [mention(texts, "石门镇卫生院", "ORG"), mention(texts, "“石门镇模式”", "TERM")];
    assert.deepEqual(over(texts, mentions), [
      "ORG 石门镇卫生院=石门镇卫生院",
      "TERM “石门镇模式”=“石门镇模式”",
      "LOC 石门镇=石门镇",
    ]);
  });

  test("takes two characters for a name only where they are a word", () => {
    const lexicon = house("entities:\n  - {name: 中阳, kind: place}\n");
    const breaks = (text: string) => new Set(text.startsWith("集中") ? [0, 2, 4] : [0, 1, 3]);
    const found = (text: string) => shown(withLexicon([{ text }], [], lexicon, breaks));
    assert.deepEqual(found("集中阳光"), []);
    assert.deepEqual(found("到中阳"), ["LOC 中阳=中阳"]);
  });

  test("gives an entity the name that the house has for it", () => {
    const lexicon = house("entities:\n  - {name: 云岭省水利厅, kind: 机构, aliases: [省水利厅]}\n");
    const texts = ["省水利厅来人"];
    const found = withLexicon(
      [{ text: texts[0] ?? "" }],
      [mention(texts, "省水利厅", "ORG", { entity: "水利厅" })],
      lexicon,
    );
    assert.deepEqual(shown(found), ["ORG 省水利厅=云岭省水利厅"]);
  });

  test("keeps mentions in order and names apart, whatever the page", () => {
    const chars = fc.string({ unit: fc.constantFrom(..."苏禾田局长老头鹿鸣氢港石门镇“”"), maxLength: 30 });
    fc.assert(
      fc.property(
        chars,
        fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 6 }), fc.constantFrom("PER", "ORG", "LOC", "DATE"))),
        (text, spans) => {
          let done = 0;
          const mentions: Mention[] = [];
          for (const [skip, length, type] of spans) {
            const start = done + (skip % 4);
            done = start + length;
            if (done > text.length) break;
            mentions.push({
              block: 0,
              start,
              end: done,
              type: type as Mention["type"],
              text: text.slice(start, done),
              entity: "x",
            });
          }
          const found = withLexicon([{ text }], mentions, house());
          let end = 0;
          for (const one of found) {
            assert.equal(one.text, text.slice(one.start, one.end));
            assert.ok(one.start >= end, "names do not overlap");
            end = one.end;
          }
        },
      ),
    );
  });
});
