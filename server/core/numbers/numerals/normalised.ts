/** A text as the grammar reads it: stray blanks and line breaks dropped, full-width forms folded, every offset kept. */

import type { Span } from "../../text/text.ts";

/** The text to match on, and the way back from its offsets to those of the source. */
export interface NormalisedText {
  readonly text: string;
  /** Source offset of each UTF-16 code unit of `text`; missing where the two texts are the same. */
  readonly offsets?: Uint32Array;
}

/**
 * Normalises a text. A run of white space is dropped where it means nothing: beside a numeral, a sign or a unit, and
 * where it holds a line break. It stays, as one blank, between two Han characters (`记者 一月`), between two numerals (it
 * may group thousands) and after a Latin letter.
 */
export function normalise(source: string): NormalisedText {
  if (source.search(CHANGE) < 0) return { text: source };
  const parts: string[] = [];
  const offsets = new Uint32Array(source.length);
  let length = 0;
  let before = "";
  const put = (text: string, offset: number): void => {
    parts.push(text);
    for (let i = 0; i < text.length; i += 1) offsets[length + i] = offset + i;
    length += text.length;
    before = text[text.length - 1] as string;
  };
  let done = 0;
  for (const { index, 0: run } of source.matchAll(CHANGE)) {
    if (index > done) put(source.slice(done, index), done);
    done = index + run.length;
    if (!isBlank(run)) put(fold(run, source[index - 1], source[done]), index);
    else if (before && done < source.length && !drops(before, source[done] as string, /[\r\n]/.test(run)))
      put(" ", index);
  }
  if (done < source.length) put(source.slice(done), done);
  return { text: parts.join(""), offsets };
}

/** The span of the source that a span of the normalised text stands for; that span must not be empty. */
export function sourceSpan({ offsets }: NormalisedText, { start, end }: Span): Span {
  if (!offsets) return { start, end };
  return { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 };
}

/** A run of white space, or one character that the normalised text writes otherwise. */
const CHANGE = /[\s\u0085\u200b]+|[０-９Ａ-Ｚａ-ｚ％／－＋：．，~∶〜﹣−○―–─]/g;
const DIGIT = /[0-9０-９]/;
const LATIN = /[A-Za-zＡ-Ｚａ-ｚ]/;
const WIDE = /[０-９Ａ-Ｚａ-ｚ％／－＋]/;
const CONNECTOR = /[—～\-:/%℃.,·+]/;

function isBlank(run: string): boolean {
  return /^[\s\u0085\u200b]/.test(run);
}

/** Whether a run of white space between two characters is dropped; `breaks` where it holds a line break. */
function drops(before: string, after: string, breaks: boolean): boolean {
  if (DIGIT.test(before) && DIGIT.test(after)) return breaks;
  if (breaks) return true;
  if (LATIN.test(before)) return !DIGIT.test(after) && !LATIN.test(after);
  const next = fold(after, undefined, undefined);
  return DIGIT.test(before) || DIGIT.test(after) || CONNECTOR.test(before) || CONNECTOR.test(next);
}

const FOLDED: Readonly<Record<string, string>> = {
  "∶": ":",
  "〜": "～",
  "﹣": "-",
  "−": "-",
  "―": "—",
  "–": "—",
  "─": "—",
  "○": "〇",
};

/** The character that stands in the normalised text for one of the source, which has the two others beside it. */
function fold(char: string, before: string | undefined, after: string | undefined): string {
  const code = char.charCodeAt(0);
  if (code < 0x80) return char === "~" ? "～" : char;
  if (WIDE.test(char)) return String.fromCharCode(code - 0xfee0);
  if (char === "，") return /[０-９]/.test(before ?? "") && /[０-９]/.test(after ?? "") ? "," : char;
  // A full-width colon or stop is a clock's or a decimal's between digits only; elsewhere it is punctuation.
  if (char === "：" || char === "．") {
    const inside = before && after && DIGIT.test(before) && DIGIT.test(after);
    return inside ? String.fromCharCode(code - 0xfee0) : char;
  }
  return FOLDED[char] ?? char;
}
