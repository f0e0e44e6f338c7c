/** Headings that a page counts: 5 体质健康测试通知, and further on 6 守河调研报告大赛. */

import { unitAtHead } from "./number-across.ts";

/** A heading's number, parted from it by a blank. */
const COUNTED = /^(?<number>\d{1,2})[ \u3000]+(?=[\p{Script=Han}“《A-Za-z])(?<rest>.*)/u;

/** A line as far as its number is concerned. */
interface Counted {
  readonly text: string;
}

/**
 * The lines that open with a number of their own, by their index: numbers that go on counting from line to line of the
 * page. One number alone may as well count what follows it, and so may one before a unit.
 */
export function countedHeads(lines: readonly Counted[]): ReadonlySet<number> {
  const found = new Set<number>();
  let last: { readonly index: number; readonly number: number } | undefined;
  lines.forEach(({ text }, index) => {
    const { number = "", rest = "" } = COUNTED.exec(text)?.groups ?? {};
    if (number === "" || unitAtHead(rest)) return;
    const counted = { index, number: Number(number) };
    if (last && counted.number === last.number + 1) {
      found.add(last.index);
      found.add(index);
    }
    last = counted;
  });
  return found;
}
