/** One character of a text set twice, as any word may have it, and the words that would show it wrong. */

import { REDUPLICATING, WORD_BORDERS } from "../../tables/characters.ts";
import { COMMON_SURNAMES } from "../../tables/surnames.ts";

/** Words with a single character where a text has it twice; `before` of them stand before it. */
export interface Window {
  readonly before: number;
  readonly words: string;
}

/** A double in a text. */
export interface TextDouble {
  /** Of its first character. */
  readonly offset: number;
  /** The double with the characters beside it. */
  readonly around: string;
  readonly windows: readonly Window[];
  /** Where an item of the same list begins with the word without the double. */
  readonly listed: number | undefined;
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

/** 厅厅长, 县县委: the first of the two ends the office's name, the second begins the title. */
const OFFICE = /^[省市县区乡镇村厅局部委院校班队会社站所处科室厂场馆组团军师旅营连排][长委府政民级域内属直]/u;
const NUMERAL = /[〇零一二三四五六七八九十百千万亿两]/u;
/** Characters that reduplicate, and those that end one word and begin the next. */
const CAUTIOUS = new Set([...REDUPLICATING, ...WORD_BORDERS]);
const SURNAMES = new Set(COMMON_SURNAMES);

/** The doubles of a text that may be wrong. */
export function doublesIn(text: string): TextDouble[] {
  const doubles: TextDouble[] = [];
  for (let offset = 0; offset + 1 < text.length; offset += 1) {
    if (text.charCodeAt(offset) !== text.charCodeAt(offset + 1)) continue;
    if (ALL_HAN.test(text.charAt(offset)) && !isExplained(text, offset)) doubles.push(doubleAt(text, offset));
    // Of three in a row the last two are none.
    offset += 1;
  }
  return doubles;
}

function doubleAt(text: string, offset: number): TextDouble {
  const around = text.slice(offset - 1, offset + 3);
  return { offset, around, windows: windowsOf(text, offset), listed: listedBeside(text, offset) };
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

function windowsOf(text: string, offset: number): Window[] {
  const cautious = CAUTIOUS.has(text.charAt(offset)) || SURNAMES.has(text.charAt(offset - 1));
  const windows: Window[] = [];
  for (const [before, after] of cautious ? WIDE : shapesAt(text, offset)) {
    if (offset < before) continue;
    const window = text.slice(offset - before, offset) + text.slice(offset + 1, offset + 2 + after);
    if (window.length === before + 1 + after && ALL_HAN.test(window)) windows.push({ before, words: window });
  }
  return windows;
}

function shapesAt(text: string, offset: number): typeof SHAPES {
  if (!ALL_HAN.test(text.charAt(offset - 1))) return OPENING;
  return ALL_HAN.test(text.charAt(offset + 2)) ? SHAPES : CLOSING;
}

const ALL_HAN = /^\p{Script=Han}+$/u;

/** How far a list may be from its first item to the next. */
const LIST = 16;

/** 统统一收购、统一加工: the next item of a list, or the one before, begins with the same word without the double. */
function listedBeside(text: string, offset: number): number | undefined {
  const [char, next] = [text.charAt(offset), text.charAt(offset + 2)];
  if (CAUTIOUS.has(char) || SURNAMES.has(text.charAt(offset - 1)) || !ALL_HAN.test(next)) return undefined;
  const from = Math.max(0, offset - LIST);
  const near = text.slice(from, offset + LIST);
  for (const mark of "、，") {
    const at = near.indexOf(mark + char + next);
    if (at >= 0 && !/[。；！？]/u.test(text.slice(Math.min(from + at, offset), Math.max(from + at, offset))))
      return from + at + 1;
  }
  return undefined;
}
