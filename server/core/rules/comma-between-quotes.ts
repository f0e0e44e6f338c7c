/** 、 between two names that have quotes or title marks of their own. */

import type { Block } from "../layout/types.ts";
import { byText } from "./by-text.ts";
import { joinedEdits, pageSpan } from "./joined-edits.ts";
import type { PageRule } from "./rule.ts";

const BETWEEN = /(?<=”)、(?=“)|(?<=》)、(?=《)/gu;

const commasInTexts = byText((text) => [...text.matchAll(BETWEEN)].map(({ index }) => index));

/**
 * GB/T 15834-2011, 4.5.3.5: between items in quotes or title marks 、 is usually not used. Usually is not always, and many
 * papers keep it, so the rule speaks only where a house has chosen so.
 */
export const commaBetweenQuotes: PageRule = {
  id: "comma-between-quotes",
  title: { zh: "引号、书名号之间的顿号", en: "、 between quotes" },
  why: {
    zh: "标有引号或书名号的并列成分之间通常不用顿号（GB/T 15834-2011 第 4.5.3.5 条）。标准说的是“通常”，不少报纸照用，所以这条规则默认不报，按本社体例打开。",
    en:
      "Between items in quotes or title marks 、 is usually left out (GB/T 15834-2011, 4.5.3.5). The standard says usually, " +
      "and many papers keep it, so this rule is off until a house turns it on.",
  },
  severity: "off",
  fixes: ["unsafe"],
  counts: "mark",
  examples: [
    { page: "评出“茶乡”⟦、⟧“果乡”，读了《山路》⟦、⟧《水渠》。\n", fixed: "评出“茶乡”“果乡”，读了《山路》《水渠》。\n" },
  ],
  silent: [{ page: "评出“茶乡”“果乡”（两年一次）、“菜乡”。\n" }],

  *check(analysis) {
    for (const [b, commas] of commasInTexts(analysis.blocks).entries()) {
      const block = analysis.blocks[b] as Block;
      for (const start of commas) {
        const span = { start, end: start + 1 };
        yield {
          ...pageSpan(analysis, block, span),
          message: { zh: "引号、书名号之间通常不用顿号", en: "Between quotes or title marks 、 is usually left out" },
          fix: {
            title: { zh: "删去顿号", en: "Remove 、" },
            safety: "unsafe",
            edits: joinedEdits(analysis, block, span, ""),
          },
        };
      }
    }
  },
};
