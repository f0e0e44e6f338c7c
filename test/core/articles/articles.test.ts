/** Articles: which blocks are one, and what its parts are. Pages go in as their blocks' texts. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findArticles } from "../../../server/core/articles/index.ts";
import { layoutOf } from "../../support/blocks.ts";
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

describe("where an article begins and ends", () => {
  test("at a lead, even where the same place is spoken of", () => {
    const second = [`本报讯（记者 罗一丹）云溪县石泉乡${BRIDGE[0]}`, ...BRIDGE.slice(1)];
    assert.deepEqual(
      found(...TEA, ...second).articles.map(([, blocks]) => blocks),
      [[...TEA], second],
    );
  });

  test("where nothing but the words tells", () => {
    const { articles } = found(...CLINIC, ...BRIDGE);
    assert.deepEqual(
      articles.map(([, blocks]) => blocks),
      [[...CLINIC], [...BRIDGE]],
    );
  });

  test("not where nothing but the words tells, on a page whose headings all stand above their articles", () => {
    const headings = [TEA_HEADLINE, ...TEA, LIBRARY_HEADLINE, ...LIBRARY];
    assert.deepEqual(
      found(...headings, CLINIC_HEADLINE, ...CLINIC, ...BRIDGE).articles.map(([headline, blocks]) => [
        headline,
        blocks.length,
      ]),
      [
        [TEA_HEADLINE, 1 + TEA.length],
        [LIBRARY_HEADLINE, 1 + LIBRARY.length],
        [CLINIC_HEADLINE, 1 + CLINIC.length + BRIDGE.length],
      ],
    );
  });

  test("at the counted heads of a bulletin, and nowhere between them", () => {
    const notices = [
      ["4 夜间门诊招募志愿者", "门诊现面向全县招募导医志愿者。", "招募时间：9月1日至9月10日", "地点：县医院一楼大厅"],
      ["5 农家书屋读书会", "望湖村书屋周末举办读书会，欢迎孩子们参加。", "时间：9月3日上午9时"],
      ["6", "采茶节摄影比赛征稿", "石泉乡采茶节摄影比赛开始征稿，每人限投三幅。", "投稿方式：交乡文化站"],
      ["7 大桥开放日", "柳河特大桥本周末向市民开放，请从南岸入口进入。"],
    ];
    assert.deepEqual(
      found("得！", "欢迎大家踊跃报名参加。", ...notices.flat()).articles.slice(1),
      notices.map((notice) => [notice[0] === "6" ? notice[1] : notice[0], notice]),
    );
  });

  test("at the counted heads of notices between other articles, which begin at headings of their own", () => {
    const notices = [
      ["3．关于大桥开放的公告", "柳河特大桥本周末向市民开放，请从南岸入口进入。", "时间：9月3日上午9时"],
      ["4．关于门诊延时的公告", "夜间门诊九月起延长到晚上11点，请凭医保卡就诊。", "地点：县医院一楼"],
    ];
    assert.deepEqual(
      found(CLINIC_HEADLINE, "本报记者 何青禾", ...CLINIC, ...notices.flat(), TEA_HEADLINE, ...TEA).articles.map(
        ([headline, blocks]) => [headline, blocks.length],
      ),
      [
        [CLINIC_HEADLINE, 2 + CLINIC.length],
        ["3．关于大桥开放的公告", 3],
        ["4．关于门诊延时的公告", 3],
        [TEA_HEADLINE, 1 + TEA.length],
      ],
    );
  });

  test("not at the items of a list, at numbered crossheads or at page numbers, which count on, too", () => {
    const headline = CLINIC_HEADLINE;
    const items = ["1 内科", "2 儿科", "3 口腔科", "4 急诊科", "5 眼科"];
    const [first = "", ...rest] = CLINIC;
    assert.deepEqual(found(headline, first, ...items, ...rest, BRIDGE_HEADLINE, ...BRIDGE).named, [
      headline,
      BRIDGE_HEADLINE,
    ]);
    const advice = CLINIC.flatMap((text, i) => [
      `${i + 1} ${["夜间候诊", "下班看病", "医生轮诊", "儿科最忙"][i]}`,
      text,
    ]);
    assert.deepEqual(found(headline, "医院有话说，请您看仔细。", ...advice).named, [headline]);
    const pages = ["1", TEA_HEADLINE, ...TEA, "2", BRIDGE_HEADLINE, ...BRIDGE, "3", headline, ...CLINIC];
    assert.deepEqual(found(...pages).named, [TEA_HEADLINE, BRIDGE_HEADLINE, headline]);
  });

  test("a summary without a full stop before the lead belongs to it", () => {
    const summary =
      "今年春茶开采比去年早了5天，鲜叶当天采摘当天炒制，茶旅收入一季超过800万元，茶农和游客都说石泉乡的茶园越来越好看";
    const { articles } = found(...BRIDGE, summary, ...TEA);
    assert.deepEqual(
      articles.map(([, blocks]) => blocks[0]),
      [BRIDGE[0], summary],
    );
  });

  test("a name in brackets after the last sentence ends one, and so does an author's note by itself", () => {
    const note = "（作者为云溪县人民医院副院长）";
    const { articles, role } = found(...LIBRARY, ...CLINIC, note, ...BRIDGE);
    assert.deepEqual(
      articles.map(([, blocks]) => blocks),
      [[...LIBRARY], [...CLINIC, note], [...BRIDGE]],
    );
    assert.equal(role(note), "paragraph");
  });

  test("a writer in brackets signs the text above, whatever the office's rank", () => {
    for (const writer of ["（记者 罗一丹）", "（通讯员 罗一丹）", "（特约记者 罗一丹）"]) {
      const { articles, role } = found(...CLINIC, writer, ...BRIDGE);
      assert.deepEqual(
        articles.map(([headline, blocks]) => [headline, blocks]),
        [
          ["", [...CLINIC, writer]],
          ["", [...BRIDGE]],
        ],
      );
      assert.notEqual(role(writer), "headline");
    }
  });

  test("a page's credit closes the article above it", () => {
    const { articles, role } = found(...CLINIC, "版式设计：罗一丹", ...BRIDGE);
    assert.equal(articles[0]?.[1].at(-1), "版式设计：罗一丹");
    assert.equal(role("版式设计：罗一丹"), "credit");
  });

  test("jump lines stand where an article goes on elsewhere", () => {
    const { articles, role } = found(...TEA, "（下转第二版）", "（上接第一版）", ...BRIDGE);
    assert.equal(articles.length, 2);
    assert.equal(role("（下转第二版）"), "jump-line");
    assert.equal(role("（上接第一版）"), "jump-line");
  });

  test("questions and answers of one column stay together", () => {
    const column = [
      "问：老小区加装电梯，一楼住户不同意怎么办？",
      "答：可以由社区组织协商，对一楼住户给予补偿，协商结果要公示满10天。",
      "问：孩子转学要准备哪些材料？",
      "答：带上户口簿、房产证或租房合同，到学区学校登记，3个工作日内答复。",
    ];
    assert.deepEqual(
      found(TEA_HEADLINE, ...TEA, "民声问答", ...column).articles.map(([headline]) => headline),
      [TEA_HEADLINE, "民声问答"],
    );
  });
});

describe("the parts of an article", () => {
  test("crossheads are its own", () => {
    const { articles, role } = found(
      CLINIC_HEADLINE,
      CLINIC[0],
      CLINIC[1],
      "轮流坐诊到深夜",
      CLINIC[2],
      "准备增开中医科",
      CLINIC[3],
    );
    assert.equal(articles.length, 1);
    assert.equal(role("轮流坐诊到深夜"), "crosshead");
    assert.equal(role("准备增开中医科"), "crosshead");
  });

  test("a byline between headline and text, or after the text, is its article's", () => {
    const { bylines, role } = found(
      CLINIC_HEADLINE,
      "本报记者 苏南星",
      ...CLINIC,
      BRIDGE_HEADLINE,
      ...BRIDGE,
      "本报记者 江一帆",
    );
    assert.deepEqual(bylines, [["本报记者 苏南星"], ["本报记者 江一帆"]]);
    assert.equal(role("本报记者 苏南星"), "byline");
  });

  test("a byline that names paper and newsroom, or opens with whose text and whose picture, is one", () => {
    for (const byline of ["青川晚报全媒体记者 苏南星 江一帆", "□文/青川日报记者 苏南星 图/江一帆 通讯员 何小满"]) {
      const { bylines, detached, role } = found(CLINIC_HEADLINE, byline, ...CLINIC, BRIDGE_HEADLINE, ...BRIDGE);
      assert.equal(role(byline), "byline");
      assert.deepEqual(bylines, [[byline], []]);
      assert.deepEqual(detached, [[], []]);
    }
  });

  test("the headline of a meeting above a lead is no office that signs the text before it", () => {
    const meeting = "石泉乡召开春茶生产现场推进会";
    const { named, detached } = found(BRIDGE_HEADLINE, ...BRIDGE, meeting, ...TEA);
    assert.deepEqual(named, [BRIDGE_HEADLINE, meeting]);
    assert.deepEqual(detached, [[], []]);
  });

  test("the source of figures between a headline and its text tears neither off", () => {
    const source = "（数据来源：云溪县卫生健康局）";
    const { articles, detached } = found(TEA_HEADLINE, ...TEA, CLINIC_HEADLINE, source, ...CLINIC);
    assert.deepEqual(detached, [[], []]);
    assert.deepEqual(articles[1]?.[1].slice(0, 2), [CLINIC_HEADLINE, source]);
  });

  test("a caption signed in brackets with a name of another people is no headline", () => {
    const caption = "游人在石泉乡的茶垄间合影（古丽巴努 摄）";
    const { role } = found(TEA_HEADLINE, ...TEA, caption);
    assert.equal(role(caption), "caption");
  });

  test("a loose byline goes to the article that names no reporter", () => {
    const { bylines, detached } = found(
      "□ 本报记者 苏南星",
      TEA_HEADLINE,
      ...TEA,
      ...BRIDGE,
      BRIDGE_HEADLINE,
      ...LIBRARY,
    );
    assert.deepEqual(bylines, [[], ["□ 本报记者 苏南星"], []]);
    assert.deepEqual(detached[1], ["□ 本报记者 苏南星", BRIDGE_HEADLINE]);
  });

  test("a caption between two articles goes where its words are", () => {
    const caption = "图为夜间门诊的医生在为患者检查。 秦小雨 摄";
    const { articles, role } = found(...CLINIC, CLINIC_HEADLINE, caption, TEA_HEADLINE, ...TEA);
    assert.equal(role(caption), "caption");
    assert.equal(articles[0]?.[1].at(-1), caption);
  });

  test("an editor's note opens its article", () => {
    const note = "编者按 一座书屋，点亮一个村庄。本报即日起推出“书香云溪”系列报道，敬请关注。";
    const { articles, role } = found(...TEA, note, ...LIBRARY);
    assert.equal(articles[1]?.[1][0], note);
    assert.equal(role(note), "editors-note");
  });

  test("credits of pictures, who wrote and pictured, folios and imprints name no article", () => {
    for (const [line, role] of [
      ["唐 克摄（影像中国）", "caption"],
      ["白水平（人民视觉）", "caption"],
      ["林晓文 文/图", "byline"],
      ["综合新闻 4", "folio"],
      ["本报地址：云溪市滨河路 23号 邮编：030000", "folio"],
    ] as const) {
      const { named, role: roleOf } = found(...CLINIC, line, BRIDGE_HEADLINE, ...BRIDGE);
      assert.equal(roleOf(line), role, line);
      assert.ok(!named.includes(line), line);
    }
  });

  test("news in brief behind a sign are its text, and no captions", () => {
    const briefs = [
      "△近日，东屏县总工会走访慰问了三百名困难职工。（王芳）",
      "△日前，云溪县图书馆添了六百个座位，开放时间延长到十点。（李明）",
    ];
    const { articles, role } = found("简讯", ...briefs);
    assert.deepEqual(articles, [["简讯", ["简讯", ...briefs]]]);
    assert.deepEqual(briefs.map(role), ["paragraph", "paragraph"]);
    assert.equal(found(TEA[0], briefs[0] as string).role(briefs[0] as string), "caption");
  });

  test("what stands at a page's edge is no one's", () => {
    const folio = "第3版 县域 2026年4月12日 星期日";
    const { articles, role } = found(folio, TEA_HEADLINE, ...TEA);
    assert.equal(role(folio), "folio");
    assert.equal(articles[0]?.[1][0], TEA_HEADLINE);
  });
});

describe("pages that are none", () => {
  test("an empty page has no article", () => {
    assert.deepEqual(findArticles(layoutOf([])), { articles: [], roles: [] });
  });

  test("a single line is an article without a headline", () => {
    assert.deepEqual(found("今天天气不错").articles, [["", ["今天天气不错"]]]);
  });

  test("a page of short lines alone is one, named by its first", () => {
    const { articles } = found("春天的信", "风把信写在柳梢上", "雨把信念给小河听", "我把信折成了纸船");
    assert.equal(articles.length, 1);
    assert.equal(articles[0]?.[0], "春天的信");
  });

  test("thousands of lines that are no text, with one that is", () => {
    const lines = Array.from({ length: 4000 }, (_, i) => `云溪山水之${i}`);
    const { articles, roles } = findArticles(layoutOf([...lines, TEA[1], ...lines]));
    assert.equal(roles.length, 8001);
    assert.ok(articles.length > 0);
  });

  test("what is far longer than a page is read in stretches, and nothing is left out", () => {
    const texts = Array.from({ length: 60 }, () => [TEA_HEADLINE, ...TEA, BRIDGE_HEADLINE, ...BRIDGE]).flat();
    const layout = layoutOf(texts);
    const { articles, roles } = findArticles(layout);
    assert.equal(roles.length, texts.length);
    assert.ok(articles.length >= 110 && articles.length <= 130, `${articles.length} articles`);
    assert.deepEqual(
      articles.map(({ index }) => index),
      articles.map((_, index) => index),
    );
  });
});
