/** Makes sure that a fix loses nothing: the last word on every safe or doubtful fix, for command line and server alike (invariant 1). */

import { substance } from "../substance.ts";
import type { Localised } from "../text/locale.ts";
import { isWhiteSpaceAt, type TextEdit } from "../text/text.ts";

/** What was to be made of a page, or why it was not made. */
export type Checked<T> = { readonly value: T } | { readonly refused: Localised };

/** The fixed text, where it is the page but for white space and look-alike characters. */
export function checkedText(before: string, after: string): Checked<string> {
  const keeps = sameButForWhiteSpace(before, after) || substance(before) === substance(after);
  return keeps ? { value: after } : { refused: WOULD_LOSE };
}

/** Whether two texts have the same characters, white space aside. */
function sameButForWhiteSpace(before: string, after: string): boolean {
  let b = 0;
  for (let a = 0; a < before.length; a += 1) {
    if (isWhiteSpaceAt(before, a)) continue;
    while (b < after.length && isWhiteSpaceAt(after, b)) b += 1;
    if (before.charCodeAt(a) !== after.charCodeAt(b)) return false;
    b += 1;
  }
  while (b < after.length && isWhiteSpaceAt(after, b)) b += 1;
  return b === after.length;
}

/** The edits of safe or doubtful fixes, where each of them changes white space and look-alike characters only. */
export function checkedEdits<E extends TextEdit>(text: string, edits: readonly E[]): Checked<readonly E[]> {
  const keeps = ({ start, end, newText }: E): boolean => substance(text.slice(start, end)) === substance(newText);
  return edits.every(keeps) ? { value: edits } : { refused: WOULD_LOSE };
}

const WOULD_LOSE: Localised = {
  zh: "清样自查发现修改会动到空白和形近字以外的内容，没有修改；这是清样的缺陷，请报告",
  en: "A fix would have changed more than white space and look-alike characters; nothing was changed. Please report this fault of Galley",
};
