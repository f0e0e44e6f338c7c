/** What a finding and a fix are. */

import type { Localised } from "../text/locale.ts";
import type { Range } from "../text/positions.ts";
import type { Span, TextEdit } from "../text/text.ts";

export type Severity = "hint" | "information" | "warning" | "error";

/**
 * How far a fix may be trusted (invariant 1).
 * - `safe`: it changes white space or look-alike code points only, and all evidence is for it;
 * - `doubtful`: it changes no more than that, but what it rests on is thin, so that a meaning may be lost with the blank;
 * - `unsafe`: any other.
 *
 * Safe fixes alone are applied by fix-all, format and save; a person chooses the others.
 */
export type Safety = "safe" | "doubtful" | "unsafe";

export interface Fix {
  readonly title: Localised;
  readonly safety: Safety;
  readonly edits: readonly TextEdit[];
}

/** Something wrong in one place of the page. */
export interface Finding extends Span {
  readonly rule: string;
  readonly message: Localised;
  readonly severity: Severity;
  readonly fix?: Fix;
  /** A name that may be right as it stands: once the house's lexicon has it, it is not reported any more. */
  readonly unsettled?: string;
  /** The line, from 1 on, that its message names; the message has no other number. */
  readonly namesLine?: number;
  /** Other places that explain it. */
  readonly related?: readonly RelatedPlace[];
}

/** A place that explains a finding. */
export interface RelatedPlace extends Span {
  readonly message: Localised;
  /** Where it is on another page: the address of that page, to which the offsets belong, and the place as a range. */
  readonly on?: { readonly uri: string; readonly range: Range };
}

/** Whether a finding wants a decision: what has a safe fix is done by a key. */
export function needsPerson({ fix }: Pick<Finding, "fix">): boolean {
  return fix?.safety !== "safe";
}

/** What a rule yields: `rules/apply.ts` adds the rule's id and its severity. */
export type BareFinding = Omit<Finding, "rule" | "severity">;
