/** Runs of texts and what they are worth as one article. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { countPairs, PairNumbers, pairsOf } from "../../../server/core/articles/character-pairs.ts";
import { type Cohesion, cohesionOf, IMPOSSIBLE } from "../../../server/core/articles/cohesion.ts";
import { WEIGHTS } from "../../../server/core/articles/weights.ts";

/** `closed[t]` is the first text that an article beginning with text `t` cannot hold. */
function cohesionIn(texts: readonly string[], closed: readonly number[]): Cohesion {
  const counts = countPairs(texts.map(pairsOf), new PairNumbers());
  return cohesionOf(counts, Int32Array.from(closed), WEIGHTS);
}

const BRIDGE = ["北桥村修桥，村民过河不再绕路。", "桥修好以后，北桥村的村民过河只要一刻钟。"];
const SCHOOL = ["县实验小学开学，学生领到新书。", "开学那天，县实验小学的学生都领到了新书。"];

test("texts that share their words hang together, others don't, and one alone is worth nothing", () => {
  const cohesion = cohesionIn([...BRIDGE, ...SCHOOL], [4, 4, 4, 4]);
  assert.equal(cohesion.of(0, 1), 0);
  assert.ok(cohesion.of(0, 2) > 0 && cohesion.of(2, 4) > 0);
  assert.ok(cohesion.of(1, 3) < 0);
});

test("a run beyond what closes it cannot be, whatever its words", () => {
  const cohesion = cohesionIn([...BRIDGE, ...SCHOOL], [2, 2, 4, 4]);
  assert.ok(cohesion.of(0, 2) > 0 && cohesion.of(2, 4) > 0);
  for (const [from, to] of [
    [0, 3],
    [0, 4],
    [1, 3],
    [1, 4],
  ] as const)
    assert.equal(cohesion.of(from, to), IMPOSSIBLE);
});

test("needs room for the runs that can be, not for all there are", () => {
  const many = 200_000;
  const texts = new Array<string>(many).fill("");
  const cohesion = cohesionIn(
    texts,
    texts.map((_, t) => t + 1),
  );
  assert.deepEqual([cohesion.of(many - 1, many), cohesion.of(0, many)], [0, IMPOSSIBLE]);
});
