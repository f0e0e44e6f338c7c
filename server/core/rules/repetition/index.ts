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

/** What stands twice in a block. */
export interface BlockRepetitions {
  /** None inside or across another. */
  readonly found: readonly Repetition[];
  /** Offsets of the joined text that stand in one of them. */
  readonly covered: ReadonlySet<number>;
}

/** The repetitions of a page by block; of two at one place the first named kind counts. */
export function repetitionsOf(blocks: readonly Block[]): ReadonlyMap<Block, BlockRepetitions> {
  const taken = new Map<Block, { found: Repetition[]; covered: Set<number> }>();
  const take = (repetition: Repetition): void => {
    const { block, start, end } = repetition;
    const own = taken.get(block) ?? { found: [], covered: new Set() };
    for (let offset = start; offset < end; offset += 1) if (own.covered.has(offset)) return;
    for (let offset = start; offset < end; offset += 1) own.covered.add(offset);
    own.found.push(repetition);
    taken.set(block, own);
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
