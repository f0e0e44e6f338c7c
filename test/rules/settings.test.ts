/** Settings as people write them: both forms are read, and what cannot be used is said in a sentence. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DEFAULT_SETTINGS, sameSettings } from "../../server/core/page/settings.ts";
import { parseSettings } from "../../server/core/parse-settings.ts";
import { allows, SETTINGS, type Setting, settingsOf, switchesOf } from "../../server/core/setting-table.ts";

test("nothing set is the default", () => {
  for (const raw of [undefined, null, {}, { rules: null, numberSpacing: undefined }]) {
    const { set, problems } = parseSettings(raw);
    assert.deepEqual([set, settingsOf(set), problems], [{}, DEFAULT_SETTINGS, []]);
  }
});

test("rules are read nested, dotted, and under galley", () => {
  const settings = {
    numberSpacing: "spaced",
    fixableSeverity: "rule",
    rules: { "stray-blank": "off", "split-number": "error" },
  };
  for (const raw of [
    settings,
    { numberSpacing: "spaced", fixableSeverity: "rule", "rules.stray-blank": "off", "rules.split-number": "error" },
    {
      "galley.numberSpacing": "spaced",
      "galley.fixableSeverity": "rule",
      "galley.rules.stray-blank": "off",
      "galley.rules": { "split-number": "error" },
    },
    { galley: settings },
  ]) {
    const { set, problems } = parseSettings(raw);
    assert.deepEqual([settingsOf(set), problems], [{ ...DEFAULT_SETTINGS, ...settings }, []]);
  }
});

test("what cannot be used is named, and counts as not set", () => {
  const { set, problems } = parseSettings({
    numberSpacing: "wide",
    spelling: true,
    rules: { "stray-blank": "loud", "no-such-rule": "off", "split-number": "hint" },
  });
  assert.deepEqual(set, { "rules.split-number": "hint" });
  assert.deepEqual(
    problems.map(({ en }) => en),
    [
      'galley.numberSpacing cannot be "wide": it is one of none, spaced. It counts as not set.',
      "There is no setting galley.spelling: it has no effect.",
      'galley.rules.stray-blank cannot be "loud": it is one of off, hint, information, warning, error. It counts as not set.',
      "There is no rule “no-such-rule”: galley.rules.no-such-rule has no effect.",
    ],
  );
  assert.ok(problems.every(({ zh }) => /\p{Script=Han}/u.test(zh)));
});

test("each problem leads to its place by the keys as they were written", () => {
  const { problems } = parseSettings({
    "galley.rules": { none: "off" },
    galley: { colour: 1 },
    inlayHints: { dates: 1 },
  });
  assert.deepEqual(
    problems.map(({ path, about }) => [path.join(" "), about]),
    [
      ["galley.rules none", "name"],
      ["galley colour", "name"],
      ["inlayHints dates", "value"],
    ],
  );
});

test("in a file, a setting of the window has no effect, and $schema is no setting", () => {
  const raw = { $schema: "x", index: false, trace: { server: "off" } };
  assert.deepEqual(parseSettings(raw).set, { index: false, "trace.server": "off" });
  const { set, problems } = parseSettings(raw, "file");
  assert.deepEqual([set, problems.map(({ path }) => path.join("."))], [{}, ["index", "trace.server"]]);
});

test("what is set by the first goes before the second, key by key and rule by rule", () => {
  const file = parseSettings({ numberSpacing: "spaced", rules: { "stray-blank": "off", "split-number": "hint" } }).set;
  const editor = parseSettings({ rules: { "stray-blank": "error" }, codeLens: false }).set;
  const set = { ...file, ...editor };
  assert.deepEqual(settingsOf(set), {
    ...DEFAULT_SETTINGS,
    numberSpacing: "spaced",
    rules: { "stray-blank": "error", "split-number": "hint" },
  });
  assert.deepEqual([switchesOf(set).codeLens, switchesOf(set).semanticTokens], [false, true]);
});

test("a number is a whole one within its bounds", () => {
  const lines: Setting = {
    ...{ name: "lines", kind: "quantity", least: 0, most: 9, initially: 3 },
    ...{ group: "general", scope: "page", means: { zh: "行数。", en: "Lines." } },
  };
  assert.deepEqual(
    [0, 9, -1, 10, 2.5, "3", Number.NaN].map((value) => allows(lines, value)),
    [true, true, false, false, false, false, false],
  );
});

test("every setting's default is a value that it can have", () => {
  for (const setting of SETTINGS) assert.ok(allows(setting, setting.initially), setting.name);
});

test("anything can be given", () => {
  assert.equal(parseSettings("off").problems.length, 1);
  assert.equal(parseSettings({ rules: [] }).problems.length, 1);
  assert.equal(parseSettings({ numberSpacing: 1n }).problems.length, 1);
  fc.assert(fc.property(fc.anything(), (raw) => void parseSettings(raw)));
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (rules) => void parseSettings({ rules })));
});

test("settings are compared by what they say", () => {
  const a = settingsOf(parseSettings({ rules: { "stray-blank": "off", "split-number": "hint" } }).set);
  const b = settingsOf(parseSettings({ rules: { "split-number": "hint", "stray-blank": "off" } }).set);
  assert.ok(sameSettings(a, b));
  assert.ok(!sameSettings(a, DEFAULT_SETTINGS));
  assert.ok(!sameSettings({ ...a, numberSpacing: "spaced" }, a));
});
