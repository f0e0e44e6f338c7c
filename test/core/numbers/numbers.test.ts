/** Numerals and quantities: what counts, with which exact value and unit, and what gives nothing. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { anchoredContext, findNumeric, type NumericMention } from "../../../server/core/numbers/index.ts";
import type { QuantityValue } from "../../../server/core/page/mention.ts";
import { bracketed, withoutBrackets } from "./bracketed.ts";

const CONTEXT = anchoredContext("2024-05-20");

/** The mentions of a text in which ⟦ ⟧ stand round each; checks that no other is found. */
function marked(text: string): NumericMention[] {
  const plain = withoutBrackets(text);
  const found = findNumeric(plain, CONTEXT);
  assert.equal(bracketed(plain, found), text);
  return found;
}

/** Checks that the mentions in ⟦ ⟧ are found and nothing else is, and that their values hold what is expected. */
function holds(text: string, ...expected: Partial<QuantityValue>[]): void {
  const found = marked(text);
  assert.equal(found.length, expected.length, text);
  for (const [index, value] of expected.entries()) {
    const got = found[index]?.value as unknown as Record<string, unknown>;
    for (const [key, wanted] of Object.entries(value)) assert.deepEqual(got[key], wanted, `${text}: ${key}`);
  }
}

describe("numerals are read exactly", () => {
  const cases: readonly (readonly [text: string, value: string])[] = [
    ["共⟦1234人⟧", "1234"],
    ["共⟦1,234,567人⟧", "1234567"],
    ["共⟦1 234 567人⟧", "1234567"],
    ["共⟦１２人⟧", "12"],
    ["共⟦0.07亿元⟧", "7000000"],
    ["共⟦2.84万亿元⟧", "2840000000000"],
    ["共⟦1亿2000万元⟧", "120000000"],
    ["共⟦3千万元⟧", "30000000"],
    ["共⟦123456789012345.678元⟧", "123456789012345.678"],
    ["共⟦两亿人⟧", "200000000"],
    ["共⟦一万二人⟧", "12000"],
    ["共⟦一万零二人⟧", "10002"],
    ["共⟦三百五十二户⟧", "352"],
    ["共⟦两千零三家⟧", "2003"],
    ["共⟦二百零五种⟧", "205"],
    ["共⟦十八亩⟧", "18"],
    ["共⟦五百零五万亩⟧", "5050000"],
    ["共⟦三点五亿元⟧", "350000000"],
    ["共⟦一千二百万四千元⟧", "12004000"],
    ["共⟦壹佰贰拾元⟧", "120"],
  ];
  for (const [text, value] of cases) test(text, () => holds(text, { kind: "quantity", value }));
});

describe("vague numbers keep their value and say how they are vague", () => {
  test("余, 多 and 来 belong to the mention", () => {
    holds(
      "⟦300余户⟧⟦十多万人⟧⟦10来条⟧⟦5米多⟧",
      {
        value: "300",
        approx: "over",
      },
      { value: "100000", approx: "over", upper: "200000" },
      { value: "10", approx: "over" },
      { value: "5", approx: "over" },
    );
  });
  test("words before a number qualify it from outside", () => {
    holds(
      "约⟦30公里⟧、超过⟦500户⟧、近⟦4万人⟧、不足⟦10亩⟧、不超过⟦8件⟧、至少⟦3名⟧",
      ...["about", "over", "nearly", "under", "at_most", "at_least"].map((approx) => ({ approx })),
    );
  });
  test("postpositions belong to the mention and can be told from it", () => {
    const [found] = marked("年满⟦60岁以上⟧");
    assert.deepEqual([(found?.value as QuantityValue | undefined)?.approx, found?.plainEnd], ["at_least", 5]);
  });
  test("neighbouring numerals are a range", () => {
    holds(
      "⟦三四十岁⟧、⟦七八百元⟧、⟦五六米⟧、⟦十二三名⟧",
      { range: ["30", "40"] },
      { range: ["700", "800"] },
      { range: ["5", "6"], unit: "m" },
      { range: ["12", "13"] },
    );
  });
  test("几, 数 and 把 reckon with the 万 and 亿 after them", () => {
    holds(
      "⟦十几万元⟧、⟦二十几亿人⟧、⟦20几万人⟧、⟦一百几十万元⟧、⟦三千几百亿元⟧、⟦几十万人⟧、⟦数百万元⟧、⟦千把人⟧、⟦百把块钱⟧",
      { value: "100000", approx: "over", upper: "200000" },
      { value: "2000000000", approx: "over", upper: "3000000000" },
      { value: "200000", approx: "over", upper: "300000" },
      { range: ["1100000", "1900000"] },
      { range: ["310000000000", "390000000000"] },
      { range: ["100000", "900000"] },
      { range: ["1000000", "9000000"] },
      { value: "1000", approx: "several" },
      { value: "100", approx: "several", unit: "元" },
    );
    holds("剪纸用的百把剪刀");
  });
  test("with 万 and 亿 a vague number needs no unit, a smaller one where the clause ends", () => {
    holds(
      "⟦几十万⟧群众、⟦近百万⟧游客、⟦十几万⟧，来了⟦几百⟧，种了⟦七八十万⟧。",
      { range: ["100000", "900000"] },
      { value: "1000000", approx: "nearly" },
      { value: "100000", upper: "200000" },
      { range: ["100", "900"] },
      { range: ["700000", "800000"] },
    );
  });
  test("a magnitude counts where a word makes a number of it", () => {
    holds(
      "⟦上百名⟧、⟦近千户⟧、⟦数十家⟧、⟦几百人⟧",
      { value: "100", approx: "over" },
      { value: "1000", approx: "nearly" },
      { range: ["10", "90"] },
      { range: ["100", "900"] },
    );
  });
});

describe("a last figure counts in the place below, as people speak", () => {
  const cases: readonly (readonly [text: string, value: string])[] = [
    ["收入⟦13万2⟧，", "132000"],
    ["收入⟦3万5左右⟧", "35000"],
    ["卖了⟦三万五⟧。", "35000"],
    ["卖了⟦三万五元⟧。", "35000"],
    ["月薪⟦两千三⟧，", "2300"],
    ["投资⟦1亿2⟧。", "120000000"],
    ["一头猪⟦5斤半⟧", "5.5"],
    ["走了⟦三里半⟧路", "3.5"],
    ["重⟦三斤六两⟧", "3.6"],
    ["种⟦四亩三分⟧地", "4.3"],
    ["长⟦两尺三⟧，", "2.3"],
    ["身高⟦一米七八⟧的小伙", "1.78"],
    ["身高⟦1米8多⟧", "1.8"],
    ["花了⟦两块五⟧，", "2.5"],
  ];
  for (const [text, value] of cases) test(text, () => holds(text, { kind: "quantity", value }));
  test("two neighbours are a range of such places", () => holds("⟦三万五六元⟧", { range: ["35000", "36000"] }));
  test("but not before a digit or a unit of its own, nor half a longer word", () => {
    holds("⟦13万⟧⟦2只⟧", { value: "130000" }, { value: "2" });
    holds("⟦5公里⟧半程马拉松，买⟦5斤⟧半成品", { value: "5" }, { value: "5" });
  });
});

describe("ranges", () => {
  test("share unit and magnitude", () => {
    holds(
      "⟦3—5亿元⟧、⟦3亿—5亿元⟧、⟦20至30亩⟧、⟦100元到200元⟧",
      { range: ["300000000", "500000000"], unit: "元" },
      { range: ["300000000", "500000000"] },
      { range: ["20", "30"] },
      { range: ["100", "200"] },
    );
  });
  test("run below zero in either order", () => {
    holds(
      "气温⟦-12℃至3℃⟧，⟦零下5度⟧，⟦8℃到-2℃⟧",
      { range: ["-12", "3"], unit: "℃" },
      { value: "-5", unit: "℃" },
      { range: ["-2", "8"] },
    );
  });
});

describe("units have one sign, a dimension and their SI amount", () => {
  const cases: readonly (readonly [text: string, value: Partial<QuantityValue>])[] = [
    ["⟦3万吨⟧", { value: "30000", unit: "t", dimension: "mass", si: "30000000 kg" }],
    ["⟦2公顷⟧", { value: "2", unit: "hm2", si: "20000 m2" }],
    ["⟦50万方⟧", { value: "500000", unit: "m3", unitText: "方" }],
    ["⟦3亿千瓦时⟧", { value: "300000000", unit: "kWh", dimension: "energy" }],
    ["⟦五十万千瓦⟧", { value: "500000", unit: "kW" }],
    ["⟦三点五千瓦⟧", { value: "3.5", unit: "kW" }],
    ["⟦10亿人口⟧", { value: "1000000000", unit: "人" }],
    ["⟦12名⟧优秀教师", { value: "12", unit: "名" }],
    ["⟦40个⟧体温计", { value: "40", unit: "个" }],
    ["⟦五千克⟧", { value: "5", unit: "kg" }],
    ["⟦10万吨/年⟧", { value: "100000", unit: "t", per: "year", si: "100000000 kg/a" }],
    ["⟦80km/h⟧", { value: "80", unit: "km", per: "h" }],
    ["⟦35微克/立方米⟧", { value: "35", unit: "μg", per: "m3" }],
    ["时速⟦350公里⟧", { value: "350", unit: "km", per: "h" }],
    ["⟦每公斤3.5元⟧", { value: "3.5", unit: "元", per: "kg" }],
    ["⟦每亩增收500元⟧", { value: "500", per: "亩" }],
    ["人均收入达到⟦2.3万元⟧", { value: "23000", per: "人" }],
    ["⟦500万美元⟧", { value: "5000000", unit: "美元", dimension: "USD" }],
    ["⟦￥1200⟧", { value: "1200", unit: "元", dimension: "CNY" }],
    ["⟦5元8角⟧", { value: "5.8", unit: "元" }],
    ["⟦九百元三角五分⟧", { value: "900.35", unit: "元" }],
    ["⟦3.2个百分点⟧", { value: "3.2", unit: "百分点" }],
    ["⟦30台（套）⟧", { value: "30", unit: "台（套）" }],
    ["⟦千亿级⟧", { value: "100000000000", unit: "级", magnitude: true }],
    ["⟦0成本⟧", { value: "0", unit: "成本" }],
  ];
  for (const [text, value] of cases) test(text, () => holds(text, { kind: "quantity", ...value }));
  test("每吨 alone is what a figure later in the clause is counted per", () => {
    holds("⟦每吨⟧熟料电耗降到⟦0.3吨⟧", { role: "denominator", unit: "t" }, { value: "0.3" });
  });
  test("raised dots of old print are decimal points before a sign", () => {
    holds("增长⟦20·5%⟧", { kind: "percent", value: "0.205" });
  });
});

describe("proportions", () => {
  const cases: readonly (readonly [text: string, value: Partial<QuantityValue>])[] = [
    ["增长⟦12.5%⟧", { kind: "percent", value: "0.125" }],
    ["⟦-1.5%⟧", { kind: "percent", value: "-0.015" }],
    ["⟦百分之三十五点六⟧", { kind: "percent", value: "0.356" }],
    ["⟦百分之五至十⟧", { kind: "percent", range: ["0.05", "0.1"] }],
    ["⟦15%—20%⟧", { kind: "percent", range: ["0.15", "0.2"] }],
    ["⟦15—20%⟧", { kind: "percent", range: ["0.15", "0.2"] }],
    ["增长⟦三成⟧", { kind: "percent", value: "0.3" }],
    ["降到⟦两成八⟧", { kind: "percent", value: "0.28" }],
    ["打⟦七五折⟧", { kind: "percent", value: "0.75" }],
    ["⟦三分之二以上⟧", { kind: "fraction", num: 2, den: 3, approx: "at_least" }],
    ["⟦千分之三⟧", { kind: "fraction", num: 3, den: 1000 }],
    ["近⟦1/3⟧", { kind: "fraction", num: 1, den: 3 }],
    ["⟦一半⟧", { kind: "fraction", num: 1, den: 2 }],
    ["⟦1.2倍⟧", { kind: "multiple", value: "1.2" }],
    ["⟦提高一倍⟧", { kind: "multiple", value: "2" }],
    ["⟦增长1.5倍⟧", { kind: "multiple", value: "2.5" }],
    ["⟦翻两番⟧", { kind: "multiple", value: "4" }],
    ["⟦减半⟧", { kind: "multiple", value: "0.5" }],
  ];
  for (const [text, value] of cases) test(text, () => holds(text, value));
});

describe("ordinals", () => {
  test("stand with a unit, or alone where they say a place", () => {
    holds(
      "⟦第十二届⟧、⟦第2批⟧、⟦第7版⟧，位列全县⟦第三⟧。",
      { kind: "ordinal", n: 12, unit: "届" },
      { n: 2, unit: "批" },
      { n: 7, unit: "版" },
      { kind: "ordinal", n: 3 },
    );
  });
  test("do without 第 before 届 and 期, and before 次 after 届", () => {
    holds(
      "⟦十三届⟧⟦三次⟧会议，⟦二期⟧工程",
      { n: 13, unit: "届" },
      { kind: "ordinal", n: 3, unit: "次" },
      { n: 2, unit: "期" },
    );
  });
  test("are none in terms and enumerations", () => {
    holds("第一书记、第一时间、第三方、第三产业、第一支撑；第一，要加强领导。");
  });
});

describe("these give nothing", () => {
  const silent: readonly (readonly [why: string, text: string])[] = [
    ["slogans in quotes", "“三张网”“两委”“五轮驱动”“五个一”"],
    ["slogans in parallel", "一村一品、一户一档、三港四链"],
    ["terms", "一二三产齐头并进，三农工作，二十大精神，一级巡视员，三级联动，二次供水"],
    ["idioms", "三心二意、千方百计、一举两得、七上八下、十分重要、万分感谢、一成不变"],
    ["reduplication", "一辆辆新车、一件件实事、一次次尝试"],
    ["articles that count nothing", "这是一个新的起点，一种精神，一批项目，这一次"],
    ["place names", "云溪镇十三里、三里屯、五台山、七里河"],
    ["brands and bodies", "航天十二院、三一重工、六个核桃、中铁十四局"],
    ["names with letters", "3D打印、5G基站、4K屏幕、5A级景区、C919、PM2.5"],
    ["telephone, post and licence codes", "电话0358-8228888、邮编033000、K1+200、国道G209、CN14-0017"],
    ["documents and standards", "青政发〔2022〕15号、GB/T 15834—2011、101国道"],
    ["scores and scales", "以3:2战胜、比分2:1、1:5000"],
    ["one of several", "重大课题之一"],
    ["units that begin another word", "5个体户、3支撑、8节能、2台风"],
    ["bare digits", "2022中国苹果大会、编号35、1+3+N"],
  ];
  for (const [why, text] of silent) test(why, () => holds(text));
});
