/** What a page's lines are by themselves and beside their neighbours: furniture, bylines, credits, addresses, plain rows. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressesOf } from "../../../server/core/layout/addresses.ts";
import { bylinesGoingOn } from "../../../server/core/layout/bylines.ts";
import { creditsOf } from "../../../server/core/layout/credits.ts";
import { isFurniture } from "../../../server/core/layout/furniture.ts";
import { visualLinesOf } from "../../../server/core/layout/lines.ts";
import { splitLines } from "../../../server/core/text/text.ts";
import { fixText } from "../../support/short-cuts.ts";

const lines = (text: string) => visualLinesOf(splitLines(text));

/** The lines with `|` after each of those at the indexes. */
function marked(text: string, indexes: ReadonlySet<number>): string {
  return text
    .split("\n")
    .map((line, i) => (indexes.has(i) ? `${line}|` : line))
    .join("\n");
}

describe("furniture", () => {
  for (const line of [
    "云溪日报 2022年8月17日 星期三",
    "云溪日报2022年8月17日星期三 第05版 要闻",
    "第 2851期 今日 12版 云岫周报",
    "责任编辑：林晓 版式设计：赵小川",
    "本版编辑：林晓 校对：赵小川 电话：0350-3021234",
    "编辑/林晓 版式/赵小川 校对/罗正山",
    "E-mail:desk@news.example  版式制作：林晓",
    "广告热线 0350-3021234 0350-3021235",
    "综合新闻 4",
    "04版·要闻",
    "— 3 —",
    "第17版 广告 2024年4月11日 星期四",
    "2024年4月11日 星期四 家装 第17版",
    "CULTURE WEEKLY",
    "www.news.example",
    "本报地址：云溪市滨河路 23号 邮编：030000",
  ])
    test(`is ${line}`, () => assert.ok(isFurniture(line)));
  for (const line of [
    "云溪日报",
    "要闻",
    "云溪日报记者在现场看到",
    "2022年8月17日上午，会议召开",
    "责编说，第3版要换",
    "第17版 广告 刊于2024年4月11日",
    "热线开通",
    "www.news.example/report/2022/index.html",
    "文化体育社会民生".repeat(9),
    "日报".repeat(39),
  ])
    test(`is not ${line.slice(0, 20)}`, () => assert.ok(!isFurniture(line)));
});

describe("a byline goes on in the next line", () => {
  for (const text of [
    "本报通讯员 林晓 赵小|\n川",
    "■ 本报通讯员 唐|\n一志 罗正山|\n赵小川 文/图",
    "◎ 林晓|\n赵小川 罗正山",
  ])
    test(text.replaceAll("\n", "⏎"), () =>
      assert.equal(marked(text.replaceAll("|", ""), bylinesGoingOn(lines(text.replaceAll("|", "")))), text),
    );
  for (const text of ["本报记者 林晓\n核心阅读", "本报记者 林晓\n江南春", "本报记者 林晓 赵小川\n镜头", "林晓\n赵小川"])
    test(`but not in ${text.replaceAll("\n", "⏎")}`, () => assert.equal(bylinesGoingOn(lines(text)).size, 0));
});

describe("the credit of a picture", () => {
  const cut = (text: string): string => marked(text, creditsOf(lines(text)).cut);
  test("is cut by line ends as any words are", () => {
    assert.equal(cut("工人在检验产品。 林\n晓摄（影像\n中国）"), "工人在检验产品。 林|\n晓摄（影像|\n中国）");
    assert.equal(cut("春耕时节。\n新华社记者 林晓\n摄"), "春耕时节。\n新华社记者 林晓|\n摄");
  });
  test("is whole on a line of its own, and no sentence about pictures is one", () => {
    assert.deepEqual([...creditsOf(lines("春耕时节。\n林晓摄（影像中国）")).opens], [1]);
    assert.deepEqual(creditsOf(lines("他每天都去河边拍\n摄")).opens.size, 0);
    const long = `他说${"本报记者".repeat(5)}首席林长\n晓摄`;
    assert.deepEqual(creditsOf(lines(long)).opens.size, 0);
  });
});

describe("an address", () => {
  const cut = (text: string): string => marked(text, addressesOf(lines(text)).cut);
  test("goes on over line ends, and ends before Han characters", () => {
    assert.equal(
      cut("详见 https://news\n.example/s/ab\nc12\n欢迎投稿"),
      "详见 https://news|\n.example/s/ab|\nc12\n欢迎投稿",
    );
    assert.equal(cut("来稿请寄 desk@\nnews.example"), "来稿请寄 desk@|\nnews.example");
  });
  test("stands on its line however wide that is", () => {
    const page =
      "读者如有线索，可登录本报网站\nwww.news.example/report/2022/line/index.html\n提交，也可以把照片寄到本报编辑部，\n一经采用即付稿酬。\n";
    assert.equal(fixText(page), `${page.replaceAll("\n", "")}\n`);
  });
  test("is whole where another word, a figure or another address begins the next line", () => {
    for (const next of [
      "QQ 12345",
      "24小时热线 12345",
      "5月1日起可以预约。",
      "CCTV记者报道了此事。",
      "https://news.example/b",
    ])
      assert.equal(cut(`请看 https://news.example/list\n${next}`), `请看 https://news.example/list\n${next}`);
  });
  test("has no blank once it is joined", () => {
    const page = "活动的报名方式和具体安排请看 https://news.example/s/FST\ncAvXia37xtz，欢迎大家来。\n";
    assert.equal(fixText(page), "活动的报名方式和具体安排请看https://news.example/s/FSTcAvXia37xtz，欢迎大家来。\n");
  });
});

describe("a name below a headline", () => {
  for (const name of ["陶知远", "洪 川"])
    test(`stays on its line: ${name}`, () => {
      const page = `最大的变化是候诊的人少了\n${name}\n医院从三月起开设夜间门诊，内科、儿科的医生轮流坐诊到晚上，下班\n后看病不再请假，候诊区里的人也比从前少了一大半。\n`;
      assert.equal(fixText(page).split(/\n+/)[1], name);
    });
});

describe("Latin names one below the other", () => {
  test("stay on their lines", () => {
    const page = "参赛名单\n\nBashir Abdi\n\nGalen Rupp\n\nYuki Kawauchi\n\n本届赛事圆满结束。\n";
    assert.equal(fixText(page), page);
  });
});

describe("plain rows", () => {
  const rows = (text: string): string =>
    marked(text, new Set(lines(text).flatMap((line, i) => (line.plainRow ? [i] : []))));
  test("figures side by side, and lines with the same cells as those beside them", () => {
    assert.equal(rows("开奖号码\n第07期 29 11 27 16\n欢迎参与"), "开奖号码\n第07期 29 11 27 16|\n欢迎参与");
    assert.equal(rows("禾川县 晴 8℃\n白渚县 雨 7℃"), "禾川县 晴 8℃|\n白渚县 雨 7℃|");
    assert.equal(
      rows("一夜春风绿到河 石板街长灯似豆\n几处秧田起棹歌 炉烟绕屋影婆娑"),
      "一夜春风绿到河 石板街长灯似豆|\n几处秧田起棹歌 炉烟绕屋影婆娑|",
    );
  });
  test("but not the halves of a heading", () => {
    assert.equal(rows("家庭和睦 家教严正\n春风化雨 润物无声的事"), "家庭和睦 家教严正\n春风化雨 润物无声的事");
  });
});
