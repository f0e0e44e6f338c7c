/** What pages of one issue say against one another: planted faults are found, and nothing else is. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { issueExampleFindings } from "../../server/core/analyze-example.ts";
import { figureDiffersInIssue } from "../../server/core/rules/of-issue/figure-differs-in-issue.ts";
import { nameDiffersInIssue } from "../../server/core/rules/of-issue/name-differs-in-issue.ts";
import { titleDiffersInIssue } from "../../server/core/rules/of-issue/title-differs-in-issue.ts";
import type { IssueExample } from "../../server/core/rules/rule.ts";
import { mark, settingsFor } from "../support/check-rule.ts";
import { scoreInIssue } from "../support/planted-in-issue.ts";
import { SEED_PAGES, typeset } from "../support/typesetter/index.ts";

const ALONE = settingsFor([figureDiffersInIssue, nameDiffersInIssue, titleDiffersInIssue]);

/** What is marked on the two pages of an issue. */
function marked(front: string, second: string, names: IssueExample["names"] = []): string {
  const page = (number: number, text: string): string => `第${number}版　2022年8月16日 星期二\n\n本报讯 ${text}\n`;
  const issue = { "A1.txt": page(1, front), "A2.txt": page(2, second) };
  const found = issueExampleFindings({ issue, names }, ALONE);
  return Object.entries(issue)
    .flatMap(([name, text]) => mark(text, found.get(name) ?? []).match(/⟦[^⟧]*⟧/gu) ?? [])
    .join("");
}

const named = (text: string, role: string) => ({ type: "PER", text, role }) as const;
const SU = named("苏禾田", "云溪县水利局局长");

describe("a name one character off another one of the issue", () => {
  const front = "云溪县水利局局长苏禾田来到工地。苏禾田说，汛期还没有过去。";

  test("is marked where the office is the same, and on the page that has it less often", () => {
    const other = named("苏禾由", SU.role);
    assert.equal(marked(front, `${SU.role}苏禾由在会上说，水渠要修好。`, [SU, other]), "⟦苏禾由⟧");
    assert.equal(marked(`${SU.role}苏禾由说，水渠要修好。`, front, [SU, other]), "⟦苏禾由⟧");
  });

  test("is somebody else's with another office, or with none that says whose it is", () => {
    for (const role of ["云溪县教育局局长", "局长", "村民"])
      assert.equal(marked(front, `${role}苏禾由在会上说，水渠要修好。`, [SU, named("苏禾由", role)]), "", role);
  });
});

test("a title of another rank is marked where both pages say whose office it is", () => {
  const front = "云溪县水利局局长苏禾田来到工地。";
  for (const [role, found] of [
    ["云溪县水利局副局长", "⟦云溪县水利局副局长苏禾田⟧"],
    ["副局长", ""],
    ["云溪县水利局党组书记、局长", ""],
    ["云溪县水利局原副局长", ""],
  ] as const)
    assert.equal(marked(front, `${role}苏禾田在会上说，水渠要修好。`, [SU, named("苏禾田", role)]), found, role);
});

test("a project's figure is marked where its name is the same, and the figure no rounding", () => {
  const front = "柳河峡谷水库工程昨日开工，总投资3.18亿元，两年以后建成。";
  for (const [second, found] of [
    ["柳河峡谷水库工程总投资2.3亿元。", "⟦2.3亿元⟧"],
    ["柳河峡谷水库工程总投资3.2亿元。", ""],
    ["青山峡谷水库工程总投资2.3亿元。", ""],
    ["柳河峡谷水库工程一期总投资2.3亿元。", ""],
  ] as const)
    assert.equal(marked(front, second), found, second);
  assert.equal(marked("云溪县完成项目总投资3.18亿元。", "今年云溪县完成项目总投资2.3亿元。"), "");
});

test("beside the pages of seeds/ contradictions on another page are found, and nothing else is", () => {
  const pages = SEED_PAGES.map((plan) => typeset(plan)).map(({ text, truth }) => ({
    text,
    page: truth.page,
  }));
  const { kinds, errors, clean } = scoreInIssue(pages);
  assert.deepEqual(clean, []);
  const [planted, found] = [kinds.reduce((n, one) => n + one.planted, 0), kinds.reduce((n, one) => n + one.found, 0)];
  assert.ok(planted > 0 && found === planted, `${found} of ${planted}\n${errors.join("\n")}`);
  assert.equal(
    kinds.reduce((n, one) => n + one.wrong, 0),
    0,
    errors.join("\n"),
  );
});
