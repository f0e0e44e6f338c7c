/** Asks the rules: what they find, with the severity that is in force. */

import type { NamedPage } from "../house/named-page.ts";
import type { Issue } from "../issue/issue.ts";
import type { Analysis } from "../page/analysis.ts";
import { type BareFinding, type Finding, needsPerson, type Severity } from "../page/finding.ts";
import type { Settings, Severities } from "../page/settings.ts";
import type { Page } from "../text/text.ts";
import { absorbed } from "./absorbed.ts";
import { HOUSE_RULES, ISSUE_RULES, NAME_RULES, PAGE_RULES, SAFE_RULES } from "./index.ts";
import { missingBetween, missingBlankLine } from "./missing-blank-line.ts";
import type { Rule } from "./rule.ts";
import { strayBetween, strayBlank } from "./stray-blank.ts";

/** What the rules find that go by the page alone, in page order. */
export function pageFindings(analysis: Analysis): Finding[] {
  return absorbed(findings(PAGE_RULES, (rule) => rule.check(analysis), analysis.settings));
}

/** What the rules find that have safe fixes, in page order; articles and roles may be left out. */
export function safeFindings(analysis: Analysis): Finding[] {
  return findings(SAFE_RULES, (rule) => rule.check(analysis), analysis.settings);
}

/**
 * What the rules find between two sheets of a long text: `end` is where the last block of one ends, `start` where the first of
 * the next one starts, `lineStart` where its line does.
 */
export function findingsBetween(
  text: string,
  { end, start, lineStart }: { readonly end: number; readonly start: number; readonly lineStart: number },
  eol: Page["eol"],
  settings: Settings,
): Finding[] {
  const between = new Map<Rule, BareFinding | undefined>([
    [missingBlankLine, missingBetween(text, { end, start, lineStart }, eol)],
    [strayBlank, strayBetween(text, end, lineStart, eol)],
  ]);
  const check = (rule: Rule): BareFinding[] => {
    const found = between.get(rule);
    return found ? [found] : [];
  };
  return findings([...between.keys()], check, settings);
}

/** What the rules find that go by names, in page order; those that go by a lexicon are asked where one holds. */
export function nameFindings(page: NamedPage, settings: Severities): Finding[] {
  const named = findings(NAME_RULES, (rule) => rule.checkNames(page), settings);
  const { lexicon } = page;
  if (!lexicon) return named;
  return inPageOrder([...named, ...findings(HOUSE_RULES, (rule) => rule.checkHouse({ ...page, lexicon }), settings)]);
}

/** Whether any rule is in force that goes by names, or by a lexicon where one holds: only then are names needed for findings. */
export function needsNames(settings: Pick<Settings, "rules">, hasLexicon: boolean): boolean {
  const rules: readonly Rule[] = hasLexicon ? [...NAME_RULES, ...HOUSE_RULES] : NAME_RULES;
  return rules.some((rule) => isInForce(rule, settings));
}

/** Whether any rule is in force that compares names with a lexicon. */
export function needsLexicon(settings: Pick<Settings, "rules">): boolean {
  return HOUSE_RULES.some((rule) => isInForce(rule, settings));
}

/** What the rules find that go by an issue as a whole: by the address of each page that has findings, in page order. */
export function issueFindings(issue: Issue, settings: Pick<Settings, "rules">): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const rule of ISSUE_RULES) {
    const severity = severityOf(rule, settings);
    if (severity === "off") continue;
    for (const { uri, ...finding } of rule.checkIssue(issue)) {
      const own = found.get(uri) ?? [];
      own.push({ ...finding, rule: rule.id, severity });
      found.set(uri, own);
    }
  }
  return new Map([...found].map(([uri, findings]) => [uri, inPageOrder(findings)]));
}

/** Whether any rule that goes by an issue is in force, and whether one of them goes by names. */
export function needsIssue(settings: Pick<Settings, "rules">): { readonly facts: boolean; readonly names: boolean } {
  const asked = ISSUE_RULES.filter((rule) => isInForce(rule, settings));
  return { facts: asked.length > 0, names: asked.some(({ needsNames }) => needsNames) };
}

/** Findings of a page in page order; of two at one place the one given first. */
export function inPageOrder(all: readonly Finding[]): Finding[] {
  return [...all].sort((a, b) => a.start - b.start || a.end - b.end);
}

function findings<R extends Rule>(
  rules: readonly R[],
  check: (rule: R) => Iterable<BareFinding>,
  settings: Severities,
): Finding[] {
  const all: Finding[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule, settings);
    if (severity === "off") continue;
    const { fixableSeverity } = settings;
    const fixable = rule.id in settings.rules || fixableSeverity === "rule" ? severity : fixableSeverity;
    for (const finding of check(rule))
      all.push({ ...finding, rule: rule.id, severity: needsPerson(finding) ? severity : fixable });
  }
  return inPageOrder(all);
}

/** Whether a rule reports what it finds. */
export function isInForce(rule: Rule, settings: Pick<Settings, "rules">): boolean {
  return severityOf(rule, settings) !== "off";
}

/** What the user has set for a rule, else the rule's own. */
function severityOf(rule: Rule, { rules }: Pick<Settings, "rules">): Severity | "off" {
  return rules[rule.id] ?? rule.severity;
}
