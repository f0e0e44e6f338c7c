/** Titles as a page gives them, beside the house's. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { rolesAgree, rolesMeet, saysMore } from "../../../server/core/rules/by-names/roles.ts";

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

  test("agrees whichever of the two is the fuller, the body said in full, for short or not at all", () => {
    for (const [page, house] of [
      ["云溪县水利局党组书记、局长", "云溪县水利局局长"],
      ["县水利局党组书记、局长", "云溪县水利局局长"],
      ["青川市云溪县水利局党组书记、局长", "县水利局局长"],
      ["省畜牧厅党组书记、厅长", "省畜牧厅厅长"],
      ["该局局长", "云溪县水利局局长"],
      ["云溪县委副书记、县长", "云溪县县长"],
      ["云溪县长", "云溪县县长"],
      ["县委组织部部长", "云溪县委常委、组织部部长"],
      ["县市场监管局局长", "云溪县市场监督管理局党组书记、局长"],
      ["前进村党支部书记", "柳河镇前进村党支部书记"],
    ] as const) {
      assert.ok(rolesAgree(page, house), `${page} | ${house}`);
      assert.ok(rolesAgree(house, page), `${house} | ${page}`);
    }
  });

  test("of another rank, body or level is another, however full", () => {
    for (const [page, house] of [
      ["云溪县水利局党组书记、副局长", "云溪县水利局局长"],
      ["县水利局副局长", "云溪县水利局局长"],
      ["县水利局原局长", "云溪县水利局局长"],
      ["县财政局党组书记、局长", "云溪县水利局局长"],
      ["县财政局局长", "云溪县水利局党组书记、局长"],
      ["市水利局局长", "青川市云溪县水利局党组书记、局长"],
      ["青川市委组织部部长", "云溪县委常委、组织部部长"],
      ["党组书记", "省畜牧厅厅长"],
    ] as const) {
      assert.ok(!rolesAgree(page, house), `${page} | ${house}`);
      assert.ok(!rolesAgree(house, page), `${house} | ${page}`);
    }
  });

  test("meets the house's where one office of the person is the same", () => {
    const house = "云溪县水利局党组书记、局长";
    assert.ok(rolesMeet(["县水利局局长、县人大代表"], house) && rolesMeet(["副局长", "局长"], house));
    assert.ok(rolesMeet([], house) && rolesMeet(["老人"], house));
    assert.ok(!rolesMeet(["老人", "县财政局局长"], house) && !rolesMeet(["副局长"], house));
  });

  test("says more where it has more offices, or what the body lies in", () => {
    const house = "云溪县水利局局长";
    assert.ok(saysMore("县水利局党组书记、副局长", house) && saysMore("青川市云溪县水利局副局长", house));
    assert.ok(!saysMore("云溪县水利局副局长", house) && !saysMore("县水利局副局长", house));
    assert.ok(!saysMore("县财政局局长", house) && !saysMore("副局长", house));
  });
});
