/** Amounts that an article gives by the year or day in one place and not in another. */

import type { Localised } from "../../text/locale.ts";
import { numeralOf } from "../numerals/decimal.ts";
import { type Contradiction, commonEnd, type FigureBlock, type PlacedFigure } from "./figure-blocks.ts";
import type { Figure } from "./figures.ts";

/** Amounts that the article also gives by the year or day, of the same matter: 2万吨 and 2万吨/年. */
export function* contradictingRates(blocks: readonly FigureBlock[]): Generator<Contradiction> {
  const rated = new Map<string, FigureInText>();
  for (const figure of figuresWhere(blocks, isRate)) {
    const key = `${numeralOf(figure.value)} ${figure.measure}`;
    if (!rated.has(key)) rated.set(key, figure);
  }
  const measures = new Set([...rated.values()].map(({ measure }) => measure));
  const periods = new Set([...rated.values()].map(({ per }) => per));
  const ratesOf = (measure: string): string[] => [...periods].map((per) => `${measure}${per}`);
  const isBare = ({ kind, per, measure }: Figure): boolean =>
    kind === "amount" && per === undefined && ratesOf(measure).some((rate) => measures.has(rate));
  // Hardly any article has a rate.
  if (rated.size === 0) return;
  for (const here of figuresWhere(blocks, isBare)) {
    const other = ratesOf(here.measure)
      .map((rate) => rated.get(`${numeralOf(here.value)} ${rate}`))
      .find((figure) => figure !== undefined);
    // 年产2万吨 and 每天处理2万吨 say the same in other words.
    if (!other || /[年月日天时][^，。；]{0,8}$/u.test(here.within.slice(Math.max(0, here.start - 10), here.start)))
      continue;
    if (!areOfOneMatter(here, other)) continue;
    const per = /[/／].*$/u.exec(other.text)?.[0] ?? "";
    const told = (text: string): Localised => ({
      zh: `本文另有“${text}”，数与单位相同，只有一处写明“${per}”，请核对。`,
      en: `The article also has ${text}: the same amount, but only one of the two says ${per}.`,
    });
    yield { here, other, message: told(other.text), reverse: told(here.text) };
  }
}

/** Whether an amount is given by the year or day with a stroke: 2万吨/年. */
function isRate({ kind, per, text }: Figure): boolean {
  return kind === "amount" && per !== undefined && /[/／]/u.test(text);
}

/** A figure with the text of its block. */
type FigureInText = PlacedFigure & { readonly within: string };

/** The figures of an article that fulfil a condition, in order. */
function* figuresWhere(
  blocks: readonly FigureBlock[],
  condition: (figure: Figure) => boolean,
): Generator<FigureInText> {
  for (const { index, text, figures } of blocks)
    for (const figure of figures) if (condition(figure)) yield { ...figure, block: index, within: text };
}

/**
 * Whether two figures are of one matter: the same four characters stand in the clause before both, and the same word (一期)
 * right before or after both.
 */
function areOfOneMatter(one: FigureInText, other: FigureInText): boolean {
  const clause = ({ within, start }: FigureInText): string =>
    /[^。；，、]*$/u.exec(within.slice(Math.max(0, start - 36), start))?.[0] ?? "";
  const after = ({ within, end }: FigureInText): string =>
    /^\p{Script=Han}{2}/u.exec(within.slice(end, end + 2))?.[0] ?? "";
  const [a, b] = [clause(one), clause(other)];
  if (!/\p{Script=Han}{2}$/u.test(commonEnd(a, b)) && (after(one) === "" || after(one) !== after(other))) return false;
  for (let at = 0; at + 4 <= a.length; at += 1) {
    const word = a.slice(at, at + 4);
    if (/^\p{Script=Han}{4}$/u.test(word) && b.includes(word)) return true;
  }
  return false;
}
