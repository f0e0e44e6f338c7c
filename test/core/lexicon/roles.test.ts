/** Titles as a page gives them, beside the house's. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { rolesAgree } from "../../../server/core/lexicon/roles.ts";

describe("a title", () => {
  test("agrees with the house's where it shortens it or spells it out", () => {
    const full = "云溪县水利局党组书记、局长";
    for (const role of ["局长", "县水利局局长", "县水利局党组书记、局长", "党组书记", "老人", full])
      assert.ok(rolesAgree(role, full), role);
    assert.ok(rolesAgree("青川市云溪县水利局局长", "县水利局局长"));
  });

  test("does not where office, rank or place differ", () => {
    const full = "云溪县水利局党组书记、局长";
    for (const role of ["副局长", "市水利局局长", "县水利局局长、县人大代表", "县财政局局长", "原局长"])
      assert.ok(!rolesAgree(role, full), role);
    assert.ok(!rolesAgree("县长", "代县长") && !rolesAgree("局长", "副局长"));
  });
});
