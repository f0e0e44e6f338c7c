/** What happens to one set line on its way out of a PDF: blanks at numbers, stretched lines, radicals, cuts. */

import { CLOSING, charWidth, isHanBesideWord, OPENING, type SetLine, setsCloser } from "./lines.ts";
import type { Random } from "./random.ts";
import type { Dialect } from "./types.ts";

/** A line falls this short of its column, in em, before its characters are visibly stretched. */
const STRETCHED_FROM = 0.9;
/** About this share of lines falls so short, so a rate of all lines becomes a rate of those. */
const SHARE_STRETCHED = 0.12;

/** The line as the extractor writes it: one text, or several where it was cut. */
export function damage(line: SetLine, dialect: Dialect, digits: "full" | "half", random: Random): string[] {
  const stretched = line.slack >= STRETCHED_FROM && !line.text.includes(" ");
  const rate = stretched ? Math.min(1, dialect.justified / SHARE_STRETCHED) : 0;
  let text = random.chance(rate) ? spreadOut(line.text) : spaceNumbers(line.text, dialect, random);
  if (random.chance(dialect.strayBlanks)) text = text.replace(/([，、；])(?=\p{Script=Han})/u, "$1 ");
  if (dialect.radicals) text = asRadicals(text);
  if (digits === "full") text = text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  if (dialect.ideographicSpaces) text = text.replace(/(?<![0-9０-９]) | (?![0-9０-９])/g, "\u3000");
  return dialect.cuts ? cut(text) : [text];
}

/** Blanks that the extractor drops altogether, so that not even the truth has them. */
export function loseBlanks(text: string, dialect: Dialect, random: Random): string {
  if (!dialect.cuts) return text;
  return text.replace(/(?<=[\p{L}\p{N}□]) (?=[\p{L}\p{N}])/gu, (blank) => (random.chance(0.6) ? "" : blank));
}

/** A blank after every character, but not after a closing nor before an opening mark, as in real stretched lines. */
function spreadOut(text: string): string {
  const chars = [...text];
  return chars
    .map((char, i) => {
      const next = chars[i + 1];
      if (next === undefined || OPENING.test(next) || (CLOSING.test(char) && /[^%‰℃·—]/u.test(char))) return char;
      return `${char} `;
    })
    .join("");
}

/** A numeral is spaced before always and after by the visual line, or both by the line; Latin words always. */
function spaceNumbers(text: string, dialect: Dialect, random: Random): string {
  if (dialect.spacing === "none") return text;
  const whole = dialect.spacing === "all" || random.chance(dialect.spacedLines);
  const chars = [...text];
  return chars
    .map((char, i) => {
      const next = chars[i + 1];
      if (next === undefined || !isHanBesideWord(char, next)) return char;
      const before = /\p{Script=Han}/u.test(char);
      const latin = /[A-Za-z]/.test(before ? next : char);
      const spaced = whole || (dialect.spacing === "before" && (before || latin));
      return spaced ? `${char} ` : char;
    })
    .join("");
}

/** `pdftotext -raw` starts a new line where the next glyph was drawn closer than its width. */
function cut(text: string): string[] {
  const chars = [...text];
  const pieces = [""];
  for (const [i, char] of chars.entries()) {
    const left = chars[i - 1];
    if (left !== undefined && setsCloser(left, char)) pieces.push("");
    pieces[pieces.length - 1] += char;
  }
  return pieces;
}

/** Simplified forms that Unicode lists as CJK radicals of their own; Kangxi radicals follow from their decomposition. */
const SUPPLEMENT: Readonly<Record<string, string>> = {
  民: "⺠",
  母: "⺟",
  长: "⻓",
  见: "⻅",
  贝: "⻉",
  车: "⻋",
  门: "⻔",
  页: "⻚",
  风: "⻛",
  飞: "⻜",
  马: "⻢",
  鱼: "⻥",
  鸟: "⻦",
  麦: "⻨",
  黄: "⻩",
  齐: "⻬",
  齿: "⻮",
  龙: "⻰",
  龟: "⻳",
  户: "⼾",
  西: "⻄",
  角: "⻆",
  青: "⻘",
  韦: "⻙",
}; // prettier-ignore

const RADICALS = new Map<string, string>(Object.entries(SUPPLEMENT));
for (let code = 0x2f00; code <= 0x2fd5; code += 1) {
  const radical = String.fromCharCode(code);
  if (!RADICALS.has(radical.normalize("NFKC"))) RADICALS.set(radical.normalize("NFKC"), radical);
}

/** The text with each character that has a look-alike among the radicals as that. */
export function asRadicals(text: string): string {
  return [...text].map((char) => RADICALS.get(char) ?? char).join("");
}

/** The natural width of a line in em, nothing squeezed or stretched. */
export function lineWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + charWidth(char), 0);
}
