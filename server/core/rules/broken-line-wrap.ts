/** A paragraph cut into lines: the line ends that the column's width made, not the writer. */

import type { Block } from "../layout/types.ts";
import type { BareFinding, Fix } from "../page/finding.ts";
import type { Localised } from "../text/locale.ts";
import { characterStart, gapEdits } from "./gap-edits.ts";
import type { PageRule } from "./rule.ts";

const DOUBTFUL = {
  zh: "段落也许没有完：这一行与下一行可能是一段，也可能是两段，请编辑判断",
  en: "The paragraph may go on after this line end, or may end with it: for the editor to decide",
};

export const brokenLineWrap: PageRule = {
  id: "broken-line-wrap",
  title: { zh: "段内断行", en: "Line wrap inside a paragraph" },
  why: {
    zh: "从版面中取出的文字，每到栏边就断一行。断开的词、人名和数量搜索不到，也无法重新排版；段落应连成一行，由阅读的窗口去折行。",
    en:
      "Text taken out of a page has a line break wherever the column ended. A word, a name or a quantity that " +
      "is cut cannot be found or set anew; a paragraph should be one line, for the window to wrap.",
  },
  severity: "warning",
  fixes: ["safe", "doubtful"],
  examples: [
    {
      page: [
        "云溪县今年把修建乡村道路列为十件实事之首，从年初⟦到⟧",
        "",
        "现在已经完成总里程的七成，沿线群众出行难的老问题⟦得⟧",
        "",
        "到了缓解，山货也能当天运到青川市里去卖，乡亲们都⟦说⟧",
        "",
        "这条路修到了心坎上。",
      ].join("\n"),
      fixed:
        "云溪县今年把修建乡村道路列为十件实事之首，从年初到现在已经完成总里程的七成，沿线群众出行难的老问题得到了缓解，山货也能当天运到青川市里去卖，乡亲们都说这条路修到了心坎上。",
    },
    {
      page: [
        "乡亲们都⟦说⟧",
        "",
        "这条路好",
        "",
        "云溪县今年把修建乡村道路列为十⟦件⟧",
        "",
        "实事之首，从年初到现在已经完成总里⟦程⟧",
        "",
        "的七成，沿线群众出行难的老问题得⟦到⟧",
        "",
        "了缓解。",
      ].join("\n"),
      fixed:
        "乡亲们都说这条路好\n\n云溪县今年把修建乡村道路列为十件实事之首，从年初到现在已经完成总里程的七成，沿线群众出行难的老问题得到了缓解。",
    },
  ],
  silent: [{ page: "图为云溪县城一角。记者 王某某 摄\n\n□ 本报记者 王某某\n" }],

  *check(analysis) {
    const { text, blocks, mayGoOn } = analysis;
    const reasons = new Map(analysis.wraps.map((wrap) => [wrap.start, wrap.reason]));
    for (const { gap, edit, safety } of gapEdits(analysis, "wrap")) {
      const says = safety === "doubtful" ? DOUBTFUL : goesOn(reasons.get(gap.start));
      yield findingAt(text, gap.start, says, { safety, edits: [edit] });
    }
    for (const index of mayGoOn) {
      const [block, next] = [blocks[index] as Block, blocks[index + 1] as Block];
      const edit = { start: block.end, end: next.start, newText: "" };
      yield findingAt(text, block.end, DOUBTFUL, { safety: "doubtful", edits: [edit] });
    }
  },
};

/** The finding on a line's last character: a range over the blank lines after it would underline those too. */
function findingAt(text: string, end: number, message: Localised, fix: Omit<Fix, "title">): BareFinding {
  const title = { zh: "接上下一行", en: "Join with the next line" };
  return { start: characterStart(text, end), end, message, fix: { title, ...fix } };
}

function goesOn(reason: Localised | undefined): Localised {
  return {
    zh: reason ? `段落没有完，行却断了（${reason.zh}）` : "段落没有完，行却断了",
    en: reason
      ? `The paragraph goes on after this line end: ${reason.en}`
      : "The paragraph goes on after this line end",
  };
}
