/** Radicals and compatibility forms in the place of the character that they look like. */

import { toPageSpans } from "../layout/joined.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import { isOfFigure, LOOKALIKE, mayHoldLookalike, standFor } from "../tables/look-alike.ts";
import type { PageRule } from "./rule.ts";
import { shortened } from "./shortened.ts";

export const lookalikeCharacter: PageRule = {
  id: "lookalike-character",
  title: { zh: "形近字符", en: "Look-alike character" },
  why: {
    zh: "字体里部首与汉字共用一个字形，取出文字时便可能得到部首（⽉）而不是字（月）。看上去一样，搜索、比对和朗读却都认不出。年份里的圆圈“○”也应是汉字“〇”（GB/T 15835-2011）。",
    en:
      "A font may draw a radical (⽉) and a character (月) with one glyph, and extraction then picks the wrong " +
      "one. They look the same, and no search, comparison or voice takes one for the other. The circle ○ in " +
      "years is to be the character 〇 (GB/T 15835-2011).",
  },
  severity: "warning",
  fixes: ["safe", "unsafe"],
  examples: [
    { page: "云溪县⟦⼈⺠⟧政府⟦⻓⟧期关注。\n", fixed: "云溪县人民政府长期关注。\n" },
    { page: "二⟦○⟧二六年八月，云溪县开会。\n", fixed: "二〇二六年八月，云溪县开会。\n" },
  ],
  silent: [{ page: "○一版责编：王某某\n" }, { page: "Ａ股上涨。\n" }],

  *check(analysis) {
    yield* lookalikes(analysis);
    yield* circles(analysis);
  },
};

function* lookalikes({ text }: Analysis): Generator<BareFinding> {
  if (!mayHoldLookalike(text)) return;
  let start = 0;
  let end = -1;
  let joined = "";
  for (const { index, 0: char } of text.matchAll(LOOKALIKE)) {
    if (isOfFigure(char)) continue;
    if (index !== end) {
      if (joined) yield finding(text, start, end, joined);
      start = index;
      joined = "";
    }
    joined += standFor(char);
    end = index + char.length;
  }
  if (joined) yield finding(text, start, end, joined);
}

function finding(text: string, start: number, end: number, joined: string): BareFinding {
  const chars = [...text.slice(start, end)];
  const codes = shortened(chars.map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join(" "));
  const shown = shortened(joined);
  let at = start;
  const edits = chars.map((char) => {
    const edit = { start: at, end: at + char.length, newText: standFor(char) };
    at = edit.end;
    return edit;
  });
  return {
    start,
    end,
    message: { zh: `“${shown}”用了形近的码位 ${codes}`, en: `“${shown}” is written with look-alikes (${codes})` },
    fix: { title: { zh: `改为“${shown}”`, en: `Replace with “${shown}”` }, safety: "safe", edits },
  };
}

/** Chinese digits with a circle among them: a year, or a code of three and more. */
const CIRCLED = /[〇零一二三四五六七八九][〇○零一二三四五六七八九]+/gu;

/** ○ is a mark of its own (a bullet, a blank to fill in), so the fix is for a person to choose. */
function* circles({ text, blocks }: Analysis): Generator<BareFinding> {
  for (const block of blocks) {
    if (!block.text.includes("○")) continue;
    for (const { index, 0: numeral } of block.text.matchAll(CIRCLED)) {
      if (!numeral.includes("○")) continue;
      if (numeral.length < 3 && !/[年后]/.test(block.text.charAt(index + numeral.length))) continue;
      const shown = shortened(numeral);
      const right = shown.replaceAll("○", "〇");
      for (let i = numeral.indexOf("○"); i >= 0; i = numeral.indexOf("○", i + 1)) {
        const [span] = toPageSpans(text, block, index + i, index + i + 1);
        if (!span) continue;
        yield {
          ...span,
          message: {
            zh: `“${shown}”中的圆圈应为汉字“〇”：“${right}”`,
            en: `The circle in “${shown}” should be 〇: “${right}”`,
          },
          fix: {
            title: { zh: "改为“〇”", en: "Replace with 〇" },
            safety: "unsafe",
            edits: [{ ...span, newText: "〇" }],
          },
        };
      }
    }
  }
}
