/** Cards of every kind of mention, on pages of an invented region. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { cardFor } from "../../../server/core/cards/card.ts";
import { cardMarkdown } from "../../../server/core/cards/markdown.ts";
import type { Card } from "../../../server/core/cards/types.ts";
import { createRecogniser, type Gazetteer, loadGazetteer } from "../../../server/core/names/index.ts";
import type { ArticleBlocks } from "../../../server/core/numbers/sums/disagreements.ts";
import type { Locale } from "../../../server/core/text/locale.ts";
import { learned, REGION, region } from "../../support/mentions.ts";

const PAGE = [
  "通过“查改评”模式，云溪县老旧小区变了样。“查”即逐户摸清底数，“改”即补齐设施短板，“评”即请群众打分。",
  "8月15日，省水利厅党组书记、厅长许立峰来我市云溪县石门镇调研，副市长郭岚波一同调研。",
  "许立峰在调研中强调，要加强监测预警。",
  "青川市、云岭省的干部参加。织密“安全网”“保障网”“服务网”，做到“三张网”一张不漏。",
];
const SOURCE = { name: "region", version: "1", date: "2023-06-30" };

describe("the card of a person", () => {
  test("gives office, reading, sentence and who is named beside", () => {
    const card = cardOf("许立峰");
    assert.equal(card.title, "许立峰");
    assert.equal(card.kind, "人物");
    assert.equal(card.reading, "xǔ lì fēng");
    assert.deepEqual(card.facts, [{ text: "省水利厅党组书记、厅长（省：云岭省）", source: "page" }]);
    assert.match(card.sentence?.text ?? "", /^8月15日.*一同调研。$/);
    assert.equal(card.sentence?.text.slice(card.sentence.start, card.sentence.end), "许立峰");
    assert.equal(card.count, 2);
    assert.deepEqual(card.related, ["郭岚波（副市长）"]);
  });

  test("says of a later mention what it says of the first", () => {
    assert.deepEqual(cardOf("许立峰", PAGE, { from: 2 }).facts, cardOf("许立峰").facts);
  });

  test("says that it is only likely one, where little speaks for it and nothing else on the page", () => {
    assert.deepEqual(doubtsOf("田晚霞", ["田晚霞一心扑在工作上。"]), ["可能是人物，依据不足，没有着色。"]);
    const clear = ["田晚霞一心扑在工作上。", "记者 田晚霞", "县长田晚霞说，路通了。"];
    assert.ok(!doubtsOf("田晚霞", clear).join().includes("可能是"));
    const [doubt] = cardOf("田晚霞", ["田晚霞一心扑在工作上。"], { locale: "en" }).doubts;
    assert.equal(doubt?.text, "Likely (person): on thin evidence, and not coloured.");
  });

  test("misses no office in a byline", () => {
    const texts = ["□ 本报记者 康雨桐", "8月15日，云溪县开会。", "本报讯 （记者 康雨桐） 近日，云溪县水渠通水。"];
    assert.deepEqual(doubtsOf("康雨桐", texts), []);
    const official = ["许立峰来到石门镇。", "随后，省水利厅厅长许立峰作了讲话。"];
    assert.match(doubtsOf("许立峰", official).join(), /没有写明职务/);
  });

  test("misses no office in a deck whose article names it", () => {
    const deck = ["市政府召开会议", "许立峰主持", "8月15日，省水利厅厅长许立峰主持召开会议。许立峰说，要抓紧。"];
    assert.deepEqual(doubtsOf("许立峰", deck), []);
    const two = ["许立峰来到石门镇。", "随后，省水利厅厅长许立峰作了讲话。"];
    const article = { heading: new Set<number>(), blocks: [0, 1] };
    assert.deepEqual(doubtsOf("许立峰", two, { articles: [article] }), []);
    const apart = [
      { ...article, blocks: [0] },
      { ...article, blocks: [1] },
    ];
    assert.match(doubtsOf("许立峰", two, { articles: apart }).join(), /没有写明职务/);
    const maker = ["编辑 康雨桐", "康雨桐在拍照。", "校对 康雨桐"];
    assert.deepEqual(doubtsOf("康雨桐", maker), []);
    const taught = ["县长许立峰来到学校，见到郭岚波。", "孩子们最爱听郭岚波老师讲故事。", "副市长郭岚涛也来了。"];
    assert.doesNotMatch(doubtsOf("郭岚波", taught).join(), /职务/);
  });

  test("says that a name is one character off another", () => {
    const card = cardOf("许立峰", [...PAGE, "随后，省水利厅厅长许立锋作了讲话。"]);
    assert.match(card.doubts.map(({ text }) => text).join(), /“许立锋”.*只差一字/);
  });

  test("shows both readings of a character", () => {
    const card = cardOf("岳茜", ["合作社社长岳茜说，订单已经排到明年。"]);
    assert.equal(card.reading, "yuè qiàn/xī");
    assert.match(card.doubts.map(({ text }) => text).join(), /茜/);
  });

  test("gives the office by which a person is addressed", () => {
    assert.deepEqual(factsOf("许立峰", ["会议学习了许立峰书记在云溪县调研时的讲话。"]), ["书记"]);
  });
});

describe("the card of a place", () => {
  test("gives its path, its code and others of its name", () => {
    const card = cardOf("云溪县");
    assert.deepEqual(
      card.facts.map(({ text }) => text),
      ["云岭省（950000） › 青川市（950100） › 云溪县（950121）", "行政区划代码 950121（县级）"],
    );
    const town = cardOf("石门镇", ["安阜县、青川市的干部来到石门镇。"]);
    assert.match(town.facts[0]?.text ?? "", /安阜县（950122） › 石门镇（950122100）/);
    assert.match(town.doubts[0]?.text ?? "", /同名：.*等?.*按本页地域取此/);
  });

  test("has no doubt where the page writes what it lies in, and none about districts of Taiwan", () => {
    const told = ["近日，安阜县石门镇修渠。", "安阜县、青川市的干部来到石门镇。"];
    assert.deepEqual(doubtsOf("石门镇", told, { from: 1 }), []);
    const gazetteer = loadGazetteer(`${REGION}71台湾省\n --新渚市\n  --云溪区 \n  --青岩区 \n`);
    for (const [text, page] of [
      ["云溪", "云溪春茶开采，青川市、安阜县的茶商来了。"],
      ["青岩区", "近日，青岩区召开会议，青川市、安阜县的干部来了。"],
    ] as const)
      assert.deepEqual(doubtsOf(text, [page], { gazetteer }), [], text);
    const across = "近日，青岩区召开会议，青川市、安阜县的干部来了，台湾的客商也来了。";
    assert.match(doubtsOf("青岩区", [across], { gazetteer }).join(), /新渚市青岩区/);
  });

  test("puts a village in its town, also where the page names it by itself", () => {
    const texts = ["近日，云溪县柳河镇北桥社区传来消息。", "青川市的干部来到北桥社区。"];
    const facts = cardOf("北桥社区", texts, { from: 1 }).facts.map(({ text, source }) => [text, source]);
    assert.match(facts[0]?.[0] ?? "", /柳河镇（950121100）$/);
    assert.deepEqual(facts[1], ["“北桥社区”在其境内", "page"]);
    assert.deepEqual(cardOf("云溪社区", ["望潮县、海陵市的干部来到云溪社区。"]).facts, []);
  });
});

describe("the card of an office", () => {
  test("spells out whose it is", () => {
    const card = cardOf("省水利厅");
    assert.equal(card.title, "云岭省水利厅");
    assert.deepEqual(
      card.facts.map(({ text }) => text),
      ["“省”指云岭省（按本页地域）"],
    );
    assert.deepEqual(card.related, ["许立峰（省水利厅党组书记、厅长）"]);
  });

  test("says whose it is, or how the page writes it where the name alone doesn't show it", () => {
    const texts = ["云溪县召开会议，县委、县政府作了部署。", "青川市、云岭省的干部参加，安阜县委作了介绍。"];
    const facts = (text: string): string[] => factsOf(text, texts);
    assert.equal(cardOf("县委", texts).title, "中共云溪县委员会");
    assert.deepEqual(facts("县委"), ["“县”指云溪县（按本页地域）"]);
    assert.deepEqual(facts("县政府"), ["“县”指云溪县（按本页地域）"]);
    assert.deepEqual(facts("安阜县委"), ["本页写作“安阜县委”"]);
  });
});

describe("the card of a term", () => {
  test("gives what the page says it stands for", () => {
    assert.deepEqual(factsOf("“查改评”"), ["“查”：逐户摸清底数", "“改”：补齐设施短板", "“评”：请群众打分"]);
    assert.deepEqual(factsOf("“三张网”"), ["展开：“安全网”＋“保障网”＋“服务网”"]);
  });

  test("gives the explanation of a part of it", () => {
    const card = cardOf("“查”");
    assert.equal(card.title, "查");
    assert.deepEqual(
      card.facts.map(({ text }) => text),
      ["“查”：逐户摸清底数", "“查改评”之一"],
    );
  });
});

describe("the card of a date or number", () => {
  test("counts a passing word by itself, and a byline has nobody beside it", () => {
    const texts = ["本报讯（记者 康雨桐） 近日，县长许立峰来到安阜县。", "近年来，云溪县水利向好。近日，水渠通水。"];
    assert.equal(cardOf("近日", texts).count, 2);
    assert.deepEqual(cardOf("康雨桐", texts).related, []);
  });

  test("has a day's weekday, the evidence of its year, and the days of the page", () => {
    const texts = ["2022年7月初开工，7月21日竣工。", "展会将于8月19日至8月21日举行，历时三天。"];
    const facts = (text: string): string[] => factsOf(text, texts);
    assert.deepEqual(facts("7月21日"), [
      "2022-07-21 · 星期四 · 农历六月廿三",
      "年份推定 2022：依据“2022年7月初”",
      "本页所说的日子：2022-07-01 … 2022-08-21",
    ]);
    assert.ok(facts("8月19日至8月21日").includes("星期五至星期日，共 3 天"));
    assert.deepEqual(facts("三天"), ["3 天（P3D）"]);
  });

  test("leaves out what only repeats the page", () => {
    const said = (number: string): string[] => {
      const page = `合作社去年收了${number}，大家都很高兴。`;
      return factsOf(number, [page]);
    };
    for (const number of ["1101个", "12.5%", "15公斤", "3千克", "第3名"]) assert.deepEqual(said(number), [], number);
    assert.deepEqual(said("3.2万个"), ["32\u2009000 个"]);
    assert.match(said("45亩").join(), /^≈ 3 hm²,1亩/);
    assert.match(said("3斤").join(), /＝ 1.5 kg/);
  });

  test("says what an amount is a share of, and where it is not counted per year", () => {
    const texts = ["储量2.4万亿方，占到全省四分之一。", "柳河纸厂一期2万吨开工，柳河纸厂一期2万吨/年投产。"];
    assert.ok(factsOf("2.4万亿方", texts).includes("“占到全省四分之一” ⇒ 全部约 9.6万亿方"));
    assert.match(doubtsOf("2万吨", texts, { from: 1 })[0] ?? "", /“2万吨\/年”，数与单位相同，只有一处写明“\/年”/);
    assert.deepEqual(doubtsOf("2.4万亿方", texts), []);
    assert.match(doubtsOf("2万吨/年", texts, { from: 1 })[0] ?? "", /“2万吨”，数与单位相同/);
    const sum = ["全县谋划项目66个，其中A类20个、B类45个。"];
    for (const figure of ["66个", "20个", "45个"])
      assert.deepEqual(doubtsOf(figure, sum), ["“其中”各项合计65个，与总数66个不符（20＋45）"]);
  });
});

describe("a card", () => {
  test("is Markdown of a dozen lines at most, in the reader's language", () => {
    const card = cardOf("许立峰");
    const zh = cardMarkdown(card, "zh", SOURCE).split("\n\n");
    assert.ok(zh.length <= 12);
    assert.match(zh[0] ?? "", /^\*\*许立峰\*\* · 人物/);
    assert.match(zh[1] ?? "", /— \*本页\*$/);
    assert.equal(zh.at(-1), "本页 2 处");
    const english = cardMarkdown(cardOf("云溪县", PAGE, { locale: "en" }), "en", SOURCE);
    assert.match(english, /· place/);
    assert.match(english, /gazetteer region 1/);
  });
});

test("Markdown keeps dates and decimals as they are, and escapes what it would take for its own", () => {
  const card = (text: string): Card => ({ ...cardOf("云溪县"), facts: [{ text, source: "page" }] });
  const line = (text: string): string | undefined => cardMarkdown(card(text), "zh", SOURCE).split("\n\n")[1];
  assert.equal(line("2031-07-21 · 2.84万亿"), "2031-07-21 · 2.84万亿 — *本页*");
  assert.equal(line("2.84万亿"), "2.84万亿 — *本页*");
  assert.equal(line("一*二*_三_[四]"), "一\\*二\\*\\_三\\_\\[四\\] — *本页*");
  assert.equal(line("- 一"), "\\- 一 — *本页*");
  assert.equal(line("1. 一"), "1\\. 一 — *本页*");
  assert.equal(line("A&amp;B"), "A\\&amp;B — *本页*");
  assert.equal(line("= 一"), "\\= 一 — *本页*");
});

describe("what is bold", () => {
  const cardOfSentence = (text: string, bold: string): string => {
    const start = text.indexOf(bold);
    return cardMarkdown(
      { ...cardOf("云溪县"), facts: [], sentence: { text, start, end: start + bold.length } },
      "zh",
      SOURCE,
    );
  };
  const quoted = (text: string, bold: string): string | undefined => cardOfSentence(text, bold).split("\n\n")[1];

  test("begins after a quote or bracket and ends before one, where a letter is on its other side", () => {
    assert.equal(quoted("实施“千村示范”行动。", "千村示范"), "> 实施“**千村示范**”行动。");
    assert.equal(quoted("实施“千村示范”行动。", "“千村示范”"), "> 实施“**千村示范**”行动。");
    assert.equal(quoted("看（“千村示范”）。", "“千村示范”"), "> 看（**“千村示范”**）。");
    assert.equal(quoted("学习《条例》（试行）后说", "《条例》（试行）"), "> 学习《**条例》（试行**）后说");
    assert.equal(quoted("说“……”了", "“……”"), "> 说“……”了");
  });

  test("is so for CommonMark, whatever the words are; no mark of the page is one of Markdown's", () => {
    const words = fc.string({ unit: fc.constantFrom(..."“”（）《》，*_[<&#~=-1.) 中文a"), maxLength: 6 });
    const isMark = (character: string): boolean => /[\s\p{P}\p{S}]/u.test(character);
    fc.assert(
      fc.property(words, words, words, (before, bold, after) => {
        fc.pre(bold.trim() !== "");
        const line = cardOfSentence(`文${before}${bold}${after}`, bold).split("\n\n")[1] ?? "";
        const text = line.replace(/\\[!-/:-@[-`{-~]/gu, "。");
        const stars = [...text.matchAll(/\*+/gu)];
        if (stars.length === 0) return;
        assert.deepEqual(
          stars.map(([run]) => run),
          ["**", "**"],
        );
        const [open, close] = stars.map(({ index }) => [text.charAt(index - 1), text.charAt(index + 2) || " "]);
        assert.ok(open && (!isMark(open[1] ?? "") || (isMark(open[0] ?? "") && open[1] !== " ")), line);
        assert.ok(close && (!isMark(close[0] ?? "") || (isMark(close[1] ?? "") && close[0] !== " ")), line);
      }),
    );
  });
});

interface Given {
  /** The first block in which the words are sought. */
  readonly from?: number;
  readonly locale?: Locale;
  readonly gazetteer?: Gazetteer;
  readonly articles?: readonly ArticleBlocks[];
}

/** The card of the first mention of these very words on a page of these blocks. */
function cardOf(text: string, texts: readonly string[] = PAGE, given: Given = {}): Card {
  const { from = 0, locale = "zh", gazetteer = region(), articles } = given;
  const blocks = texts.map((block) => ({ text: block }));
  const page = createRecogniser({ gazetteer, ...learned() }).page(blocks);
  const { hoverMentions: mentions, home } = page;
  const mention = mentions.find((one) => one.text === text && one.block >= from);
  assert.ok(mention, `no mention of ${text}`);
  const cardPage = { blocks, mentions, home, ...(articles && { articles: () => articles }) };
  return cardFor(mention, cardPage, { gazetteer, locale });
}

function doubtsOf(...given: Parameters<typeof cardOf>): string[] {
  return cardOf(...given).doubts.map(({ text }) => text);
}

function factsOf(...given: Parameters<typeof cardOf>): string[] {
  return cardOf(...given).facts.map(({ text }) => text);
}
