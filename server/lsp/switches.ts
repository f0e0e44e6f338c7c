/** What the user can turn on and off in an editor; the command line knows none of it. */

import type { Localised } from "../core/text/locale.ts";

interface Switch {
  /** The setting's name, without the `galley.` before it. */
  readonly name: string;
  readonly initially: boolean;
  readonly means: Localised;
}

export const SWITCHES = [
  {
    name: "codeLens",
    initially: true,
    means: {
      zh: "每篇文章上方显示字数、段数和问题数，可以复制全文、移回标题。",
      en: "Shows above each article its characters, paragraphs and findings, with links to copy it and to bring its heading home.",
    },
  },
  {
    name: "semanticTokens",
    initially: true,
    means: {
      zh: "人名、地名、机构、日期、数量、提法按种类着色。",
      en: "Colours persons, places, organisations, dates, quantities and coined terms by their kind.",
    },
  },
  {
    name: "inlayHints.dates",
    initially: false,
    means: {
      zh: "日期后面显示规范写法：8月15日 2022-08-15。",
      en: "Shows a date's normal form after it: 8月15日 2022-08-15.",
    },
  },
  {
    name: "index",
    initially: true,
    means: {
      zh: "在后台给工作区内全部版面的标题和名称编索引，供查找引用和查找符号。",
      en: "Indexes the headlines and names of all pages of the workspace in the background, for references and symbols.",
    },
  },
] as const satisfies readonly Switch[];

export type SwitchName = (typeof SWITCHES)[number]["name"];
export type Switches = Readonly<Record<SwitchName, boolean>>;

/** The first part of each switch's name: what the parser of the other settings passes over. */
export const SWITCH_SECTIONS: readonly string[] = SWITCHES.map(({ name }) => name.replace(/\..*/, ""));

/** How all switches stand where nothing is set. */
export const INITIALLY = switchesOf(() => undefined);

/** The switches as they stand in the section `galley`, nested or with dotted names; takes anything. */
export function parseSwitches(section: unknown): { switches: Switches; problems: Localised[] } {
  const problems: Localised[] = [];
  const switches = switchesOf((name) => {
    const value = settingOf(section, name);
    if (typeof value === "boolean") return value;
    if (value != null) problems.push(notBoolean(name));
    return undefined;
  });
  return { switches, problems };
}

function switchesOf(read: (name: SwitchName) => boolean | undefined): Switches {
  return Object.fromEntries(SWITCHES.map(({ name, initially }) => [name, read(name) ?? initially])) as Switches;
}

function settingOf(section: unknown, name: string): unknown {
  if (typeof section !== "object" || section === null) return undefined;
  const own = section as Record<string, unknown>;
  for (const key of [name, `galley.${name}`]) if (own[key] != null) return own[key];
  const dot = name.indexOf(".");
  if (dot < 0) return undefined;
  return settingOf(own[name.slice(0, dot)], name.slice(dot + 1));
}

function notBoolean(name: string): Localised {
  return {
    zh: `设置 galley.${name} 只能是 true 或 false；现按默认值处理。`,
    en: `galley.${name} is true or false. The default is used.`,
  };
}
