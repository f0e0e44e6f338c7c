/** A name or title that is almost as the house's lexicon has it. */

import type { HouseRule } from "../rule.ts";
import { nameDifferences } from "./differences.ts";

export const nameDiffers: HouseRule = {
  id: "name-differs",
  title: { zh: "与本社词库不符", en: "Differs from the house lexicon" },
  why: {
    zh: "人名错一字、职务错一级是见报差错里最重的一类。名称和职务由本社词库（.galley/entities.yaml）定稿，版面上与它只差一字的名称、与它不同的职务，都值得再核对一遍。",
    en:
      "A wrong character in a name, or a wrong rank, is among the gravest errors a newspaper prints. The house " +
      "settles names and titles in its lexicon (.galley/entities.yaml); a name one character off it, or a title " +
      "other than its, deserves a second look.",
  },
  severity: "information",
  fixes: ["unsafe"],
  counts: "important",
  examples: [
    {
      page: "县水利局局长⟦苏禾天⟧昨天到工地看望建设者。\n",
      fixed: "县水利局局长苏禾田昨天到工地看望建设者。\n",
      house: {
        entries: [{ name: "苏禾田", type: "PER", aliases: [], role: "云溪县水利局局长" }],
        names: [{ type: "PER", text: "苏禾天", role: "县水利局局长" }],
      },
    },
    {
      page: "⟦县水利局副局长⟧苏禾田昨天到工地看望建设者。\n",
      fixed: "云溪县水利局局长苏禾田昨天到工地看望建设者。\n",
      house: {
        entries: [{ name: "苏禾田", type: "PER", aliases: [], role: "云溪县水利局局长" }],
        names: [{ type: "PER", text: "苏禾田", role: "县水利局副局长" }],
      },
    },
  ],
  silent: [
    {
      page: "县水利局局长苏禾田和市水利局局长苏禾生到工地看望建设者。\n",
      house: {
        entries: [{ name: "苏禾田", type: "PER", aliases: [], role: "云溪县水利局党组书记、局长" }],
        names: [
          { type: "PER", text: "苏禾田", role: "县水利局局长" },
          { type: "PER", text: "苏禾生", role: "市水利局局长" },
        ],
      },
    },
  ],
  checkHouse: nameDifferences,
};
