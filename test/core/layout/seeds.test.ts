/** The project's own pages are read as they were set, and together they show what Galley finds. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../../server/core/analyze.ts";
import { DEFAULT_SETTINGS } from "../../../server/core/page/settings.ts";
import { headlineDiffers } from "../../../server/core/rules/by-names/headline-differs.ts";
import { houseWord } from "../../../server/core/rules/house-word.ts";
import { PAGE_RULES } from "../../../server/core/rules/index.ts";
import { interleavedColumns } from "../../../server/core/rules/interleaved-columns.ts";
import { f1, scoreText } from "../../support/score.ts";
import { fixText } from "../../support/short-cuts.ts";
import { type PagePlan, SEED_PAGES, typeset } from "../../support/typesetter/index.ts";

/** The least boundary F1 of each page. */
const BAR = 0.97;

describe("the pages of seeds/", () => {
  const found = new Set<string>();
  for (const plan of SEED_PAGES) {
    test(plan.name, () => {
      const { text, truth } = typeset(plan);
      for (const { rule } of analyze(text).findings) found.add(rule);
      const fixed = fixText(text);
      const score = scoreText(truth, fixed);
      assert.ok(f1(score.boundaries) >= BAR, `boundary F1 ${f1(score.boundaries)}`);
      assert.deepEqual(
        [score.lost, score.added, score.numberBlanks, score.justified, score.radicals],
        [0, 0, 0, 0, 0],
        "characters lost and added; blanks at numbers, stretched lines, radicals left",
      );
      assert.equal(fixText(fixed), fixed);
    });
  }

  test("show what two columns are that were read row by row, once one of them is read so", () => {
    const lines = typeset(SEED_PAGES[0] as PagePlan)
      .text.split("\n")
      .filter((line) => line.trim() !== "");
    const half = lines.length >> 1;
    const across = lines.slice(0, half).flatMap((line, i) => [line, lines[half + i] ?? ""]);
    for (const { rule } of analyze(across.join("\n\n")).findings) if (rule === interleavedColumns.id) found.add(rule);
    assert.ok(found.has(interleavedColumns.id));
  });

  test("show a word that the house does not use, once it has such a list", () => {
    const { text } = typeset(SEED_PAGES[0] as PagePlan);
    const { findings } = analyze(text, { ...DEFAULT_SETTINGS, words: [{ terms: ["记者"] }] });
    for (const { rule } of findings) if (rule === houseWord.id) found.add(rule);
    assert.ok(found.has(houseWord.id));
  });

  test("show a figure that a headline has otherwise, once its digits are swapped there", () => {
    const { text } = typeset(SEED_PAGES.find(({ name }) => name.endsWith("county")) as PagePlan);
    const swapped = fixText(text).replace(/小田变大田.*/, "松荫县建成高标准农田12.3万亩");
    for (const { rule } of analyze(swapped).findings) if (rule === headlineDiffers.id) found.add(rule);
    assert.ok(found.has(headlineDiffers.id));
  });

  test("show every rule at work", () => {
    assert.deepEqual(
      PAGE_RULES.filter(({ id, severity }) => severity !== "off" && !found.has(id)),
      [],
    );
  });
});
