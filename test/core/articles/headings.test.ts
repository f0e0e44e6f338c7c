/** Headings: whose each is, and which of its lines names the article. Pages go in as their blocks' texts. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { found } from "./found.ts";
import {
  BRIDGE,
  BRIDGE_HEADLINE,
  CLINIC,
  CLINIC_HEADLINE,
  LIBRARY,
  LIBRARY_HEADLINE,
  TEA,
  TEA_HEADLINE,
} from "./stock.ts";

describe("whose a heading is", () => {
  test("that above or below the text, by its words", () => {
    const above = found(TEA_HEADLINE, ...TEA, BRIDGE_HEADLINE, ...BRIDGE);
    assert.deepEqual(above.named, [TEA_HEADLINE, BRIDGE_HEADLINE]);
    const below = found(...TEA, TEA_HEADLINE, ...BRIDGE, BRIDGE_HEADLINE);
    assert.deepEqual(below.named, [TEA_HEADLINE, BRIDGE_HEADLINE]);
    assert.deepEqual(above.detached, [[], []]);
    assert.deepEqual(below.detached, [[TEA_HEADLINE], [BRIDGE_HEADLINE]]);
  });

  test("that above the text is at home, between the text and below it is not", () => {
    const byline = "□ 本报记者 苏南星";
    const [first = "", ...rest] = BRIDGE;
    assert.deepEqual(found(BRIDGE_HEADLINE, byline, ...BRIDGE).detached, [[]]);
    assert.deepEqual(found(byline, BRIDGE_HEADLINE, ...BRIDGE, ...CLINIC).detached[0], [byline]);
    assert.deepEqual(found(first, byline, ...rest, BRIDGE_HEADLINE).detached, [[byline, BRIDGE_HEADLINE]]);
  });

  test("a byline below the text is at home on a page in order, where it was printed there", () => {
    const ordered = [
      CLINIC_HEADLINE,
      ...CLINIC,
      TEA_HEADLINE,
      ...TEA,
      LIBRARY_HEADLINE,
      ...LIBRARY,
      BRIDGE_HEADLINE,
      ...BRIDGE,
    ];
    const byline = "本报记者 江一帆";
    assert.deepEqual(found(...ordered, byline).detached, [[], [], [], []]);
    assert.deepEqual(found(...TEA, TEA_HEADLINE, ...BRIDGE, byline, BRIDGE_HEADLINE).detached[1], [
      byline,
      BRIDGE_HEADLINE,
    ]);
  });

  test("a line such as 核心阅读 between byline and text tears neither heading nor byline off", () => {
    const byline = "□ 本报记者 苏南星";
    const page = found(BRIDGE_HEADLINE, byline, "核心阅读", ...BRIDGE, CLINIC_HEADLINE, ...CLINIC);
    assert.deepEqual(page.detached, [[], []]);
    assert.deepEqual(page.articles[0]?.[1].slice(0, 3), [BRIDGE_HEADLINE, byline, "核心阅读"]);
  });

  test("that of a far article, wherever the heading stands", () => {
    const { named, detached, articles } = found(
      BRIDGE_HEADLINE,
      TEA_HEADLINE,
      ...TEA,
      ...CLINIC,
      ...BRIDGE,
      CLINIC_HEADLINE,
    );
    assert.deepEqual(named, [TEA_HEADLINE, CLINIC_HEADLINE, BRIDGE_HEADLINE]);
    assert.deepEqual(detached, [[], [CLINIC_HEADLINE], [BRIDGE_HEADLINE]]);
    assert.deepEqual(articles[1]?.[1], [...CLINIC]);
  });

  test("two articles never have one headline, and one may have none", () => {
    const { named } = found(...TEA, ...CLINIC, ...BRIDGE, BRIDGE_HEADLINE);
    assert.deepEqual(named, ["", "", BRIDGE_HEADLINE]);
  });

  test("kicker and deck go with their headline, and marks tell which is which", () => {
    const kicker = "望湖村农家书屋管理员许晓禾——";
    const deck = "——青川至临江高速公路建设现场见闻";
    const { all, role } = found(BRIDGE_HEADLINE, deck, kicker, LIBRARY_HEADLINE, ...LIBRARY, ...BRIDGE);
    assert.deepEqual(
      all.map(({ kicker, headline, deck }) => [kicker?.text, headline?.text, deck?.text]),
      [
        [kicker, LIBRARY_HEADLINE, undefined],
        [undefined, BRIDGE_HEADLINE, deck],
      ],
    );
    assert.deepEqual([role(kicker), role(deck)], ["kicker", "deck"]);
  });

  test("a line above a much shorter one is its kicker; where only type size would tell, both name the article", () => {
    const headline = "下班后看病不用请假";
    const named = (above: string): string[] => found(...CLINIC, above, headline, ...BRIDGE).named;
    assert.deepEqual(named("云溪县人民医院开设夜间门诊"), [headline, ""]);
    assert.deepEqual(named("云溪医院开设夜间门诊"), [`云溪医院开设夜间门诊 ${headline}`, ""]);
  });

  test("two lines as long as each other may be halves of one headline, and both name the article, a series tag or not", () => {
    const halves = ["名为夜间门诊", "实为急诊分流（百姓关注）"];
    assert.deepEqual(found(...halves, ...CLINIC).named, [halves.join(" ")]);
    const tagged = "夜间门诊为下班的人亮起一盏灯（百姓关注）";
    assert.deepEqual(found("县医院回应", tagged, ...CLINIC).named, [tagged]);
  });

  test("a character that the extractor doubled does not hide whose a headline is", () => {
    const doubled = BRIDGE_HEADLINE.replace("大桥", "大大桥");
    assert.deepEqual(found(doubled, ...CLINIC, ...BRIDGE).named, ["", doubled]);
  });

  test("a notice's heading says nothing of the notice, but stands above it", () => {
    const notice = "因柳河路供水管网改造，定于5月20日22时至次日6时停水，请沿线用户提前储水。";
    const { named } = found(...BRIDGE, BRIDGE_HEADLINE, "停水通知", notice, "云溪县供水有限公司");
    assert.deepEqual(named, [BRIDGE_HEADLINE, "停水通知"]);
  });

  test("a number at the head of a line makes it the headline in a bulletin only", () => {
    const heading = ["10 万亩茶园里采茶女忙个不停", "石泉乡茶香满山"];
    assert.deepEqual(found(...heading, ...TEA).articles[0]?.[0], heading[1]);
  });
});
