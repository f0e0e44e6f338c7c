/** A numeral, or a number and its unit, cut by blanks or by a line end. */

import { toJoined, toPageSpans } from "../layout/joined.ts";
import { restOfNumber } from "../layout/number-across.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import { characterEnd, type GapEdit, gapEdits, tokenEnd, tokenStart } from "./gap-edits.ts";
import type { PageRule } from "./rule.ts";
import { shortened } from "./shortened.ts";

export const splitNumber: PageRule = {
  id: "split-number",
  title: { zh: "数量被拆开", en: "Number cut in two" },
  why: {
    zh: "GB/T 15835-2011 规定，阿拉伯数字书写的数值不能断行拆开；数与单位拆开，读者同样要回头再看，检索也找不到。按《报纸编校差错率计算方法》，数字有错，一处计一个差错。",
    en: "GB/T 15835-2011 keeps a numeral on one line. A number parted from its unit makes readers go back just as much, and no search finds it.",
  },
  severity: "warning",
  fixes: ["safe", "doubtful"],
  absorbs: ["broken-line-wrap", "spaced-number"],
  examples: [
    {
      page: [
        "青川市云溪镇的便民大厅从去年冬天开门到今年⟦6",
        "月⟧份，一共为乡亲们代办了大大小小的事情几百件，",
        "",
        "最远的一位老人从三十里外的山上赶来。",
      ].join("\n"),
      fixed: [
        "青川市云溪镇的便民大厅从去年冬天开门到今年6月份，一共为乡亲们代办了大大小小的事情几百件，",
        "",
        "最远的一位老人从三十里外的山上赶来。",
      ].join("\n"),
    },
    { page: "产量同比增长⟦12.5 %⟧。\n", fixed: "产量同比增长12.5%。\n" },
    { page: "总投资⟦2 . 6⟧亿元。\n", fixed: "总投资2.6亿元。\n" },
    { page: "规划期为⟦2021 — 2025⟧年，总投资⟦1, 234, 567⟧元。\n", fixed: "规划期为2021—2025年，总投资1,234,567元。\n" },
    { page: "各村得票依次为⟦1, 205⟧。\n", fixed: "各村得票依次为1,205。\n" },
  ],
  silent: [{ page: "电话：0358 8222 222\n" }, { page: "共1 234 567人\n" }, { page: "比分2 : 1\n" }],

  *check(analysis) {
    yield* cutByBlanks(analysis);
    yield* cutByLineEnds(analysis);
  },
};

/** One finding for a number, however many blanks it has in it. */
function* cutByBlanks(analysis: Analysis): Generator<BareFinding> {
  const { text } = analysis;
  let group: GapEdit[] = [];
  for (const found of gapEdits(analysis, "inside-number")) {
    const last = group.at(-1)?.gap.end;
    if (last !== undefined && !(isOneFigure(text, last, found.gap.start) && found.safety === group[0]?.safety)) {
      yield findingOf(text, group);
      group = [];
    }
    group.push(found);
  }
  if (group.length > 0) yield findingOf(text, group);
}

/** Whether the text between two blanks belongs to the same figure: digits with their marks, or the dash of a span. */
function isOneFigure(text: string, start: number, end: number): boolean {
  return tokenEnd(text, start) === end || /^[—–：]$/u.test(text.slice(start, end));
}

function findingOf(text: string, group: readonly GapEdit[]): BareFinding {
  const first = (group[0] as GapEdit).gap;
  const last = (group.at(-1) as GapEdit).gap;
  const start = tokenStart(text, first.start);
  const end = Math.max(tokenEnd(text, last.end), characterEnd(text, last.end));
  const whole = [start, ...group.flatMap(({ gap }) => [gap.start, gap.end]), end];
  let joined = "";
  for (let i = 0; i < whole.length; i += 2) joined += text.slice(whole[i], whole[i + 1]);
  const shown = shortened(joined);
  return {
    start,
    end,
    message: {
      zh: `“${shortened(text.slice(start, end))}”中间多了空格，应为“${shown}”`,
      en: `Blank inside “${shortened(text.slice(start, end))}”: it should be “${shown}”`,
    },
    fix: {
      title: { zh: `连为“${shown}”`, en: `Close up to “${shown}”` },
      safety: group[0]?.safety ?? "safe",
      edits: group.map(({ edit }) => edit),
    },
  };
}

const NUMERAL = /\d[\d.,]*[十百千万亿]*$/u;

/** The last character of one. */
const ENDS_NUMERAL = /[\d.,十百千万亿]/u;

/** How far a numeral is looked for on either side of a line end. */
const NEAR = 24;

function* cutByLineEnds(analysis: Analysis): Generator<BareFinding> {
  for (const { block, gap, edit, safety } of gapEdits(analysis, "wrap")) {
    if (gap.joined !== "") continue;
    const cut = toJoined(block, gap.start);
    if (!ENDS_NUMERAL.test(block.text.charAt(cut - 1))) continue;
    const numeral = NUMERAL.exec(block.text.slice(Math.max(0, cut - NEAR), cut))?.[0];
    const rest = numeral && restOfNumber(numeral, block.text.slice(cut, cut + NEAR));
    if (!rest) continue;
    const spans = toPageSpans(analysis.text, block, cut - numeral.length, cut + rest.length);
    const start = spans[0]?.start ?? gap.start;
    const end = spans.at(-1)?.end ?? gap.end;
    const whole = numeral + rest;
    yield {
      start,
      end,
      message: {
        zh: `“${numeral}”与“${rest}”被断行拆开，应连为“${whole}”`,
        en: `The line end cuts “${whole}” in two, between “${numeral}” and “${rest}”`,
      },
      fix: {
        title: { zh: `连为“${whole}”`, en: `Join to “${whole}”` },
        safety,
        edits: [edit],
      },
    };
  }
}
