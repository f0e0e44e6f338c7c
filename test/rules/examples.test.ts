/** Runs every example of every rule: what it reports, what its fix makes, and where it is silent. */

import { describe, test } from "node:test";
import { RULES } from "../../server/core/rules/index.ts";
import { checkRule, parseMarked } from "../support/check-rule.ts";

for (const rule of RULES) {
  describe(rule.id, () => {
    for (const { page, fixed, settings } of rule.examples) {
      test(`reports ${JSON.stringify(page)}`, () => checkRule(rule, page, fixed, settings));
    }
    for (const { page, settings } of rule.silent ?? []) {
      test(`says nothing of ${JSON.stringify(page)}`, () => checkRule(rule, page, parseMarked(page).page, settings));
    }
  });
}
