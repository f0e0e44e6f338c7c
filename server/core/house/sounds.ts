/** Whether two names sound alike. A file of its own, as the library that knows the readings is large. */

import { pinyin } from "pinyin-pro";

/** Whether the names are read alike, tones aside. */
export function soundAlike(a: string, b: string): boolean {
  return read(a) === read(b);
}

function read(name: string): string {
  return pinyin(name, { toneType: "none", surname: "head" });
}
