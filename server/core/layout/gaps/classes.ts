/** The classes of characters by which a blank between two of them is judged. */

/**
 * `sign` clings to the numeral before it (%, ℃), `prefix` to the one after it (-, ￥); `range` stands between two
 * (～); `pause` is a closing mark that a sentence goes on after.
 */
export const CLASS = {
  other: 0,
  han: 1,
  digit: 2,
  latin: 3,
  sign: 4,
  prefix: 5,
  range: 6,
  close: 7,
  pause: 8,
  open: 9,
  blank: 10,
} as const;
export type Class = (typeof CLASS)[keyof typeof CLASS];

const TABLE = classTable();

/** The class of the character that ends at `index`; `other` at the start of the text. */
export function classBefore(text: string, index: number): Class {
  const code = text.charCodeAt(index - 1);
  if (code < 0xdc00 || code > 0xdfff) return (TABLE[code] ?? CLASS.other) as Class;
  const high = text.charCodeAt(index - 2);
  // Half of a character is none.
  return (high >= 0xd800 && high <= 0xdbff ? TABLE[high] : CLASS.other) as Class;
}

/** The class of the character that starts at `index`; `other` at the end of the text. */
export function classAfter(text: string, index: number): Class {
  return (TABLE[text.charCodeAt(index)] ?? CLASS.other) as Class;
}

/** Whether the code unit is white space as invariant 1 counts it. */
export function isBlank(code: number): boolean {
  return TABLE[code] === CLASS.blank;
}

/** Whether the code unit breaks a line of a page. */
export function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** Whether words are made of the class: a Han character, a numeral or a Latin letter. */
export function isWordClass(of: Class): boolean {
  return of === CLASS.han || of === CLASS.digit || of === CLASS.latin;
}

/** Whether the class is a mark that brings its own space, so that a blank beside it is the typesetter's. */
export function isMarkClass(of: Class): boolean {
  return of === CLASS.close || of === CLASS.pause || of === CLASS.open;
}

function classTable(): Uint8Array {
  const table = new Uint8Array(65536);
  const fill = (from: number, to: number, of: Class): void => void table.fill(of, from, to + 1);
  const each = (chars: string, of: Class): void => {
    for (let i = 0; i < chars.length; i += 1) table[chars.charCodeAt(i)] = of;
  };
  fill(0x2e80, 0x2fdf, CLASS.han);
  fill(0x3400, 0x4dbf, CLASS.han);
  fill(0x4e00, 0x9fff, CLASS.han);
  fill(0xf900, 0xfaff, CLASS.han);
  // High surrogates of the planes that hold nothing but Han characters.
  fill(0xd840, 0xd888, CLASS.han);
  each("々〇○", CLASS.han);
  fill(0x30, 0x39, CLASS.digit);
  fill(0xff10, 0xff19, CLASS.digit);
  for (const base of [0x41, 0x61, 0xff21, 0xff41]) fill(base, base + 25, CLASS.latin);
  fill(0xc0, 0x24f, CLASS.latin);
  each("×÷", CLASS.other);
  each("%‰℃℉°％", CLASS.sign);
  each("+-−±￥¥$€£", CLASS.prefix);
  each("～〜", CLASS.range);
  each("。！？：”’）》〉」』】〕］｝", CLASS.close);
  each("，、；", CLASS.pause);
  each("“‘（《〈「『【〔［｛", CLASS.open);
  each("\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\ufeff", CLASS.blank);
  fill(0x2000, 0x200a, CLASS.blank);
  return table;
}
