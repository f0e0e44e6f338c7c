/** Marks of vertical text in a line: ︵︶ ﹁﹂. */

import { VERTICAL_FORMS } from "../tables/marks.ts";
import type { PageRule } from "./rule.ts";

const FORMS = new RegExp(`[${[...VERTICAL_FORMS.keys()].join("")}]`, "gu");

export const verticalForm: PageRule = {
  id: "vertical-form",
  title: { zh: "竖排标点", en: "Mark of vertical text" },
  why: {
    zh: "竖排标题取出后，标点常常还是竖排的码位（︵、﹁）：横着看方向不对，搜索和配对也都认不出。改成横排的哪一种，如引号用“”还是「」，由本社体例定，所以由编辑决定。",
    en:
      "A heading that was set vertically often comes out with the marks of vertical text: in a line they point the " +
      "wrong way, and neither a search nor the pairing of marks knows them. Which mark the house has in a line, “” or " +
      "「」, is for an editor to say.",
  },
  severity: "warning",
  fixes: ["unsafe"],
  examples: [{ page: "他说⟦﹁⟧路通了⟦﹂⟧，大家笑了⟦︒⟧\n", fixed: "他说「路通了」，大家笑了。\n" }],
  silent: [{ page: "他说「路通了」，大家笑了。\n" }],

  *check({ text }) {
    for (const { index: start, 0: form } of text.matchAll(FORMS)) {
      const mark = VERTICAL_FORMS.get(form) ?? form;
      const end = start + form.length;
      yield {
        start,
        end,
        message: {
          zh: `${form} 是竖排的标点，横排用 ${mark}`,
          en: `${form} belongs to vertical text; a line has ${mark}`,
        },
        fix: {
          title: { zh: `改为 ${mark}`, en: `Replace with ${mark}` },
          safety: "unsafe",
          edits: [{ start, end, newText: mark }],
        },
      };
    }
  },
};
