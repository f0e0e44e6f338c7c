/** How pages arrive: the extractors' dialects, with the rates that were measured on real pages. */

import type { Random } from "./random.ts";
import type { Dialect, SettingStyle } from "./types.ts";

export type DialectName = Dialect["name"];

export const DIALECTS: readonly DialectName[] = ["seed", "pdfjs", "mupdf", "raw", "indented"];

/** Set as newspapers are: marks give way, numbers get a quarter em. */
export const NEWSPAPER: SettingStyle = { squeeze: 0.5, numberGap: 0.25, hang: true, indent: true };
/** Set as browsers set: marks keep their width, but for neighbouring ones and one at the line's end. */
export const BROWSER: SettingStyle = { squeeze: 0, numberGap: 0.125, hang: true, indent: true };

const PLAIN: Omit<Dialect, "name" | "style"> = {
  spacing: "none",
  spacedLines: 0,
  justified: 0,
  strayBlanks: 0,
  blankLines: "none",
  radicals: false,
  cuts: false,
  ideographicSpaces: false,
  fullWidthDigits: 0,
  doubled: 0,
  eol: "\n",
  bom: false,
};

/** The form of the page the project began with: each visual line apart, blanks before numbers, headings anywhere. */
export const SEED: Dialect = {
  ...PLAIN,
  name: "seed",
  style: NEWSPAPER,
  spacing: "before",
  spacedLines: 0.38,
  justified: 0.02,
  strayBlanks: 0.004,
  blankLines: "each",
  doubled: 0.3,
};
export const PDFJS: Dialect = {
  ...PLAIN,
  name: "pdfjs",
  style: BROWSER,
  spacing: "all",
  justified: 0.01,
  radicals: true,
};
export const MUPDF: Dialect = {
  ...PLAIN,
  name: "mupdf",
  style: BROWSER,
  spacing: "by-line",
  spacedLines: 0.6,
  justified: 0.004,
  blankLines: "blocks",
  radicals: true,
};
export const RAW: Dialect = { ...PLAIN, name: "raw", style: BROWSER, cuts: true };
export const INDENTED: Dialect = {
  ...PLAIN,
  name: "indented",
  style: NEWSPAPER,
  ideographicSpaces: true,
  fullWidthDigits: 0.5,
};

const BASE: Readonly<Record<DialectName, Dialect>> = {
  seed: SEED,
  pdfjs: PDFJS,
  mupdf: MUPDF,
  raw: RAW,
  indented: INDENTED,
};

/** A dialect with its habits varied as they vary from paper to paper. */
export function vary(name: DialectName, random: Random): Dialect {
  const base = BASE[name];
  const numberGap = random.weighted([
    [0, 2],
    [0.125, 3],
    [0.25, 3],
  ] as const);
  const browser: SettingStyle = { ...BROWSER, numberGap: numberGap === 0.25 ? 0.125 : numberGap };
  const style =
    name === "seed" || name === "indented" ? (random.chance(0.5) ? { ...NEWSPAPER, numberGap } : browser) : browser;
  const eol = random.chance(0.06) ? ("\r\n" as const) : ("\n" as const);
  const varied: Dialect = { ...base, style, eol, bom: random.chance(0.03) };
  switch (name) {
    case "seed": {
      const spacedLines = random.weighted([
        [0.38, 6],
        [0.08, 1],
        [0.92, 1],
      ] as const);
      const none = numberGap === 0 && random.chance(0.5);
      return {
        ...varied,
        spacing: none ? "none" : "before",
        spacedLines,
        justified: random.pick([0.005, 0.02, 0.02, 0.05]),
      };
    }
    case "pdfjs":
      return { ...varied, spacing: style.numberGap === 0 ? "none" : "all" };
    case "mupdf":
      return { ...varied, spacing: style.numberGap === 0 ? "none" : "by-line" };
    case "indented":
      return {
        ...varied,
        blankLines: random.chance(0.2) ? "each" : "none",
        spacing: random.chance(0.3) ? "before" : "none",
      };
    default:
      return varied;
  }
}

/** A dialect as far from its own paper as real pages are: other blank lines, indents kept as blanks, no indents at all. */
export function varyMore(dialect: Dialect, random: Random): Dialect {
  const blankLines =
    dialect.blankLines === "blocks"
      ? dialect.blankLines
      : random.weighted([
          [dialect.blankLines, 5],
          ["none", 2],
          ["double", 1],
          ["paragraphs", 2],
        ] as const);
  const indent = random.chance(0.88);
  const kept =
    indent && random.chance(0.25) ? { keptIndent: random.pick(["    ", "\u3000\u3000", "  ", " \u3000"]) } : {};
  return { ...dialect, ...kept, blankLines, style: { ...dialect.style, indent } };
}
