/** Headings whose figures the article gives otherwise. */

import { numeralOf } from "../numerals/decimal.ts";
import { type Contradiction, commonEnd, type FigureBlock, isRounded } from "./figure-blocks.ts";
import { type Figure, someAddUp } from "./figures.ts";

/** Figures of a heading that the article gives otherwise, by what looks like a slip, and never as the heading has them. */
export function* contradictedHeadings(blocks: readonly FigureBlock[]): Generator<Contradiction> {
  for (const heading of blocks.filter(({ heading: is }) => is)) {
    for (const figure of heading.figures) {
      if (!figure.exact || figure.kind !== "amount") continue;
      const body = blocks.filter(({ heading: is }) => !is);
      const amounts = body.flatMap(({ index, text, figures }) =>
        figures
          .filter(({ measure }) => measure === figure.measure)
          .map((other) => ({ ...other, block: index, within: text })),
      );
      if (amounts.some(({ exact }) => !exact) || someAddUp(amounts, figure)) continue;
      const alike = amounts.filter((other) => haveSameWords(heading.text, figure, other.within, other));
      const [other] = alike;
      if (!other || alike.length > 1 || !isMisprint(figure, other)) continue;
      const here = { ...figure, block: heading.index };
      yield {
        here,
        other,
        message: {
          zh: `标题里是${figure.text}，正文里是${other.text}`,
          en: `${figure.text} in the headline, ${other.text} in the article`,
        },
        reverse: {
          zh: `正文里是${other.text}，标题里是${figure.text}`,
          en: `${other.text} in the article, ${figure.text} in the headline`,
        },
      };
    }
  }
}

/** Whether the same words stand beside two figures, each in its text: four characters, or two on each side. */
function haveSameWords(text: string, one: Figure, within: string, other: Figure): boolean {
  const [a, b] = [text.slice(one.end, one.end + 8), within.slice(other.end, other.end + 8)];
  let after = 0;
  while (after < a.length && a[after] === b[after] && /\p{Script=Han}/u.test(a[after] ?? "")) after += 1;
  const before = commonEnd(
    text.slice(Math.max(0, one.start - 8), one.start),
    within.slice(Math.max(0, other.start - 8), other.start),
  );
  const words = /\p{Script=Han}*$/u.exec(before)?.[0].length ?? 0;
  return after >= 4 || words >= 4 || (after >= 2 && words >= 2);
}

/** Whether two figures differ in one digit, or by two neighbours that changed places, and not by rounding. */
function isMisprint(one: Figure, other: Figure): boolean {
  const [a, b] = [numeralOf(one.value), numeralOf(other.value)];
  if (a.length !== b.length || isRounded(one, other)) return false;
  const off = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first = 0, second = 0] = off;
  return (
    (a.length > 1 && off.length === 1) ||
    (off.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
  );
}
