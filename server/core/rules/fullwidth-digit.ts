/** Full-width digits, which newspapers do not set. */

import { standFor } from "../tables/look-alike.ts";
import type { PageRule } from "./rule.ts";

const RUN = /[０-９]+/gu;

export const fullwidthDigit: PageRule = {
  id: "fullwidth-digit",
  title: { zh: "全角数字", en: "Full-width digits" },
  why: {
    zh: "GB/T 15835-2011 规定阿拉伯数字用半角；同一版面半角、全角混用，检索和统计都会漏掉一半。",
    en: "GB/T 15835-2011 sets Arabic digits half-width; a page with both kinds hides half its figures from a search.",
  },
  severity: "warning",
  fixes: ["safe"],
  examples: [{ page: "⟦５⟧月⟦２０⟧日，⟦１３⟧人参加。\n", fixed: "5月20日，13人参加。\n" }],
  silent: [{ page: "5月20日，Ａ股上涨。\n" }],

  *check({ text }) {
    for (const { index: start, 0: run } of text.matchAll(RUN)) {
      const digits = [...run].map(standFor).join("");
      const end = start + run.length;
      yield {
        start,
        end,
        message: {
          zh: `“${run}”是全角数字，应为半角“${digits}”`,
          en: `“${run}” is full-width: it should be “${digits}”`,
        },
        fix: {
          title: { zh: `改为“${digits}”`, en: `Replace with “${digits}”` },
          safety: "safe",
          edits: [...run].map((char, i) => ({ start: start + i, end: start + i + 1, newText: standFor(char) })),
        },
      };
    }
  },
};
