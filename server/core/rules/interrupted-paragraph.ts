/** A sentence in whose middle something else stands: a folio, a table, a caption that the page had room for there. */

import type { Block } from "../layout/types.ts";
import { characterStart } from "./gap-edits.ts";
import type { PageRule } from "./rule.ts";

export const interruptedParagraph: PageRule = {
  id: "interrupted-paragraph",
  title: { zh: "段落被隔断", en: "Interrupted paragraph" },
  why: {
    zh: "版面信息、表格、图片说明等排在一句话中间，取出文字后，这一段就成了两截，搜索和识别都找不全。",
    en:
      "Where a folio, a table or a caption stands in the middle of a sentence, its paragraph comes in two parts, and what " +
      "they say together is not found in either.",
  },
  severity: "information",
  fixes: ["unsafe"],
  examples: [
    {
      page: [
        "云溪县今年把修建乡村道路列为十件实事",
        "",
        "之首，从年初到现在已经完成总里程的七成，",
        "",
        "沿线群众出行难的老问题得到了缓解，山货⟦也⟧",
        "",
        "第3版　2022年8月17日　星期三",
        "",
        "能当天运到青川市里去卖，乡亲们都说这条路",
        "",
        "修到了心坎上。",
      ].join("\n"),
      fixed: [
        "云溪县今年把修建乡村道路列为十件实事",
        "",
        "之首，从年初到现在已经完成总里程的七成，",
        "",
        "沿线群众出行难的老问题得到了缓解，山货也能当天运到青川市里去卖，乡亲们都说这条路",
        "",
        "修到了心坎上。",
        "",
        "第3版　2022年8月17日　星期三",
      ].join("\n"),
    },
  ],
  silent: [{ page: "图为云溪县城一角。记者 王某某 摄\n\n□ 本报记者 王某某\n" }],

  *check({ text, page, blocks, interruptions }) {
    for (const { before, after } of interruptions) {
      const paragraph = blocks[before] as Block;
      const rest = blocks[after] as Block;
      const [first, last] = [blocks[before + 1] as Block, blocks[after - 1] as Block];
      const blank = page.eol + page.eol;
      yield {
        start: characterStart(text, paragraph.end),
        end: paragraph.end,
        message: {
          zh: `段落在这里被隔断，接着的是“${opening(rest)}”`,
          en: `The paragraph is interrupted here and goes on with “${opening(rest)}”`,
        },
        related: [
          {
            start: rest.start,
            end: rest.start + 1,
            message: { zh: "段落由此接下去", en: "The paragraph goes on here" },
          },
        ],
        fix: {
          title: { zh: "把隔断它的内容移到段后", en: "Move what interrupts it behind the paragraph" },
          safety: "unsafe",
          edits: [
            { start: paragraph.end, end: rest.start, newText: "" },
            { start: rest.end, end: rest.end, newText: blank + text.slice(first.start, last.end) },
          ],
        },
      };
    }
  },
};

/** The first words of a block. */
function opening({ text }: Block): string {
  return text.length > 10 ? `${text.slice(0, 10)}…` : text;
}
