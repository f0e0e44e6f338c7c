/** Writes set lines down as an extractor does, with its habits of blank lines and of blanks at a line's start. */

import type { Random } from "./random.ts";
import type { Dialect, TruthLine, TruthRole } from "./types.ts";

/** A visual line on its way to the page. */
export interface Written {
  readonly text: string;
  readonly para: string;
  readonly article: string;
  readonly role: TruthRole;
  readonly display: boolean;
  readonly measure: number;
  /** First or last visual line of its block; true for each piece of one. */
  readonly first: boolean;
  readonly last: boolean;
  /** Set in by two em. */
  readonly indented: boolean;
}

/** Writes the lines down with the dialect's habits of blank lines and of blanks at their start. */
export function write(
  written: readonly Written[],
  dialect: Dialect,
  random: Random,
): { text: string; lines: TruthLine[] } {
  const out: string[] = [];
  const lines: TruthLine[] = [];
  for (const [i, line] of written.entries()) {
    const before = written[i - 1];
    const blank = before !== undefined && blankLineBetween(before, line, dialect, random);
    if (blank) out.push("");
    if (blank && dialect.blankLines === "double") out.push("");
    let lead = "";
    if (line.indented && dialect.keptIndent !== undefined) lead = dialect.keptIndent;
    else if (dialect.ideographicSpaces && line.indented) lead = "\u3000\u3000";
    else if (dialect.name === "seed" && line.display && line.first && !blank && random.chance(0.8)) lead = " ";
    const text = lead + line.text;
    out.push(text);
    const { para, article, role, display, measure } = line;
    lines.push({ n: out.length, text, para, article, role, ...(display ? {} : { measure }) });
  }
  const end = dialect.name === "seed" && random.chance(0.5) ? `${dialect.eol} ` : dialect.eol;
  return { text: (dialect.bom ? "\ufeff" : "") + out.join(dialect.eol) + end, lines };
}

function blankLineBetween(before: Written, line: Written, dialect: Dialect, random: Random): boolean {
  const same = before.para === line.para;
  switch (dialect.blankLines) {
    case "none":
      return false;
    case "paragraphs":
      return !same;
    case "double":
    case "each":
      if (/[0-9０-９]$/.test(before.text)) return random.chance(0.02);
      if (line.display && !same) return random.chance(0.6);
      return !random.chance(0.003);
    case "blocks":
      // A line that starts elsewhere than the one before it opens a new block: so does the second line of a paragraph.
      if (!same) return !random.chance(0.02);
      if (before.first && !before.display) return true;
      return random.chance(before.display ? 0.5 : 0.02);
  }
}
