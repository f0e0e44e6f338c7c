/** Columns that were read row by row: a line of the one, a line of the other. */

import type { Block } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import { indexAtOffset, type Line } from "../text/text.ts";
import type { PageRule } from "./rule.ts";

/** The page of the examples once its columns are taken apart. */
const COLUMN_BY_COLUMN = [
  "云溪县今年把修建乡村道路列为",
  "十件实事之首，从年初到现在已经完",
  "成总里程的七成，沿线群众出行难的",
  "老问题得到了缓解。",
  "山货当天就能运到青川市里去卖，",
  "乡亲们都说，这条路修到了心坎上，",
  "出门再也不用踩泥。",
  "县里打算到明年底把剩下的村道",
  "都修完，桥梁和涵洞也一并加固。",
  "青川市图书馆近日延长了夜间开",
  "放的时间，新添座位六百个。",
  "下班以后来读书的人比去年多了",
  "一倍，自习室里座无虚席，馆里还请",
  "来退休的老教师，每逢周末给孩子们",
  "讲古诗。",
  "馆长说，到了冬天还要把开放的",
  "时间再往后延长一个小时。",
].join("\n\n");

export const interleavedColumns: PageRule = {
  id: "interleaved-columns",
  title: { zh: "分栏横读", en: "Columns read row by row" },
  why: {
    zh:
      "有的程序取分栏的版面时逐行横读，左栏一行、右栏一行交替出现，每一行都接在隔一行之后。这样的行不能接上下一行；" +
      "最好按栏重新取一遍（如 pdftotext -raw），或者把各栏分开再校。",
    en:
      "Some programs read columns row by row, so that lines of one and of the other take turns and each goes on in the next " +
      "but one. None of them may be joined with the next: extract the page again column by column (pdftotext -raw), or " +
      "take the columns apart first.",
  },
  severity: "warning",
  fixes: ["unsafe"],
  examples: [
    {
      page: [
        "⟦云溪县今年把修建乡村道路列为⟧",
        "青川市图书馆近日延长了夜间开",
        "十件实事之首，从年初到现在已经完",
        "放的时间，新添座位六百个。",
        "成总里程的七成，沿线群众出行难的",
        "下班以后来读书的人比去年多了",
        "老问题得到了缓解。",
        "一倍，自习室里座无虚席，馆里还请",
        "山货当天就能运到青川市里去卖，",
        "来退休的老教师，每逢周末给孩子们",
        "乡亲们都说，这条路修到了心坎上，",
        "讲古诗。",
        "出门再也不用踩泥。",
        "馆长说，到了冬天还要把开放的",
        "县里打算到明年底把剩下的村道",
        "时间再往后延长一个小时。",
        "都修完，桥梁和涵洞也一并加固。",
      ].join("\n\n"),
      fixed: COLUMN_BY_COLUMN,
    },
  ],
  silent: [
    {
      page: COLUMN_BY_COLUMN,
    },
  ],

  *check(analysis) {
    const { blocks, interleaved } = analysis;
    for (const { columns } of interleaved) {
      const lines = columns.flat().map((index) => blocks[index] as Block);
      const first = columns[0]?.[0] ?? 0;
      const last = columns.reduce((most, column) => Math.max(most, column.at(-1) ?? 0), first);
      const [opening, ending] = [blocks[first] as Block, blocks[last] as Block];
      yield {
        start: opening.start,
        end: opening.end,
        message: {
          zh: `由此起 ${lines.length} 行是几栏文字横读而成，各栏的行交替出现，不能上下相接：请按栏重新取出这一版（如 pdftotext -raw）`,
          en: `From here ${lines.length} lines are columns read row by row, so no line goes on in the next one: extract the page again column by column (pdftotext -raw)`,
        },
        related: [
          {
            start: ending.start,
            end: ending.end,
            message: { zh: "横读到这里为止", en: "The last line of them" },
          },
        ],
        fix: {
          title: { zh: "把各栏分开，依次排列", en: "Take the columns apart, one after the other" },
          safety: "unsafe",
          edits: [
            {
              start: lineOf(analysis, opening).start,
              end: lineOf(analysis, ending).end,
              newText: lines.map((line) => wholeLine(analysis, line)).join(betweenLines(analysis, first, last)),
            },
          ],
        },
      };
    }
  },
};

function lineOf({ page }: Analysis, { start }: Block): Line {
  return page.lines[indexAtOffset(page.lines, start)] as Line;
}

/** A block's line with the white space at its ends. */
function wholeLine(analysis: Analysis, block: Block): string {
  return lineOf(analysis, block).text;
}

/** What stands between most lines from one block to another: a blank line or none. */
function betweenLines({ page, blocks }: Analysis, first: number, last: number): string {
  const apart = (blocks[last] as Block).firstLine - (blocks[first] as Block).firstLine;
  return apart > 1.5 * (last - first) ? page.eol + page.eol : page.eol;
}
