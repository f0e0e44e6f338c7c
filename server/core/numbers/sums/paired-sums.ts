/** Wholes and parts of two figures each: where one column adds up to the last digit, the other has to. */

import { compare, numeralOf } from "../numerals/decimal.ts";
import { addition, type Figure, isSlip, sumOf, writtenLike } from "./figures.ts";
import type { WrongSum } from "./wrong-sum.ts";

/** Two figures side by side: 66条，总投资8.642亿元. */
type Pair = readonly [first: Figure, second: Figure];

/** How many characters may stand between the two, and between one pair and the next. */
const INSIDE = 10;
const APART = 90;
/** Numbers with fewer digits add up by chance. */
const TELLING = 4;

/**
 * The sums of a text that do not come out though the figures beside them do: 修路66条，总投资8.642亿元。……
 * 平川修路20条，总投资5.13亿元；……山区修路45条，总投资3.512亿元. No word says that the two are all; the investments do.
 */
export function* pairedSums(figures: readonly Figure[], text: string): Generator<WrongSum> {
  const pairs = pairsOf(figures, text);
  for (const [at, whole] of pairs.entries()) {
    for (let count = 2; count <= 6 && at + count < pairs.length; count += 1) {
      const parts = pairs.slice(at + 1, at + 1 + count);
      if (!parts.every((part, index) => follows(part, index === 0 ? whole : parts[index - 1], whole))) break;
      for (const [column, other] of [
        [0, 1],
        [1, 0],
      ] as const) {
        if (!comesOut(parts, whole, other)) continue;
        const own = parts.map((part) => part[column]);
        const sum = sumOf(own);
        if (compare(sum, whole[column].value) === 0 || !isSlip(sum, whole[column].value)) continue;
        const added = addition(own, whole[column]);
        const [reckoned, said] = [writtenLike(sum, whole[column]), whole[column].text];
        yield {
          whole: whole[column],
          parts: own,
          message: {
            zh: `各项合计${reckoned}，与总数${said}不符（${added}）；同列的${whole[other].text}却加得上`,
            en: `The parts make ${reckoned}, not ${said} (${added}), though ${whole[other].text} beside it adds up`,
          },
        };
      }
    }
  }
}

/** All figures that stand side by side with another of a different measure. */
function pairsOf(figures: readonly Figure[], text: string): Pair[] {
  const pairs: Pair[] = [];
  figures.forEach((first, index) => {
    const second = figures[index + 1];
    if (!second || first.measure === second.measure || first.kind !== "amount" || second.kind !== "amount") return;
    if (first.exact && second.exact && /^[^。；\d]*$/u.test(text.slice(first.end, second.start)))
      if (second.start - first.end <= INSIDE) pairs.push([first, second]);
  });
  return pairs;
}

/** Whether a pair has the whole's two measures and stands near the pair before it. */
function follows(pair: Pair, last: Pair | undefined, whole: Pair): boolean {
  const alike = pair[0].measure === whole[0].measure && pair[1].measure === whole[1].measure;
  return alike && last !== undefined && pair[0].start - last[1].end <= APART;
}

/** Whether the parts make the whole in that column, by numbers that do not add up by chance. */
function comesOut(parts: readonly Pair[], whole: Pair, column: 0 | 1): boolean {
  const digits = numeralOf(whole[column].value).replace(/\D|0+$/g, "");
  return digits.length >= TELLING && compare(sumOf(parts.map((part) => part[column])), whole[column].value) === 0;
}
