/** Explanations of names: they say what was decided, by the code that decided it, and what they add up is what was gone by. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyze } from "../../../server/core/analyze.ts";
import { type NameDecision, NameRecord } from "../../../server/core/names/explain/decision.ts";
import { featureSays } from "../../../server/core/names/explain/says.ts";
import { createRecogniser, type Mention } from "../../../server/core/names/index.ts";
import { anyPage } from "../../support/any-page.ts";
import { learned, realWeights, region } from "../../support/mentions.ts";
import { shippedGazetteer } from "../../support/shipped.ts";

const SEEDS = new URL("../../../seeds/", import.meta.url);
const SEED_PAGES = readdirSync(SEEDS).filter((name) => name.endsWith(".txt"));
const NAMES = new Set(["PER", "LOC", "ORG"]);

const known = { gazetteer: region(), ...learned() };

/** What was decided in the last of the texts of a page about the place where a text stands in it. */
function decisionAt(text: string, ...page: readonly string[]): NameDecision {
  const record = new NameRecord(page.length - 1);
  createRecogniser(known).page(
    page.map((own) => ({ text: own })),
    record,
  );
  return record.at(page.at(-1)?.indexOf(text) ?? 0);
}

function assertEqualSums(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);
}

function sumOf(terms: readonly { readonly nats: number }[]): number {
  return terms.reduce((sum, { nats }) => sum + nats, 0);
}

/** What holds of every explanation. */
function assertSound({ candidates, costOfNone }: NameDecision): void {
  for (const { features, page, score, chosen, cost } of candidates) {
    assertEqualSums(sumOf(features) + sumOf(page), score);
    if (chosen) assertEqualSums(cost ?? 1, 0);
    else assert.ok((cost ?? 0) > -1e-6, `another candidate is better by ${-(cost ?? 0)}`);
  }
  assert.ok(costOfNone > -1e-6);
  assert.ok(candidates.filter(({ chosen }) => chosen).length <= 1);
  if (!candidates.some(({ chosen }) => chosen)) assertEqualSums(costOfNone, 0);
}

/** That a mention is what the explanation of its first character says. */
function assertAgrees(decision: NameDecision, { start, end, type, text, entity, code }: Mention): void {
  const chosen = decision.candidates.find((candidate) => candidate.chosen);
  const name = decision.joined ?? chosen;
  assert.deepEqual([name?.start, name?.end, name?.type], [start, end, type], text);
  assert.equal(decision.dropped, undefined, text);
  const meaning = decision.meanings.at(-1);
  assert.deepEqual([meaning?.entity, meaning?.code], [entity, code], text);
}

describe("an explanation of names", () => {
  const shipped = { gazetteer: shippedGazetteer(), ...learned() };
  for (const name of SEED_PAGES) {
    test(`says of every name of ${name} what is listed, and that nothing else was cheaper`, () => {
      const { blocks } = analyze(readFileSync(new URL(name, SEEDS), "utf8"));
      const recogniser = createRecogniser(shipped, "whole");
      const { mentions } = recogniser.page(blocks);
      for (const block of new Set(mentions.map((mention) => mention.block))) {
        const record = new NameRecord(block);
        assert.deepEqual(recogniser.page(blocks, record).mentions, mentions, "recording changes nothing");
        for (const mention of mentions) {
          if (mention.block !== block || !NAMES.has(mention.type)) continue;
          const decision = record.at(mention.start);
          assertSound(decision);
          assertAgrees(decision, mention);
        }
      }
    });
  }

  test("lists the candidates with their features, the strongest first, and the set that was chosen", () => {
    const { candidates, names, costOfNone } = decisionAt("柏长河", "县水务局局长柏长河介绍，河道已清理12公里。");
    const [chosen, ...others] = candidates;
    assert.deepEqual([chosen?.text, chosen?.type, chosen?.chosen], ["柏长河", "PER", true]);
    const strengths = chosen?.features.map(({ nats }) => Math.abs(nats)) ?? [];
    assert.ok(strengths.length > 1);
    assert.deepEqual(
      strengths,
      [...strengths].sort((a, b) => b - a),
    );
    assert.ok(others.every((other) => !other.chosen));
    assert.ok(costOfNone > 0);
    assert.ok(names.some(({ text, type }) => text === "柏长河" && type === "PER"));
  });

  test("says what the page adds: a name clear in one place is known in all", () => {
    const clear = "县水务局局长柏长河介绍，河道已清理12公里。";
    const page = decisionAt("柏长河", clear, "今天柏长河又来了。").candidates[0]?.page ?? [];
    const alone = decisionAt("柏长河", "今天柏长河又来了。").candidates[0]?.page ?? [];
    assert.ok(page.some(({ reason }) => reason === "known"));
    assert.ok(!alone.some(({ reason }) => reason === "known"));
  });

  test("says what names side by side were joined to", () => {
    const decision = decisionAt("云溪县", "他住在云溪县柳河镇北桥社区。");
    assert.deepEqual(decision.joined?.text, "云溪县柳河镇北桥社区");
    assert.equal(decision.candidates.find(({ chosen }) => chosen)?.text, "云溪县");
    assert.equal(decision.meanings.at(-1)?.entity, "云岭省青川市云溪县柳河镇北桥社区");
  });

  test("says why a chosen name is none", () => {
    assert.equal(decisionAt("文化广场", "“文化广场”建成，大家都来跳舞。").dropped, "catchword");
    assert.equal(decisionAt("五回村", "他在外多年，于三月初五回村。").dropped, "number");
  });

  test("says by which step a name came to its meaning", () => {
    const { meanings } = decisionAt("石门镇", "青川市云溪县石门镇今年丰收。", "石门镇的茶农都说好。");
    assert.deepEqual(
      meanings.map(({ step, entity }) => [step, entity]),
      [["own", "云岭省青川市云溪县石门镇"]],
    );
    const unified = decisionAt("北桥社区", "云溪县柳河镇北桥社区办起食堂。", "北桥社区的老人都说好。").meanings;
    assert.deepEqual(
      unified.map(({ step }) => step),
      ["own", "unified"],
    );
  });

  test("has nothing to say where nothing looks like a name", () => {
    const { candidates, names, meanings, costOfNone } = decisionAt("，", "河水清了，鱼也回来了。");
    assert.deepEqual([candidates, names, meanings, costOfNone], [[], [], [], 0]);
  });

  test("holds of any place of any page", () => {
    const recogniser = createRecogniser(known, "whole");
    fc.assert(
      fc.property(anyPage, fc.nat(5), fc.nat(40), (text, block, offset) => {
        const { blocks } = analyze(text);
        const record = new NameRecord(block);
        recogniser.page(blocks, record);
        assertSound(record.at(offset));
      }),
      { numRuns: 60 },
    );
  });
});

describe("every family of features", () => {
  test("has words", () => {
    const features = [...realWeights().keys()].filter((feature) => !feature.startsWith("pair="));
    const silent = new Set(features.filter((feature) => !featureSays(feature)).map((feature) => feature.split("=")[0]));
    assert.deepEqual([...silent], []);
  });
});
