/** What a rule is. */

import type { NamedPage } from "../house/named-page.ts";
import type { EntryData } from "../house/types.ts";
import type { Analysis } from "../page/analysis.ts";
import type { BareFinding, Safety, Severity } from "../page/finding.ts";
import type { TextMention } from "../page/mention.ts";
import type { Settings } from "../page/settings.ts";
import type { Localised } from "../text/locale.ts";

/** An example in markers: ⟦…⟧ round each finding, and what the page becomes (`fixed`, where a fix is offered). */
export interface Example {
  readonly page: string;
  readonly fixed?: string;
  readonly settings?: Partial<Settings>;
  /** For a rule that goes by names: those on the page, and the house's lexicon. */
  readonly house?: ExampleHouse;
}

/** What an example says of names: the lexicon, and what each of the texts names wherever it stands. */
export interface ExampleHouse {
  readonly entries: readonly EntryData[];
  readonly names: readonly Pick<TextMention, "type" | "text" | "role">[];
}

/**
 * The kinds of error that 《报纸编校差错率计算方法》 (2020) tells apart: a wrong, extra or missing `character`, a statement or numeral
 * that is wrong (`fact`), one about an important name, which counts double (`important`), and a `mark`.
 */
export type ErrorKind = "character" | "fact" | "important" | "mark";

/** What a rule says of itself, whatever it goes by. */
interface RuleFacts {
  readonly id: string;
  readonly title: Localised;
  readonly why: Localised;
  /** How grave it is; `off` where not every house would have it, so that it speaks only when it is asked to. */
  readonly severity: Severity | "off";
  /** The kinds of fix it offers; none where only a person can mend it. */
  readonly fixes: readonly Safety[];
  /** What such a fault counts as in a paper's error rate; nothing where the extraction made it, not the paper. */
  readonly counts?: ErrorKind;
  /** Executed as tests, and shown by `galley explain` and the documentation. */
  readonly examples: readonly Example[];
  /** Pages on which the rule must keep silent. */
  readonly silent?: readonly Example[];
}

/** A rule that goes by the page alone. */
export interface PageRule extends RuleFacts {
  /** Ids of rules that see a part of the same fault: what they find where this rule finds something is told by this one alone. */
  readonly absorbs?: readonly string[];
  check(analysis: Analysis): Iterable<BareFinding>;
}

/** A rule that goes by what the page names and by the house's lexicon; it keeps silent where there is none. */
export interface NameRule extends RuleFacts {
  checkNames(page: NamedPage): Iterable<BareFinding>;
}

/** One kind of defect: what it is, why it matters, and how it is found and mended. */
export type Rule = PageRule | NameRule;

export function isPageRule(rule: Rule): rule is PageRule {
  return "check" in rule;
}

export function isNameRule(rule: Rule): rule is NameRule {
  return "checkNames" in rule;
}
