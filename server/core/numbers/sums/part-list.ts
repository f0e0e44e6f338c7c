/** Reads the list of parts that a sentence gives of a whole: A类20个、B类46个. */

import { type Figure, MOST_PARTS } from "./figures.ts";

/** Figures of one measure that follow one another as the parts of a whole, each with its name. */
export interface PartList {
  readonly parts: readonly Figure[];
  /** The name of each: the words before it or, where none has any, those after it. */
  readonly names: readonly string[];
  /** Nothing but names and figures: no item without its figure. */
  readonly plain: boolean;
  /** The list ends with its last figure: no 等 and no further item follows. */
  readonly ends: boolean;
  /** A part is what is left: 其余5个. */
  readonly rest: boolean;
}

/** Where a list of parts is sought. Offsets are into the text. */
export interface ListPlace {
  readonly text: string;
  /** Where the words of its first part begin. */
  readonly open: number;
  /** Where its sentence ends. */
  readonly end: number;
}

/**
 * The list of parts that begins with the figure `first`; undefined where a part is not exact, or there are too many.
 * @param figures all of the sentence's
 */
export function partListFrom(
  { text, open, end }: ListPlace,
  figures: readonly Figure[],
  first: Figure,
): PartList | undefined {
  const parts: Figure[] = [];
  const names: string[] = [];
  let plain = true;
  let mixed = false;
  let rest = false;
  let done = open;
  for (const figure of figures) {
    if (figure.start < first.start || figure.end > end) continue;
    const between = text.slice(done, figure.start);
    if (/其中|包括|[（）]/u.test(between) || between.length > PART_GAP) break;
    if (figure.measure !== first.measure) {
      // After a figure inside an item (投资3亿元) the list may go on.
      mixed = true;
      continue;
    }
    if (CHANGE.test(between) || NO_PART.test(between) || /共|合计|总计/u.test(between)) break;
    if (!figure.exact) return undefined;
    const cuts = between.match(/[，、；;和及与]/gu)?.length ?? 0;
    if (parts.length > 0 && cuts === 0) break;
    if (mixed || cuts > (parts.length > 0 ? 1 : 0)) plain = false;
    rest ||= /(?:其余|余下|剩余|剩下|其他|其它)[^，、；]{0,6}$/u.test(between);
    names.push((/[^，、；和及与]*$/u.exec(between)?.[0] ?? "").replace(/(?:分别|为|有|是|共|达|约|占)+$/u, ""));
    parts.push(figure);
    done = figure.end;
  }
  if (parts.length === 0 || parts.length > MOST_PARTS) return undefined;
  const tail = /^[^，。；、！？）和及与]{0,8}(?:[。！？；，）]|$)/u.test(text.slice(done, end));
  const after = names.every((name) => name === "")
    ? parts.map(({ end: from }) => /^[^，、；。和及与]{0,8}/u.exec(text.slice(from, from + 9))?.[0] ?? "")
    : names;
  const ends = tail && !NOT_ALL.test(text.slice(done, end));
  return { parts, names: after, plain: plain && ends, ends, rest };
}

/** Whether the text itself counts the parts: 包括A类20个、B类46个两类. */
export function countsParts(text: string, { parts }: PartList): boolean {
  const from = parts.at(-1)?.end ?? 0;
  const count = /^[^，。；]{0,6}?([两二三四五六七八九])(?:大?类|种|部分|方面|组)/u.exec(
    text.slice(from, from + 12),
  )?.[1];
  return count !== undefined && countOf(count) === parts.length;
}

/** The number from 1 to 9 of a Chinese numeral; 0 of any other character. */
export function countOf(numeral: string): number {
  return "一二三四五六七八九".indexOf(numeral.replace("两", "二")) + 1;
}

/** Words before a figure that make it a change or a rate, and no whole. */
export const CHANGE =
  /(?:比|较|增|净|多|少|减|降|升|涨|扩大|缩短|去年|上年|往年|均|每|最|第(?![一二三四五六七八九\d]{1,2}[批期组轮队类]))[^，、；。（）]{0,8}$/u;
/** Words before a figure that make it no part: another time's, a plan's, or one that stands for itself. */
export const NO_PART = /(?:累计|另有|另外|预计|计划|目标|将|拟|至|到|还有|超)[^，、；。（）]{0,8}$/u;
/** How many characters may stand between two parts. */
export const PART_GAP = 20;
/** After the last figure these say that the list leaves parts out. */
const NOT_ALL =
  /^[^，。；]{0,8}?等|^[^，。；]{0,6}(?:以及|及其他|和其他)|^[，；、（][^。]{0,12}(?:其余|剩余|余下|剩下|其他|其它|不足|缺口|若干|优秀|优胜|鼓励|入围|自筹|另有|另外|不含|未计)/u;
