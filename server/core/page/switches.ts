/** What the user can turn on and off in an editor; the command line knows none of it. */

import type { Localised } from "../text/locale.ts";

interface Switch {
  /** The setting's name, without the `galley.` before it. */
  readonly name: string;
  readonly initially: boolean;
  readonly means: Localised;
  /** Whether it may differ from page to page, or is one for all that an editor has open. */
  readonly scope: "page" | "window";
}

export const SWITCHES = [
  {
    name: "codeLens",
    initially: true,
    means: {
      zh: "每篇文章上方显示字数、段数和问题数，可以复制全文、移回标题。",
      en: "Shows above each article its characters, paragraphs and findings, with links to copy it and to bring its heading home.",
    },
    scope: "page",
  },
  {
    name: "outline.paragraphs",
    initially: false,
    means: {
      zh: "大纲里也列出各段正文；不勾选时，只列稿件、小标题、图片说明和编者按。",
      en: "Lists paragraphs in the outline, too; else only articles, crossheads, captions and editor's notes.",
    },
    scope: "page",
  },
  {
    name: "semanticTokens",
    initially: true,
    means: {
      zh: "标题、引题、副题、小标题、署名各显其样；人名、地名、机构、日期、数量、提法按种类着色。",
      en: "Shows headlines, kickers, decks, crossheads and bylines as such, and colours persons, places, organisations, dates, quantities and coined terms by their kind.",
    },
    scope: "page",
  },
  {
    name: "inlayHints.dates",
    initially: false,
    means: {
      zh: "日期后面显示规范写法：8月15日 2022-08-15。",
      en: "Shows a date's normal form after it: 8月15日 2022-08-15.",
    },
    scope: "page",
  },
  {
    name: "pasteUnwrapped",
    initially: false,
    means: {
      zh: "粘贴到版面上的文字先接好断行、删去多余空格，一次撤销；不勾选时原样粘贴，粘贴后可在光标旁的菜单里改选。",
      en: "Text that is pasted into a page comes without line wraps and stray blanks, in one undo; else it comes as it is, and the other way can be chosen beside the cursor afterwards.",
    },
    scope: "page",
  },
  {
    name: "index",
    initially: true,
    means: {
      zh: "在后台给工作区内全部版面的标题和名称编索引，供查找引用和查找符号。",
      en: "Indexes the headlines and names of all pages of the workspace in the background, for references and symbols.",
    },
    scope: "window",
  },
  {
    name: "checkFolder",
    initially: false,
    means: {
      zh: "“问题”面板也列出没有打开的版面的问题；不勾选时，没有打开的版面只在“版面一览”里计数。需要开着索引（galley.index）。",
      en: "Lists the findings of pages that are not open in the Problems view, too; else the Issue view alone counts them. Needs the index (galley.index).",
    },
    scope: "window",
  },
] as const satisfies readonly Switch[];

export type SwitchName = (typeof SWITCHES)[number]["name"];
export type Switches = Readonly<Record<SwitchName, boolean>>;

/** Whether all switches stand alike. */
export function sameSwitches(a: Switches, b: Switches): boolean {
  return SWITCHES.every(({ name }) => a[name] === b[name]);
}
