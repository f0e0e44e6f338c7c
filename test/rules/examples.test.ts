/** Runs every example of every rule: what it reports, what its fix makes, and where it is silent. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyzeExample } from "../../server/core/analyze-example.ts";
import { ISSUE_RULES, RULES } from "../../server/core/rules/index.ts";
import { isIssueRule } from "../../server/core/rules/rule.ts";
import { checkIssueRule, checkRule, parseMarked, settingsFor } from "../support/check-rule.ts";

for (const rule of ISSUE_RULES) {
  describe(rule.id, () => {
    test("says what it is, and offers no fix", () => {
      assert.match(rule.id, /^[a-z]+(?:-[a-z]+)*$/);
      for (const { zh, en } of [rule.title, rule.why]) assert.ok(/\p{Script=Han}/u.test(zh) && en !== "");
      assert.ok(rule.examples.length > 0);
      assert.deepEqual(rule.fixes, []);
    });
    for (const example of rule.examples) {
      const marked = Object.values(example.issue).filter((page) => page.includes("⟦"));
      test(`reports ${JSON.stringify(marked)}`, () => {
        assert.notEqual(marked.length, 0, "an example has a finding");
        checkIssueRule(rule, example);
      });
    }
    for (const example of rule.silent ?? [])
      test(`says nothing of ${JSON.stringify(example.issue)}`, () => checkIssueRule(rule, example));
  });
}

for (const rule of RULES) {
  if (isIssueRule(rule)) continue;
  describe(rule.id, () => {
    test("says what it is, and offers the kinds of fix that it names", () => {
      assert.match(rule.id, /^[a-z]+(?:-[a-z]+)*$/);
      for (const { zh, en } of [rule.title, rule.why]) assert.ok(/\p{Script=Han}/u.test(zh) && en !== "");
      assert.ok(rule.examples.length > 0);
      const offered = rule.examples.flatMap(({ page, settings, house }) => {
        const { findings } = analyzeExample(parseMarked(page).page, settingsFor([rule], settings), house);
        return findings.flatMap(({ fix }) => fix?.safety ?? []);
      });
      assert.deepEqual([...new Set(offered)].sort(), [...rule.fixes].sort());
    });
    for (const { page, fixed, settings, house } of rule.examples) {
      test(`reports ${JSON.stringify(page)}`, () => checkRule(rule, page, fixed, settings, house));
    }
    for (const { page, settings, house } of rule.silent ?? []) {
      const silent = parseMarked(page).page;
      test(`says nothing of ${JSON.stringify(page)}`, () =>
        checkRule(rule, page, house ? undefined : silent, settings, house));
    }
  });
}
