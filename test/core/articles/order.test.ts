/** Pages in order, whose headings stand above their articles, and pages of which they are torn off. */

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

const SIGNED = "本报记者 何青禾";
/** An article with a byline, as pages in order begin. */
const OPENING = [CLINIC_HEADLINE, SIGNED, ...CLINIC];
/** The names of a page's articles. */
const names = (...texts: readonly string[]): string[] => found(...texts).named;

describe("on a page in order, an article begins", () => {
  test("at a heading with a byline, be the piece one paragraph", () => {
    const said = "夜间门诊开得好，下班后看病不再请假，这是患者最大的心愿。";
    assert.deepEqual(names(...OPENING, "下班后看病不再难", "陶知远", said), [CLINIC_HEADLINE, "下班后看病不再难"]);
  });

  test("at a heading without a sign where it is the only one of its kind, and not at crossheads of one shape", () => {
    assert.deepEqual(names(...OPENING, BRIDGE_HEADLINE, ...BRIDGE), [CLINIC_HEADLINE, BRIDGE_HEADLINE]);
    const heads = ["五年种茶，茶农笑开了颜", "五年架桥，柳河两岸连起来", "五年读书，书屋坐满孩子"];
    const parts = [TEA.slice(1), BRIDGE, LIBRARY.slice(0, 3)];
    const feature = [CLINIC_HEADLINE, SIGNED, ...parts.flatMap((part, i) => [heads[i] as string, ...part])];
    assert.deepEqual(names(...feature), [CLINIC_HEADLINE]);
  });

  test("at none of the numbers that part a long feature, whatever each part speaks of", () => {
    const parts = [TEA.slice(1), BRIDGE, LIBRARY.slice(0, 3)].flatMap((part, i) => [`（${"一二三"[i]}）`, ...part]);
    assert.deepEqual(names("这一年，县里做对了什么", "何青禾", ...parts), ["这一年，县里做对了什么"]);
  });

  test("at a line of words after a feature that numbers part, which is a brief of its own", () => {
    const parts = [TEA.slice(1), BRIDGE, CLINIC].flatMap((part, i) => [`（${"一二三"[i]}）`, ...part]);
    const brief = [
      "望湖村书屋添了新书",
      "望湖村的农家书屋添了六百册新书，周末就坐满了孩子。",
      "村里请来大学生当管理员。",
    ];
    assert.deepEqual(names("这一年，县里做对了什么", "何青禾", ...parts, ...brief), [
      "这一年，县里做对了什么",
      "望湖村书屋添了新书",
    ]);
  });

  test("at none of the signed heads of one length, which head the parts of a feature", () => {
    const part = (head: string, writer: string, texts: readonly string[]): string[] => [
      head,
      `本报记者 ${writer}`,
      ...texts,
    ];
    const feature = [
      "一个县的五年（一线观察）",
      "五年来，这个县的变化写在茶园里、大桥上和书屋中。",
      ...part("茶园变了模样", "何青禾", TEA.slice(1)),
      ...part("大桥跨过柳河", "罗一丹", BRIDGE),
      ...part("书屋坐满孩子", "梁小满", LIBRARY.slice(0, 3)),
    ];
    const page = found(...feature, CLINIC_HEADLINE, "本报记者 周知远", ...CLINIC);
    assert.deepEqual(page.named, ["一个县的五年（一线观察）", CLINIC_HEADLINE]);
    assert.equal(page.role("大桥跨过柳河"), "crosshead");
    assert.equal(page.bylines[0]?.length, 3);
  });

  test("at each of signed pieces whose headlines are as long as one another, where nothing leads over to them", () => {
    const pieces: readonly (readonly [string, string, readonly string[]])[] = [
      ["夜间门诊亮起灯", "周海波", CLINIC],
      ["柳河大桥合龙了", "杨春生", BRIDGE],
      ["书屋坐满了孩子", "郑晓东", LIBRARY.slice(0, 3)],
    ];
    assert.deepEqual(
      names(...pieces.flatMap(([head, writer, texts]) => [head, writer, ...texts])),
      pieces.map(([head]) => head),
    );
  });

  test("at headings without a sign, where their texts open with a day of their own", () => {
    const news = [
      [
        "我县开展植树活动",
        "3月12日，县四大班子到城西荒山植树，当天共植树两千株。",
        "植树现场，大家扶苗浇水，一派火热。",
      ],
      [
        "我县举行消防演练",
        "昨日上午，县消防大队在人民广场举行演练，三百名市民参加。",
        "演练结束后，消防员向市民发放手册。",
      ],
      ["我县新增就业三千", "近日，县人社局公布就业人数，失业人员再就业八百人。", "招聘会办了十二场，提供岗位六千个。"],
    ];
    assert.deepEqual(names(...OPENING, ...news.flat()), [CLINIC_HEADLINE, ...news.map(([head]) => head as string)]);
  });

  test("at 上接第一版, where no headline of its own stands above", () => {
    const piece = [`（上接第一版）${TEA[1]}`, ...TEA.slice(2)];
    for (const continued of [piece, ["（上接第一版）", ...TEA.slice(1)]])
      assert.deepEqual(names(...OPENING, BRIDGE_HEADLINE, SIGNED, ...BRIDGE, ...continued), [
        CLINIC_HEADLINE,
        BRIDGE_HEADLINE,
        "",
      ]);
  });
});

describe("no article is named by", () => {
  const page = (...lines: readonly string[]): string[] =>
    names(...OPENING, ...lines, `（上接第一版）${TEA[1]}`, ...TEA.slice(2));

  test("the title of a photograph, whose caption says its words", () => {
    assert.deepEqual(page("医生现场教“把脉”", "近日，县医院的医生在夜间门诊现场教患者把脉。 罗一丹 摄"), [
      CLINIC_HEADLINE,
      "",
    ]);
  });

  test("a signature after a dash, which goes with the text above it", () => {
    const page = found(CLINIC_HEADLINE, SIGNED, CLINIC[0], "——编 者", ...CLINIC.slice(1));
    assert.deepEqual(page.named, [CLINIC_HEADLINE]);
    assert.equal(page.role("——编 者"), "paragraph");
  });

  test("what signs for the paper between dots, and who publishes it", () => {
    const lines = ["柳河特大桥建设指挥部主办", "2024年9月13日创刊 第28号", ...OPENING, "·本报观察员·"];
    assert.deepEqual(names(...lines), [CLINIC_HEADLINE]);
  });

  test("who wrote a letter or holds an office", () => {
    const letters = [
      [
        "建议在路口增设红绿灯",
        "编辑同志：我是家住中山路的一名居民，中山路口车流量大，学生过马路很不安全。",
        "希望有关部门尽快在这个路口增设红绿灯，让孩子们平安上学。",
        "读者 吴建华",
      ],
      [
        "校门口的小摊该管管了",
        "编辑同志：近来城西中学校门口的小摊越来越多，放学时堵住了校门。",
        "小摊卖的零食也不卫生，希望城管部门加强管理。",
        "市民 何丽",
      ],
    ];
    assert.deepEqual(
      names(...letters.flat()),
      letters.map(([head]) => head),
    );
    const report = found(
      "关于财政工作的报告",
      "县财政局局长 高明",
      "各位代表：一年来，全县财政工作稳步推进，财政收入增长一成。",
    );
    assert.deepEqual([report.named, report.bylines], [["关于财政工作的报告"], [["县财政局局长 高明"]]]);
  });

  test("a slogan of which no text says a word", () => {
    assert.deepEqual(page("积极行动"), [CLINIC_HEADLINE, ""]);
  });
});

describe("a headline", () => {
  test("is one also with the long tag of a series inside a series", () => {
    const headline = `${BRIDGE_HEADLINE}（深入学习贯彻重要讲话精神·重点工程里的新时代建设者与他们在大桥上的日日夜夜）`;
    assert.deepEqual(names(...OPENING, headline, SIGNED, ...BRIDGE), [CLINIC_HEADLINE, headline]);
  });

  test("is one also where no text says a word of it, if it is the page's only short line", () => {
    assert.deepEqual(names("雪后", "林一鸣", "村庄像一封没有署名的信，是早起的人最先读到它。"), ["雪后"]);
  });

  test("with its byline in a foreign name, or a reader's, is its own and not the byline's", () => {
    for (const writer of ["玛丽亚·科瓦奇", "青川县柳河镇 孔先生"])
      assert.deepEqual(names(...OPENING, BRIDGE_HEADLINE, writer, ...BRIDGE), [CLINIC_HEADLINE, BRIDGE_HEADLINE]);
  });

  test("may stand between the paragraphs of its article, on a page of which the headings are torn off", () => {
    const torn = [...TEA, ...BRIDGE.slice(0, 2), BRIDGE_HEADLINE, ...BRIDGE.slice(2), ...CLINIC, CLINIC_HEADLINE];
    const page = found(...torn, LIBRARY_HEADLINE, ...LIBRARY, TEA_HEADLINE);
    assert.deepEqual(page.named, [TEA_HEADLINE, BRIDGE_HEADLINE, CLINIC_HEADLINE, LIBRARY_HEADLINE]);
    assert.equal(page.role(BRIDGE_HEADLINE), "headline");
    assert.deepEqual(page.detached, [[TEA_HEADLINE], [BRIDGE_HEADLINE], [CLINIC_HEADLINE], []]);
  });

  test("in two lines that its article says in one breath is both", () => {
    assert.deepEqual(names(...OPENING, "云溪县石泉乡的万亩茶园进入", "采摘旺季（新春走基层）", ...TEA), [
      CLINIC_HEADLINE,
      "云溪县石泉乡的万亩茶园进入 采摘旺季（新春走基层）",
    ]);
  });
});
