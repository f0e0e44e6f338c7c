/** Recognition on pages of an invented region: who, where, which office, and what the page as a whole adds. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createRecogniser, loadGazetteer } from "../../../server/core/names/index.ts";
import { learned, mentionsOf, named, region } from "../../support/mentions.ts";
import { recognisePage } from "../../support/short-cuts.ts";

const VISIT = "8月15日，省水利厅党组书记、厅长许立峰来我市云溪县调研，省水利厅一级巡视员陆泽川、副市长郭岚波一同调研。";
const LEAD = "本报讯（记者 康雨桐 通讯员 张采薇）近日，云溪县柳河镇北桥社区党委副书记兼网格长闫书芳挨家走访。";

describe("persons", () => {
  test("after their offices, with the role as the page gives it", () => {
    const persons = mentionsOf([VISIT]).filter(({ type }) => type === "PER");
    assert.deepEqual(
      persons.map(({ text, role }) => [text, role]),
      [
        ["许立峰", "省水利厅党组书记、厅长"],
        ["陆泽川", "省水利厅一级巡视员"],
        ["郭岚波", "副市长"],
      ],
    );
  });

  test("in bylines, captions and signatures", () => {
    assert.deepEqual(named("PER", [LEAD]), ["康雨桐", "张采薇", "闫书芳"]);
    assert.deepEqual(named("PER", ["图为云溪县新修的水渠。 记者 刘晶晶 摄"]), ["刘晶晶"]);
    assert.deepEqual(named("PER", ["□ 本报记者 阮青时"]), ["阮青时"]);
    assert.deepEqual(named("PER", ["大家都说这条路修得好。（王守拙）"]), ["王守拙"]);
  });

  test("before verbs of speech, in lists, and transliterated", () => {
    assert.deepEqual(named("PER", ["合作社社长岳茗说，订单已经排到明年。"]), ["岳茗"]);
    assert.deepEqual(named("PER", ["参加会议的有李渊、赵思齐、欧阳若兰和钱伯庸。"]), [
      "李渊",
      "赵思齐",
      "欧阳若兰",
      "钱伯庸",
    ]);
    assert.deepEqual(named("PER", ["法国作家让·杜瓦尔昨天抵达北京。"]), ["让·杜瓦尔"]);
    const [joined] = mentionsOf(["外方代表玛丽 · 布朗在会上发言。"]).filter(({ type }) => type === "PER");
    assert.deepEqual([joined?.text, joined?.entity], ["玛丽 · 布朗", "玛丽·布朗"]);
    assert.deepEqual(named("PER", ["卡尔·史密斯和玛丽·安娜·布朗出席。"]), ["卡尔·史密斯", "玛丽·安娜·布朗"]);
    assert.deepEqual(named("PER", ["摄影 · 许立峰"]), ["许立峰"]);
  });

  test("are none where the text says when", () => {
    assert.deepEqual(named("PER", ["大前年，他外出务工。", "他说，大前年他外出务工。"]), []);
  });

  test("everywhere on a page that names them once with their office", () => {
    const mentions = mentionsOf([VISIT, "许立峰一行首站来到水库。", "许立峰在调研中强调，要加强监测预警。"]);
    const blocks = mentions.filter(({ entity }) => entity === "许立峰").map(({ block }) => block);
    assert.deepEqual(blocks, [0, 1, 2]);
  });
});

describe("the role of a person", () => {
  const roles = (...texts: string[]): (readonly [string, string | undefined])[] =>
    mentionsOf(texts)
      .filter(({ type }) => type === "PER")
      .map(({ text, role }) => [text, role] as const);

  test("is that of the list the name stands in, but not an office that one person holds", () => {
    assert.deepEqual(roles("副市长陈一楠、李四海，县长许立峰、赵思齐参加会议。"), [
      ["陈一楠", "副市长"],
      ["李四海", "副市长"],
      ["许立峰", "县长"],
      ["赵思齐", undefined],
    ]);
    assert.deepEqual(roles("青川日报记者 康雨桐 张采薇"), [
      ["康雨桐", "青川日报记者"],
      ["张采薇", "青川日报记者"],
    ]);
  });

  test("stands before a colon or a blank where it signs", () => {
    assert.deepEqual(roles("责任编辑：叶小青 版式设计：李渊"), [
      ["叶小青", "责任编辑"],
      ["李渊", "版式设计"],
    ]);
    assert.deepEqual(roles("报名从速。联系人：赵思齐，电话见下。"), [["赵思齐", "联系人"]]);
    assert.deepEqual(roles("图为云溪县新修的水渠。本报记者 刘晶晶 摄"), [["刘晶晶", "本报记者"]]);
    assert.deepEqual(roles("厂长许立峰说：李渊来了。").at(-1), ["李渊", undefined]);
    assert.deepEqual(roles("记者：李渊，您好！", "厂长李渊说，欢迎。")[0], ["李渊", undefined]);
  });

  test("may be of several words", () => {
    assert.deepEqual(roles("公司总经理助理许立峰说，订单满了。"), [["许立峰", "公司总经理助理"]]);
    assert.deepEqual(roles("值班总编辑 李四海 责任编辑 赵思齐"), [
      ["李四海", "值班总编辑"],
      ["赵思齐", "责任编辑"],
    ]);
  });

  test("may be what the sentence says the person is", () => {
    assert.deepEqual(roles("县长赵思齐说，许立峰是青川大学研究院教授，常来地里。", "省长许立峰说，再等等。")[1], [
      "许立峰",
      "青川大学研究院教授",
    ]);
    assert.deepEqual(roles("许立峰是大家最信得过的老师。", "省长许立峰说，再等等。")[0], ["许立峰", undefined]);
  });

  test("is not an age", () => {
    assert.deepEqual(roles("进球的12岁小将许立峰来自云溪县。"), [["许立峰", "小将"]]);
  });
});

describe("a person's name that the dictionary cuts short", () => {
  test("is whole where the page has the same character after it every time", () => {
    const texts = ["省水利厅厅长许砚农来我市调研。", "许砚农在调研中强调，要加强监测预警。", "副市长许砚农陪同。"];
    assert.deepEqual([...new Set(named("PER", texts))], ["许砚农"]);
  });
});

describe("places", () => {
  test("of the gazetteer, with code and full name", () => {
    const [place] = mentionsOf(["云溪县今年新修水渠三条。"]).filter(({ type }) => type === "LOC");
    assert.equal(place?.text, "云溪县");
    assert.equal(place?.code, "950121");
    assert.equal(place?.entity, "云岭省青川市云溪县");
  });

  test("by their short names, where the page is at home", () => {
    const mentions = mentionsOf(["云溪县召开会议，青川市有关负责人参加。", "云溪，是资源大县。"]);
    const short = mentions.find(({ text }) => text === "云溪");
    assert.equal(short?.code, "950121");
  });

  test("that share a name, decided by the page's home", () => {
    const code = (texts: string[]): string | undefined => mentionsOf(texts).find(({ text }) => text === "石门镇")?.code;
    assert.equal(code(["安阜县、青川市的干部来到石门镇。", "安阜县委召开会议。"]), "950122100");
    assert.equal(code(["望潮县、海陵市的干部来到石门镇。", "望潮县委召开会议。"]), "960121100");
    assert.equal(code(["干部来到石门镇。"]), undefined);
  });

  test("one in another, as one place", () => {
    const [place] = mentionsOf([LEAD]).filter(({ type }) => type === "LOC");
    assert.equal(place?.text, "云溪县柳河镇北桥社区");
    assert.equal(place?.entity, "云岭省青川市云溪县柳河镇北桥社区");
  });

  test("that the gazetteer doesn't know don't shrink to one that it does", () => {
    const gazetteer = loadGazetteer("95云岭省\n 01青川市\n  21康县 100柳河镇\n  22成县 100石门镇\n");
    const places = (text: string): (readonly [string, string | undefined])[] =>
      createRecogniser({ gazetteer, ...learned() })
        .page([{ text }])
        .mentions.filter(({ type }) => type === "LOC")
        .map(({ text: name, code }) => [name, code] as const);
    assert.deepEqual(places("走进康县，处处是新景。"), [["康县", "950121"]]);
    assert.deepEqual(places("成县和康县都下了雨。").at(-1), ["康县", "950121"]);
    assert.deepEqual(places("近日，记者在新康县采访。"), [["新康县", undefined]]);
    for (const text of ["干部来到和康县调研。", "平康县县委书记李大山说。", "省里对口支援大成县。"])
      assert.deepEqual(
        places(text).filter(([, code]) => code),
        [],
        text,
      );
  });

  test("countries, rivers, parks and works", () => {
    assert.deepEqual(named("LOC", ["黄河流经山脚，法国游客在云溪湿地公园拍照。"]).slice(0, 2), ["黄河", "法国"]);
    assert.ok(named("LOC", ["记者走进青岩工业园区，看到工人正在忙碌。"]).includes("青岩工业园区"));
  });
});

describe("organisations", () => {
  test("offices, by the unit that the page is at home in", () => {
    const mentions = mentionsOf([VISIT, "省水利厅厅长许立峰来我市调研", "云溪县、青川市和云岭省的代表参加。"]);
    const office = mentions.filter(({ type }) => type === "ORG");
    assert.deepEqual([...new Set(office.map(({ text }) => text))], ["省水利厅"]);
    assert.deepEqual([...new Set(office.map(({ entity }) => entity))], ["云岭省水利厅"]);
  });

  test("companies, schools and offices of a county", () => {
    assert.deepEqual(named("ORG", ["青川鼎盛生物科技有限公司承建的项目开工。"]), ["青川鼎盛生物科技有限公司"]);
    assert.deepEqual(named("ORG", ["近日，云溪县委召开常委会会议。"]), ["云溪县委"]);
    assert.deepEqual(named("ORG", ["辖区有中学和小学小学各1所。"]), []);
  });
});

describe("terms, dates and quantities", () => {
  test("catchwords in quotation marks, not single words used with stress", () => {
    const text = "通过“三亮法”模式，干劲十分“火热”，打造“一溪两岸”新格局，编印《溪畔专报》。";
    assert.deepEqual(named("TERM", [text]), ["“三亮法”", "“一溪两岸”", "《溪畔专报》"]);
  });

  test("a festival in quotation marks is a day and no catchword", () => {
    const [found, ...more] = mentionsOf(["“七一”前夕，云溪县慰问老党员。"]).filter(({ type }) => type !== "LOC");
    assert.deepEqual([found?.type, found?.text, more], ["DATE", "“七一”", []]);
  });

  test("with their normal form, in the order of the page", () => {
    const mentions = mentionsOf(["2022年7月初开工，投资2.6亿元。", "7月21日，项目竣工。"]);
    assert.deepEqual(
      mentions.map(({ type, text, block }) => [type, text, block]),
      [
        ["DATE", "2022年7月初", 0],
        ["QTY", "2.6亿元", 0],
        ["DATE", "7月21日", 1],
      ],
    );
  });
});

describe("a page", () => {
  test("without a dictionary still gives what titles, bylines and the gazetteer show", () => {
    assert.ok(named("PER", [LEAD], true).includes("康雨桐"));
    assert.ok(named("LOC", [LEAD], true).some((text) => text.startsWith("云溪县")));
    assert.ok(named("DATE", ["7月21日，项目竣工。"], true).includes("7月21日"));
  });

  test("that is edited is recognised again only where it was touched", () => {
    const recogniser = createRecogniser({ gazetteer: region(), ...learned() });
    const blocks = [VISIT, LEAD, "云溪，是资源大县。"].map((text) => ({ text }));
    const before = recogniser.page(blocks);
    assert.equal(recogniser.recognised, 3);
    const edited = [...blocks.slice(0, 2), { text: "云溪，是山水之县。" }];
    recogniser.page(edited);
    assert.equal(recogniser.recognised, 4);
    assert.deepEqual(recogniser.page(blocks), before);
    assert.equal(recogniser.recognised, 4);
  });

  test("gives the same from memory as afresh", () => {
    const recogniser = createRecogniser({ gazetteer: region(), ...learned() });
    recogniser.page([{ text: VISIT }, { text: LEAD }]);
    const blocks = [{ text: LEAD }, { text: "许立峰来到柳河镇。" }, { text: VISIT }];
    const resources = { gazetteer: region(), ...learned() };
    assert.deepEqual(recogniser.page(blocks).mentions, recognisePage(blocks, resources));
  });

  test("of any text gives mentions that are its text, in order, none overlapping another but terms", () => {
    const piece = fc.constantFrom(
      ..."云溪县省水利厅长许立峰、，。“”《》（）·李王张说在的 　3月1日年第二公司集团村路\ud800𠮷x",
    );
    const text = fc.oneof(fc.string({ unit: piece, maxLength: 60 }), fc.string({ unit: "binary", maxLength: 30 }));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.boolean(), (texts, plain) => {
        const mentions = mentionsOf(texts, plain);
        let block = 0;
        let end = 0;
        for (const mention of mentions) {
          if (mention.block !== block) end = 0;
          assert.ok(mention.block >= block);
          block = mention.block;
          assert.equal(texts[block]?.slice(mention.start, mention.end), mention.text);
          assert.ok(mention.start < mention.end);
          if (mention.type === "TERM") continue;
          assert.ok(mention.start >= end);
          end = mention.end;
        }
      }),
      { numRuns: 300 },
    );
  });
});
