/** What a finding and a fix are. */

import type { Localised } from "../text/locale.ts";
import type { Span, TextEdit } from "../text/text.ts";

export type Severity = "hint" | "information" | "warning" | "error";

/** A safe fix changes white space or look-alike code points only; any other is unsafe (invariant 1). */
export interface Fix {
  readonly title: Localised;
  readonly safety: "safe" | "unsafe";
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
  /** Other places that explain it. */
  readonly related?: readonly (Span & { readonly message: Localised })[];
}

/** What a rule yields: `rules/apply.ts` adds the rule's id and its severity. */
export type BareFinding = Omit<Finding, "rule" | "severity">;
