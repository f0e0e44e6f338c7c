/** `galley check` of a folder that is an issue: findings that no page shows by itself. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inFolder } from "../support/cli.ts";
import { CLEAN_PAGE } from "./page.ts";

/** The pages of an issue; the third has the folio of the day before. */
const ISSUE = {
  "A1.txt": `第1版　2022年8月16日　星期二\n\n${CLEAN_PAGE}`,
  "A2.txt": `第2版　2022年8月16日　星期二\n\n${CLEAN_PAGE}`,
  "A3.txt": `第3版　2022年8月15日　星期一\n\n${CLEAN_PAGE}`,
  "A4.txt": `第4版　2022年8月16日　星期二\n\n${CLEAN_PAGE}`,
};
const ALONE = ["--rule", "folio-differs=warning"];

interface JsonPage {
  readonly file: string;
  readonly findings: readonly { readonly rule: string; readonly start: { readonly line: number } }[];
}

/** Which pages have a finding of the issue. */
function differing(out: string): string[] {
  return (JSON.parse(out) as JsonPage[]).flatMap(({ file, findings }) =>
    findings.some(({ rule }) => rule === "folio-differs") ? [file] : [],
  );
}

describe("galley check of an issue", () => {
  test("finds the folio that differs, on its page and once in the report", () =>
    inFolder(ISSUE, async ({ run }) => {
      const { out, code, err } = await run(["check", "--format", "json", ...ALONE]);
      assert.deepEqual([code, err, differing(out)], [1, "", ["A3.txt"]]);
      assert.deepEqual(
        (JSON.parse(out) as JsonPage[]).map(({ file }) => file),
        Object.keys(ISSUE),
      );
      const pretty = await run(["check", "--lang", "zh"]);
      assert.match(
        pretty.out,
        /^A3\.txt\n.*1:5 {2}警告 .*日期是2022年8月15日，第1版等同期各版是2022年8月16日 .*folio-differs\n/mu,
      );
    }));

  test("shows the other place to programs", () =>
    inFolder(ISSUE, async ({ run }) => {
      const { out } = await run(["check", "--format", "sarif"]);
      const { runs } = JSON.parse(out) as { runs: { results: { ruleId: string; relatedLocations?: unknown }[] }[] };
      const result = runs[0]?.results.find(({ ruleId }) => ruleId === "folio-differs");
      assert.match(JSON.stringify(result?.relatedLocations), /\/A1\.txt.*"startLine":1/u);
      assert.match((await run(["check", "--format", "github"])).out, /file=A3\.txt,line=1,.*title=folio-differs/u);
    }));

  test("is left out where the house has accepted it", () => {
    const accepted = "accepted:\n  - rule: folio-differs\n    text: 2022年8月15日星期一\n";
    return inFolder({ ...ISSUE, ".galley/accepted.yaml": accepted }, async ({ run }) => {
      assert.deepEqual((await run(["check"])).code, 0);
      assert.equal((await run(["check", "--no-accepted"])).code, 1);
    });
  });

  test("stands among the page's own findings, in their order", () =>
    inFolder({ ...ISSUE, "A3.txt": ISSUE["A3.txt"].replace("云溪县把", "云溪县 把") }, async ({ run }) => {
      const { out } = await run(["check"]);
      assert.equal(out.match(/^A3\.txt$/gmu)?.length, 1);
      assert.match(out, /2 findings: folio-differs 1, stray-blank 1/u);
    }));

  test("keeps silent on one page, on pages of many days, and where the rule is off", () =>
    inFolder(ISSUE, async ({ run }) => {
      assert.equal((await run(["check", "A3.txt"])).code, 0);
      assert.equal((await run(["check", "A1.txt", "A3.txt"])).code, 0);
      assert.equal((await run(["check", "--rule", "folio-differs=off"])).code, 0);
    }));

  test("keeps the pages of two issues in one folder apart, however their names are sorted", () => {
    const days = { "20220815": ["15日　星期一"], "20220816": ["16日　星期二"] };
    const pages = Object.entries(days).flatMap(([day, [words]]) =>
      [1, 2, 3].map(
        (number) => [`A${number}-${day}.txt`, `第${number}版　2022年8月${words}\n\n${CLEAN_PAGE}`] as const,
      ),
    );
    return inFolder(Object.fromEntries(pages), async ({ run }) => {
      assert.deepEqual(differing((await run(["check", "--format", "json"])).out), []);
    });
  });

  test("is the same with threads", () =>
    inFolder(ISSUE, async ({ run }) => {
      const { out } = await run(["check", "--format", "json", "--jobs", "2"], { threads: { after: 0 } });
      assert.deepEqual(differing(out), ["A3.txt"]);
    }));
});
