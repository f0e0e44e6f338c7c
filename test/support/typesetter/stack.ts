/** Stacks of display lines: a heading of one, two or three lines, broken by sense or as far as the width goes. */

import { setDisplay } from "./lines.ts";
import type { Random } from "./random.ts";
import type { DisplayItem, TruthRole } from "./types.ts";

/** How a page breaks its headings: between words and balanced, or wherever the line is full. */
export type StackHabit = "sense" | "greedy";

const SENSE = "／";
const FLAT = { squeeze: 0, numberGap: 0, hang: false, indent: false } as const;

/** A heading as an item of the page. `text` has `／` where its sense allows a break; `widest` is in em. */
export function stack(
  { article, role, text, widest }: { article: string; role: TruthRole; text: string; widest: number },
  habit: StackHabit,
  random: Random,
): DisplayItem {
  const plain = text.replaceAll(SENSE, "");
  const count = Math.max(Math.ceil(plain.length / widest), wishedLines(role, plain.length, random));
  const set = habit === "sense" ? bySense(text.split(SENSE), count) : greedily(plain, count, random);
  return { kind: "display", article, role, text: plain, width: widest, lines: set.filter((line) => line !== "") };
}

/** On how many lines a heading is set where its width asks for none: at the rates counted on real pages. */
function wishedLines(role: TruthRole, length: number, random: Random): number {
  if (role !== "headline")
    return random.weighted([
      [1, 26],
      [2, 10],
      [3, 3],
    ]); // prettier-ignore
  return length <= 8
    ? random.weighted([
        [1, 5],
        [2, 1],
      ])
    : random.weighted([
        [1, 53],
        [2, 35],
        [3, 10],
        [4, 2],
      ]); // prettier-ignore
}

/** The pieces on `count` lines, or on as many as there are pieces, so that the widest is as narrow as can be. */
function bySense(pieces: readonly string[], count: number): string[] {
  if (count <= 1 || pieces.length <= 1) return [pieces.join("")];
  let best: string[] = [pieces.join("")];
  const widest = (lines: readonly string[]): number => Math.max(...lines.map((line) => line.length));
  for (let first = 1; first < pieces.length; first += 1) {
    const lines = [pieces.slice(0, first).join(""), ...bySense(pieces.slice(first), count - 1)];
    if (lines.length <= count && widest(lines) < widest(best)) best = lines;
  }
  return best;
}

/** Each line filled, inside words too; the last one may be short. */
function greedily(text: string, count: number, random: Random): string[] {
  const width = Math.max(3, Math.ceil(text.length / count) + (count > 1 ? random.int(0, 2) : 1));
  return setDisplay(text, width, FLAT, random).map((line) => line.text);
}
