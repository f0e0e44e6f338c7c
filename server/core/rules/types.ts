/** What a rule, a finding and a fix are. */

import type { Analysis } from "../analyze.ts";
import type { EntryData } from "../lexicon/types.ts";
import type { Localised } from "../locale.ts";
import type { TextMention } from "../mentions/types.ts";
import type { Settings } from "../settings.ts";
import type { Span, TextEdit } from "../text.ts";

export type Severity = "hint" | "information" | "warning" | "error";

/** A safe fix changes white space or look-alike code points only; any other is unsafe (promise 1). */
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
  /** A name that may be right as it stands: once the house's lexicon has it, it is found no more. */
  readonly unsettled?: string;
  /** Other places that explain it. */
  readonly related?: readonly (Span & { readonly message: Localised })[];
}

/** What a rule yields; the engine adds the rule's id and its severity. */
export type Found = Omit<Finding, "rule" | "severity">;

/** An example in markers: ⟦…⟧ round each finding, and what the page becomes (`fixed`, where a fix is offered). */
export interface Example {
  readonly page: string;
  readonly fixed?: string;
  readonly settings?: Partial<Settings>;
  /** For a rule that goes by names: those on the page, and the house's lexicon. */
  readonly house?: House;
}

/** What an example says of names: the lexicon, and what each of the texts names wherever it stands. */
export interface House {
  readonly entries: readonly EntryData[];
  readonly names: readonly Pick<TextMention, "type" | "text" | "role">[];
}

/** One kind of defect: what it is, why it matters, and how it is found and mended. */
export interface Rule {
  readonly id: string;
  readonly title: Localised;
  readonly why: Localised;
  readonly severity: Severity;
  /** The kinds of fix it offers; none where only a person can mend it. */
  readonly fixes: readonly Fix["safety"][];
  /** Executed as tests, and shown by `galley explain` and the documentation. */
  readonly examples: readonly Example[];
  /** Pages on which the rule must keep silent. */
  readonly silent?: readonly Example[];
  /** It goes by names and the house's lexicon, and keeps silent where they are not given. */
  readonly needsNames?: true;
  check(analysis: Analysis): Iterable<Found>;
}
