/** What an article is made of: paragraphs, those that something interrupts too, tables and poems. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyze } from "../../../server/core/analyze.ts";
import { articleText } from "../../../server/core/articles/clean-article.ts";
import { type PlacedPassage, passagesOf } from "../../../server/core/articles/passages.ts";
import { outlineOf } from "../../../server/core/outline.ts";

const PRICES = ["品种 单位 今日价 涨跌", "香蕉 元 42.46 +31.48", "黄瓜 元 15.00 -11.73"];
const POEM = ["白日依山尽，黄河入海流。", "欲穷千里目，更上一层楼。"];

/** A column whose last sentence goes on in {@link REST}. */
const COLUMN = [
  "本报讯　云溪县今年把修建乡村道路列为",
  "十件实事之首，从年初到现在已经完成总里",
  "程的七成，沿线群众出行难的老问题得到了",
  "缓解，过去要走半天的山路现在一刻钟就到。",
  "县里还为沿线的村庄修了候车亭和停车场，",
  "方便乡亲们赶集看病，山货也能当天运到城",
  "里去卖。说起这条路，老支书给大家说王延",
];
const REST = ["峰来过，乡亲们盼了几十年，如今总算盼到了", "头，今后的日子会越过越好，村里的年轻人", "也愿意回来了。"];
const WHOLE = [...COLUMN, ...REST].join("");

function passagesIn(...lines: readonly string[]): PlacedPassage[] {
  const page = analyze(lines.join("\n\n"));
  return page.articles.flatMap((article) => passagesOf(article, page));
}

function textOf(...lines: readonly string[]): string {
  const page = analyze(lines.join("\n\n"));
  return page.articles.map((article) => articleText(article, page)).join("");
}

describe("a table", () => {
  test("is one passage of rows and cells, with a head that has no figures", () => {
    const [table, ...others] = passagesIn("今日菜价", ...PRICES);
    assert.deepEqual(others, []);
    assert.ok(table?.kind === "table");
    assert.deepEqual(
      table.rows,
      PRICES.map((row) => row.split(" ")),
    );
    assert.equal(table.header, true);
    assert.equal(table.start, "今日菜价\n\n".length);
  });

  test("without a head says so", () => {
    const [table] = passagesIn("今日菜价", ...PRICES.slice(1), "苹果 元 53.72 +3.59");
    assert.ok(table?.kind === "table" && !table.header);
  });

  test("a blank before a number parts no cell where the row would have one too many", () => {
    const [table] = passagesIn(
      "招生计划",
      "学校 班数 人数 备注",
      "太原第五中学 6个 755人 含特长生 30人",
      "阳泉第三中学 12个 955人 寄宿",
      "吕梁第五中学 13个 948人 走读",
      "临汾第五中学 17个 406人 走读",
    );
    assert.ok(table?.kind === "table");
    assert.deepEqual(table.rows[1], ["太原第五中学", "6个", "755人", "含特长生30人"]);
  });

  describe("whose unit stands above it", () => {
    const ROWS = ["乡镇 小麦 玉米 合计", "石门镇 420 315 735", "柳河镇 511 298 809", "北桥乡 377 402 779"];
    for (const note of [
      "单位：吨",
      "单位： 吨/亩",
      "（计量单位：万千瓦时）",
      "2022年8月17日 单位：元/公斤",
      "单位：吨 制表：林知夏",
    ]) {
      test(`has it as a paragraph before its rows, not as a row or headline: ${note}`, () => {
        const lines = ["今年粮食产量", "本报讯　全县今年粮食喜获丰收，各乡镇都比去年有所增长。", note, ...ROWS];
        const [text, unit, table, ...others] = passagesIn(...lines);
        assert.deepEqual([text?.kind, unit?.kind, unit?.text, others], ["paragraph", "paragraph", note, []]);
        assert.ok(table?.kind === "table" && table.header);
        assert.deepEqual(
          table.rows,
          ROWS.map((row) => row.split(" ")),
        );
      });
    }

    test("in a table of two columns, too", () => {
      const [unit, table] = passagesIn("今日菜价", "单位：元", "香蕉 42.46", "黄瓜 15.00", "白菜 3.20");
      assert.equal(unit?.text, "单位：元");
      assert.ok(table?.kind === "table");
      assert.deepEqual(table.rows, [
        ["香蕉", "42.46"],
        ["黄瓜", "15.00"],
        ["白菜", "3.20"],
      ]);
    });

    test("has it in its title where the title ends with it", () => {
      assert.equal(
        textOf("各乡镇粮食产量", "（单位：万元）", ...ROWS),
        ["各乡镇粮食产量（单位：万元）", "", ...ROWS.map((row) => row.replaceAll(" ", "\t")), ""].join("\n"),
      );
    });

    test("keeps a row that names where somebody works", () => {
      const rows = ["姓名 单位 名次", "林知夏 县水务局 1", "柏长河 县农业局 2", "单位：县医院 康宁 3"];
      const [table, ...others] = passagesIn("比赛结果", ...rows);
      assert.ok(table?.kind === "table" && others.length === 0);
      assert.equal(table.rows.length, rows.length);
    });
  });

  test("keeps a remark on it as a paragraph beside it", () => {
    const [table, remark] = passagesIn("今日菜价", ...PRICES, "注：数据来自县商务局");
    assert.deepEqual([table?.kind, remark?.kind, remark?.text], ["table", "paragraph", "注：数据来自县商务局"]);
    const [above, below] = passagesIn("今日菜价", "注：数据来自县商务局", ...PRICES);
    assert.deepEqual([above?.kind, below?.kind], ["paragraph", "table"]);
  });

  test("with a line above it is an article, and none of its rows a headline", () => {
    const page = analyze(["今日菜价", ...PRICES, "", COLUMN.join(""), REST.join("")].join("\n\n"));
    assert.deepEqual(page.articles.map(({ headline }) => headline?.text).slice(0, 1), ["今日菜价"]);
    assert.ok(page.articles.every(({ heading }) => heading.every(({ text }) => !PRICES.includes(text))));
  });

  test("is copied with a tab between cells, and reads as a table again", () => {
    const text = textOf("今日菜价", ...PRICES);
    assert.equal(text, `今日菜价\n\n${PRICES.join("\n").replaceAll(" ", "\t")}\n`);
    assert.equal(textOf(text), text);
  });

  test("is one entry of the outline", () => {
    const [article] = outlineOf(analyze(["今日菜价", ...PRICES].join("\n\n")));
    assert.equal(article?.name, "今日菜价");
    assert.deepEqual(
      article?.children.map(({ name }) => name),
      [PRICES[0]],
    );
  });
});

describe("a poem", () => {
  const poem = (text: string): string => {
    const page = analyze(text);
    return page.articles.map((article) => articleText(article, page)).join("");
  };

  test("keeps its lines, with no blank ones between them", () => {
    assert.equal(textOf("登鹳雀楼", ...POEM), `登鹳雀楼\n\n${POEM.join("\n")}\n`);
  });

  describe("without marks", () => {
    const LINES = [
      "雪落在云溪的山岗",
      "雪落在云溪的屋檐",
      "老人推开木门窗",
      "看见满世界的白",
      "孩子们跑过石桥",
      "把笑声撒了一路",
    ];

    test("has no line of its title, nor of its poet", () => {
      assert.equal(textOf("雪落云溪", ...LINES), `雪落云溪\n\n${LINES.join("\n")}\n`);
      assert.equal(textOf("雪落云溪", "林知夏", ...LINES), `雪落云溪\n\n林知夏\n\n${LINES.join("\n")}\n`);
      const news = "本报讯　今天上午，云溪县召开会议，研究部署今年的工作，会议要求各乡镇抓好落实，不误农时。";
      const [, poem] = passagesIn(news, "雪落云溪", ...LINES);
      assert.equal(poem?.text, LINES.join("\n"));
    });

    test("keeps its first line where that may be one: a title stands above it, or a line is as short", () => {
      const [, ...short] = [LINES[0] ?? "", "雪落云溪", ...LINES];
      assert.equal(passagesIn("《冬日的歌》", ...short).at(-1)?.text, short.join("\n"));
      assert.equal(passagesIn(...short, "雪落无声").at(-1)?.text, [...short, "雪落无声"].join("\n"));
    });
  });

  test("keeps its stanzas, where more blank lines part them than its lines", () => {
    const [a, b] = POEM;
    assert.equal(poem(`登楼\n\n${a}\n${b}\n\n${a}\n${b}\n`), `登楼\n\n${a}\n${b}\n\n${a}\n${b}\n`);
    assert.equal(poem(`登楼\n\n${a}\n\n${b}\n\n\n${a}\n\n${b}\n`), `登楼\n\n${a}\n${b}\n\n${a}\n${b}\n`);
  });

  test("a blank line that is missing parts none", () => {
    const [a, b] = POEM;
    assert.equal(poem(`登楼\n\n${a}\n${b}\n\n${a}\n\n${b}\n`), `登楼\n\n${a}\n${b}\n${a}\n${b}\n`);
  });
});

describe("a paragraph in whose middle something stands", () => {
  test("is one paragraph beyond a folio, which goes", () => {
    assert.equal(textOf(...COLUMN, "第3版　2022年8月17日　星期三", ...REST), `${WHOLE}\n`);
  });

  test("is one paragraph beyond a caption, which follows", () => {
    const caption = "图为通车后的乡村道路。　林知夏　摄";
    assert.equal(textOf(...COLUMN, caption, ...REST), `${WHOLE}\n\n${caption}\n`);
  });

  test("is one paragraph beyond a table, which follows", () => {
    const kinds = passagesIn(...COLUMN, ...PRICES, ...REST).map(({ kind, text }) => [kind, text.slice(0, 4)]);
    assert.deepEqual(kinds, [
      ["paragraph", WHOLE.slice(0, 4)],
      ["table", "品种\t单"],
    ]);
  });

  test("stops for good at a line that leads to another page", () => {
    assert.equal(analyze([...COLUMN, "（下转第二版）", ...REST].join("\n\n")).interruptions.length, 0);
  });
});

describe("how a notice ends", () => {
  const NOTICE =
    "我馆因工作需要，现面向社会公开招聘讲解员三名，普通话标准，有工作经验者优先，报名截止时间为八月三十日。";

  test("belongs to its text: how to reach who gives it, who signs it, and the day", () => {
    const end = [
      "联系电话：0871-6512345",
      "联系人：王女士",
      "网址：www.yunxi.example",
      "云溪县博物馆",
      "2022年8月17日",
    ];
    assert.equal(textOf("招聘启事", NOTICE, ...end), `${["招聘启事", NOTICE, ...end].join("\n\n")}\n`);
  });

  test("goes on beyond fields of every kind, and who signs it heads no other article", () => {
    const fields = [
      "联系电话：0871-6512345",
      "手机：13800000000",
      "E-mail: tea@yunxi.example",
      "开户行：云溪县信用社",
      "特此公告",
    ];
    const end = [...fields, "联系人：王女士", "云溪县博物馆", "2022年8月17日"];
    const next = ["县剧团下乡演出", "本报讯（记者 林知夏） 县剧团昨日到柳林镇演出，吸引了近千名村民观看。"];
    assert.equal(
      textOf("招聘启事", NOTICE, ...end, ...next),
      `${["招聘启事", NOTICE, ...end].join("\n\n")}\n${next.join("\n\n")}\n`,
    );
  });

  test("is not what the paper says of itself at the page's edge", () => {
    const edge = ["本版编辑：林知夏", "电话：0871-6512345", "2022年8月17日"];
    assert.equal(textOf("招聘启事", NOTICE, ...edge), `招聘启事\n\n${NOTICE}\n`);
  });
});
