/** Candidates for a mention: a span that may name something, and what speaks for and against it. */

import type { EntityType } from "../../page/mention.ts";
import type { Words } from "../words/words.ts";
import { leftClass, rightClass } from "./surroundings.ts";
import { edgePattern } from "./word-patterns.ts";

/** A span that may be a mention. Its score is the sum of the weights of its features. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly features: string[];
}

/** Takes a candidate; equal spans of one type keep the features of all who proposed them. */
export type Propose = (start: number, end: number, type: EntityType, features: readonly string[]) => void;

/**
 * Takes a candidate of one type with what surrounds it. `quality` says in a few letters what the span is by itself: as a
 * feature it goes together with how the span's ends lie on the words.
 */
export type ProposeSpan = (start: number, end: number, quality: string, features: readonly string[]) => void;

/** The first letter of features by type, as the weights have it. */
const PREFIX = { PER: "p", LOC: "l", ORG: "o" } as const;

/** Proposes candidates of one type, their surroundings among their features: the classes and words on both sides and the lie of the ends. */
export function proposerOf(words: Words, type: keyof typeof PREFIX, propose: Propose): ProposeSpan {
  const prefix = PREFIX[type];
  // Many candidates begin or end at one offset.
  const before: (readonly string[] | undefined)[] = [];
  const after: (readonly string[] | undefined)[] = [];
  return (start, end, quality, features) => {
    const left = before[start] ?? [
      `${prefix}.l=${leftClass(words, start)}`,
      `${prefix}.lw=${wordBefore(words, start)}`,
    ];
    const right = after[end] ?? [`${prefix}.r=${rightClass(words, end)}`, `${prefix}.rw=${wordAfter(words, end)}`];
    before[start] = left;
    after[end] = right;
    const edges = `${prefix}.edges=${edgePattern(words, start, end)}.${quality}`;
    propose(start, end, type, features.concat(left, right, edges));
  };
}

/** The word that ends where a name begins. */
function wordBefore({ at, start, word, count }: Words, offset: number): string {
  if (offset === 0) return "";
  const i = at[offset - 1] ?? count;
  return start[i + 1] === offset ? (word[i] ?? "") : "-";
}

/** The word that begins where a name ends. */
function wordAfter({ at, start, word, count }: Words, offset: number): string {
  const i = at[offset] ?? count;
  return start[i] === offset ? (word[i] ?? "") : "-";
}
