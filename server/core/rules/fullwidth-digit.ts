/** Figures in full-width digits, which newspapers do not set. */

import { isOfFigure, LOOKALIKE, mayHoldLookalike, standFor } from "../tables/look-alike.ts";
import type { Span } from "../text/text.ts";
import type { PageRule } from "./rule.ts";
import { shortened } from "./shortened.ts";

export const fullwidthDigit: PageRule = {
  id: "fullwidth-digit",
  title: { zh: "全角数字", en: "Full-width digits" },
  why: {
    zh: "GB/T 15835-2011 规定阿拉伯数字用半角；同一版面半角、全角混用，检索和统计都会漏掉一半。数里的小数点、千分撇和百分号随数字一起改，免得“３，２００”读成三和二百。",
    en:
      "GB/T 15835-2011 sets Arabic digits half-width; a page with both kinds hides half its figures from a " +
      "search. The decimal point, the comma of thousands and the per cent sign change with their digits, lest " +
      "３，２００ should read as three and two hundred.",
  },
  severity: "warning",
  fixes: ["safe"],
  examples: [
    { page: "⟦５⟧月⟦２０⟧日，⟦１３⟧人参加。\n", fixed: "5月20日，13人参加。\n" },
    { page: "增长⟦１２．５％⟧，产值⟦３，２００⟧元。\n", fixed: "增长12.5%，产值3,200元。\n" },
  ],
  silent: [{ page: "5月20日，Ａ股上涨。\n" }],

  *check({ text }) {
    for (const { start, end } of figuresOf(text)) {
      const run = text.slice(start, end);
      const digits = [...run].map(standFor).join("");
      const shown = shortened(digits);
      yield {
        start,
        end,
        message: {
          zh: `“${shortened(run)}”是全角数字，应为半角“${shown}”`,
          en: `“${shortened(run)}” is full-width: it should be “${shown}”`,
        },
        fix: {
          title: { zh: `改为“${shown}”`, en: `Replace with “${shown}”` },
          safety: "safe",
          // A mark is a look-alike beside its digits only, so the figure is one edit.
          edits: [{ start, end, newText: digits }],
        },
      };
    }
  },
};

/** The runs of full-width digits with the marks that belong to them. */
function figuresOf(text: string): Span[] {
  const figures: { start: number; end: number }[] = [];
  if (!mayHoldLookalike(text)) return figures;
  for (const { index: start, 0: char } of text.matchAll(LOOKALIKE)) {
    if (!isOfFigure(char)) continue;
    const last = figures.at(-1);
    if (last?.end === start) last.end += 1;
    else figures.push({ start, end: start + 1 });
  }
  return figures;
}
