/** Settings as people write them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { RULES } from "../../server/core/rules/index.ts";
import { DEFAULT_SETTINGS } from "../../server/core/settings.ts";
import { readSettings, sameSettings } from "../../server/workspace/settings.ts";

const [RULE, OTHER] = RULES.map(({ id }) => id) as [string, string];

test("nothing set is the defaults", () => {
  for (const value of [undefined, null, {}, { numberSpacing: null, rules: null }, { rules: { [RULE]: null } }]) {
    assert.deepEqual(readSettings(value), { settings: DEFAULT_SETTINGS, problems: [] });
  }
});

test("nested and dotted names mean the same", () => {
  const wanted = { numberSpacing: "spaced", rules: { [RULE]: "off", [OTHER]: "error" } };
  for (const value of [
    wanted,
    { numberSpacing: "spaced", [`rules.${RULE}`]: "off", [`rules.${OTHER}`]: "error" },
    { "galley.numberSpacing": "spaced", [`galley.rules.${RULE}`]: "off", "galley.rules": { [OTHER]: "error" } },
  ]) {
    assert.deepEqual(readSettings(value), { settings: wanted, problems: [] });
  }
});

test("each value that cannot be used is told, and the others hold", () => {
  const { settings, problems } = readSettings({
    numberSpacing: 3,
    rules: { [RULE]: "loud", nonsense: "off", [OTHER]: "hint" },
    colour: "red",
  });
  assert.deepEqual(settings, { numberSpacing: "none", rules: { [OTHER]: "hint" } });
  assert.equal(problems.length, 4);
  for (const { zh, en } of problems) assert.ok(/\p{Script=Han}/u.test(zh) && !/\p{Script=Han}/u.test(en));
});

test("what is no settings at all is told, and the defaults hold", () => {
  for (const value of ["none", 1, true, [], { rules: "off" }, { rules: [] }]) {
    const { settings, problems } = readSettings(value);
    assert.deepEqual(settings, DEFAULT_SETTINGS);
    assert.equal(problems.length, 1);
  }
});

test("names that belong to somebody else are passed over", () => {
  const value = { trace: { server: "off" }, "trace.server": "off", "galley.trace.server": "off", traces: 1 };
  assert.deepEqual(
    readSettings(value, ["trace"]).problems.map(({ en }) => en.includes("galley.traces")),
    [true],
  );
});

test("an own property of every object is not taken for a rule", () => {
  const { settings, problems } = readSettings({ rules: { constructor: "off", __proto__: "off", toString: "off" } });
  assert.deepEqual(settings.rules, {});
  assert.equal(problems.length, 2);
});

test("settings are the same when they say the same", () => {
  const base = { numberSpacing: "none", rules: { [RULE]: "off" } } as const;
  assert.ok(sameSettings(base, { ...base, rules: { ...base.rules } }));
  assert.ok(!sameSettings(base, { ...base, numberSpacing: "spaced" }));
  assert.ok(!sameSettings(base, { ...base, rules: {} }));
  assert.ok(!sameSettings(base, { ...base, rules: { [OTHER]: "off" } }));
  assert.ok(!sameSettings(base, { ...base, rules: { [RULE]: "hint" } }));
});
