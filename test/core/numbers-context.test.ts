/** The page's own day: from its masthead, else from the dates and events it tells of. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dateContext, findNumeric } from "../../server/core/mentions/numbers/index.ts";
import type { DateValue } from "../../server/core/mentions/types.ts";

describe("the page's day", () => {
  test("a masthead's date is the page's own, whatever years the text tells of", () => {
    const context = dateContext(["云溪日报 2024年5月20日 星期一 第3版", "2021年3月开工，预计2026年建成。"]);
    assert.deepEqual(context, { anchor: "2024-05-20", basis: "masthead", evidence: "2024年5月20日", evidenceBlock: 0 });
  });
  test("without one, the latest date with a year shows the year, and bare dates the latest day", () => {
    const context = dateContext([
      "从2021年1月1日开工，到2022年7月初出产品，再到7月21日签约。",
      "8月15日，副市长调研。",
    ]);
    assert.deepEqual(context, { anchor: "2022-08-15", basis: "date", evidence: "2022年7月初", evidenceBlock: 0 });
  });
  test("bare dates after a year's end belong to the next year", () => {
    assert.equal(dateContext(["2021年12月20日召开会议。", "1月5日，项目开工。"]).anchor, "2022-01-05");
  });
  test("an event's name shows the year", () => {
    const context = dateContext(["2023青川国际陶瓷博览会开幕。", "6月8日，记者走进展馆。"]);
    assert.deepEqual(context, {
      anchor: "2023-06-08",
      basis: "event",
      evidence: "2023青川国际陶瓷博览会",
      evidenceBlock: 0,
    });
  });
  test("plans and goals show no year", () => {
    assert.equal(
      dateContext(["谋划2030年至2035年项目20个，到2040年底建成。2035年远景目标。", "2023年，全县增收。"]).anchor?.slice(
        0,
        4,
      ),
      "2023",
    );
  });
  test("a page that shows no year has no day", () => {
    assert.deepEqual(dateContext(["8月15日，副市长调研。"]), { basis: "none" });
  });
  test("impossible dates are no evidence", () => {
    assert.equal(dateContext(["2022年13月45日"]).basis === "masthead", false);
    assert.equal(dateContext(["云溪日报 2022年2月31日 星期一"]).basis === "masthead", false);
  });
});

test("a date's value names the evidence of its year", () => {
  const texts = ["到2022年7月初，项目投产。", "8月15日，副市长调研。"];
  const values = findNumeric(texts[1] ?? "", dateContext(texts)).map(({ value }) => value as DateValue);
  assert.deepEqual(
    values.map(({ edtf, evidence }) => [edtf, evidence]),
    [["2022-08-15", "2022年7月初"]],
  );
});
