/** Settings as people write them: both forms are read, and what cannot be used is said in a sentence. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DEFAULT_SETTINGS, sameSettings } from "../../server/core/page/settings.ts";
import { parseSettings } from "../../server/core/parse-settings.ts";

test("nothing set is the default", () => {
  for (const raw of [undefined, null, {}, { rules: null, numberSpacing: undefined }]) {
    assert.deepEqual(parseSettings(raw), { settings: DEFAULT_SETTINGS, problems: [] });
  }
});

test("rules are read nested, dotted, and under galley", () => {
  const settings = { numberSpacing: "spaced", rules: { "stray-blank": "off", "split-number": "error" } };
  for (const raw of [
    settings,
    { numberSpacing: "spaced", "rules.stray-blank": "off", "rules.split-number": "error" },
    {
      "galley.numberSpacing": "spaced",
      "galley.rules.stray-blank": "off",
      "galley.rules": { "split-number": "error" },
    },
    { galley: settings },
  ]) {
    assert.deepEqual(parseSettings(raw), { settings, problems: [] });
  }
});

test("what cannot be used is named, and its default holds", () => {
  const { settings, problems } = parseSettings({
    numberSpacing: "wide",
    spelling: true,
    rules: { "stray-blank": "loud", "no-such-rule": "off", "split-number": "hint" },
  });
  assert.deepEqual(settings, { numberSpacing: "none", rules: { "split-number": "hint" } });
  assert.deepEqual(
    problems.map(({ en }) => en),
    [
      'galley.numberSpacing cannot be "wide": it is one of none, spaced. The default is used.',
      "There is no setting galley.spelling: it has no effect.",
      'galley.rules.stray-blank cannot be "loud": it is one of off, hint, information, warning, error. The default is used.',
      "There is no rule “no-such-rule”: galley.rules.no-such-rule has no effect.",
    ],
  );
  assert.ok(problems.every(({ zh }) => /\p{Script=Han}/u.test(zh)));
});

test("settings of others are passed over", () => {
  assert.deepEqual(parseSettings({ "trace.server": "off", trace: { server: "off" } }, ["trace"]).problems, []);
});

test("anything can be given", () => {
  assert.equal(parseSettings("off").problems.length, 1);
  assert.equal(parseSettings({ rules: [] }).problems.length, 1);
  assert.equal(parseSettings({ numberSpacing: 1n }).problems.length, 1);
  fc.assert(fc.property(fc.anything(), (raw) => void parseSettings(raw)));
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (rules) => void parseSettings({ rules })));
});

test("settings are compared by what they say", () => {
  const a = parseSettings({ rules: { "stray-blank": "off", "split-number": "hint" } }).settings;
  const b = parseSettings({ rules: { "split-number": "hint", "stray-blank": "off" } }).settings;
  assert.ok(sameSettings(a, b));
  assert.ok(!sameSettings(a, DEFAULT_SETTINGS));
  assert.ok(!sameSettings({ ...a, numberSpacing: "spaced" }, a));
});
