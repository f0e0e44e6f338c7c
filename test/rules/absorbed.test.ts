/** One fault is one finding, and what a key will mend is no more than a hint. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../server/core/analyze.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../server/core/page/settings.ts";
import { fixText } from "../support/short-cuts.ts";

/** A date that the line end cuts, with a blank before the number. */
const CUT = [
  "青川市云溪镇的便民大厅从去年冬天开门到今年 6",
  "月份，一共为乡亲们代办了大大小小的事情几百件，",
  "",
  "最远的一位老人从三十里外的山上赶来。",
  "",
].join("\n");

/** Nothing but layout is asked about here. */
const LAYOUT = { "missing-headline": "off" } as const;

function told(page: string, settings: Partial<Settings> = {}): string[] {
  return analyze(page, { ...DEFAULT_SETTINGS, ...settings, rules: { ...LAYOUT, ...settings.rules } }).findings.map(
    ({ rule, start, end }) => `${rule} ${page.slice(start, end).replaceAll("\n", "⏎")}`,
  );
}

describe("one fault, one finding", () => {
  test("a number that a line end cuts is told once, with the blank before it", () => {
    assert.deepEqual(told(CUT), ["split-number  6⏎月", "broken-line-wrap ，"]);
  });

  test("its message says both, and its fix mends both", () => {
    const [finding] = analyze(CUT, { ...DEFAULT_SETTINGS, rules: LAYOUT }).findings;
    assert.equal(finding?.message.zh, "“6”与“月”被断行拆开，应连为“6月”；“6”前多了空格");
    assert.equal(finding?.fix?.edits.length, 2);
  });

  test("where the rule is off, the others tell what they see", () => {
    assert.deepEqual(told(CUT, { rules: { "split-number": "off" } }), [
      "spaced-number  6",
      "broken-line-wrap 6",
      "broken-line-wrap ，",
    ]);
  });

  test("fixing mends it whole", () => {
    assert.ok(fixText(CUT).startsWith("青川市云溪镇的便民大厅从去年冬天开门到今年6月份，一共"));
  });
});

describe("severity", () => {
  const PAGE = `${CUT}\n2月30日，天晴。\n`;
  const severities = (settings: Partial<Settings> = {}): string[] =>
    analyze(PAGE, { ...DEFAULT_SETTINGS, ...settings, rules: { ...LAYOUT, ...settings.rules } }).findings.map(
      ({ rule, severity }) => `${rule} ${severity}`,
    );

  test("what a key will mend is a hint; what needs a person is as grave as its rule", () => {
    assert.deepEqual(severities(), ["split-number hint", "broken-line-wrap hint", "impossible-date error"]);
  });

  test("a house may have each rule's own severity, or set one rule's", () => {
    assert.deepEqual(severities({ fixableSeverity: "rule" }).slice(0, 2), [
      "split-number warning",
      "broken-line-wrap warning",
    ]);
    assert.deepEqual(severities({ rules: { "broken-line-wrap": "error" } }).slice(0, 2), [
      "split-number hint",
      "broken-line-wrap error",
    ]);
  });
});
