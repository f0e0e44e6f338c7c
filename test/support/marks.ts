/**
 * Names marked in a text by hand: `[LOC 石淙县]把项目…`, one that may be disputed with `?`: `[ORG? 县委]`. Marks may stand in
 * marks; marks of one type that touch are links of a chain, which may be found as one name or as several:
 * `[LOC 松荫县][LOC 白露坪乡]`, `[DATE 9月9日][DATE? 晚]`.
 */

export const MARKED_TYPES = ["PER", "LOC", "ORG", "DATE", "QTY"] as const;
export type MarkedType = (typeof MARKED_TYPES)[number];

export interface MarkedEntity {
  /** UTF-16 offsets into the text without its marks. */
  readonly start: number;
  readonly end: number;
  readonly type: MarkedType;
  /** Finding it, or another span that overlaps it, counts neither way. */
  readonly optional: boolean;
}

/** The text without its marks, and what they mark, in the order of the marks' ends. Throws where a mark is left open. */
export function unmark(marked: string): { text: string; entities: MarkedEntity[] } {
  const entities: MarkedEntity[] = [];
  const open: Omit<MarkedEntity, "end">[] = [];
  let text = "";
  let at = 0;
  for (const token of marked.matchAll(MARK)) {
    const { type, doubt } = token.groups ?? {};
    text += marked.slice(at, token.index);
    at = token.index + token[0].length;
    if (type) open.push({ start: text.length, type: type as MarkedType, optional: doubt !== "" });
    else {
      const mark = open.pop();
      // A bracket that closes no mark is the text's own.
      if (mark) entities.push({ ...mark, end: text.length });
      else text += token[0];
    }
  }
  if (open.length > 0) throw new Error(`A mark is not closed in: ${marked}`);
  return { text: text + marked.slice(at), entities };
}

/** The marked text without the blanks that `text`, its text without marks, has lost. */
export function loseMarkedBlanks(marked: string, text: string): string {
  let at = 0;
  return marked
    .split(MARKS_APART)
    .map((piece, i) => {
      if (i % 2 === 1) return piece;
      let kept = "";
      for (const char of piece) {
        if (char === " " && !text.startsWith(char, at)) continue;
        kept += char;
        at += char.length;
      }
      return kept;
    })
    .join("");
}

const MARK = /\[(?<type>PER|LOC|ORG|DATE|QTY)(?<doubt>\??) |\]/gu;
const MARKS_APART = /(\[(?:PER|LOC|ORG|DATE|QTY)\?? |\])/u;
