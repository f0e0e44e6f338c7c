/** A numeral, or a number and its unit, cut by blanks or by a line end. */

import { toJoined, toPageSpans } from "../layout/joined.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import { characterEnd, type GapEdit, gapEdits, tokenEnd, tokenStart } from "./gap-edits.ts";
import type { PageRule } from "./rule.ts";

export const splitNumber: PageRule = {
  id: "split-number",
  title: { zh: "数量被拆开", en: "Number cut in two" },
  why: {
    zh: "GB/T 15835-2011 规定，阿拉伯数字书写的数值不能断行拆开；数与单位拆开，读者同样要回头再看，检索也找不到。按《报纸编校差错率计算方法》，数字有错，一处计一个差错。",
    en: "GB/T 15835-2011 keeps a numeral on one line. A number parted from its unit makes readers go back just as much, and no search finds it.",
  },
  severity: "warning",
  fixes: ["safe"],
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
    if (last !== undefined && tokenEnd(text, last) !== found.gap.start) {
      yield findingOf(text, group);
      group = [];
    }
    group.push(found);
  }
  if (group.length > 0) yield findingOf(text, group);
}

function findingOf(text: string, group: readonly GapEdit[]): BareFinding {
  const first = (group[0] as GapEdit).gap;
  const last = (group.at(-1) as GapEdit).gap;
  const start = tokenStart(text, first.start);
  const end = Math.max(tokenEnd(text, last.end), characterEnd(text, last.end));
  const whole = [start, ...group.flatMap(({ gap }) => [gap.start, gap.end]), end];
  let joined = "";
  for (let i = 0; i < whole.length; i += 2) joined += text.slice(whole[i], whole[i + 1]);
  return {
    start,
    end,
    message: {
      zh: `“${text.slice(start, end)}”中间多了空格，应为“${joined}”`,
      en: `Blank inside “${text.slice(start, end)}”: it should be “${joined}”`,
    },
    fix: {
      title: { zh: `连为“${joined}”`, en: `Close up to “${joined}”` },
      safety: "safe",
      edits: group.map(({ edit }) => edit),
    },
  };
}

const NUMERAL = /\d[\d.,]*[十百千万亿]*$/u;
const UNIT =
  "(?:平方公里|平方千米|平方米|立方米|千瓦时|公里|公斤|公顷|公分|千米|千克|千瓦|厘米|毫米|海里|分钟|小时|美元|欧元|日元|人次|年|月|日|时|分|秒|点|号|元|角|吨|米|里|斤|升|克|亩|方|户|家|口|人|名|位|个|件|条|项|种|次|届|期|批|辆|台|套|座|岁|倍|成|度|级|版|章|节|页|张|只|头|匹|株|棵|颗|根|支|把|块|片|层|栋|幢|间|所|处|场|站|村|镇|乡|县|市|省|区|队|班|组|门|类|款|部|本|册|篇|首|幅|份|封|双|对|架|艘|列|枚|盏|道|盒|瓶|箱|袋|周|天|夜)";
const GOES_ON = new RegExp(
  `^(?:[\\d]+(?:[.,]\\d+)*|[.,]\\d+|[%‰℃％]|[十百千万亿]+[余多]?${UNIT}?|[余多]?${UNIT})`,
  "u",
);

/** How far a numeral is looked for on either side of a line end. */
const NEAR = 24;

function* cutByLineEnds(analysis: Analysis): Generator<BareFinding> {
  for (const { block, gap, edit } of gapEdits(analysis, "wrap")) {
    if (gap.joined !== "") continue;
    const cut = toJoined(block, gap.start);
    const numeral = NUMERAL.exec(block.text.slice(Math.max(0, cut - NEAR), cut))?.[0];
    const rest = numeral && GOES_ON.exec(block.text.slice(cut, cut + NEAR))?.[0];
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
      fix: { title: { zh: `连为“${whole}”`, en: `Join to “${whole}”` }, safety: "safe", edits: [edit] },
    };
  }
}
