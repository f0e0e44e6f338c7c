/** The page's own day: from its masthead, else from the dates and events it tells of. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { anchoredContext, dateContext, findNumeric } from "../../../server/core/numbers/index.ts";
import type { DateValue } from "../../../server/core/page/mention.ts";

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
  test("what is to be finished in a year to come doesn't date the page", () => {
    const texts = [
      "3月24日，云溪食品产业园签约，一期占地300亩，2026年6月建成投用。",
      "3月25日，县里安排了2025年的资金。",
    ];
    assert.equal(dateContext([...texts, "2025年，全县有围屋20座。"]).anchor, "2025-03-25");
    assert.equal(dateContext(["11月8日，记者走进2024年6月建成投用的厂房。"]).anchor, "2024-11-08");
  });
  test("a range counts with its later end, and news is fresh", () => {
    const texts = ["被告人在2023年12月至2024年1月间架网捕鸟。", "10月20日，新线投产。", "10月27日，市委召开会议。"];
    assert.deepEqual(dateContext(texts), {
      anchor: "2024-10-27",
      basis: "date",
      evidence: "2024年1月",
      evidenceBlock: 0,
    });
  });
  test("a licence's last day doesn't date the page", () => {
    const texts = ["许可证有效期至2028年12月31日。", "5月6日，2023年全县春耕现场会召开。", "2023年，全县增收。"];
    assert.equal(dateContext(texts).anchor, "2023-05-06");
  });
  test("a page of many months' news is no older than the last of them", () => {
    const texts = ["2021年，全县增收。", "3月1日，开工。3月2日，复工。3月3日，上学。", "7月5日，丰收。8月9日，开镰。"];
    assert.equal(dateContext(texts).anchor, "2021-08-09");
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

describe("from the page's day", () => {
  const read = (text: string, day: string) =>
    findNumeric(text, anchoredContext(day), { vague: true }).map(({ value }) => (value as DateValue).edtf);
  test("what follows a date ahead lies ahead too", () => {
    const text = "冰灯节将于1月6日在云溪广场开幕，3月10日闭幕。1月3日，彩排。";
    assert.deepEqual(read(text, "2024-01-05"), ["2024-01-06", "2024-03-10", "2024-01-03"]);
    assert.deepEqual(read("定于12月30日开馆，1月5日闭馆，12月1日已试开。", "2023-12-20"), [
      "2023-12-30",
      "2024-01-05",
      "2023-12-01",
    ]);
  });
  test("in January this winter is the one that began in the year before", () => {
    assert.deepEqual(read("今冬备耕，去冬修渠，冬季取暖。", "2024-01-05"), ["2023-24", "2023-24", "2023-24"]);
    assert.deepEqual(read("今冬备耕，去冬修渠，冬季取暖。", "2023-11-05"), ["2023-24", "2022-24", "2023-24"]);
  });
});
