/** Everything on a page that stands twice and is more than one character set twice. */

import type { Block } from "../../layout/types.ts";
import type { Analysis } from "../../page/analysis.ts";
import type { BareFinding } from "../../page/finding.ts";
import { joinedEdits, pageSpan } from "../joined-edits.ts";
import { repeatedAtLineEnds } from "./at-line-ends.ts";
import { doubledSurnames } from "./doubled-surname.ts";
import { repetitionsOfTexts, type TextRepetitions } from "./of-text.ts";
import { overprinted } from "./overprint.ts";
import type { Repetition } from "./types.ts";

/** The repetitions of a page by block, none inside or across another; of two at one place the first named kind counts. */
export function repetitionsOf(blocks: readonly Block[]): ReadonlyMap<Block, readonly Repetition[]> {
  const taken = new Map<Block, Repetition[]>();
  const take = (repetition: Repetition): void => {
    const own = taken.get(repetition.block);
    if (!own) taken.set(repetition.block, [repetition]);
    else if (!own.some(({ start, end }) => start < repetition.end && repetition.start < end)) own.push(repetition);
  };
  const inTexts = repetitionsOfTexts(blocks);
  const all = blocks.flatMap((block, b) => {
    const own = inTexts[b] as TextRepetitions;
    return own.setTwice.length + own.overprints.length + own.doubledSurnames.length > 0 ? [{ block, own }] : [];
  });
  for (const { block, own } of all) for (const repetition of own.setTwice) take({ ...repetition, block });
  for (const { block, own } of all)
    for (const repetition of overprinted(blocks, block, own.overprints)) take(repetition);
  for (const repetition of repeatedAtLineEnds(blocks)) take(repetition);
  for (const { block, own } of all)
    for (const repetition of doubledSurnames(blocks, block, own.doubledSurnames)) take(repetition);
  return taken;
}

/** A repetition as a finding; its fix deletes what is one too many. */
export function repetitionFinding(analysis: Analysis, repetition: Repetition): BareFinding {
  const { block, surplus, message, title, proof } = repetition;
  return {
    ...pageSpan(analysis, block, repetition),
    message,
    fix: { title, safety: "unsafe", edits: surplus.flatMap((span) => joinedEdits(analysis, block, span, "")) },
    ...(proof && {
      related: [
        { ...pageSpan(analysis, proof.block, proof), message: { zh: "没有重复的写法", en: "The same words once" } },
      ],
    }),
  };
}
