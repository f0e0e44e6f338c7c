/** Strings that keep nothing alive but themselves. */

/**
 * The same characters in memory of their own. A part of a text shares that text's memory, so a short one that is remembered
 * for long would keep a whole page for as long, and each version of it.
 */
export function ownString(text: string): string {
  // What is put together is written anew when a part of it is taken.
  return ` ${text}`.slice(1);
}
