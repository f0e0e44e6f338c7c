/** No single weight carries the layout: pages keep their paragraphs while all weights are shaken. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { layOut } from "../../../server/core/layout/index.ts";
import { WEIGHTS, type Weights } from "../../../server/core/layout/weights.ts";
import { pageOf } from "../../../server/core/text/text.ts";
import { f1, scoreText, sumScores } from "../../support/score.ts";
import { randomFrom, SEED_PAGES, typeset } from "../../support/typesetter/index.ts";

const pages = SEED_PAGES.map(typeset);

function boundaryF1(weights: Weights): number {
  const scores = pages.map(({ text, truth }) => {
    const { blocks } = layOut(pageOf(text), false, weights);
    return scoreText(truth, blocks.map((block) => block.text).join("\n\n"));
  });
  return f1(sumScores(scores).boundaries);
}

/** All weights times 0.8 … 1.25, each by its own chance. */
function shaken(seed: number): Weights {
  const random = randomFrom(seed);
  const entries = Object.entries(WEIGHTS).map(([name, nats]) => [name, nats * 0.8 * 1.5625 ** random.next()]);
  return Object.fromEntries(entries) as Weights;
}

describe("shaken weights", () => {
  const steady = boundaryF1(WEIGHTS);
  test("the weights as they are find the paragraphs", () => assert.ok(steady >= 0.98, `F1 ${steady}`));
  for (let seed = 1; seed <= 8; seed += 1) {
    test(`shake ${seed} stays within 0.02`, () => {
      const f = boundaryF1(shaken(seed));
      assert.ok(f >= steady - 0.02, `F1 ${f}, steady ${steady}`);
    });
  }
});
