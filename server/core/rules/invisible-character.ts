/** Characters without a shape of their own that defeat a search: soft hyphens, joiners, direction marks, control codes. */

import { visibleCode } from "../text/code-points.ts";
import type { Localised } from "../text/locale.ts";
import { characterEnd, characterStart } from "./gap-edits.ts";
import { isOrdinary } from "./ordinary.ts";
import type { PageRule } from "./rule.ts";
import { shortened } from "./shortened.ts";

/**
 * Format and control characters that are no white space (see promise 1), save the tags that make up flags.
 */
const INVISIBLE = /(?:(?![\t\n\v\f\r\u0085\u200b\ufeff]|[\u{e0000}-\u{e007f}])[\p{Cc}\p{Cf}]|\u034f)+/gu;

/** Scripts that need no joiners and run from left to right; in others these characters mean something, as they do in emoji. */
const NEEDS_NONE = /^(?:[\p{Script=Han}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\p{P}\p{Z}\p{Cc}]|$)/u;
const PICTURE = /^\p{Extended_Pictographic}/u;

export const invisibleCharacter: PageRule = {
  id: "invisible-character",
  title: { zh: "看不见的字符", en: "Invisible character" },
  why: {
    zh: "软连字符、零宽连接符、方向标记、控制符看不见，却把词隔开：搜“云溪县”搜不到，也看不出为什么。它们不是空白，删掉就动了文字，所以逐处由编辑决定（零宽空格和 BOM 算空白，归“多余空白”）。",
    en:
      "Soft hyphens, joiners, direction marks and control codes cannot be seen and still part a word: a search for " +
      "it fails, and nothing says why. They are no white space, so removing one changes the text and is for an " +
      "editor to choose (zero-width spaces and BOMs are white space: see stray-blank).",
  },
  severity: "warning",
  fixes: ["unsafe"],
  examples: [
    { page: "云溪⟦\u00ad⟧县委书记到石桥⟦\u2060⟧村调研。\n", fixed: "云溪县委书记到石桥村调研。\n" },
    { page: "茶⟦\u200e⟧农说好。\n", fixed: "茶农说好。\n" },
  ],
  silent: [{ page: "一家👨\u200d👩\u200d👧来了。\n" }, { page: "می\u200cخواهم\n" }],

  *check({ text }) {
    if (isOrdinary(text)) return;
    for (const { index: start, 0: found } of text.matchAll(INVISIBLE)) {
      const end = start + found.length;
      const left = text.slice(characterStart(text, start), start);
      const right = text.slice(end, characterEnd(text, end));
      if (PICTURE.test(left) || PICTURE.test(right) || !NEEDS_NONE.test(left) || !NEEDS_NONE.test(right)) continue;
      const codes = shortened(visibleCode(found));
      const { zh, en } = NAMES.find(({ pattern }) => pattern.test(found))?.name ?? OTHER;
      yield {
        start,
        end,
        message: { zh: `此处有看不见的${zh}（${codes}）`, en: `An invisible ${en} stands here (${codes})` },
        fix: {
          title: { zh: "删去看不见的字符", en: "Remove what cannot be seen" },
          safety: "unsafe",
          edits: [{ start, end, newText: "" }],
        },
      };
    }
  },
};

const NAMES: readonly { readonly pattern: RegExp; readonly name: Localised }[] = [
  { pattern: /^\u00ad+$/u, name: { zh: "软连字符", en: "soft hyphen" } },
  { pattern: /^(?:\u200c|\u200d|\u2060|\u034f)+$/u, name: { zh: "零宽连接符", en: "joiner" } },
  { pattern: /^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/u, name: { zh: "方向标记", en: "direction mark" } },
  { pattern: /^[\u0000-\u001f\u007f-\u009f]+$/u, name: { zh: "控制符", en: "control code" } },
];
const OTHER: Localised = { zh: "字符", en: "character" };
