/** A quotation mark, bracket or title mark without its partner. */

import { toPageSpans } from "../layout/joined.ts";
import type { Block } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import { byText } from "./by-text.ts";
import type { PageRule } from "./rule.ts";

/** Opening mark and closing mark of each kind; a half-width bracket may stand for a full-width one. */
const KINDS: readonly (readonly [string, string])[] = [
  ["“", "”"],
  ["‘", "’"],
  ["（(", "）)"],
  ["《", "》"],
  ["〈", "〉"],
  ["【", "】"],
  ["「", "」"],
  ["『", "』"],
];

export const unpairedMark: PageRule = {
  id: "unpaired-mark",
  title: { zh: "标点不成对", en: "Unpaired mark" },
  why: {
    zh: "引号、括号、书名号成对使用（GB/T 15834-2011）；少了一半，读者分不清引语到哪里为止。引语有几段时，每段开头都用前引号，只在末段用后引号，这样的前引号不算缺失。",
    en:
      "Quotation marks, brackets and title marks come in pairs (GB/T 15834-2011); with one missing, nobody can " +
      "tell where a quotation ends. A quotation of several paragraphs opens with a mark at each and closes at " +
      "the last only: that is no fault.",
  },
  severity: "warning",
  fixes: [],
  counts: "mark",
  examples: [
    { page: "王某某说：⟦“⟧路修好了，山货就有了出路。\n" },
    { page: "全县开展清河⟦”⟧行动，成效明显。\n" },
    { page: "会议由王某某⟦（⟧县长主持。\n" },
  ],
  silent: [
    { page: "王某某说：“路修好了（指山路），山货就有了出路。”\n" },
    { page: "1）修路；2）种树。\n" },
    { page: "第十届People’s Choice奖揭晓。\n" },
  ],

  *check(analysis) {
    let waiting = newStacks();
    let before: number | undefined;
    const articleOf = articleIndex(analysis);
    const pairedTexts = pairedInTexts(analysis.blocks);
    for (const [b, block] of analysis.blocks.entries()) {
      const article = articleOf(block);
      if (article !== before) {
        yield* findingsOf(analysis, waiting.flat());
        waiting = newStacks();
      }
      before = article;
      const { opened, unopened } = pairedTexts[b] as Paired;
      for (const marks of waiting) {
        let given = marks.findIndex((mark) => block.index - mark.block.index < REACH);
        if (given < 0) given = marks.length;
        yield* findingsOf(analysis, marks.splice(0, given));
      }
      // The quotation goes on in a new paragraph, which opens with the mark again.
      const quotations = waiting[QUOTATION] ?? [];
      if (block.text.startsWith("“") && quotations.at(-1)?.block.index === block.index - 1) quotations.pop();
      for (const mark of unopened) if (!waiting[mark.kind]?.pop()) yield findingOf(analysis, { ...mark, block });
      for (const mark of opened) waiting[mark.kind]?.push({ ...mark, block });
    }
    yield* findingsOf(analysis, waiting.flat());
  },
};

/** A mark that is still open after so many blocks has no partner. */
const REACH = 12;
/** Index of “” in {@link KINDS}. */
const QUOTATION = 0;

/** One stack of open marks for each kind. */
function newStacks(): Mark[][] {
  return KINDS.map(() => []);
}

function findingsOf(analysis: Analysis, marks: readonly Mark[]): BareFinding[] {
  return marks.map((mark) => findingOf(analysis, mark));
}

/** A mark of a text. */
interface TextMark {
  readonly offset: number;
  readonly char: string;
  /** Index into {@link KINDS}. */
  readonly kind: number;
}

/** The same in a block's joined text. */
interface Mark extends TextMark {
  readonly block: Block;
}

/** The marks of a text that have no partner in it: those that stay open, and closing ones. */
interface Paired {
  readonly opened: readonly TextMark[];
  readonly unopened: readonly TextMark[];
}

const KIND_OF = new Map(
  KINDS.flatMap(([opening, closing], kind) => [...opening, ...closing].map((char) => [char, kind] as const)),
);
const OPENING = new Set(KINDS.flatMap(([opening]) => [...opening]));
const ANY = new RegExp(`[${[...KIND_OF.keys()].join("")}]`, "gu");

const pairedInTexts = byText(paired);

/** Pairs the marks of a text. */
function paired(text: string): Paired {
  const opened = KINDS.map((): TextMark[] => []);
  const unopened: TextMark[] = [];
  for (const { index: offset, 0: char } of text.matchAll(ANY)) {
    const kind = KIND_OF.get(char) as number;
    if (OPENING.has(char)) {
      if (!isYear(text, offset, char)) opened[kind]?.push({ offset, char, kind });
    } else if (opened[kind]?.pop()) continue;
    else if (!isApostrophe(text, offset, char) && !isItemNumber(text, offset, char))
      unopened.push({ offset, char, kind });
  }
  return { opened: opened.flat(), unopened };
}

/** ’ in People’s. */
function isApostrophe(text: string, offset: number, char: string): boolean {
  return char === "’" && /[\p{Script=Latin}\d]/u.test(text.charAt(offset - 1));
}

/** ‘ in ‘08, where it stands for digits left out. */
function isYear(text: string, offset: number, char: string): boolean {
  return char === "‘" && /^\d\d(?!\d)(?![^‘’]*’)/u.test(text.slice(offset + 1, offset + 40));
}

/** 1） and a) number the items of a list. */
function isItemNumber(text: string, offset: number, char: string): boolean {
  if (char !== "）" && char !== ")") return false;
  return /(?:^|[\s。；，、：“])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2}|[①-⑳])$/u.test(
    text.slice(Math.max(0, offset - 4), offset),
  );
}

/** The article a block belongs to; blocks of none are one neighbourhood of their own. */
function articleIndex({ articles }: Analysis): (block: Block) => number {
  const byBlock = new Map<number, number>();
  for (const article of articles) for (const block of article.blocks) byBlock.set(block.index, article.index);
  return (block) => byBlock.get(block.index) ?? -1;
}

function findingOf({ text }: Analysis, { block, offset, char, kind }: Mark): BareFinding {
  const [span] = toPageSpans(text, block, offset, offset + char.length);
  const [opening, closing] = KINDS[kind] as readonly [string, string];
  const missing = OPENING.has(char) ? closing.charAt(0) : opening.charAt(0);
  return {
    start: span?.start ?? block.start,
    end: span?.end ?? block.end,
    message: { zh: `标点 ${char} 没有配对的 ${missing}`, en: `${char} has no matching ${missing}` },
  };
}
