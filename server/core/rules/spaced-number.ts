/** Blanks between numerals, Latin words or addresses and Han characters: none as newspapers print, or one where the house wants it. */

import { addressKind } from "../layout/addresses.ts";
import { bareBorders } from "../layout/gaps/borders.ts";
import { CLASS, classBefore } from "../layout/gaps/classes.ts";
import type { Block } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import type { Localised } from "../text/locale.ts";
import type { TextEdit } from "../text/text.ts";
import { gapEdit, tokenEnd, tokenStart } from "./gap-edits.ts";
import type { PageRule } from "./rule.ts";
import { shortened } from "./shortened.ts";

/**
 * With `numberSpacing: "none"` each blank between a numeral or Latin word and a Han character goes. With `"spaced"`
 * each such border has exactly one, dates and ordinals included (`2022 年 8 月`, `第 3 版`): one rule without
 * exceptions is one that a page can be held to.
 */
export const spacedNumber: PageRule = {
  id: "spaced-number",
  title: { zh: "数字、字母与汉字之间的空格", en: "Blank beside a number or Latin word" },
  why: {
    zh: "报纸排印，数字与汉字之间只留不到四分之一字的间隙，由排版软件给出，文字里没有空格；取出时它变成了空格。要不要空格由本社体例决定（设置 galley.numberSpacing），同一版面应当一致。",
    en:
      "Typesetting gives a numeral a gap of up to a quarter em; the text itself has no blank there until an " +
      "extractor makes one of it. Whether there is one is a matter of house style (galley.numberSpacing), and " +
      "one page should have one style.",
  },
  severity: "information",
  fixes: ["safe"],
  examples: [
    { page: "库中的⟦ 116⟧个项目已经开工。\n", fixed: "库中的116个项目已经开工。\n" },
    { page: "投稿邮箱⟦ gao@yunxi.example⟧，不收纸稿。\n", fixed: "投稿邮箱gao@yunxi.example，不收纸稿。\n" },
    { page: "谋划⟦ 2023 ⟧年的⟦ 3D ⟧打印。\n", fixed: "谋划2023年的3D打印。\n" },
    {
      page: "全县有⟦16⟧个乡镇、230 个村，村村通了 ⟦5G⟧网。\n",
      fixed: "全县有 16 个乡镇、230 个村，村村通了 5G 网。\n",
      settings: { numberSpacing: "spaced" },
    },
  ],
  silent: [
    { page: "详情请登录www.yunxi.example/zwgk 查询。\n" },
    { page: "第3版 2022年8月16日 星期二\n" },
    { page: "记者 康某某 8月15日报道\n" },
    { page: "（记者 康某某） 8月15日，天晴。\n" },
    { page: "全县有 16 个乡镇。\n", settings: { numberSpacing: "spaced" } },
  ],

  *check(analysis) {
    for (const block of analysis.blocks) {
      let before: Border | undefined;
      for (const border of bordersOf(analysis, block)) {
        if (before && border.side === "after" && border.token.start === before.token.start) {
          yield findingOf(analysis, [before, border]);
          before = undefined;
          continue;
        }
        if (before) yield findingOf(analysis, [before]);
        if (border.side === "before") before = border;
        else {
          before = undefined;
          yield findingOf(analysis, [border]);
        }
      }
      if (before) yield findingOf(analysis, [before]);
    }
  },
};

/** A border of a numeral or word that lacks its blank or has one too many. */
interface Border {
  readonly side: "before" | "after";
  readonly edit: TextEdit;
  readonly token: { readonly start: number; readonly end: number };
}

function bordersOf(analysis: Analysis, block: Block): Border[] {
  const { text, settings } = analysis;
  const edits: TextEdit[] = [];
  for (const gap of block.gaps) {
    const edit = gap.cause === "number" ? gapEdit(analysis, gap) : undefined;
    if (edit) edits.push(edit);
  }
  if (settings.numberSpacing === "spaced")
    for (const at of bareBorders(text, block, block.gaps)) edits.push({ start: at, end: at, newText: " " });
  return edits.sort((a, b) => a.start - b.start).map((edit) => borderOf(text, edit));
}

function borderOf(text: string, edit: TextEdit): Border {
  const isBefore = classBefore(text, edit.start) === CLASS.han;
  return isBefore
    ? { side: "before", edit, token: { start: edit.end, end: tokenEnd(text, edit.end) } }
    : { side: "after", edit, token: { start: tokenStart(text, edit.start), end: edit.start } };
}

function findingOf({ text, settings }: Analysis, borders: readonly Border[]): BareFinding {
  const first = borders[0] as Border;
  const last = borders.at(-1) as Border;
  const token = text.slice(first.token.start, first.token.end);
  const shown = shortened(token);
  const address = addressKind(token);
  const named = address
    ? { zh: `${ADDRESSES[address].zh}“${shown}”`, en: `${ADDRESSES[address].en} “${shown}”` }
    : { zh: `“${shown}”`, en: `“${shown}”` };
  const both = borders.length > 1;
  const zh = both ? "前后" : first.side === "before" ? "前" : "后";
  const en = both ? "around" : first.side === "before" ? "before" : "after";
  const spaced = settings.numberSpacing === "spaced";
  return {
    start: Math.min(first.edit.start, first.token.start),
    end: Math.max(last.edit.end, last.token.end),
    message: spaced
      ? { zh: `${named.zh}${zh}应空一格`, en: `There should be one blank ${en} ${named.en}` }
      : { zh: `${named.zh}${zh}多了空格`, en: `Blank ${en} ${named.en}` },
    fix: {
      title: spaced
        ? { zh: `${named.zh}${zh}空一格`, en: `Put one blank ${en} ${named.en}` }
        : { zh: `删去${named.zh}${zh}的空格`, en: `Remove the blank ${en} ${named.en}` },
      safety: "safe",
      edits: borders.map(({ edit }) => edit),
    },
  };
}

const ADDRESSES: Readonly<Record<"web" | "mail", Localised>> = {
  web: { zh: "网址", en: "the web address" },
  mail: { zh: "邮箱地址", en: "the e-mail address" },
};
