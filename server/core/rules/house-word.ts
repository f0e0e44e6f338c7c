/** A word that the house does not use, by its own list. */

import { type FoundWord, wordFinderOf } from "../house/find-words.ts";
import type { Block } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import { joinedEdits, pageSpan } from "./joined-edits.ts";
import type { PageRule } from "./rule.ts";

export const houseWord: PageRule = {
  id: "house-word",
  title: { zh: "本社不用的词", en: "Word the house does not use" },
  why: {
    zh: "禁用词、慎用词和一词几种写法，各报都有自己的规定。把不用的词、改用的词和缘由写在 .galley/words.yaml 里，版面上出现就提示。清样自己不带这样的词，没有这个文件就不提示；改不改由编辑定，引文里的原话可以接受下来。",
    en:
      "Each paper has rules of its own on words that it does not print, and on which of two ways to write a word is its. " +
      "A word listed in .galley/words.yaml, with what to write instead and why, is pointed out wherever a page has it. " +
      "Galley brings no such list and says nothing without one. The change is an editor's choice; in a quotation the " +
      "finding can be accepted.",
  },
  severity: "warning",
  fixes: ["unsafe"],
  counts: "character",
  examples: [
    {
      page: "⟦截止⟧五月底，全县新修水渠三条，报名截止日期不变。\n",
      fixed: "截至五月底，全县新修水渠三条，报名截止日期不变。\n",
      settings: { words: [{ terms: ["截止"], instead: "截至", except: ["截止日期"], why: "后面有时间的用“截至”" }] },
    },
    {
      page: "青川市云溪镇的便民大厅请来了好几位热心的⟦土专\n家⟧，一共为乡亲们代办了大大小小的事情几百件。\n",
      fixed: "青川市云溪镇的便民大厅请来了好几位热心的乡土人才\n，一共为乡亲们代办了大大小小的事情几百件。\n",
      settings: { words: [{ terms: ["土专家", "田秀才"], instead: "乡土人才" }] },
    },
  ],
  silent: [
    { page: "截止五月底，全县新修水渠三条。\n" },
    { page: "县残疾人联合会。\n", settings: { words: [{ terms: ["残疾"], instead: "残疾人" }] } },
    { page: "全村用上了WiFi6路由器。\n", settings: { words: [{ terms: ["WiFi"], instead: "无线网络" }] } },
  ],

  *check(analysis) {
    const { words = [] } = analysis.settings;
    if (words.length === 0) return;
    const find = wordFinderOf(words);
    for (const block of analysis.blocks) for (const found of find(block.text)) yield findingOf(analysis, block, found);
  },
};

function findingOf(analysis: Analysis, block: Block, { term, word, ...span }: FoundWord): BareFinding {
  const { instead, why } = word;
  const [zh, en] = why === undefined ? ["", ""] : [`：${why}`, `: ${why}`];
  const place = pageSpan(analysis, block, span);
  if (instead === undefined)
    return { ...place, message: { zh: `本社不用“${term}”${zh}`, en: `The house does not write “${term}”${en}` } };
  return {
    ...place,
    message: {
      zh: `本社不用“${term}”，用“${instead}”${zh}`,
      en: `The house writes “${instead}”, not “${term}”${en}`,
    },
    fix: {
      title: { zh: `改为“${instead}”`, en: `Replace with “${instead}”` },
      safety: "unsafe",
      edits: joinedEdits(analysis, block, span, instead),
    },
  };
}
