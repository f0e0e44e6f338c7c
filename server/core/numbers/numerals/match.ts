/** Where things stand in a text: sticky patterns, digits, and the longest of several readings. */

/** A pattern found at an offset: its groups, and the offset after its last character. */
export interface Match {
  readonly groups: RegExpExecArray;
  readonly end: number;
}

/** Matches a sticky pattern at an offset and nowhere else. Sets the pattern's `lastIndex`. */
export function match(sticky: RegExp, text: string, at: number): Match | undefined {
  sticky.lastIndex = at;
  const groups = sticky.exec(text);
  return groups ? { groups, end: at + groups[0].length } : undefined;
}

/** Whether a UTF-16 code unit is one of 0 to 9; full-width digits are not. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Of readings that begin at one offset the one that ends last; of equals the first. */
export function longest<Read extends { readonly end: number }>(
  readings: readonly (Read | undefined)[],
): Read | undefined {
  let best: Read | undefined;
  for (const one of readings) if (one && (!best || one.end > best.end)) best = one;
  return best;
}
