/** An analysis whose findings a test writes into the page, so that tests of the server do not hang on any rule. */

import { analyze } from "../../server/core/analyze.ts";
import type { Analysis } from "../../server/core/page/analysis.ts";
import type { Finding } from "../../server/core/page/finding.ts";
import type { Settings } from "../../server/core/page/settings.ts";
import { createPages, type Pages } from "../../server/workspace/pages.ts";

/**
 * Layout and articles are the real ones. U+3000 is a stray blank whose safe fix removes it, `✂` one that takes a
 * character with it, which none may, a tab one whose removal is doubtful, `＃` a repeated character with an unsafe fix,
 * `※` an unpaired mark without any, explained by the page's first character. A page whose numbers may be spaced has no
 * stray blank, so that a change of the settings shows.
 */
export function analyzeMarked(text: string, settings: Settings): Analysis {
  const findings: Finding[] = [];
  for (const { index: start, 0: mark } of text.matchAll(/[　✂\t＃※]/gu)) {
    const span = { start, end: start + 1 };
    const remove = [{ ...span, newText: "" }];
    if (mark === "　" || mark === "✂") {
      const fix = { title: { zh: "删去空格", en: "Remove the blank" }, safety: "safe", edits: remove } as const;
      findings.push({ ...span, rule: "stray-blank", severity: "warning", message: STRAY, fix });
    } else if (mark === "\t") {
      const fix = { title: { zh: "删去空格", en: "Remove the blank" }, safety: "doubtful", edits: remove } as const;
      findings.push({ ...span, rule: "stray-blank", severity: "warning", message: STRAY, fix });
    } else if (mark === "＃") {
      const fix = { title: { zh: "删去重字", en: "Remove the double" }, safety: "unsafe", edits: remove } as const;
      findings.push({ ...span, rule: "repeated-character", severity: "information", message: DOUBLE, fix });
    } else {
      const related = [{ start: 0, end: 1, message: { zh: "从这里起", en: "from here on" } }];
      findings.push({ ...span, rule: "unpaired-mark", severity: "error", message: UNPAIRED, related });
    }
  }
  const shown = settings.numberSpacing === "spaced" ? findings.filter(({ rule }) => rule !== "stray-blank") : findings;
  return { ...analyze(text, settings), findings: shown };
}

const STRAY = { zh: "多余的空格", en: "A stray blank" };
const DOUBLE = { zh: "字重复了", en: "A character is doubled" };
const UNPAIRED = { zh: "标点不成对", en: "A mark without its partner" };

/** Pages analysed by {@link analyzeMarked}; `analyses` counts how often. */
export function markedPages(): Pages & { analyses(): number } {
  let count = 0;
  const pages = createPages((text, settings) => {
    count += 1;
    return analyzeMarked(text, settings);
  });
  return Object.defineProperties({ analyses: () => count }, Object.getOwnPropertyDescriptors(pages)) as Pages & {
    analyses(): number;
  };
}
