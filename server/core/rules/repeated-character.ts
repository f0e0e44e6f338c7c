/** What the extractor or the typist set twice: `先蹚蹚出` where the page elsewhere has `先蹚出`, a line, a heading. */

import { toPageSpans } from "../layout/joined.ts";
import type { Block } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import { REDUPLICATING, WORD_BORDERS } from "../tables/characters.ts";
import { isDoubledFunctionWord } from "../tables/function-words.ts";
import { COMMON_SURNAMES } from "../tables/surnames.ts";
import type { Span } from "../text/text.ts";
import { repetitionFinding, repetitionsOf } from "./repetition/index.ts";
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
    for (const found of repetitions.values()) for (const one of found) yield repetitionFinding(analysis, one);
    const doubles = doublesOf(analysis.blocks).filter(
      ({ block, offset }) => !repetitions.get(block)?.some(({ start, end }) => start <= offset && offset < end),
    );
    if (doubles.length === 0) return;
    const evidence = evidenceFor(analysis.blocks, doubles);
    for (const [i, double] of doubles.entries()) {
      const elsewhere = evidence.get(i) ?? besideIt(double);
      if (elsewhere || isDoubledFunctionWord(double.block.text, double.offset)) {
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

/** A double (its first character) and the words that would show it wrong, each with the place of its character in them. */
interface Double extends Place {
  readonly windows: readonly string[];
}

/** How many characters before and after the single one make its words: four with it, or three on both sides. */
const SHAPES: readonly (readonly [number, number])[] = [
  [1, 2],
  [2, 1],
];
/** A clause's first character has none before it, its last none after it. */
const OPENING: readonly (readonly [number, number])[] = [...SHAPES, [0, 3]];
const CLOSING: readonly (readonly [number, number])[] = [...SHAPES, [3, 0]];
const WIDE: readonly (readonly [number, number])[] = [[3, 3]];

const ALL_SHAPES = [...OPENING, ...CLOSING.slice(SHAPES.length), ...WIDE];

/** 厅厅长, 县县委: the first of the two ends the office's name, the second begins the title. */
const OFFICE = /^[省市县区乡镇村厅局部委院校班队会社站所处科室厂场馆组团军师旅营连排][长委府政民级域内属直]/u;
const NUMERAL = /[〇零一二三四五六七八九十百千万亿两]/u;
/** Characters that reduplicate, and those that end one word and begin the next. */
const CAUTIOUS = new Set([...REDUPLICATING, ...WORD_BORDERS]);
const SURNAMES = new Set(COMMON_SURNAMES);

const DOUBLE = /(\p{Script=Han})\1/gu;

function doublesOf(blocks: readonly Block[]): Double[] {
  const doubles: Double[] = [];
  const seen = new Map<string, number>();
  for (const block of blocks) {
    for (const { index: offset, 0: pair } of block.text.matchAll(DOUBLE)) {
      if (pair.length !== 2 || isExplained(block.text, offset)) continue;
      const around = block.text.slice(offset - 1, offset + 3);
      seen.set(around, (seen.get(around) ?? 0) + 1);
      const windows = windowsOf(block.text, offset);
      doubles.push({ block, offset, windows });
    }
  }
  // A double that the page has twice was meant.
  return doubles.filter(({ block, offset }) => seen.get(block.text.slice(offset - 1, offset + 3)) === 1);
}

/** Doubles that are right whatever the page says elsewhere. */
function isExplained(text: string, offset: number): boolean {
  const char = text.charAt(offset);
  const before = text.charAt(offset - 1);
  const after = text.charAt(offset + 2);
  if (offset === 0 || before === char || after === char) return true;
  if (before === "一" || NUMERAL.test(char)) return true;
  if (before === text.charAt(offset - 2) || after === text.charAt(offset + 3)) return true;
  return OFFICE.test(text.slice(offset + 1, offset + 3));
}

function windowsOf(text: string, offset: number): string[] {
  const cautious = CAUTIOUS.has(text.charAt(offset)) || SURNAMES.has(text.charAt(offset - 1));
  const windows: string[] = [];
  for (const [before, after] of cautious ? WIDE : shapesAt(text, offset)) {
    if (offset < before) continue;
    const window = text.slice(offset - before, offset) + text.slice(offset + 1, offset + 2 + after);
    if (window.length === before + 1 + after && ALL_HAN.test(window)) windows.push(`${before}${window}`);
  }
  return windows;
}

function shapesAt(text: string, offset: number): typeof SHAPES {
  if (!ALL_HAN.test(text.charAt(offset - 1))) return OPENING;
  return ALL_HAN.test(text.charAt(offset + 2)) ? SHAPES : CLOSING;
}

const ALL_HAN = /^\p{Script=Han}+$/u;

/** For each double (by index) a place where the same words stand without it. One walk over the page. */
function evidenceFor(blocks: readonly Block[], doubles: readonly Double[]): Map<number, Place> {
  // No two doubles share their words: those that would were left out, so one index is enough.
  const wanted = new Map<string, number>();
  const chars = new Set<string>();
  doubles.forEach(({ block, offset, windows }, i) => {
    chars.add(block.text.charAt(offset));
    for (const window of windows) wanted.set(window, i);
  });
  const evidence = new Map<number, Place>();
  for (const block of blocks) {
    const { text } = block;
    for (let offset = 0; offset < text.length; offset += 1) {
      const char = text.charAt(offset);
      if (!chars.has(char) || text.charAt(offset - 1) === char || text.charAt(offset + 1) === char) continue;
      for (const [before, after] of ALL_SHAPES) {
        if (offset < before) continue;
        const found = wanted.get(`${before}${text.slice(offset - before, offset + 1 + after)}`);
        if (found !== undefined && !evidence.has(found)) evidence.set(found, { block, offset });
      }
    }
  }
  return evidence;
}

/** How far a list may be from its first item to the next. */
const LIST = 16;

/** 统统一收购、统一加工: the next item of a list, or the one before, begins with the same word without the double. */
function besideIt({ block, offset }: Double): Place | undefined {
  const { text } = block;
  const [char, next] = [text.charAt(offset), text.charAt(offset + 2)];
  if (CAUTIOUS.has(char) || SURNAMES.has(text.charAt(offset - 1)) || !ALL_HAN.test(next)) return undefined;
  const from = Math.max(0, offset - LIST);
  const near = text.slice(from, offset + LIST);
  for (const mark of "、，") {
    const at = near.indexOf(mark + char + next);
    if (at >= 0 && !/[。；！？]/u.test(text.slice(Math.min(from + at, offset), Math.max(from + at, offset))))
      return { block, offset: from + at + 1 };
  }
  return undefined;
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
