/** What a rule is. */

import type { HousePage, NamedPage } from "../house/named-page.ts";
import type { EntryData } from "../house/types.ts";
import type { Issue } from "../issue/issue.ts";
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

/** What an example says of names: the lexicon, if there is one, and what each of the texts names wherever it stands. */
export interface ExampleHouse {
  readonly entries?: readonly EntryData[];
  readonly names: readonly Pick<TextMention, "type" | "text" | "role">[];
}

/**
 * The kinds of error that 《报纸编校差错率计算方法》 (2020) tells apart: a wrong, extra or missing `character`, a statement or numeral
 * that is wrong (`fact`), one about an important name, which counts double (`important`), and a `mark`.
 */
export type ErrorKind = "character" | "fact" | "important" | "mark";

/** A small issue: its pages in markers, by the names of their files. */
export interface IssueExample {
  readonly issue: Readonly<Record<string, string>>;
  /** What each of the texts names, wherever it stands. */
  readonly names?: ExampleHouse["names"];
}

/** What a rule says of itself, whatever it goes by. */
interface RuleFacts<AnyExample> {
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
  readonly examples: readonly AnyExample[];
  /** Pages on which the rule must keep silent. */
  readonly silent?: readonly AnyExample[];
}

/** A rule that goes by the page alone. */
export interface PageRule extends RuleFacts<Example> {
  /** Ids of rules that see a part of the same fault: what they find where this rule finds something is told by this one alone. */
  readonly absorbs?: readonly string[];
  check(analysis: Analysis): Iterable<BareFinding>;
}

/** A rule that goes by what the page names, whether or not the house has a lexicon. */
export interface NameRule extends RuleFacts<Example> {
  checkNames(page: NamedPage): Iterable<BareFinding>;
}

/** A rule that compares what the page names with the house's lexicon; it keeps silent where there is none. */
export interface HouseRule extends RuleFacts<Example> {
  checkHouse(page: HousePage): Iterable<BareFinding>;
}

/** A finding of an issue, and the address of the page that it is on. Places on other pages have their own (`related`). */
export type IssueFinding = BareFinding & { readonly uri: string };

/**
 * A rule that goes by what is known of all pages of an issue. It offers no fix: which of the pages is right is for an editor to
 * find out.
 */
export interface IssueRule extends RuleFacts<IssueExample> {
  readonly fixes: readonly [];
  /** Whether it goes by names; the command line recognises them for its sake where names are asked for. */
  readonly needsNames?: true;
  checkIssue(issue: Issue): Iterable<IssueFinding>;
}

/** One kind of defect: what it is, why it matters, and how it is found and mended. */
export type Rule = PageRule | NameRule | HouseRule | IssueRule;

export function isPageRule(rule: Rule): rule is PageRule {
  return "check" in rule;
}

export function isNameRule(rule: Rule): rule is NameRule {
  return "checkNames" in rule;
}

export function isHouseRule(rule: Rule): rule is HouseRule {
  return "checkHouse" in rule;
}

export function isIssueRule(rule: Rule): rule is IssueRule {
  return "checkIssue" in rule;
}

/** What the house's words are in an example: 截止 → 截至. */
export function shownWords({ settings }: Partial<Example>): string | undefined {
  return settings?.words
    ?.map(({ terms, instead }) => [terms.join("、"), instead].filter((part) => part !== undefined).join(" → "))
    .join("；");
}

/** The example as it is shown: a page as it is, of an issue its pages under the names of their files. */
export function shownExample(example: Example | IssueExample): string {
  if ("page" in example) return example.page;
  const pages = Object.entries(example.issue);
  return pages.map(([name, page]) => `—— ${name}\n${page.trimEnd()}\n`).join("\n");
}
