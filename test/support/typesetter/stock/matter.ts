/** What a piece of an ordered page is about: one thing that happened, where, by whom, and what there is to say of it. */

import type { Genre } from "./genre.ts";

/** A matter, as the headline and the text of a piece name it. */
export interface Matter {
  /** What it is, as a noun: {事}. */
  readonly thing: string;
  /** What came of it, as a predicate of the thing: {成}. It may have slots. */
  readonly outcome: string;
  /** The slot that its place is taken from: {地}. */
  readonly place: "县" | "乡镇" | "村" | "社区" | "学校" | "路" | "山水";
  /** Who sees to it: {者}. */
  readonly actor: string;
  /** Its sides, two characters each, which crossheads name and the parts of a feature turn to. */
  readonly sides: readonly string[];
  /** Sentences that are only true of it. */
  readonly told: readonly string[];
  /** Where the parts of a long feature drift to. */
  readonly drift: readonly Genre[];
}
