/** A line that was stretched to the measure, with a blank between all its characters. */

import type { Gap } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import type { TextEdit } from "../text/text.ts";
import { characterEnd, characterStart, gapEdit } from "./gap-edits.ts";
import type { PageRule } from "./rule.ts";

export const spacedOutLine: PageRule = {
  id: "spaced-out-line",
  title: { zh: "字间空格", en: "Spaced-out line" },
  why: {
    zh: "排版时为使一行两端对齐而拉开字距，取出后每两个字之间都成了空格，这一行里的词一个也搜索不到。",
    en: "A line set wide to fill its column comes out with a blank between all its characters, and no word in it can be found.",
  },
  severity: "warning",
  fixes: ["safe"],
  examples: [
    {
      page: "⟦以 实 际 行 动 迎 接 丰 收 的 到 来 。⟧\n",
      fixed: "以实际行动迎接丰收的到来。\n",
    },
    { page: "⟦全 县 6 个 乡 镇 ，1 2 个 村 通 了 车⟧。\n", fixed: "全县6个乡镇，12个村通了车。\n" },
  ],
  silent: [{ page: "王  强  李  明\n" }, { page: "编 者 按\n" }, { page: "“青山常在 绿水长流 云溪美丽 人人有责”\n" }],

  *check(analysis) {
    for (const block of analysis.blocks) {
      let line: { gap: Gap; edit: TextEdit }[] = [];
      for (const gap of block.gaps) {
        if (gap.cause === "wrap" && line.length > 0) {
          yield findingOf(analysis, line);
          line = [];
        }
        const edit = gap.cause === "justified" ? gapEdit(analysis, gap) : undefined;
        if (edit) line.push({ gap, edit });
      }
      if (line.length > 0) yield findingOf(analysis, line);
    }
  },
};

function findingOf({ text }: Analysis, line: readonly { gap: Gap; edit: TextEdit }[]): BareFinding {
  return {
    start: characterStart(text, line[0]?.gap.start ?? 0),
    end: characterEnd(text, line.at(-1)?.gap.end ?? 0),
    message: {
      zh: `字与字之间有 ${line.length} 处空格，是排版拉开的字距`,
      en: `${line.length} blanks between the characters, from a line set wide`,
    },
    fix: {
      title: { zh: "合拢这一行", en: "Close the line up" },
      safety: "safe",
      edits: line.map(({ edit }) => edit),
    },
  };
}
