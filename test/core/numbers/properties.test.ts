/** Laws of the grammar: it is total, its mentions are in order, and line breaks change nothing. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { describeNumeric } from "../../../server/core/cards/value.ts";
import { anchoredContext, dateContext, findNumeric } from "../../../server/core/numbers/index.ts";

const CONTEXT = anchoredContext("2024-05-20");
const PIECES = [
  ..."0123456789〇零一二两三四五六七八九十百千万亿半几数年月日时分秒点号第每今去明前后上下本当同次近来余多个家人元角吨米里成倍番折度级届期周星期农历正腊初廿甲辰至到—～-.,:/%℃“”（） \n，。",
  "2024年",
  "5月20日",
  "星期五",
  "百分之",
  "分之",
  "以来",
  "世纪",
  "年代",
  "平方米",
  "公里/小时",
  "十四五",
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(""));

describe("for any text", () => {
  test("mentions are in order, don't overlap, hold their own text and begin and end in no blank", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: "binary" })), (any) => {
        let done = 0;
        for (const mention of findNumeric(any, CONTEXT, { vague: true })) {
          assert.ok(mention.start >= done && mention.end > mention.start && mention.end <= any.length);
          assert.equal(mention.text, any.slice(mention.start, mention.end));
          assert.equal(mention.text, mention.text.trim());
          for (const locale of ["zh", "en"] as const) assert.ok(Array.isArray(describeNumeric(mention, locale)));
          done = mention.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("a page's context can always be had", () => {
    fc.assert(fc.property(fc.array(text, { maxLength: 5 }), (texts) => void dateContext(texts)));
  });

  test("line breaks change no value", () => {
    const where = fc.array(fc.nat({ max: 60 }), { maxLength: 6 });
    fc.assert(
      fc.property(text, where, (broken, breaks) => {
        const joined = broken.replace(/[\s]/g, "");
        const wrapped = [...joined].map((char, index) => (breaks.includes(index) ? `\n\n${char}` : char)).join("");
        const values = (any: string): unknown[] =>
          findNumeric(any, CONTEXT).map(({ value, entity }) => [value, entity]);
        assert.deepEqual(values(wrapped), values(joined));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("blanks beside figures belong to the mention and change no value", () => {
  const pairs: readonly (readonly [blank: string, plain: string])[] = [
    ["2024 年 5 月 20 日", "2024年5月20日"],
    ["5 月 8 日 — 10 日", "5月8日—10日"],
    ["上午 9 时 30 分", "上午9时30分"],
    ["投资 6.8 亿元", "投资6.8亿元"],
    ["增长 12.5 %", "增长12.5%"],
    ["气温 -5 ℃", "气温-5℃"],
    ["3000 余件", "3000余件"],
    ["6000 万\n\n棒", "6000万棒"],
    ["七\n\n分之二", "七分之二"],
  ];
  for (const [blank, plain] of pairs) {
    test(blank, () => {
      const [a, b] = [findNumeric(blank, CONTEXT), findNumeric(plain, CONTEXT)];
      assert.equal(a.length, 1);
      assert.deepEqual(a[0]?.value, b[0]?.value);
      assert.equal(a[0]?.text.replace(/\s/g, ""), b[0]?.text);
    });
  }
  test("a blank between Han characters keeps them apart", () => {
    assert.deepEqual(
      findNumeric("记者 王一 三月五日报道", CONTEXT).map(({ text: found }) => found),
      ["三月五日"],
    );
  });
});

describe("hostile texts cost no more than their length", () => {
  const size = 20_000;
  const units = [
    "1",
    "1,234",
    "1.1.",
    "一",
    "三十五万",
    "1 ",
    "3-",
    "“三张网",
    "第一",
    "今年",
    "(星期",
    "每亩可可",
    "2022某某",
    "1/3/",
    "一分之",
  ];
  for (const unit of units) {
    test(`${unit} again and again`, () => {
      const cost = (length: number): number => {
        const hostile = unit.repeat(Math.ceil(length / unit.length));
        const start = process.cpuUsage();
        findNumeric(hostile, CONTEXT);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      };
      cost(size / 10);
      // Eight times the text may take forty times as long where V8 compiles meanwhile, but not the sixty-four of a quadratic one.
      const once = Math.max(cost(size), 2);
      assert.ok(cost(8 * size) < 40 * once + 50);
    });
  }
});
