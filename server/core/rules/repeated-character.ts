/** What the extractor or the typist set twice: `先蹚蹚出` where the page elsewhere has `先蹚出`, a line, a heading. */

import { toPageSpans } from "../layout/joined.ts";
import type { Block } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import { isDoubledFunctionWord } from "../tables/function-words.ts";
import type { Span } from "../text/text.ts";
import type { TextDouble, Window } from "./repetition/doubles.ts";
import { repetitionFinding, repetitionsOf } from "./repetition/index.ts";
import { repetitionsOfTexts } from "./repetition/of-text.ts";
import type { PageRule } from "./rule.ts";

/**
 * Chinese doubles characters for good reasons (慢慢, 一个个, 账账清, 县县委, 学习习近平, 王亮亮), so a double alone is no
 * evidence. It is reported only where the same words stand elsewhere on the page without it: four characters round
 * the single one, or seven where a reduplication, a name or the border of two words could explain the double; where a
 * list goes on with the word (统统一收购、统一加工); and where it is a function word (大家的的努力), which no sentence has twice.
 * What is more than one double proves itself: see `repetition/`.
 */
export const repeatedCharacter: PageRule = {
  id: "repeated-character",
  title: { zh: "重字", en: "Character set twice" },
  why: {
    zh: "逐行复制时行末的字会在下一行再来一遍，一行会排两遍，加粗的标题会每个字印两遍；跨行、跨框的标题取出时，衔接处的字偶尔会出现两次。多一个字计一个差错，标题里的加倍（《报纸编校差错率计算方法》）。叠字大多是对的，所以只在本版别处有同样的话而没有叠字、或者叠的是“的”“在”“是”一类虚字时才提示，删不删由编辑定。",
    en:
      "A page that was copied line by line has characters of a line end again on the next line, or a whole line twice; " +
      "a heading that was printed twice to look bold has each character twice. " +
      "Where a headline runs over lines or frames, extraction now and then gives a character twice; an extra " +
      "character counts as an error, double in a headline. Most doubles are right, so one is reported only " +
      "where the page has the same words without it, or where it is a function word such as 的 or 在, and " +
      "deleting it is the editor's choice.",
  },
  severity: "warning",
  fixes: ["unsafe"],
  counts: "character",
  examples: [
    {
      page: "看云溪如何奋勇争先⟦蹚蹚⟧出山乡致富新路\n\n　　云溪县奋勇争先蹚出山乡致富新路。\n",
      fixed: "看云溪如何奋勇争先蹚出山乡致富新路\n\n　　云溪县奋勇争先蹚出山乡致富新路。\n",
    },
    { page: "⟦乡乡路路修修到到心心坎坎上上⟧\n", fixed: "乡路修到心坎上\n" },
    {
      page: "⟦罗罗正山⟧说，路修好了。\n\n　　罗正山是村支书。\n",
      fixed: "罗正山说，路修好了。\n\n　　罗正山是村支书。\n",
    },
    {
      page: "⟦上的山区，施工难度大，局里上的山区，施工难度大，局里⟧抽调了技术员。\n",
      fixed: "上的山区，施工难度大，局里抽调了技术员。\n",
    },
    {
      page: "山乡致富靠的是大家⟦的的⟧努力，云溪县由合作社⟦统统⟧一收购、统一加工。\n",
      fixed: "山乡致富靠的是大家的努力，云溪县由合作社统一收购、统一加工。\n",
    },
  ],
  silent: [
    { page: "家家户户红红火火热热闹闹过大年。\n" },
    { page: "红红火火热热闹闹平平安安过大年。\n" },
    { page: "重要的事情说三遍，重要的事情说三遍，重要的事情说三遍。\n" },
    { page: "他喊：加油加油，一定要赢，一定要赢！\n" },
    { page: "修路的目的的确达到了，为了了解民情，正在在建的工地上走访。\n" },
    { page: "各专班班长到会。\n\n　　专班长期驻村。\n" },
    { page: "云溪县县委召开会议。\n\n　　云溪县委召开会议。\n" },
    { page: "省交通厅厅长王某某调研。\n\n　　省交通厅长王某某到云溪。\n" },
    { page: "我们常常说起这件事。\n\n　　我们常说起这件事。\n" },
    { page: "记者王亮亮报道。\n" },
  ],

  *check(analysis) {
    const repetitions = repetitionsOf(analysis.blocks);
    for (const { found } of repetitions.values()) for (const one of found) yield repetitionFinding(analysis, one);
    const doubles = doublesOf(analysis.blocks).filter(
      ({ block, offset }) => !repetitions.get(block)?.covered.has(offset),
    );
    if (doubles.length === 0) return;
    const evidence = evidenceFor(analysis.blocks, doubles);
    for (const [i, double] of doubles.entries()) {
      const { block, listed } = double;
      const elsewhere = evidence.get(i) ?? (listed === undefined ? undefined : { block, offset: listed });
      if (elsewhere || isDoubledFunctionWord(block.text, double.offset)) {
        yield findingOf(analysis, double, elsewhere);
      }
    }
  },
};

/** A place in a block's joined text. */
interface Place {
  readonly block: Block;
  readonly offset: number;
}

/** A double of the page. */
interface Double extends Place, TextDouble {}

function doublesOf(blocks: readonly Block[]): Double[] {
  const seen = new Map<string, number>();
  const doubles = repetitionsOfTexts(blocks).flatMap(({ doubles: own }, b) =>
    own.map((double) => ({ block: blocks[b] as Block, ...double })),
  );
  for (const { around } of doubles) seen.set(around, (seen.get(around) ?? 0) + 1);
  // A double that the page has twice was meant.
  return doubles.filter(({ around }) => seen.get(around) === 1);
}

/** Words that would show a double wrong, the double being known by its index. */
interface Wanted extends Window {
  readonly double: number;
}

const CODE_UNITS = 0x10000;

/** For each double (by index) a place where the same words stand without it. One walk over the page. */
function evidenceFor(blocks: readonly Block[], doubles: readonly Double[]): Map<number, Place> {
  const wanted = wantedOf(doubles);
  const isWanted = new Uint8Array(CODE_UNITS);
  for (const code of wanted.keys()) isWanted[code] = 1;
  const evidence = new Map<number, Place>();
  for (const block of blocks) {
    const { text } = block;
    for (let offset = 0; offset < text.length; offset += 1) {
      const code = text.charCodeAt(offset);
      if (isWanted[code] === 0) continue;
      const words = wanted.get(code);
      if (!words || text.charCodeAt(offset - 1) === code || text.charCodeAt(offset + 1) === code) continue;
      for (const { before, words: single, double } of words)
        if (offset >= before && !evidence.has(double) && text.startsWith(single, offset - before))
          evidence.set(double, { block, offset });
    }
  }
  return evidence;
}

/** What is sought, by the code unit of the single character. Of two doubles that the same words would show wrong it is the latter. */
function wantedOf(doubles: readonly Double[]): ReadonlyMap<number, readonly Wanted[]> {
  const byWords = new Map<string, Wanted>();
  doubles.forEach(({ windows }, double) => {
    for (const window of windows) byWords.set(`${window.before}${window.words}`, { ...window, double });
  });
  const wanted = new Map<number, Wanted[]>();
  for (const window of byWords.values()) {
    const code = window.words.charCodeAt(window.before);
    const own = wanted.get(code);
    if (own) own.push(window);
    else wanted.set(code, [window]);
  }
  return wanted;
}

function findingOf({ text }: Analysis, { block, offset }: Double, elsewhere: Place | undefined): BareFinding {
  const spans = toPageSpans(text, block, offset, offset + 2);
  const [second] = toPageSpans(text, block, offset + 1, offset + 2);
  const char = block.text.charAt(offset);
  const start = spans[0]?.start ?? block.start;
  const end = spans.at(-1)?.end ?? block.end;
  const other = elsewhere && placeOf(text, elsewhere);
  const right = elsewhere?.block.text.slice(Math.max(0, elsewhere.offset - 2), elsewhere.offset + 4);
  return {
    start,
    end,
    message:
      right === undefined
        ? { zh: `“${char}${char}”可能多了一个“${char}”`, en: `“${char}${char}” may have one “${char}” too many` }
        : {
            zh: `“${char}${char}”可能多了一个“${char}”：本版别处是“${right}”`,
            en: `“${char}${char}” may have one “${char}” too many: elsewhere the page has “${right}”`,
          },
    ...(second && {
      fix: {
        title: { zh: `删去一个“${char}”`, en: `Delete one “${char}”` },
        safety: "unsafe" as const,
        edits: [{ ...second, newText: "" }],
      },
    }),
    ...(other && {
      related: [{ ...other, message: { zh: "没有叠字的说法", en: "The same words without the double" } }],
    }),
  };
}

function placeOf(text: string, { block, offset }: Place): Span | undefined {
  return toPageSpans(text, block, Math.max(0, offset - 1), offset + 2)[0];
}
