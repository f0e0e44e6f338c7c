/** What stands in the place of each white-space run of a block: blanks that mean something stay, the others go. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setsNumbersClose } from "../../server/core/layout/gaps/habit.ts";
import { classifyGaps } from "../../server/core/layout/gaps.ts";
import { join } from "../../server/core/layout/joined.ts";
import { fixText } from "../support/short-cuts.ts";

/** The block's joined text; joined again it must be the same. */
function joined(block: string): string {
  const text = joinOnce(block);
  assert.equal(joinOnce(text), text, "joined text is a fixed point");
  return text;
}

function joinOnce(block: string): string {
  const span = { start: 0, end: block.length };
  return join(block, span, classifyGaps(block, span)).text;
}

function becomes(cases: readonly (readonly [string, string])[]): void {
  for (const [block, text] of cases) test(JSON.stringify(block), () => assert.equal(joined(block), text));
}

function stays(blocks: readonly string[]): void {
  becomes(blocks.map((block) => [block, block]));
}

/** The blanks that stay, but which a person may choose to remove: the text with those gone. */
function mayBecome(cases: readonly (readonly [string, string])[]): void {
  for (const [block, chosen] of cases)
    test(`${JSON.stringify(block)}, in doubt`, () => {
      assert.equal(joined(block), block);
      const span = { start: 0, end: block.length };
      const gaps = classifyGaps(block, span).map((gap) => ({ ...gap, joined: gap.doubtful ?? gap.joined }));
      assert.equal(join(block, span, gaps).text, chosen);
    });
}

describe("blanks beside numbers go", () => {
  becomes([
    ["全县建成 116个大棚", "全县建成116个大棚"],
    ["规划 2025 年至 2027 年项目 16 类 66 个，总投资", "规划2025年至2027年项目16类66个，总投资"],
    ["7 月 21 日，云溪县", "7月21日，云溪县"],
    ["从 2025年 1月 1日云溪县", "从2025年1月1日云溪县"],
    ["理；168 个“套餐”上线", "理；168个“套餐”上线"],
    ["一件 3D 打印的模具", "一件3D打印的模具"],
    ["这位‘青川 boys’说", "这位‘青川boys’说"],
    ["甲队 2 比 1 胜乙队", "甲队2比1胜乙队"],
    ["共 1,234,567 人", "共1,234,567人"],
    ["占 10% 留用地", "占10%留用地"],
    ["气温 -5 ℃至 8 ℃", "气温-5℃至8℃"],
    ["售价 ￥15 元", "售价￥15元"],
    ["全县建成\u3000１１６\u00a0个大棚", "全县建成116个大棚"],
    ["⽉产 5 ⽄", "月产5斤"],
  ]);
});

describe("blanks inside numbers", () => {
  becomes([
    ["同比增长 12.5 %，占 63% ～ 68%", "同比增长12.5%，占63%～68%"],
    ["总投资 2 . 6亿元", "总投资2.6亿元"],
    ["2 0 2 6 年 8 月", "2026年8月"],
    ["２ ０ ２ ６ 年", "2026年"],
    ["共 1 234 567人", "共1 234 567人"],
  ]);
  stays(["电话：0358 8222 222", "比分2 : 1", "中奖号码3 5 7 9 1", "1. 2026年预算", "全长5 km", "约20 ～"]);
});

describe("a blank after an address may end it or cut it, and stays", () => {
  stays([
    "详情登录https://www.yunxi.example/zwgk 查询，欲报从速。",
    "可访问yunxi.gov.cn 或来电，欲报从速。",
    "请访问www.yunxi.example/2022 年度公告，欲报从速。",
    "请访问https://www.yunxi.example /zwgk/2022查看，欲报从速。",
    "稿件发至gao@yunxi.example 或寄到报社，欲投从速。",
  ]);
  becomes([
    [
      "网址 https://www.yunxi.example ，邮箱 gao@yunxi.example 。",
      "网址https://www.yunxi.example，邮箱gao@yunxi.example。",
    ],
    [
      "请访问www.yunxi.example/zwgk/\n2022 查看公告，欲报从速。",
      "请访问www.yunxi.example/zwgk/2022 查看公告，欲报从速。",
    ],
    ["稿件发至gao\n@yunxi.example 或寄到报社，欲投从速。", "稿件发至gao@yunxi.example 或寄到报社，欲投从速。"],
    ["新增 5G 基站，见 2022 年的公告，A@ 5 个。", "新增5G基站，见2022年的公告，A@ 5个。"],
  ]);
});

describe("blanks at the marks inside a figure", () => {
  becomes([
    ["增长12. 5%，上年为0 .3%", "增长12.5%，上年为0.3%"],
    ["产量1205. 6吨", "产量1205.6吨"],
    ["产值1, 234, 567元，参加12 ,345人", "产值1,234,567元，参加12,345人"],
    ["会议于15: 00开始，9 :30散会", "会议于15:00开始，9:30散会"],
    ["规划期为2021 — 2025 年", "规划期为2021—2025年"],
    ["会期为8月15日 — 18日", "会期为8月15日—18日"],
    ["国发〔2022〕 5 号", "国发〔2022〕5号"],
    ["募集 4 , 7 1 5 . 9 5 万元", "募集4,715.95万元"],
    ["占 5 9 % ，居首", "占59%，居首"],
    ["2022. 8. 17", "2022.8.17"],
  ]);
  mayBecome([["得票依次为1, 205", "得票依次为1,205"]]);
  stays([
    "任务：1. 5月底前选址；2. 6月开工",
    "表1: 15家企业",
    "甲队2 : 1胜",
    "电话0358 - 8222222",
    "12 — 15",
    "14:00 - 15:30",
  ]);
});

describe("blanks between Han characters", () => {
  becomes([
    ["会议要求，全 县上下要落实部署，确 保落到实处。", "会议要求，全县上下要落实部署，确保落到实处。"],
    ["路修好了，局里抽调了三十多名 技术员包干，力争\n\n完工。", "路修好了，局里抽调了三十多名技术员包干，力争完工。"],
    ["县委书 记到村里调研。", "县委书记到村里调研。"],
    ["乡亲 们都来了。", "乡亲们都来了。"],
    ["林 、还 草 、还 湿 。", "林、还草、还湿。"],
    ["会议定于17日 （星期三）召开，请准时。", "会议定于17日（星期三）召开，请准时。"],
    ["天晴，他提出 “三步走”设想，大家赞成。", "天晴，他提出“三步走”设想，大家赞成。"],
    ["列夫 · 托尔斯泰的小说，他读了三遍。", "列夫·托尔斯泰的小说，他读了三遍。"],
  ]);
  mayBecome([
    ["产业兴 去年以来，云溪县发展茶园八万亩。", "产业兴去年以来，云溪县发展茶园八万亩。"],
    ["作家列夫 托尔斯泰说，幸福的家庭都相似。", "作家列夫托尔斯泰说，幸福的家庭都相似。"],
    ["他写下“最 美乡村”，贴在墙上。", "他写下“最美乡村”，贴在墙上。"],
    ["乡里  干部进村，了解情况。", "乡里干部进村，了解情况。"],
    ["鸿鹄学堂 · 校园行", "鸿鹄学堂·校园行"],
  ]);
  stays([
    "编者按 春耕时节，各县忙着备耕。",
    "第五条 违反规定的，责令改正。",
    "问 您怎么看这条路？修得好吗。",
    "出席的有王 强、李建国、张 伟，会开了一天。",
    "到会的有王强 李明 张伟等老党员，大家畅所欲言。",
    "白日依山尽 黄河入海流。欲穷千里目 更上一层楼。",
    "天晴，演出以“青山常在 绿水长流”为题，掌声不断。",
    "他读了《辩证法 方法论》，很受启发。",
    "大会强调，统筹推进 贯彻落实，压实责任。",
    "客商来了，茶叶卖了。 记者 周亮亮 摄",
    "远处是青山。 张 宇摄（影像云溪）。",
    "乡里　干部进村，了解情况。",
    "苹果 · 香蕉 · 梨",
    "一中学12个529人 含特长生30人，二中学次之。",
  ]);
});

describe("blanks that part fields stay", () => {
  stays([
    "记者 康某某",
    "□ 本报记者 康某某",
    "本报记者 方 圆",
    "图为县城一角。 记者 周亮亮 摄",
    "本报讯 今年以来，云溪县",
    "本报讯 （记者 康某某） 近日，云溪县",
    "（记者 康某某） 8月15日，云溪县",
    "新华社青川2月15日电 云溪县",
    "新华社青川2月15日电 （记者康某某）",
    "云溪县：深耕厚植强根基 续写春天新故事",
    "看了以“青山常在 绿水长流 云溪美丽”为题的演出",
    "王  强  李  明",
    "王　强　李　明",
    "王 强 李 明 张 伟 刘 洋",
    "到会的有王 强 李 明 张 伟 刘 洋 陈 静 杨 帆等人",
    "图 片 新 闻",
    "编 者 按",
    "Visit Yunxi in Spring",
    "责编：王强 版式：李明",
  ]);
  becomes([
    ["第 3 版 2026年8月16日 星期日", "第3版 2026年8月16日 星期日"],
    ["青川日报 2026年8月16日 星期日 第 3 版", "青川日报 2026年8月16日 星期日 第3版"],
    ["记者 林知夏 8 月 15 日报道", "记者 林知夏 8月15日报道"],
    ["国内统一刊号 CN14-0012 邮发代号 21-8", "国内统一刊号CN14-0012 邮发代号21-8"],
    ["拨打 12345 热线，有人接听", "拨打12345热线，有人接听"],
  ]);
});

describe("blanks that part fields stay on a page that has one before every number", () => {
  stays([
    "2026年3月5日 星期四 6版 乡土 E-mail：yunxi@example.com",
    "青川晚报 B07 云溪·街巷 2026年3月5日 星期四",
    "云溪县水务局 2026年3月5日",
    "祭扫活动顺延至雨停之后。特此通知。云溪县民政局 2026年3月5日",
    "云溪县办起“稻花杯”长跑大会 8000人同跑田间路",
  ]);
  becomes([
    ["2026 年 3 月 5 日 星期四 6 版 乡土", "2026年3月5日 星期四 6版 乡土"],
    ["云溪县水务局 2026 年 3 月 5 日", "云溪县水务局 2026年3月5日"],
    ["青川日报 今日 8 版 2026年3月5日 星期四", "青川日报 今日8版 2026年3月5日 星期四"],
    ["青川日报 B07 版 2026年3月5日 星期四", "青川日报 B07版 2026年3月5日 星期四"],
    ["云溪县引来 8000人同跑田间路", "云溪县引来8000人同跑田间路"],
    ["全县茶园扩大到 8万亩", "全县茶园扩大到8万亩"],
    ["登记的是云溪县水务局 2026年3月5日，后来", "登记的是云溪县水务局2026年3月5日，后来"],
  ]);
});

describe("blanks beside marks", () => {
  becomes([
    ["天气晴朗 ，适合出行", "天气晴朗，适合出行"],
    ["天气晴朗， 适合出行", "天气晴朗，适合出行"],
    ["“ 青山”“绿水 ”", "“青山”“绿水”"],
    ["云溪\u200b县\ufeff委", "云溪县委"],
    ["云溪 \u200b县委", "云溪 县委"],
  ]);
  stays(["不买也罢！” 曾经的老主顾", "电话： 0358-8222222", "（一） 加强领导"]);
});

describe("lines that were stretched", () => {
  becomes([
    ["以 实 际 行 动 迎 接 丰 收 的 到 来", "以实际行动迎接丰收的到来"],
    ["建 设 全 域 高 质 量 的“ 青 山 绿", "建设全域高质量的“青山绿"],
    ["护 区 访 问 者 中 心 、云 溪 镇 山 水", "护区访问者中心、云溪镇山水"],
    ["业 博 览 会 在 青 川 召 开 。", "业博览会在青川召开。"],
    ["1 0 月 上 旬 ， 适 逢 丰 收", "10月上旬，适逢丰收"],
    ["这 位 38 岁 的 患 者 是 在 云", "这位38岁的患者是在云"],
    ["以 L P R 为 基 准 ，上 浮 两 成", "以LPR为基准，上浮两成"],
    ["家 、 Ole 、 万 象 城 、 999 、 双 鹤 、 江", "家、Ole、万象城、999、双鹤、江"],
    ["上 。1 9 9 3 年 1 1 月 8 日 在 赴 青 川", "上。1993年11月8日在赴青川"],
    ["会 议 在 青 川 召 开  县 长 主 持", "会议在青川召开 县长主持"],
    // A stretched line that was joined to its neighbours by hand.
    ["全县上下以 实 际 行 动 迎 接 又 一 个 丰 收 年的到来", "全县上下以实际行动迎接又一个丰收年的到来"],
    ["全县上 。1 9 9 3 年 1 1 月 8 日 在 赴 青 川 办 案途中", "全县上。1993年11月8日在赴青川办案途中"],
  ]);
});

describe("the page's own habit", () => {
  const BODY = "全县有16个乡镇、230个村，今年修路85公里。\n\n县里拿出3000万元，分给12个乡镇。\n\n";
  const HEADINGS = [
    "稻田里开赛 8支队伍登场",
    "云溪春茶上市 2月里就有客商来",
    "山路通了 8个村喝上头茬茶",
    "5G 基站建到田头",
    "第3版 乡土 A股 周末",
  ];
  for (const heading of HEADINGS) {
    test(`${heading}: stays where the numbers of the page stand close`, () => {
      assert.equal(fixText(`${heading}\n\n${BODY}`), `${heading}\n\n${BODY}`.trimEnd().concat("\n"));
    });
  }
  test("a blank in a sentence goes there too", () => {
    assert.match(fixText(`${BODY}又有 40户搬进新房，村里办了酒。\n`), /又有40户/);
  });
  test("a blank in a heading goes where every number has one", () => {
    const spaced = BODY.replace(/(?<=\p{Script=Han})(?=\d)/gu, " ");
    assert.match(fixText(`云溪茶园扩大 2万亩\n\n${spaced}`), /^云溪茶园扩大2万亩\n/);
  });
  test("a page sets its numbers close when most stand so; stretched lines say nothing", () => {
    assert.equal(setsNumbersClose(BODY), true);
    assert.equal(setsNumbersClose(`${BODY}又 有 4 0 户 、1 0 人 、 有 3 人`), true);
    assert.equal(setsNumbersClose(`全县有 16个乡镇、 230个村，修路85公里、桥 3座。`), false);
    assert.equal(setsNumbersClose("全县有\n16个乡镇"), false);
    assert.equal(setsNumbersClose(""), false);
  });
});

describe("line ends", () => {
  becomes([
    ["作为稳增长的主\n\n抓手", "作为稳增长的主抓手"],
    ["再到 7月 21\n日签约", "再到7月21日签约"],
    ["投资 200\n亿元", "投资200亿元"],
    ["增长 12.5\n%", "增长12.5%"],
    ["共 1 234\n567 人", "共1 234 567人"],
    ["位列全省第一\n\n……一串串数据", "位列全省第一……一串串数据"],
    ["加快“气—\n\n站—运", "加快“气—站—运"],
    ["（记者贺远山 通讯员\n张小娟）“到目前", "（记者贺远山 通讯员张小娟）“到目前"],
    ["（记者 贺远山 通讯员\n张小娟）“到目前", "（记者 贺远山 通讯员 张小娟）“到目前"],
    ["（记者 贺远山\n通讯员 张小娟）", "（记者 贺远山 通讯员 张小娟）"],
    ["（记者 贺远山\n张小娟）", "（记者 贺远山 张小娟）"],
    ["他对记者\n张口就说", "他对记者张口就说"],
    ["（记者贺远山、\n张小娟）", "（记者贺远山、张小娟）"],
    ["记者 贺远山\n8月15日报道", "记者 贺远山 8月15日报道"],
    ["新华社青川2月11日电\n云溪县", "新华社青川2月11日电 云溪县"],
    ["新 华 社 青 川 2 月 1 1 日 电\n云溪县", "新华社青川2月11日电 云溪县"],
    ["本报热线电\n话", "本报热线电话"],
    ["“青山常在 绿水长流\n云溪美丽”", "“青山常在 绿水长流 云溪美丽”"],
    ["“青山常在 绿水长\n流 云溪美丽”", "“青山常在 绿水长流 云溪美丽”"],
    ["welcome to\nYunxi", "welcome to Yunxi"],
    ["well-\nknown", "well-known"],
    ["邮箱yunxi@exam\nple.com", "邮箱yunxi@example.com"],
    ["Windows\n10系统", "Windows 10系统"],
    ["空客A\n380飞机", "空客A380飞机"],
    ["前行。\r\n\r\n后来", "前行。后来"],
    ["前行\r后来", "前行后来"],
    ["前行\u2028后来", "前行后来"],
  ]);
});
