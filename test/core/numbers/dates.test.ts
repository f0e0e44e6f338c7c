/** Dates, times and durations: their EDTF and ISO 8601 forms, what is inferred, and what can't be. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { anchoredContext, findNumeric } from "../../../server/core/numbers/index.ts";
import type { DateProblem, DateValue } from "../../../server/core/page/mention.ts";
import { bracketed, withoutBrackets } from "./bracketed.ts";

/** The page of these tests is of Monday, 20 May 2024 (lunar 四月十三 of 甲辰). */
const CONTEXT = anchoredContext("2024-05-20");

type Case = readonly [text: string, ...values: Partial<DateValue>[]];

/** Checks that the mentions in ⟦ ⟧ are found and nothing else is, and that their values hold what is listed. */
function check([text, ...values]: Case): void {
  const plain = withoutBrackets(text);
  const found = findNumeric(plain, CONTEXT);
  assert.equal(bracketed(plain, found), text);
  for (const [index, value] of values.entries()) {
    const got = found[index]?.value as unknown as Record<string, unknown>;
    for (const [key, wanted] of Object.entries(value)) assert.deepEqual(got[key], wanted, `${text}: ${key}`);
  }
}

function all(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const one of cases) test(one[0], () => check(one));
  });
}

all("dates with their year", [
  ["⟦2023年11月8日⟧", { kind: "date", edtf: "2023-11-08" }],
  ["⟦2023年11月⟧", { edtf: "2023-11" }],
  ["⟦2023年⟧", { edtf: "2023" }],
  ["⟦二〇二三年十一月八日⟧", { edtf: "2023-11-08" }],
  ["⟦二○二三年⟧", { edtf: "2023" }],
  ["⟦2023-11-08⟧、⟦2023.11.8⟧、⟦2023/11/8⟧", { edtf: "2023-11-08" }, { edtf: "2023-11-08" }, { edtf: "2023-11-08" }],
  ["⟦2024年5月20日（星期一）⟧", { edtf: "2024-05-20" }],
  ["⟦2024年5月20日 星期一⟧", { edtf: "2024-05-20" }],
  ["⟦公元前221年⟧", { edtf: "-0220" }],
  ["⟦2023年度⟧", { edtf: "2023" }],
]);

all("parts of years and months", [
  ["⟦2023年7月初⟧", { edtf: "2023-07-01/2023-07-10", approx: "start_of_month" }],
  ["⟦2024年2月底⟧", { edtf: "2024-02-21/2024-02-29", approx: "end_of_month" }],
  ["⟦2023年8月中旬⟧", { edtf: "2023-08-11/2023-08-20" }],
  ["⟦2023年上半年⟧", { edtf: "2023-01/2023-06" }],
  ["⟦2023年第三季度⟧", { edtf: "2023-Q3", edtfSeason: "2023-35" }],
  ["⟦2023年前三季度⟧", { edtf: "2023-01/2023-09" }],
  ["⟦今年前4个月⟧", { edtf: "2024-01/2024-04" }],
  ["⟦2023年底⟧、⟦明年年初⟧", { edtf: "2023-12", approx: "end_of_year" }, { edtf: "2025-01", approx: "start_of_year" }],
  ["⟦2023年春⟧", { edtf: "2023-21" }],
]);

all("ranges", [
  ["⟦2021—2025年⟧", { edtf: "2021/2025" }],
  ["⟦2022年至2024年⟧", { edtf: "2022/2024" }],
  ["⟦1—4月⟧", { edtf: "2024-01/2024-04" }],
  ["⟦5月8日至10日⟧", { edtf: "2024-05-08/2024-05-10" }],
  ["⟦5月8—10日⟧", { edtf: "2024-05-08/2024-05-10" }],
  ["⟦4月28日至5月3日⟧", { edtf: "2024-04-28/2024-05-03" }],
  ["⟦去年12月至今年3月⟧", { edtf: "2023-12/2024-03" }],
  ["⟦5月8、9日⟧、⟦三、四月⟧", { edtf: "{2024-05-08,2024-05-09}" }, { edtf: "{2024-03,2024-04}" }],
  ["⟦17至18世纪⟧", { edtf: "16XX/17XX" }],
  ["⟦周一至周五⟧", { edtf: "2024-05-20/2024-05-24" }],
]);

test("a list of entities takes the two full dates of a range apart, each with its own value", () => {
  const found = findNumeric("5月8日至10日、2022年至2024年、1—4月", CONTEXT).flatMap((one) => one.parts ?? [one]);
  assert.deepEqual(
    found.map(({ text, entity }) => [text, entity]),
    [
      ["5月8日", "2024-05-08"],
      ["10日", "2024-05-10"],
      ["2022年", "2022"],
      ["2024年", "2024"],
      ["1—4月", "2024-01/2024-04"],
    ],
  );
});

all("words for days, weeks, months and years", [
  ["⟦昨天⟧、⟦前天⟧、⟦明日⟧", { edtf: "2024-05-19" }, { edtf: "2024-05-18" }, { edtf: "2024-05-21" }],
  ["⟦上周五⟧、⟦本周三⟧、⟦下周⟧", { edtf: "2024-05-17" }, { edtf: "2024-05-22" }, { edtf: "2024-05-27/2024-06-02" }],
  ["⟦本月中旬⟧、⟦上月底⟧", { edtf: "2024-05-11/2024-05-20" }, { edtf: "2024-04-21/2024-04-30" }],
  ["⟦去年⟧、⟦去年同期⟧、⟦明年⟧", { edtf: "2023" }, { edtf: "2023", sameSpanAs: "previous" }, { edtf: "2025" }],
  ["⟦今年以来⟧", { edtf: "2024-01-01/2024-05-20" }],
  ["⟦近日⟧、⟦日前⟧、⟦近年来⟧", { approx: "recent" }, { approx: "recent" }, { approx: "recent" }],
  ["⟦2022年6月⟧开工，⟦次年3月⟧完工", {}, { edtf: "2023-03" }],
  ["⟦5月8日⟧开幕，⟦次日⟧闭幕", {}, { edtf: "2024-05-09" }],
]);

all("the year that is left out is the one nearest before the page's day", [
  ["⟦3月12日⟧", { edtf: "2024-03-12", inferred: ["year"] }],
  ["⟦11月8日⟧", { edtf: "2023-11-08" }],
  ["将于⟦11月8日⟧举行", { edtf: "2024-11-08" }],
  ["⟦5月28日⟧", { edtf: "2024-05-28" }],
  ["截至⟦4月底⟧", { asOf: "2024-04-30" }],
  ["记者⟦16日⟧从市水务局获悉", { edtf: "2024-05-16" }],
  ["⟦28日⟧上午", { edtf: "2024-04-28" }],
  ["⟦2022年5月⟧开工，⟦10月⟧封顶", {}, { edtf: "2022-10", evidence: "2022年5月" }],
  ["2024云溪苹果采摘节将于⟦9月8日⟧开幕", { edtf: "2024-09-08", evidence: "2024云溪苹果采摘节" }],
]);

all("a term that runs out or sets in is still to come, what has been done by then is past", [
  ["全部工程⟦12月31日⟧前完成", { edtf: "2024-12-31", inferred: ["year"] }],
  ["⟦11月底⟧前交付", { edtf: "2024-11-21/2024-11-30" }],
  ["展览持续到⟦11月8日⟧", { edtf: "2024-11-08" }],
  ["报名截止时间为⟦9月30日⟧", { edtf: "2024-09-30" }],
  ["⟦12月1日⟧起施行", { edtf: "2024-12-01" }],
  ["⟦12月5日⟧，大会将在云溪县举行", { edtf: "2024-12-05" }],
  ["到⟦12月底⟧，全县村村通车", { edtf: "2024-12-21/2024-12-31" }],
  ["⟦31日⟧前报名", { edtf: "2024-05-31" }],
  ["截至⟦12月31日⟧", { edtf: "2023-12-31", asOf: "2023-12-31" }],
  ["⟦12月31日⟧前，全县已完成改造", { edtf: "2023-12-31" }],
  ["⟦11月8日⟧，云溪县获评先进", { edtf: "2023-11-08" }],
  ["⟦3月底⟧前完成播种", { edtf: "2024-03-21/2024-03-31" }],
]);

all("a span into the next year is the one that is on, or comes next", [
  ["大桥⟦12月至次年3月⟧封闭施工", { edtf: "2024-12/2025-03" }],
  ["⟦11月15日至翌年3月15日⟧供暖", { edtf: "2024-11-15/2025-03-15" }],
  ["⟦10月至来年6月⟧禁牧", { edtf: "2023-10/2024-06" }],
  ["⟦12月至明年3月⟧封闭施工", { edtf: "2024-12/2025-03" }],
  ["⟦5月21日起至12月31日⟧免票", { edtf: "2024-05-21/2024-12-31" }],
]);

all("years of two digits, before what only a year has", [
  ["⟦22年春节⟧，他没有回家", { edtf: "2022-02-01" }],
  ["⟦98年⟧洪水、⟦08年⟧奥运会、⟦22年底⟧", { edtf: "1998" }, { edtf: "2008" }, { edtf: "2022-12" }],
  ["干了⟦22年⟧⟦春节⟧值班员", { kind: "duration", iso: "P22Y" }],
]);

all("quarters and years counted from the page's own", [
  [
    "⟦本季度⟧、⟦上一季度⟧、⟦上季度⟧、⟦下个季度⟧",
    { edtf: "2024-Q2" },
    { edtf: "2024-Q1" },
    { edtf: "2024-Q1" },
    { edtf: "2024-Q3" },
  ],
  ["⟦大前年⟧、⟦大后年⟧、⟦大后天⟧", { edtf: "2021" }, { edtf: "2027" }, { edtf: "2024-05-23" }],
  ["⟦上一周⟧、⟦上一个月⟧", { edtf: "2024-05-13/2024-05-19" }, { edtf: "2024-04" }],
]);

all("plans, decades and centuries", [
  ["到⟦“十四五”末⟧", { edtf: "2025-12", approx: "end_of_period" }],
  ["⟦“十三五”期间⟧、⟦十四五时期⟧", { edtf: "2016/2020" }, { edtf: "2021/2025" }],
  ["“十四五”规划"],
  ["⟦20世纪90年代⟧、⟦上世纪八十年代末⟧", { edtf: "199X" }, { edtf: "198X", approx: "end_of_decade" }],
  ["⟦90年代初⟧", { edtf: "199X", inferred: ["century"] }],
  ["⟦21世纪⟧", { edtf: "20XX" }],
  ["90后、00后"],
]);

all("lunar dates and festivals", [
  ["⟦农历八月十五⟧", { edtf: "2024-09-17", lunar: "2024-08-15" }],
  ["⟦正月初一⟧", { edtf: "2024-02-10", lunar: "2024-01-01" }],
  ["⟦甲辰年⟧", { edtf: "2024", lunarYear: true }],
  ["⟦今年端午节⟧", { edtf: "2024-06-10" }],
  ["⟦国庆节⟧", { edtf: "2023-10-01" }],
  ["⟦腊月廿六至正月初四⟧", { edtf: "2024-02-05/2024-02-13" }],
  ["⟦2023年农历闰二月初一⟧", { edtf: "2023-03-22", lunar: "2023-L02-01" }],
]);

all("festivals by their number", [
  ["⟦“七一”⟧前夕、⟦七一⟧前夕、⟦去年七一⟧", { edtf: "2024-07-01" }, { edtf: "2024-07-01" }, { edtf: "2023-07-01" }],
  [
    "⟦“双11”⟧、⟦双十一⟧、⟦三八⟧节、⟦2023年“五四”⟧",
    { edtf: "2023-11-11" },
    {},
    { edtf: "2024-03-08" },
    { edtf: "2023-05-04" },
  ],
  ["⟦“十一”长假⟧、⟦五一期间⟧", { edtf: "2023-09-29/2023-10-06" }, { edtf: "2024-05-01/2024-05-05" }],
  ["八一电影制片厂、三八线、七一路"],
]);

test("an event that is called by its day is no date to list, but has one", () => {
  const found = findNumeric("“9·11”事件、九一八事变、五四运动、五四精神、“6·26”专案", CONTEXT, { vague: true });
  assert.deepEqual(
    found.map(({ text, value, vague }) => [text, (value as DateValue).edtf, vague]),
    [
      ["“9·11”", "2001-09-11", true],
      ["九一八", "1931-09-18", true],
      ["五四", "1919-05-04", true],
      ["五四", "XXXX-05-04", true],
      ["“6·26”", "XXXX-06-26", true],
    ],
  );
});

all("times", [
  ["⟦上午9时30分至11时⟧", { kind: "time", iso: "T09:30/T11:00" }],
  ["⟦下午3点半⟧、⟦20:00⟧、⟦凌晨1时许⟧", { iso: "T15:30" }, { iso: "T20:00" }, { iso: "T01:00", approx: "about" }],
  ["⟦9:00—11:30⟧", { iso: "T09:00/T11:30" }],
  ["⟦5月8日⟧⟦晚上8点⟧", { edtf: "2024-05-08" }, { iso: "T20:00" }],
  ["提出三点建议"],
]);

all("durations", [
  [
    "⟦3天⟧、⟦10个月⟧、⟦两年⟧、⟦半年⟧",
    { kind: "duration", iso: "P3D" },
    { iso: "P10M" },
    { iso: "P2Y" },
    { iso: "P6M" },
  ],
  ["⟦3年零2个月⟧、⟦两个半小时⟧、⟦一年半⟧", { iso: "P3Y2M" }, { iso: "PT2H30M" }, { iso: "P1Y6M" }],
  ["⟦4小时内⟧", { iso: "PT4H", approx: "at_most" }],
  ["⟦3至5天⟧", { range: ["P3D", "P5D"] }],
  ["⟦五年来⟧", { iso: "P5Y", edtf: "2019/2024", approx: "about" }],
  ["⟦过去5年⟧、⟦近三年来⟧、⟦未来五年⟧", { edtf: "2019/2024" }, { edtf: "2021/2024" }, { edtf: "2024/2029" }],
  ["⟦三年前⟧", { kind: "date", edtf: "2021" }],
  ["有着⟦3000年⟧历史、⟦2000年⟧历史", { kind: "duration", iso: "P3000Y" }, { iso: "P2000Y" }],
  ["升入三年级"],
]);

all("recurrences", [
  ["⟦每月⟧召开例会", { kind: "recurrence", rrule: "FREQ=MONTHLY" }],
  [
    "⟦每周三⟧、⟦每年6月26日⟧、⟦每三个月⟧",
    { rrule: "FREQ=WEEKLY;BYDAY=WE" },
    { rrule: "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=26" },
    { rrule: "FREQ=MONTHLY;INTERVAL=3" },
  ],
  ["⟦一月⟧一调度", { rrule: "FREQ=MONTHLY" }],
]);

describe("what can't be is found, with what would be right", () => {
  const cases: readonly (readonly [text: string, kind: string, expected: string])[] = [
    ["2月30日", "day", "29日"],
    ["2023年2月29日", "day", "28日"],
    ["4月31日", "day", "30日"],
    ["13月", "month", "12月"],
    ["2024年5月20日 星期五", "weekday", "星期一"],
    ["25时", "hour", "24时"],
    ["9时75分", "minute", "59分"],
    ["2022-02-30", "day", "28日"],
    ["2022/13/01", "month", "12月"],
    ["去年2月30日", "day", "28日"],
    ["24时30分", "hour", "24时"],
    ["上午8:75", "minute", "59分"],
    ["8月20日至15日", "backwards", "8月20日"],
    ["2025年至2023年", "backwards", "2025年"],
    ["2025—2023年", "backwards", "2025年"],
    ["15时至14时", "backwards", "15时"],
    ["腊月三十一", "lunar-day", "30"],
    ["正月三十二日", "lunar-day", "30"],
  ];
  const problemIn = (text: string, context = CONTEXT): DateProblem | undefined => {
    const [found] = findNumeric(text, context);
    assert.equal(found?.text, text);
    return found && "problem" in found.value ? found.value.problem : undefined;
  };
  for (const [text, kind, expected] of cases) {
    test(text, () => {
      const problem = problemIn(text);
      assert.deepEqual([problem?.kind, problem?.expected], [kind, expected]);
    });
  }
  test("a leap day without a year is no fault, nor is the weekday of a year that is only guessed", () => {
    assert.equal(problemIn("2月29日"), undefined);
    assert.equal(problemIn("5月8日（星期日）", { anchor: "2024-05-20", basis: "year" }), undefined);
  });
  test("the year of a leap day is the nearest, or in doubt, and never one that only fits", () => {
    const on = (basis: "masthead" | "date", text = "2月29日"): (string | undefined)[] => {
      const found = findNumeric(text, { anchor: "2022-08-16", basis }).find((one) => one.text === "2月29日");
      const { problem, edtf } = (found?.value ?? {}) as DateValue;
      return [problem?.kind, edtf];
    };
    assert.deepEqual(on("masthead"), ["day", undefined]);
    assert.deepEqual(on("date"), ["leap-day", "XXXX-02-29"]);
    assert.deepEqual(on("masthead", "他的生日是2月29日"), [undefined, "XXXX-02-29"]);
    assert.deepEqual(on("masthead", "2020年他去了省城。2月29日，雪停了。"), [undefined, "XXXX-02-29"]);
  });
  test("a span over the end of a month, a year or a day runs on", () => {
    const forwards = [
      "8月28日至2日",
      "11月至3月",
      "9月1日至8月31日",
      "22时至6时",
      "9时至5时",
      "20时至20时",
      "以25:23取胜",
    ];
    for (const text of [...forwards, "选手用时25时30分", "得了8点70分"]) {
      const found = findNumeric(text, CONTEXT).filter(({ value }) => "problem" in value);
      assert.deepEqual(found, [], text);
    }
  });
  test("numbers of versions and documents are no dates", () => {
    for (const text of ["版本2022.2.30", "文件编号2022-13-01", "2022.13.1", "2022.2.30.1"]) {
      const found = findNumeric(text, CONTEXT).filter(({ value }) => "problem" in value);
      assert.deepEqual(found, [], text);
    }
  });
  test("the lunar thirtieth may be followed by 一", () => {
    const found = findNumeric("腊月三十一过，年就到了", CONTEXT).filter(({ value }) => "problem" in value);
    assert.deepEqual(found, []);
  });
});

describe("without a page's day nothing is made up", () => {
  test("the year stays open", () => {
    const values = findNumeric("8月15日，今年，五年来", { basis: "none" }).map(({ value }) => value as DateValue);
    assert.deepEqual(
      values.map(({ edtf, iso }) => [edtf, iso]),
      [
        ["XXXX-08-15", undefined],
        [undefined, undefined],
        [undefined, "P5Y"],
      ],
    );
  });
});
