/** Accepting a finding: it goes, no other does, it stays gone when the page is fixed, and what it marks stays as it is. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { acceptanceOf, mayBeAccepted, staleAmong } from "../../server/core/accepted.ts";
import { analyze, withFindings } from "../../server/core/analyze.ts";
import type { Acceptance, AcceptanceScope } from "../../server/core/page/acceptance.ts";
import type { Finding } from "../../server/core/page/finding.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../server/core/page/settings.ts";
import { substance, substanceOf } from "../../server/core/substance.ts";
import { anyPage } from "../support/any-page.ts";
import { mark } from "../support/check-rule.ts";
import { longText } from "../support/long-text.ts";
import { fixText } from "../support/short-cuts.ts";

const RUNS = { numRuns: Number(process.env.GALLEY_RUNS ?? 600) };
const PATH = "seeds/a.txt";

function accepting(...accepted: Acceptance[]): Settings {
  return { ...DEFAULT_SETTINGS, accepted };
}

function found(page: string, rule: string, settings = DEFAULT_SETTINGS): readonly Finding[] {
  return analyze(page, settings).findings.filter((finding) => finding.rule === rule);
}

/** The finding of a rule, the only one or that of an index, accepted. */
function accept(page: string, rule: string, scope: AcceptanceScope, index = 0): Acceptance {
  const finding = found(page, rule)[index];
  assert.ok(finding, `${rule} reports something`);
  return acceptanceOf(page, finding, scope, PATH);
}

describe("what is accepted", () => {
  const page = "王某某说：“路修好了，山货就有了出路。\n\n　　李某某说：“桥也通了，日子就更好过。\n";

  test("here is known by what stands round it", () => {
    const acceptance = accept(page, "unpaired-mark", "here");
    assert.deepEqual(acceptance, {
      rule: "unpaired-mark",
      page: PATH,
      text: "“",
      before: "某某说：",
      after: "路修好了",
    });
    assert.equal(mark(page, found(page, "unpaired-mark", accepting(acceptance))), page.replace("：“桥", "：⟦“⟧桥"));
  });

  test("on this page or everywhere is known by its words", () => {
    assert.deepEqual(accept(page, "unpaired-mark", "page"), { rule: "unpaired-mark", page: PATH, text: "“" });
    const everywhere = accept(page, "unpaired-mark", "everywhere");
    assert.deepEqual(everywhere, { rule: "unpaired-mark", text: "“" });
    const analysis = analyze(page, accepting(everywhere));
    assert.ok(analysis.findings.every(({ rule }) => rule !== "unpaired-mark"));
    assert.equal(mark(page, analysis.accepted ?? []), page.replaceAll("“", "⟦“⟧"));
  });

  test("of a blank is known by the characters beside it, too", () => {
    const acceptance = accept("天气晴朗 ，适合出行。\n", "stray-blank", "everywhere");
    assert.deepEqual(acceptance, { rule: "stray-blank", text: "朗，", before: "气晴", after: "适合" });
  });

  test("of two places that nothing tells apart is one of them", () => {
    const twice = "　　天气晴朗 ，出行。\n\n　　天气晴朗 ，出行。\n";
    const line = "天气晴朗 ，出行。";
    const acceptance = accept(`${line}${line}${line}\n`, "stray-blank", "here", 1);
    assert.equal(acceptance.nth, undefined);
    const many = `${line}\n\n`.repeat(9).trimEnd().concat("\n");
    const fifth = accept(many, "stray-blank", "here", 4);
    // The first has nothing before it.
    assert.equal(fifth.nth, 4);
    const left = found(many, "stray-blank", accepting(fifth)).map(({ start }) => start);
    assert.deepEqual(
      left,
      found(many, "stray-blank").flatMap(({ start }, i) => (i === 4 ? [] : [start])),
    );
    const first = accept(twice, "stray-blank", "here", 0);
    assert.equal(
      mark(twice, found(twice, "stray-blank", accepting(first))),
      "　　天气晴朗 ，出行。\n\n　　天气晴⟦朗 ，⟧出行。\n",
    );
  });

  test("without words is all that the rule finds on the page", () => {
    assert.deepEqual(found(page, "unpaired-mark", accepting({ rule: "unpaired-mark", page: PATH })), []);
  });

  test("holds after an edit elsewhere", () => {
    const acceptance = accept(page, "unpaired-mark", "here");
    const edited = `　　本报讯 县里开会。\n\n${page}`;
    assert.equal(found(edited, "unpaired-mark", accepting(acceptance)).length, 1);
  });

  test("holds of what rules find by names", () => {
    const finding: Finding = {
      rule: "name-differs",
      severity: "warning",
      start: 0,
      end: 3,
      message: { zh: "", en: "" },
    };
    const acceptance = acceptanceOf(page, finding, "everywhere", PATH);
    assert.deepEqual(acceptance, { rule: "name-differs", text: "王某某" });
    const analysis = withFindings(analyze(page, accepting(acceptance)), [finding]);
    assert.deepEqual(analysis.accepted, [finding]);
    assert.ok(!analysis.findings.includes(finding));
  });

  test("is stale where nothing is found any more that it means", () => {
    const acceptance = accept(page, "unpaired-mark", "here");
    const { findings } = analyze(page);
    assert.deepEqual(staleAmong(page, [acceptance], findings), []);
    const mended = page.replace("出路。", "出路。”");
    assert.deepEqual(staleAmong(mended, [acceptance], analyze(mended).findings), [acceptance]);
  });

  test("is left out of the findings of a long text and counted", () => {
    const text = longText(30_000).replaceAll("”", "");
    const all = found(text, "unpaired-mark");
    const acceptance = acceptanceOf(text, all[7] as Finding, "here", PATH);
    const analysis = analyze(text, accepting(acceptance));
    assert.deepEqual(analysis.accepted, [all[7]]);
    assert.deepEqual(
      analysis.findings.filter(({ rule }) => rule === "unpaired-mark"),
      all.filter((_, i) => i !== 7),
    );
  });
});

describe("fixing", () => {
  test("leaves what is accepted as it is, and mends the rest", () => {
    const page = "天气晴朗 ，适合出行 ，也适合晒粮。\n";
    const settings = accepting(accept(page, "stray-blank", "here", 0));
    assert.equal(fixText(page, settings), "天气晴朗 ，适合出行，也适合晒粮。\n");
  });

  test("joins what is surely a wrap: it cannot be accepted, or the fixed page would have other paragraphs", () => {
    const page = [
      "青川市云溪镇的便民大厅从去年冬天开门到今年6",
      "月份，一共为乡亲们代办了大大小小的事情几百件，",
      "",
      "最远的一位老人从三十里外的山上赶来。",
      "",
    ].join("\n");
    for (const rule of ["split-number", "broken-line-wrap"]) {
      const settings = accepting(accept(page, rule, "here"));
      assert.equal(found(page, rule, settings).length, found(page, rule).length);
      assert.equal(fixText(page, settings), fixText(page), rule);
    }
  });

  test("leaves a look-alike that is accepted", () => {
    const page = "⼈⺠公园⼈多。\n";
    const settings = accepting(accept(page, "lookalike-character", "here", 0));
    assert.notEqual(fixText(page, settings), fixText(page));
  });
});

function acceptable(page: string): Finding[] {
  return analyze(page).findings.filter((finding) => mayBeAccepted(page, finding));
}

describe("for any page", () => {
  const anyAccepted = fc
    .record({ page: anyPage, which: fc.nat(), scope: fc.constantFrom<AcceptanceScope>("here", "page", "everywhere") })
    .filter(({ page }) => acceptable(page).length > 0)
    .map(({ page, which, scope }) => {
      const findings = acceptable(page);
      const finding = findings[which % findings.length] as Finding;
      return { page, finding, scope, settings: accepting(acceptanceOf(page, finding, scope, PATH)) };
    });

  /** The place of a finding on a page of which nothing but white space and look-alikes has changed. */
  const placeOf = (page: string, { rule, start, end }: Finding): string => {
    const { before } = substanceOf(page);
    return `${rule} ${before[start]}–${before[end]}`;
  };
  /** Whether two findings have an edit in common: then they say the same of the same blank. */
  const sameEdit = (a: Finding, b: Finding): boolean =>
    JSON.stringify(b.fix?.edits ?? []).includes(JSON.stringify(a.fix?.edits[0] ?? "none"));

  test("accepting a finding here takes that finding away and no other", () => {
    fc.assert(
      fc.property(anyAccepted, ({ page, finding, settings, scope }) => {
        const left = new Set(analyze(page, settings).findings.map((one) => placeOf(page, one)));
        assert.ok(!left.has(placeOf(page, finding)), "it is gone");
        if (scope !== "here") return;
        for (const other of analyze(page).findings)
          if (placeOf(page, other) !== placeOf(page, finding) && !sameEdit(finding, other))
            assert.ok(left.has(placeOf(page, other)), `${placeOf(page, other)} is left`);
      }),
      RUNS,
    );
  });

  test("it is not there after fixing the page either, and the page settles", () => {
    fc.assert(
      fc.property(anyAccepted, ({ page, finding, settings }) => {
        const fixed = fixText(page, settings);
        assert.equal(substance(fixed), substance(page), "nothing is lost");
        const after = analyze(fixed, settings);
        assert.ok(
          after.findings.every((one) => placeOf(fixed, one) !== placeOf(page, finding)),
          "it stays gone",
        );
        assert.ok(
          after.findings.every(({ fix }) => fix?.safety !== "safe"),
          "no safe fix is left",
        );
        assert.equal(fixText(fixed, settings), fixed, "fixing again changes nothing");
        const blocks = (text: string): string[] => analyze(text, settings).blocks.map((block) => substance(block.text));
        assert.deepEqual(blocks(fixed), blocks(page), "its paragraphs are the same");
      }),
      RUNS,
    );
  });
});
