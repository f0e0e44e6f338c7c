/** Text in traditional characters, read as if it were set in simplified ones. */

import { Converter } from "opencc-js/t2cn";

/**
 * From traditional characters, in the forms of Hong Kong and of Taiwan alike, to the simplified ones of the mainland; whole words first
 * (著名 stays, 瞭解 is 了解). The tables are OpenCC's. Simplified text stays as it is.
 */
let convert: ((text: string) => string) | undefined;

/**
 * A text in simplified characters, unit by unit: offsets (UTF-16) are those of the text given. A character whose simplified form has another
 * length stays.
 */
export function simplified(text: string): string {
  convert ??= Converter({ from: "hk", to: "cn" });
  const whole = convert(text);
  if (whole.length === text.length) return whole;
  return Array.from(text, (char) => {
    const own = convert?.(char) ?? char;
    return own.length === char.length ? own : char;
  }).join("");
}
