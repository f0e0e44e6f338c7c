/** Tells kicker, headline and deck apart inside a heading, by their marks and lengths. */

import type { Block } from "../layout/types.ts";
import { widthOf } from "../layout/width.ts";
import { DASHED, LEADS_OVER, SERIES, TAG_ALONE } from "./patterns.ts";

/** The parts of a heading; `named` are the lines that name the article (see {@link Article.named}). */
export interface Heading {
  readonly headline: Block;
  readonly kicker?: Block;
  readonly deck?: Block;
  readonly named: readonly Block[];
}

/** A first line of so few characters above a line twice as long or longer names a person or place and leads over to it. */
const SHORT_KICKER = 6;

/** A first line wider than the second by so many em of its own is the kicker above it: the headline, in large type, has less room. */
const WIDER_KICKER = 4;
/** A tag that headlines close with, however long. */
const CLOSING_TAG = /[）)]$/u;

/** The number of a head, alone on its line: it names nothing. */
const NUMBER = /^\s*\d+\s*$/u;

/** A line of a heading. */
export interface HeadingLine {
  readonly block: Block;
  /** It goes on with the line before it: the two are halves of one line. */
  readonly goesOn: boolean;
}

/** Of more lines only the headline names the article. */
const MOST_NAMED = 3;

/** A line of a heading with its further halves. */
type Whole = readonly [Block, ...Block[]];

/** The parts of a heading, whose lines are given in page order; `counted` where it is a head that a bulletin counts. */
export function headingParts(all: readonly [HeadingLine, ...HeadingLine[]], counted: boolean): Heading {
  const [number, next] = all;
  const lines = wholesOf(counted && next && NUMBER.test(number.block.text) ? all.slice(1) : all);
  const first = Math.max(
    0,
    lines.findIndex((line) => !TAG_ALONE.test(textOf(line))),
  );
  const { at, sure } = counted ? { at: 0, sure: false } : headlineOf(lines, first);
  const named = lines[at] as Whole;
  const kicker = lines[at - 1]?.[0];
  const deck = lines[at + 1]?.[0];
  return {
    headline: named[0],
    ...(kicker ? { kicker } : {}),
    ...(deck ? { deck } : {}),
    named: sure || lines.length - first > MOST_NAMED ? named : lines.slice(first).flat(),
  };
}

function wholesOf(lines: readonly HeadingLine[]): Whole[] {
  const wholes: [Block, ...Block[]][] = [];
  for (const { block, goesOn } of lines) {
    const last = wholes.at(-1);
    if (last && goesOn) last.push(block);
    else wholes.push([block]);
  }
  return wholes;
}

/** Two lines of a heading whose lengths differ by no more, in UTF-16 units, may be halves of one headline. */
const AS_LONG = 2;

/** Whether two lines may be halves of a headline with its tag: 名为“先学后付”, 实为“先学后债”（百姓关注）. */
function areHalves(first = "", second = ""): boolean {
  return Math.abs(first.length - second.replace(SERIES, "").length) <= AS_LONG;
}

/** Which line is the headline, and whether marks say so; the first lines may be tags. */
function headlineOf(all: readonly Whole[], tags: number): { readonly at: number; readonly sure: boolean } {
  const { at, sure } = headlineAmong(all.slice(tags).map(textOf));
  return { at: tags + at, sure };
}

function textOf(line: Whole): string {
  return line.map((block) => block.text.trim()).join("");
}

function headlineAmong(texts: readonly string[]): { readonly at: number; readonly sure: boolean } {
  if (texts.length === 1) return { at: 0, sure: true };
  const dashed = texts.findIndex((text, i) => i > 0 && DASHED.test(text));
  if (dashed > 0) return { at: Math.min(dashed - 1, 1), sure: dashed <= 2 };
  const over = texts.findIndex((text, i) => i + 1 < texts.length && LEADS_OVER.test(text));
  // 市民政局： may be the kicker as well as the first half of the headline.
  if (over >= 0) return { at: over + 1, sure: !/[：:]$/u.test(texts[over] as string) };
  const tagged = texts.findIndex((text) => SERIES.test(text));
  if (tagged >= 0 && texts.findLastIndex((text) => SERIES.test(text)) === tagged)
    return { at: tagged, sure: !areHalves(texts[tagged - 1], texts[tagged]) };
  if (texts.length > 2) return { at: 1, sure: false };
  const [first = "", second = ""] = texts;
  if (first.length <= SHORT_KICKER && second.length >= 2 * first.length) return { at: 1, sure: true };
  return {
    at: first.length <= second.length ? 0 : 1,
    sure: !CLOSING_TAG.test(first) && widthOf(first).em >= widthOf(second.replace(SERIES, "")).em + WIDER_KICKER,
  };
}
