/** Two marks in a row where a sentence has one. */

import { joinedEdits, pageSpan } from "./joined-edits.ts";
import type { PageRule } from "./rule.ts";
import { shortened } from "./shortened.ts";

/** Marks in a row; … and — come in pairs, and a longer row of marks leads from one column to the next. */
const MARKS = /[，。、；：！？]{2,}/gu;
/** Two marks of which a sentence has one; ！ and ？ may stand together (？！, ！！). */
const DOUBLED = /[，。、；：][，。、；：！？]|[！？][，。、；：]/u;
const LONGEST = 4;
/** Full stops in the place of …… */
const ELLIPSIS = /^。{3,}$/u;

export const doubledMark: PageRule = {
  id: "doubled-mark",
  title: { zh: "标点重复", en: "Mark set twice" },
  why: {
    zh: "点号不能连用（GB/T 15834-2011，只有叹号、问号可以叠用），删改之后常常留下两个：“，，”“。，”。句号连点三个以上多半是省略号。留哪一个由编辑定。",
    en:
      "Pausing marks never stand in a row (GB/T 15834-2011; only ！ and ？ may), but after a deletion two are often left. " +
      "Three and more full stops mostly mean an ellipsis. Which one stays is for an editor to say.",
  },
  severity: "warning",
  fixes: ["unsafe"],
  counts: "mark",
  examples: [
    { page: "路修好了⟦，，⟧山货卖出去了⟦。。⟧\n", fixed: "路修好了，山货卖出去了。\n" },
    { page: "路修好了⟦，。⟧他想了想⟦。。。⟧\n", fixed: "路修好了。他想了想……\n" },
  ],
  silent: [{ page: "路真的通了？！太好了！！他想了想……\n" }, { page: "目录、、、、、、、、三\n" }],

  *check(analysis) {
    for (const block of analysis.blocks) {
      for (const { index: start, 0: marks } of block.text.matchAll(MARKS)) {
        const isEllipsis = ELLIPSIS.test(marks);
        if ((marks.length > LONGEST && !isEllipsis) || !DOUBLED.test(marks)) continue;
        // A mark that ends the sentence says more than one that lets it go on.
        const right = isEllipsis ? "……" : (/[。！？]+/u.exec(marks)?.[0].charAt(0) ?? marks.charAt(0));
        const span = { start, end: start + marks.length };
        yield {
          ...pageSpan(analysis, block, span),
          message: isEllipsis
            ? { zh: `“${shortened(marks)}”应为省略号“……”`, en: `“${shortened(marks)}” should be an ellipsis, ……` }
            : { zh: `标点“${marks}”连用，应只留一个`, en: `“${marks}”: one mark is enough` },
          fix: {
            title: { zh: `改为“${right}”`, en: `Replace with “${right}”` },
            safety: "unsafe",
            edits: joinedEdits(analysis, block, span, right),
          },
        };
      }
    }
  },
};
