/** What is kept of a page's findings, and under which address. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze, withFindings } from "../../server/core/analyze.ts";
import type { Finding } from "../../server/core/page/finding.ts";
import { fileUri } from "../../server/workspace/file-uri.ts";
import { checkOf } from "../../server/workspace/page-check.ts";

const PAGE = [
  "第3版 要闻",
  "",
  "水渠通水",
  "",
  "　　本报讯 （记者 钟晓岚） 第三条",
  "水渠昨天在云溪县青石镇通水。今",
  "年 3月以来，全县新修水渠三条，旱",
  "地变成了“水田。",
  "",
].join("\n");

describe("the check of a page", () => {
  test("counts what a key mends, and has the places that need a person with the article they stand in", () => {
    const { findings, fixable, needing, places, number } = checkOf("file:///a.txt", analyze(PAGE));
    assert.equal(findings, fixable + needing);
    assert.ok(fixable >= 3);
    assert.deepEqual(
      places.map(({ rule, article }) => [rule, article?.zh]),
      [["unpaired-mark", "水渠通水"]],
    );
    assert.deepEqual(number, { section: "", number: 3 });
  });

  test("takes in, in page order, what was found by names", () => {
    const message = { zh: "", en: "" };
    const found: Finding = { rule: "name-differs", severity: "warning", message, start: 0, end: 1 };
    const { needing, places } = checkOf("file:///a.txt", withFindings(analyze(PAGE), [found]));
    assert.equal(needing, 2);
    assert.equal(places[0]?.rule, "name-differs");
  });

  test("is the same for a long text, of whose findings there are many, but for what it lists", () => {
    const analysis = analyze(PAGE.repeat(600));
    assert.ok(analysis.parts);
    const check = checkOf("file:///a.txt", analysis);
    assert.equal(check.findings, analysis.findings.length);
    assert.equal(check.needing, analysis.findings.filter(({ fix }) => fix?.safety !== "safe").length);
    assert.ok(check.needing > check.places.length);
  });
});

describe("the address of a file", () => {
  test("is one, whatever a program escapes", () => {
    const one = "file:///w/%E7%89%88%EF%BC%881%EF%BC%89/a%20(1).txt";
    assert.equal(fileUri(one), fileUri("file:///w/%E7%89%88（1）/a%20%281%29.txt"));
    assert.equal(fileUri(fileUri(one)), fileUri(one));
    assert.equal(fileUri("file:///C:/a.txt"), fileUri("file:///c%3A/a.txt"));
  });

  test("is left as it is where there is no file, or nothing to be read from it", () => {
    for (const uri of ["untitled:Untitled-1", "file:///a%zz.txt"]) assert.equal(fileUri(uri), uri);
  });
});
