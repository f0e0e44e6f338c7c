/** An English word that a line end cut with a hyphen: moun-tain. */

import { toJoined } from "../layout/joined.ts";
import type { Block } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import { WORD_ENDS } from "../tables/english.ts";
import type { TextEdit } from "../text/text.ts";
import { joinedEdits, pageSpan } from "./joined-edits.ts";
import type { PageRule } from "./rule.ts";
import { shortened } from "./shortened.ts";

export const hyphenatedWord: PageRule = {
  id: "hyphenated-word",
  title: { zh: "英文断词的连字符", en: "Word cut by a hyphen" },
  why: {
    zh: "英文单词在行末断开时加的连字符，接行之后就多余了（moun-tain）；但 well-known 一类本来就有。有没有，没有词典说不准：接行时连字符留着，删不删由编辑定。行已经接好的，本版别处有不带连字符的写法、或后半截不成词的才提示。",
    en:
      "The hyphen that cuts a word at a line end is one too many once the line is joined (moun-tain); that of well-known " +
      "belongs there. Nobody can tell without a dictionary, so joining keeps the hyphen, and deleting it is an editor's " +
      "choice. In a line that is joined already it is reported where the page has the word without it, or where what " +
      "follows is no word.",
  },
  severity: "information",
  fixes: ["unsafe"],
  examples: [
    { page: "A road through the ⟦moun-tain⟧ was opened.\n", fixed: "A road through the mountain was opened.\n" },
    {
      page: "这款名为Tealeaf的软件，厂家又写作⟦tea-leaf⟧，沿用至今。\n",
      fixed: "这款名为Tealeaf的软件，厂家又写作tealeaf，沿用至今。\n",
    },
  ],
  silent: [{ page: "A well-known road, a six-year plan.\n" }, { page: "见https://example.com/moun-tain。\n" }],

  *check(analysis) {
    let words: Set<string> | undefined;
    for (const block of analysis.blocks) {
      if (!block.text.includes("-")) continue;
      const cuts = new Set(block.gaps.filter(({ cause }) => cause === "wrap").map((gap) => toJoined(block, gap.start)));
      for (const { index: start, 0: word } of block.text.matchAll(HYPHENATED)) {
        const at = word.indexOf("-");
        const whole = word.replace("-", "").toLowerCase();
        const isCut = cuts.has(start + at + 1);
        const isKnown = (): boolean => {
          words ??= wordsOf(analysis);
          return words.has(whole);
        };
        if (isCut || WORD_ENDS.has(word.slice(at + 1)) || isKnown()) yield findingOf(analysis, block, start, word);
      }
    }
  },
};

/** Two parts of small letters with a hyphen between, and no part of an address. */
const HYPHENATED = /(?<![\p{Script=Latin}\d@/._-])[A-Za-z][a-z]+-[a-z]{2,}(?![\p{Script=Latin}\d@/_-]|\.\w)/gu;

/** The English words of the page without a hyphen, in small letters. */
function wordsOf({ blocks }: Analysis): Set<string> {
  const words = blocks.flatMap(({ text }) => text.match(/(?<![A-Za-z-])[A-Za-z]{4,}(?![A-Za-z-])/gu) ?? []);
  return new Set(words.map((word) => word.toLowerCase()));
}

function findingOf(analysis: Analysis, block: Block, start: number, word: string): BareFinding {
  const at = start + word.indexOf("-");
  const shown = shortened(word.replace("-", ""));
  return {
    ...pageSpan(analysis, block, { start, end: start + word.length }),
    message: {
      zh: `“${shortened(word)}”里的连字符可能是行末断词留下的：“${shown}”`,
      en: `The hyphen of “${shortened(word)}” may come from a line end: “${shown}”`,
    },
    fix: {
      title: { zh: `改为“${shown}”`, en: `Replace with “${shown}”` },
      safety: "unsafe",
      edits: hyphenEdits(analysis, block, at),
    },
  };
}

/** Takes the hyphen at the offset (of the joined text) out, and the line end after it, which a safe fix would take out alone. */
function hyphenEdits(analysis: Analysis, block: Block, at: number): TextEdit[] {
  const [edit] = joinedEdits(analysis, block, { start: at, end: at + 1 }, "");
  if (!edit) return [];
  const gap = block.gaps.find(({ start }) => start === edit.end);
  return [gap ? { ...edit, end: gap.end } : edit];
}
