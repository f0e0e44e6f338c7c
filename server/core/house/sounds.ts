/** Whether two names sound alike; apart from the rest, as what knows the readings is large. */

import { pinyin } from "pinyin-pro";

/** Whether the names are read alike, tones aside. */
export function soundAlike(a: string, b: string): boolean {
  return read(a) === read(b);
}

function read(name: string): string {
  return pinyin(name, { toneType: "none", surname: "head" });
}
