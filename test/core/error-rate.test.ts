/** The error rate of a page, by what its findings count. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../server/core/analyze.ts";
import { errorRate, pageErrors } from "../../server/core/error-rate.ts";
import { errorRateInWords } from "../../server/core/error-rate-words.ts";

const BODY = "云溪县今年把修建乡村道路列为十件实事之首，沿线群众出行难的老问题得到了缓解。";

function rateOf(...pages: string[]): ReturnType<typeof errorRate> {
  return errorRate(pages.map((page) => pageErrors(analyze(page))));
}

describe("the error rate", () => {
  test("of a page that only the extraction has broken is nothing", () => {
    const { errors, perTenThousand } = rateOf("修路记\n\n全县有 16 个乡镇，村村通了⼈行道。\n");
    assert.deepEqual([errors, perTenThousand], [0, 0]);
  });

  test("a wrong date is one error, a mark a tenth, and characters count without blanks", () => {
    const page = `修路记\n\n${BODY}2月30日，，天晴。\n`;
    const { charges, errors, characters, perTenThousand } = rateOf(page);
    assert.deepEqual(charges, [
      { rule: "impossible-date", places: 1, errors: 1 },
      { rule: "doubled-mark", places: 1, errors: 0.1 },
    ]);
    assert.equal(errors, 1.1);
    assert.equal(characters, page.replace(/\s/g, "").length);
    assert.equal(perTenThousand, Math.round((1.1 / characters) * 100_000) / 10);
  });

  test("in a headline an error counts double", () => {
    const { charges } = rateOf(`修路记2月30日见分晓\n\n${BODY}\n`);
    assert.deepEqual(charges, [{ rule: "impossible-date", places: 1, errors: 2 }]);
  });

  test("the same error counts three times in an issue at most", () => {
    const page = `修路记\n\n${BODY}2月30日，天晴。\n`;
    assert.deepEqual(rateOf(page, page, page, page).charges, [{ rule: "impossible-date", places: 4, errors: 3 }]);
  });

  test("is told with its arithmetic", () => {
    const page = `修路记\n\n${BODY}2月30日，天晴。\n`;
    const { zh } = errorRateInWords(rateOf(page));
    assert.match(zh, /^差错率 \d+(?:\.\d)?\/10000：日期有误 1 处计 1；共 1 个差错 ÷ 50 字，合格线 3\/10000，超过了$/);
  });
});
