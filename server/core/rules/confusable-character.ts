/** A letter in the place of a digit, and 囗 in the place of 口: told by what stands round them. */

import { restOfNumber } from "../layout/number-across.ts";
import type { Block } from "../layout/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding } from "../page/finding.ts";
import type { Localised } from "../text/locale.ts";
import { byText } from "./by-text.ts";
import { joinedEdits, pageSpan } from "./joined-edits.ts";
import type { PageRule } from "./rule.ts";
import { shortened } from "./shortened.ts";

export const confusableCharacter: PageRule = {
  id: "confusable-character",
  title: { zh: "形近误字", en: "Mistaken character" },
  why: {
    zh: "识别和录入时，数字 0、1 常错成字母 O、l，汉字年份里的“〇”错成 O 或 0，“口”错成“囗”：看着差不多，数却不成数，词也搜不到。只在前后文能断定时提示，改不改由编辑定。",
    en:
      "Recognition and typing confuse the digits 0 and 1 with the letters O and l, 〇 in years with O or 0, and 口 with " +
      "囗: they look much the same, but the figure is none, and no search finds the word. Only what stands round them " +
      "decides, and the change is an editor's choice.",
  },
  severity: "warning",
  fixes: ["unsafe"],
  counts: "character",
  examples: [
    { page: "⟦2O22⟧年，产量增长⟦1O.5⟧%。\n", fixed: "2022年，产量增长10.5%。\n" },
    { page: "⟦二O二二⟧年，全县人⟦囗⟧二十万。\n", fixed: "二〇二二年，全县人口二十万。\n" },
  ],
  silent: [
    { page: "O2O模式进村，医院添了3O平台，用上H2O检测仪。\n" },
    { page: "水池容量5l，见https://example.com/s/52o1uUER。\n" },
  ],

  *check(analysis) {
    for (const [b, mistakes] of mistakesInTexts(analysis.blocks).entries())
      for (const mistake of mistakes) yield findingOf(analysis, analysis.blocks[b] as Block, mistake);
  },
};

const mistakesInTexts = byText((text) => [...figures(text), ...hanNumerals(text), ...enclosures(text)]);

/** Digits with letters among them that look like one, no letter beside them; groups: a decimal or a time has several. */
const FIGURE = /(?<![\p{Script=Latin}\d.,:/_-])[\dOoＯｏlI〇]+(?:[.,:][\dOoＯｏlI〇]+)*(?![\p{Script=Latin}\d/_-])/gu;
const ZERO = /[OoＯｏ〇]/gu;
const ONE = /[lI]/gu;

function* figures(text: string): Generator<Mistake> {
  for (const { index: start, 0: figure } of text.matchAll(FIGURE)) {
    const ones = figure.match(ONE)?.length ?? 0;
    const zeros = figure.match(ZERO)?.length ?? 0;
    if (ones + zeros === 0 || !/\d/u.test(figure) || ones + zeros > figure.length / 2) continue;
    // O2O and the like begin with the letter; a figure does so only before its point.
    if (!/^(?:\d|[OoＯｏ]\.|[lI]\d)/u.test(figure)) continue;
    const digits = figure.replace(ZERO, "0").replace(ONE, "1");
    const rest = text.slice(start + figure.length, start + figure.length + 8);
    const isDateOrShare = /^\s?[年月日%％]/u.test(rest);
    if (ones > 0 ? !isDateOrShare : !isDateOrShare && !/^[‰℃]/u.test(rest) && !restOfNumber(digits, rest)) continue;
    yield {
      start,
      wrong: figure,
      right: digits,
      message: {
        zh: `“${shortened(figure)}”里混有字母，应为“${shortened(digits)}”`,
        en: `“${shortened(figure)}” has letters among its digits: “${shortened(digits)}”`,
      },
    };
  }
}

/** Chinese digits with a letter or an Arabic 0 in the place of 〇: a year, or a number of three and more. */
const HAN_NUMERAL = /(?<![\dA-Za-z])[零〇一二三四五六七八九][零〇一二三四五六七八九OoＯ0]+(?![\dA-Za-z])/gu;

function* hanNumerals(text: string): Generator<Mistake> {
  for (const { index: start, 0: numeral } of text.matchAll(HAN_NUMERAL)) {
    if (!/[OoＯ0]/u.test(numeral)) continue;
    if (numeral.length < 3 && !/[年后]/u.test(text.charAt(start + numeral.length))) continue;
    const right = numeral.replace(/[OoＯ0]/gu, "〇");
    yield {
      start,
      wrong: numeral,
      right,
      message: {
        zh: `“${shortened(numeral)}”里的圈应为汉字“〇”：“${shortened(right)}”`,
        en: `The circle in “${shortened(numeral)}” should be 〇: “${shortened(right)}”`,
      },
    };
  }
}

/** 囗 is an old form that no newspaper writes; before a byline it is the box □. */
function* enclosures(text: string): Generator<Mistake> {
  for (let start = text.indexOf("囗"); start >= 0; start = text.indexOf("囗", start + 1)) {
    const right = start === 0 && /^囗\s*(?:本报|记者|通讯员|特约)/u.test(text) ? "□" : "口";
    yield {
      start,
      wrong: "囗",
      right,
      message: {
        zh: `此处的“囗”疑为“${right}”`,
        en: `囗 probably stands for ${right} here`,
      },
    };
  }
}

interface Mistake {
  /** Offset in the text. */
  readonly start: number;
  readonly wrong: string;
  readonly right: string;
  readonly message: Localised;
}

/** Each character that differs is an edit of its own. */
function findingOf(analysis: Analysis, block: Block, { start, wrong, right, message }: Mistake): BareFinding {
  const edits = [...right].flatMap((char, i) =>
    char === wrong[i] ? [] : joinedEdits(analysis, block, { start: start + i, end: start + i + 1 }, char),
  );
  return {
    ...pageSpan(analysis, block, { start, end: start + wrong.length }),
    message,
    fix: {
      title: { zh: `改为“${shortened(right)}”`, en: `Replace with “${shortened(right)}”` },
      safety: "unsafe",
      edits,
    },
  };
}
