/** Where a place of a text is to be found once the text has been fixed. */

/** A replacement of a part of a text; UTF-16 offsets, the end excluded. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * The offset at which the words at an offset of the text stand after the changes, which do not overlap. Inside what is
 * replaced the characters before the place are counted, white space left out: that many stand before it after a safe
 * fix too, however much is replaced at once.
 */
export function offsetAfterChanges(text: string, offset: number, changes: readonly Change[]): number {
  let carried = offset;
  for (const { start, end, newText } of changes) {
    if (end <= offset) carried += newText.length - (end - start);
    else if (start < offset)
      carried += offsetAfter(newText, characters(text.slice(start, offset)).length) - (offset - start);
  }
  return carried;
}

/** The offset after as many characters of the text, white space left out. */
function offsetAfter(text: string, count: number): number {
  const last = count > 0 ? characters(text)[count - 1] : undefined;
  if (last) return last.index + last[0].length;
  return count > 0 ? text.length : 0;
}

/** Every character of the text that is no white space. */
function characters(text: string): RegExpExecArray[] {
  return [...text.matchAll(/[^\p{White_Space}\u200b\ufeff]/gu)];
}
