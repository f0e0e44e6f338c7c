/** Code points that no font shows the same, or that stand where a character was lost. */

import { visibleCode } from "../text/code-points.ts";
import { isOrdinary } from "./ordinary.ts";
import type { PageRule } from "./rule.ts";
import { shortened } from "./shortened.ts";

/** Private use, U+FFFD, code points that will never be characters, and halves of surrogate pairs. */
const UNREADABLE = /[\p{Private_Use}\ufffd\p{Noncharacter_Code_Point}\p{Surrogate}]+/gu;

export const unreadableCharacter: PageRule = {
  id: "unreadable-character",
  title: { zh: "无法辨认的字符", en: "Unreadable character" },
  why: {
    zh: "报社自造字、方正字库的补字用的是私用码位，离开那套字体谁也不知道是什么字；U+FFFD 则是转换时已经丢失的字。多见于人名和地名，要对照原版补上。",
    en:
      "Characters that a house or a font made up stand at private code points, and without that font nobody " +
      "knows them; U+FFFD stands where a character was lost in conversion. Most are in names of people and " +
      "places, and only the printed page tells what they were.",
  },
  severity: "warning",
  fixes: [],
  examples: [{ page: "云溪县委书记罗⟦\ue5e5⟧山到石桥村调研。\n" }, { page: "村民王⟦\ufffd⟧说路修好了。\n" }],
  silent: [{ page: "𠮷县城里有一家𠮷字招牌的茶馆。\n" }],

  *check({ text }) {
    if (isOrdinary(text)) return;
    for (const { index: start, 0: found } of text.matchAll(UNREADABLE)) {
      const codes = shortened(visibleCode(found));
      yield {
        start,
        end: start + found.length,
        message: /^\ufffd+$/u.test(found)
          ? {
              zh: "此处的字在转换时丢失了，请对照原版补上",
              en: "A character was lost here in conversion: see the printed page",
            }
          : {
              zh: `${codes} 不是通用的字符，请对照原版改成能认的字`,
              en: `${codes} is no character that others can read: see the printed page`,
            },
      };
    }
  },
};
