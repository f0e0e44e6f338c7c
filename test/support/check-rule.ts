/** Tests a rule with strings: ⟦…⟧ round each finding (‸ where it is empty), and the page that its fixes make. */

import assert from "node:assert/strict";
import { analyze } from "../../server/core/analyze.ts";
import { analyzeExample, issueExampleFindings } from "../../server/core/analyze-example.ts";
import { fixPage } from "../../server/core/fix/fix-page.ts";
import type { Analysis } from "../../server/core/page/analysis.ts";
import type { Finding, Severity } from "../../server/core/page/finding.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../server/core/page/settings.ts";
import { RULES } from "../../server/core/rules/index.ts";
import type { ExampleHouse, IssueExample, IssueRule, Rule } from "../../server/core/rules/rule.ts";
import { LOOKALIKE, standFor } from "../../server/core/tables/look-alike.ts";
import { applyEdits, type Span, withoutWhiteSpace } from "../../server/core/text/text.ts";

/**
 * Asserts that the rule, alone, reports the marked places of the page and nothing else; that its fixes make `fixed`
 * of it (`undefined`: it offers none); that they settle the page; and that a safe fix loses nothing (promise 1).
 */
export function checkRule(
  rule: Rule,
  marked: string,
  fixed?: string,
  settings: Partial<Settings> = {},
  house?: ExampleHouse,
): void {
  const { page } = parseMarked(marked);
  const alone = settingsFor([rule], settings);
  const { findings } = analyzeExample(page, alone, house);
  assert.equal(mark(page, findings), marked, `${rule.id} reports the marked places`);

  const fixes = findings.flatMap(({ fix }) => fix ?? []);
  if (fixed === undefined) assert.deepEqual(fixes, [], `${rule.id} offers no fix`);
  else {
    const mended = applyEdits(
      page,
      fixes.flatMap(({ edits }) => edits),
    );
    assert.equal(mended, fixed, `${rule.id} mends the page`);
    const left = analyze(mended, alone).findings.filter(({ fix }) => fix);
    assert.equal(mark(mended, left), mended, `${rule.id} has nothing left to fix`);
    if (fixes.every(({ safety }) => safety !== "unsafe")) checkNothingLost(page, mended);
  }
  checkSettles(page, { ...DEFAULT_SETTINGS, ...settings });
}

/** Asserts that the rule, alone, reports the marked places of the pages of an issue and nothing else. */
export function checkIssueRule(rule: IssueRule, { issue: marked, names }: IssueExample): void {
  const issue = Object.fromEntries(Object.entries(marked).map(([name, page]) => [name, parseMarked(page).page]));
  const found = issueExampleFindings({ issue, ...(names && { names }) }, settingsFor([rule]));
  const shown = Object.entries(issue).map(([name, page]) => [name, mark(page, found.get(name) ?? [])]);
  assert.deepEqual(Object.fromEntries(shown), marked, `${rule.id} reports the marked places`);
  for (const findings of found.values())
    for (const { related, fix } of findings) {
      assert.equal(fix, undefined, `${rule.id} offers no fix`);
      assert.ok(related?.length, `${rule.id} shows the other place`);
      for (const { on } of related) if (on) assert.ok(on.uri in marked, `${rule.id} names a page of the issue`);
    }
}

/** Asserts that fixing all that is safe loses nothing, leaves no safe fix, and changes nothing the second time. */
export function checkSettles(page: string, settings: Settings = DEFAULT_SETTINGS): void {
  const analysis = analyze(page, settings);
  checkEdits(analysis);
  const fixed = fixPage(analysis);
  checkNothingLost(page, fixed);
  const again = analyze(fixed, settings);
  const left = again.findings.filter(({ fix }) => fix?.safety === "safe");
  assert.equal(mark(fixed, left), fixed, "no safe fix is left");
  assert.equal(fixPage(again), fixed, "fixing again changes nothing");
}

/** Asserts that findings lie on the page and that the safe edits are disjoint or equal and lose nothing. */
export function checkEdits({ text, findings }: Analysis): void {
  const edits = new Map<string, { start: number; end: number; newText: string }>();
  for (const { rule, start, end, fix } of findings) {
    assert.ok(0 <= start && start <= end && end <= text.length, `${rule}: ${start}…${end} is on the page`);
    if (fix?.safety !== "safe") continue;
    assert.ok(fix.edits.length > 0, `${rule}: a fix changes something`);
    for (const edit of fix.edits) {
      assert.ok(0 <= edit.start && edit.start <= edit.end && edit.end <= text.length, `${rule}: edit on the page`);
      assert.notEqual(edit.newText, text.slice(edit.start, edit.end), `${rule}: an edit changes something`);
      checkNothingLost(text.slice(edit.start, edit.end), edit.newText);
      edits.set(JSON.stringify(edit), edit);
    }
  }
  let done = 0;
  for (const { start, end } of [...edits.values()].sort((a, b) => a.start - b.start || a.end - b.end)) {
    assert.ok(start >= done, `edits at ${start} do not overlap`);
    done = end;
  }
}

/** Promise 1: nothing but white space differs, and look-alikes are what they stand for. */
export function checkNothingLost(before: string, after: string): void {
  assert.equal(solid(after), solid(before), "nothing but white space and look-alikes has changed");
}

function solid(text: string): string {
  const marks = /(?<=\d)[．，](?=\d)|(?<=\d)％/gu;
  return withoutWhiteSpace(text).replace(LOOKALIKE, standFor).replace(marks, standFor);
}

/** Settings under which only these rules speak. */
export function settingsFor(rules: readonly Rule[], settings: Partial<Settings> = {}): Settings {
  const spoken = RULES.map((rule) => [rule.id, rules.includes(rule) ? severityOf(rule) : "off"] as const);
  return { ...DEFAULT_SETTINGS, ...settings, rules: { ...Object.fromEntries(spoken), ...settings.rules } };
}

/** The rule's own severity; one that is off until it is asked for speaks as a hint. */
function severityOf({ severity }: Rule): Severity {
  return severity === "off" ? "hint" : severity;
}

/** The page with ⟦ and ⟧ round each span, ‸ where it is empty. */
export function mark(page: string, findings: readonly (Finding | Span)[]): string {
  const edits = findings.flatMap(({ start, end }) =>
    start === end
      ? [{ at: start, order: 1, sign: "‸" }]
      : [
          { at: start, order: 2, sign: "⟦" },
          { at: end, order: 0, sign: "⟧" },
        ],
  );
  edits.sort((a, b) => a.at - b.at || a.order - b.order);
  const parts: string[] = [];
  let done = 0;
  for (const { at, sign } of edits) {
    parts.push(page.slice(done, at), sign);
    done = at;
  }
  return parts.join("") + page.slice(done);
}

/** The page of a marked string and the spans that are marked in it. */
export function parseMarked(marked: string): { page: string; spans: Span[] } {
  const spans: Span[] = [];
  const open: number[] = [];
  let page = "";
  for (const char of marked) {
    if (char === "⟦") open.push(page.length);
    else if (char === "⟧") spans.push({ start: open.pop() ?? 0, end: page.length });
    else if (char === "‸") spans.push({ start: page.length, end: page.length });
    else page += char;
  }
  return { page, spans };
}
