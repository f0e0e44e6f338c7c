/** What one line shows of its part in the page: how it ends and opens, what it balances, what it looks like. */

import { LOOKALIKE, standFor } from "../tables/look-alike.ts";
import { COMMON_SURNAMES, COMPOUND_SURNAMES } from "../tables/surnames.ts";
import { isWhiteSpace, type Line } from "../text/text.ts";
import { CLASS, classAt, firstUnitOf, isSpacedOut, type LineWidth, opensWithClosingMark, widthOf } from "./width.ts";

/** How a line ends; the index into the tables of `weights.ts`. */
export const END = {
  stop: 0,
  quotedStop: 1,
  comma: 2,
  semicolon: 3,
  colon: 4,
  bracket: 5,
  quote: 6,
  dash: 7,
  numeral: 8,
  opening: 9,
  han: 10,
  signature: 11,
  photographer: 12,
  label: 13,
} as const;
export type End = (typeof END)[keyof typeof END];

/** How a line opens. */
export const HEAD = {
  han: 0,
  opening: 1,
  numeral: 2,
  dash: 3,
  closing: 4,
  bullet: 5,
  lead: 6,
  caption: 7,
  byline: 8,
  credit: 9,
  bracket: 10,
  note: 11,
  jump: 12,
  ellipsis: 13,
} as const;
export type Head = (typeof HEAD)[keyof typeof HEAD];

/** A line that is not blank. */
export interface VisualLine {
  /** Line number on the page, 0-based. */
  readonly line: number;
  /** Page offsets without the white space at its ends. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly width: LineWidth;
  /** Width in em of its first unbreakable unit. */
  readonly unit: number;
  readonly endClass: End;
  readonly head: Head;
  /** Blank lines between this line and the next one that is not blank. */
  readonly blankLinesAfter: number;
  /** White space before its first character: a first line's indent, or an extractor's sign of a heading. */
  readonly indented: boolean;
  /** … of at least one em, as an indent is. */
  readonly wideIndent: boolean;
  readonly spacedOut: boolean;
  /** Brackets and quotes it opens and leaves open, and those it closes without having opened them. */
  readonly leavesOpen: number;
  readonly closesOpen: number;
  /** Full stops, commas and the like inside the line. */
  readonly stops: number;
  readonly commas: number;
  /** The line may be a person's name and nothing else. */
  readonly maybeName: boolean;
}

const BULLET = /^(?:[●■□▲◆★※○]|[①-⑳]|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）)/u;
const LEAD =
  /^(?:本报|本刊)[^，。：、]{0,6}(?:讯|电)(?=[\s（(　]|$)|^新华社[^，。]{2,16}电|^(?:本报|据)[^，。]{2,14}电[\s（(　]/u;
const CAPTION = /^(?:图为|图[①-⑳一二三四五六七八九十\d]|[上下左右]图|大图|小图|资料图|题图|本版图|图片)/u;
const BYLINE =
  /^(?:[□■●]\s*)?(?:(?:本报|本刊|新华社|实习|见习|特约|首席|驻\p{Script=Han}{2,4})*(?:记者|通讯员|评论员|撰稿人)|(?:文|图|文\/图|图\/文|摄影|撰文)[：:／/])\s*[\p{Script=Han}·\s、]{2,24}$/u;
const CREDIT =
  /^(?:版式设计|版式|制图|图表|数据来源|资料来源|责任编辑|责编|本版编辑|编辑|校对|投稿邮箱|电子邮箱|联系电话|策划|统筹)\s*[：:]/u;
/** What closes an article: the writer's name, the dateline or the like, in brackets after the last full stop. */
const SIGNATURE = /[。！？”…](?:（[^（）。]{2,36}）|\([^()。]{2,36}\))$/u;
const NOTE = /^[（(](?:作者|记者|来源|摘自|原载|本报|据|新华社|本版|责编|图片|资料)/u;
const CLOSING_ONLY = /^[。！？”’）》]{1,3}$/u;
const JUMP = /^[（(]?(?:上接|下转|紧接|转|接)(?:第.{1,4}|[A-Z]?\d{1,2}|[一二三四五六七八九十]{1,3})版/u;
const PHOTOGRAPHER = /[\s\u3000/／（(](?:\p{Script=Han}{1,4})?(?:摄|供图|摄影|绘|制图)[）)]?$/u;
const LABEL = /(?:邮箱|电话|热线|地址|来源|网址|微信|传真|邮编|设计|编辑|责编|校对)[：:]$/u;
const NOTE_LINE = /^[（(](?:作者|记者|来源|摘自|原载|本报|据|新华社|本版)[^（）()]{2,36}[）)]$/u;

/** The visual lines of a page, from top to bottom. */
export function visualLinesOf(lines: readonly Line[]): VisualLine[] {
  const visual: Described[] = [];
  for (const line of lines) {
    const described = describe(line);
    const before = visual.at(-1);
    if (!described) {
      if (before) before.blankLinesAfter += 1;
      continue;
    }
    // A closing mark that was cut from its line ends that line: the two together show how.
    if (before && CLOSING_ONLY.test(described.text)) described.endClass = endClassOf(before.text + described.text);
    visual.push(described);
  }
  return visual;
}

/** A line while the lines after it are still being read. */
type Described = { -readonly [K in keyof VisualLine]: VisualLine[K] };

/** A quick look before the exact one: most lines hold no look-alike. */
const MAYBE_LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff\uff10-\uff19\ud87e]/;

function describe(line: Line): Described | undefined {
  let from = 0;
  let to = line.text.length;
  while (from < to && isWhiteSpace(line.text[from] ?? "")) from += 1;
  while (to > from && isWhiteSpace(line.text[to - 1] ?? "")) to -= 1;
  if (from === to) return undefined;
  const raw = line.text.slice(from, to);
  const text = MAYBE_LOOKALIKE.test(raw) ? raw.replace(LOOKALIKE, standFor) : raw;
  const marks = marksOf(text);
  return {
    line: line.index,
    start: line.start + from,
    end: line.start + to,
    text,
    width: widthOf(text),
    unit: firstUnitOf(text),
    endClass: endClassOf(text),
    head: headOf(text),
    indented: /[^\u200b\ufeff]/.test(line.text.slice(0, from)),
    wideIndent: line.text.slice(0, from).includes("\u3000"),
    spacedOut: isSpacedOut(text),
    maybeName: isName(text),
    leavesOpen: marks.leavesOpen,
    closesOpen: marks.closesOpen,
    stops: marks.stops,
    commas: marks.commas,
    blankLinesAfter: 0,
  };
}

function endClassOf(text: string): End {
  const last = text.at(-1) ?? "";
  if ("摄图影绘）)".includes(last) && PHOTOGRAPHER.test(text.slice(-10))) return END.photographer;
  if ("。！？!?…".includes(last)) return END.stop;
  if (CLOSERS.has(last)) {
    const before = text.at(-2) ?? "";
    if (SIGNATURE.test(text.slice(-40)) || NOTE_LINE.test(text)) return END.signature;
    if ("。！？…!?".includes(before)) return END.quotedStop;
    return "）)".includes(last) ? END.bracket : END.quote;
  }
  if ("，、,".includes(last)) return END.comma;
  if ("；;".includes(last)) return END.semicolon;
  if ("：:".includes(last)) return LABEL.test(text.slice(-6)) ? END.label : END.colon;
  if ("—－-～·".includes(last)) return END.dash;
  if ("“‘（《「『【(".includes(last)) return END.opening;
  const last_ = classAt(text, text.length - 1);
  return last_ === CLASS.digit || last_ === CLASS.latin || last_ === CLASS.ascii ? END.numeral : END.han;
}

/** First characters of the patterns: most lines need not be tried. */
const PATTERN_HEADS = new Set(
  "（(□■●▲◆★※○①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十紧转接本据新图上下左右大小资题实见特首驻评撰通记文摄版制数责编校投电联策统",
);

function patternOf(text: string): Head | undefined {
  const head = text.slice(0, 40);
  if (LEAD.test(head)) return HEAD.lead;
  if (CAPTION.test(head)) return HEAD.caption;
  if (text.length <= 40 && BYLINE.test(text)) return HEAD.byline;
  if (CREDIT.test(head)) return HEAD.credit;
  if (JUMP.test(head)) return HEAD.jump;
  if (NOTE.test(head)) return HEAD.note;
  if (BULLET.test(head)) return HEAD.bullet;
  return undefined;
}

function headOf(text: string): Head {
  if (opensWithClosingMark(text)) return HEAD.closing;
  const pattern = PATTERN_HEADS.has(text[0] ?? "") ? patternOf(text) : undefined;
  if (pattern !== undefined) return pattern;
  if (text[0] === "（" || text[0] === "(") return HEAD.bracket;
  if ("“‘（《「『【".includes(text[0] ?? "")) return HEAD.opening;
  if (text[0] === "…") return HEAD.ellipsis;
  if (text[0] === "—") return HEAD.dash;
  const first = classAt(text, 0);
  return first === CLASS.digit || first === CLASS.latin || first === CLASS.ascii ? HEAD.numeral : HEAD.han;
}

const COMPOUND = new Set(COMPOUND_SURNAMES.split(" "));

/** Two or three Han characters (four after a double surname) that open with a surname; a blank may part a short name. */
function isName(text: string): boolean {
  if (text.length > 5) return false;
  const name = text.replace(/[ \u3000]/g, "");
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return false;
  if (COMPOUND.has(name.slice(0, 2))) return name.length > 2;
  return name.length < 4 && COMMON_SURNAMES.includes(name.charAt(0));
}

const PAIRS: Record<string, string> = {
  "“": "”",
  "（": "）",
  "(": ")",
  "《": "》",
  "「": "」",
  "『": "』",
  "【": "】",
  "‘": "’",
};
const CLOSERS = new Set(Object.values(PAIRS));

function marksOf(text: string): { leavesOpen: number; closesOpen: number; stops: number; commas: number } {
  let leavesOpen = 0;
  let closesOpen = 0;
  let stops = 0;
  let commas = 0;
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] as string;
    const code = char.charCodeAt(0);
    if (code >= 0x4e00 && code < 0xa000) continue;
    if (char in PAIRS) leavesOpen += 1;
    else if (CLOSERS.has(char)) {
      if (leavesOpen > 0) leavesOpen -= 1;
      else closesOpen += 1;
    } else if ("。！？；".includes(char)) stops += 1;
    else if ("，、".includes(char)) commas += 1;
  }
  return { leavesOpen, closesOpen, stops, commas };
}
