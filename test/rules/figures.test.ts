/** Figures that disagree: sums, shares, pairs of columns, repeated figures; and the many that only seem to. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyze } from "../../server/core/analyze.ts";
import { figuresDisagree } from "../../server/core/rules/figures-disagree.ts";
import { anyPage } from "../support/any-page.ts";
import { mark, parseMarked, settingsFor } from "../support/check-rule.ts";

const ALONE = settingsFor([figuresDisagree]);

function messages(text: string): string[] {
  return analyze(text, ALONE).findings.map(({ message }) => message.zh);
}

describe("sums that do not come out", () => {
  const cases: readonly (readonly [marked: string, message: string])[] = [
    ["全县谋划重点项目⟦66个⟧，其中A类20个、B类45个。", "“其中”各项合计65个，与总数66个不符（20＋45）"],
    [
      "全县66个贫困村分为东片20个、西片46个，⟦66户⟧党员中心户分为东片20户、西片45户。",
      "各项合计65户，与总数66户不符（20＋45）",
    ],
    ["全县有党员中心户⟦66户⟧，其中青山镇20户、柳林镇48户。", "“其中”各项合计68户，与总数66户不符（20＋48）"],
    [
      "大赛评出获奖作品⟦60件⟧，其中一等奖5件、二等奖20件、三等奖45件。",
      "“其中”各项合计70件，与总数60件不符（5＋20＋45）",
    ],
    [
      "今年投入资金⟦3.2亿元⟧，其中中央资金1.2亿元、省级资金1.5亿元、县级资金8000万元。",
      "“其中”各项合计3.5亿元，与总数3.2亿元不符（1.2亿元＋1.5亿元＋8000万元）",
    ],
    ["东片20个、西片45个，共计⟦66个⟧。", "各项合计65个，与总数66个不符（20＋45）"],
    ["全校有在编教师⟦120名⟧，其中男教师45名，女教师85名。", "“其中”各项合计130名，与总数120名不符（45＋85）"],
    ["医院收治患者⟦20名⟧，其中重症患者30名。", "“其中”一项30名，比总数20名还多"],
    ["合作社种果树⟦1500亩⟧，包括苹果树800亩、核桃树600亩两类。", "各项合计1400亩，与总数1500亩不符（800＋600）"],
    [
      "全乡种植药材⟦1200亩⟧，其中黄芪500亩，连翘400亩，其余200亩是柴胡。",
      "各项合计1100亩，与总数1200亩不符（500＋400＋200）",
    ],
    ["选举产生委员⟦35名⟧，分别为男委员20名、女委员16名。", "各项合计36名，与总数35名不符（20＋16）"],
    [
      "全年签约项目⟦六十六个⟧，其中上半年二十个、下半年四十五个。",
      "“其中”各项合计65个，与总数六十六个不符（二十个＋四十五个）",
    ],
    [
      "今年谋划项目⟦67个⟧，总投资86.42亿元。农业项目20个，总投资51.3亿元；水利项目46个，总投资35.12亿元。",
      "各项合计66个，与总数67个不符（20＋46）；同列的86.42亿元却加得上",
    ],
    [
      "全年产值⟦三点三亿元⟧，其中上半年一点五亿元、下半年二点三亿元。",
      "“其中”各项合计3.8亿元，与总数三点三亿元不符（一点五亿元＋二点三亿元）",
    ],
    [
      "全年产值⟦一亿三千万元⟧，其中上半年六千万元、下半年八千万元。",
      "“其中”各项合计1.4亿元，与总数一亿三千万元不符（六千万元＋八千万元）",
    ],
    [
      "全乡要种下谷子12.6万亩、豆子3.4万亩、苜蓿5万亩，合计⟦22万亩⟧。",
      "各项合计21万亩，与总数22万亩不符（12.6＋3.4＋5）",
    ],
    ["年底前完成谷子126亩、豆子34亩、苜蓿50亩，三项合计⟦220亩⟧。", "各项合计210亩，与总数220亩不符（126＋34＋50）"],
    [
      "种药材⟦35.2万亩⟧，其中黄芩14.8万亩、连翘9.3万亩、柴胡6.1万亩、其他6万亩。",
      "各项合计36.2万亩，与总数35.2万亩不符（14.8＋9.3＋6.1＋6）",
    ],
    [
      "筹到修路资金⟦4.6亿元⟧，其中县里2.6亿元、乡里1.4亿元、其余0.9亿元。",
      "各项合计4.9亿元，与总数4.6亿元不符（2.6＋1.4＋0.9）",
    ],
    ["果园里苹果树占45%，核桃树占30%，其余⟦35%⟧是梨树。", "各项占比合计110%，不是100%（45＋30＋35）"],
    ["果园里苹果树占45％，核桃树占30％，其余⟦35％⟧是梨树。", "各项占比合计110%，不是100%（45＋30＋35）"],
    ["全镇整治隐患⟦66处⟧，其中，甲类20处，乙类45处。", "“其中”各项合计65处，与总数66处不符（20＋45）"],
    ["全镇整治隐患⟦66处⟧，其中：甲类20处；乙类45处。", "“其中”各项合计65处，与总数66处不符（20＋45）"],
    ["全镇整治隐患⟦66处⟧。其中，甲类20处，花费5万元，乙类45处。", "“其中”各项合计65处，与总数66处不符（20＋45）"],
    [
      "柳河水渠造价⟦2.5亿元⟧，其中省里拨付1.2亿元、县里拨付1亿元、乡里自筹0.2亿元。",
      "“其中”各项合计2.4亿元，与总数2.5亿元不符（1.2＋1＋0.2），若非四舍五入所致，请核对",
    ],
    [
      "青山镇种地⟦31万亩⟧，其中，水浇地12万亩，旱地20万亩。",
      "“其中”各项合计32万亩，与总数31万亩不符（12＋20），若非四舍五入所致，请核对",
    ],
    ["书画展评奖⟦28个⟧，其中一等奖3个、二等奖8个、三等奖16个。", "“其中”各项合计27个，与总数28个不符（3＋8＋16）"],
    ["头一天来25人，第二批来18人，第三批来20人，三批共计⟦64人⟧。", "各项合计63人，与总数64人不符（25＋18＋20）"],
    ["昨日检查粮样⟦80批次⟧，合格78批次，不合格3批次。", "各项合计81批次，与总数80批次不符（78＋3）"],
    ["桃树、杏树、枣树分别占全园的50%、30%、⟦35%⟧。", "各项占比合计115%，不是100%（50＋30＋35）"],
    ["全县三次产业结构调整为⟦12.1:45.3:43.6⟧。", "各项占比合计101%，不是100%（12.1＋45.3＋43.6）"],
  ];
  for (const [marked, message] of cases) {
    test(marked, () => {
      const { page } = parseMarked(marked);
      const { findings } = analyze(page, ALONE);
      assert.equal(mark(page, findings), marked);
      assert.deepEqual(messages(page), [message]);
      for (const { related } of findings) assert.ok((related?.length ?? 0) > 0 || /:/.test(marked));
    });
  }
});

describe("sums that only seem not to come out", () => {
  const silent = [
    "全县谋划重点项目66个，其中A类20个、B类46个。",
    "全县谋划重点项目66个，其中农业项目20个、水利项目30个。",
    "全县谋划重点项目66个，其中农业项目20个、水利项目45个等。",
    "支部有党员120名，其中女党员50名，大专以上学历80名，35岁以下40名。",
    "支部有党员120名，其中女党员70名、少数民族党员52名。",
    "全县谋划项目66个，已开工30个，其中农业类20个、水利类10个。",
    "全校有学生1200人，比上年增加100人，其中男生700人、女生500人。",
    "建成园区5个，其中青山园区入驻企业30个。",
    "全镇有行政村20个，其中贫困村5个，自然村60个。",
    "全县谋划重点项目60多个，其中A类20个、B类45个。",
    "全县谋划重点项目66个，其中A类约20个、B类45个。",
    "今年投入资金3.3亿元，其中中央资金1.25亿元、省级资金1.25亿元、县级资金0.75亿元。",
    "全年产值两亿元，其中上半年三千万元、下半年一亿八千万元。",
    "全年接待游客120万人次，实现旅游收入6亿元，其中上半年50万人次，下半年70万人次。",
    "检查企业20家、商户45家，共发现隐患66处。",
    "全乡种下谷子4.6万亩、豆子2.1万亩、苜蓿1.3万亩，合计8.1万亩。",
    "种药材35万亩，其中黄芩14万亩、连翘9万亩、柴胡6万亩、其他7万亩。",
    "筹到修路资金3亿元，其中县里1.25亿元、乡里0.85亿元、其余0.75亿元。",
    "筹到修路资金3.25亿元，其中县里1亿元、乡里1.2亿元、其余1亿元。",
    "发出谷种126吨、豆种34吨，年底前完成修渠50公里，四项合计220吨。",
    "完成谷子126亩、豆子34亩、苜蓿50亩，两项合计220亩。",
    "医院派出医生2名、护士3名，共救治伤员6名。",
    "事故造成2人死亡、3人受伤，共6人获救。",
    "走访老人20名、儿童45名等，共计66名。",
    "全县有学校66所，其中小学20所、初中10所，新建的3所下月启用。",
    "来自12个省份的66个代表队参赛，其中A组20个、B组46个。",
    "全县完成造林66亩，其中春季20亩（苗圃5亩）、秋季46亩。",
    "全县66个村分为4个片区，每个片区配备6名网格员。",
    "甲队得20分，乙队得45分，共66分钟。",
    "全县三次产业结构调整为12.1:45.3:42.5。",
    "果园里苹果树占45.2%，核桃树占30.3%，其余24.6%是梨树。",
    "受访者中45%喜欢散步，30%喜欢跑步，其他活动占35%。",
    "产量增长45%，占全市30%，其余品种增长35%。",
    "全县三个产业园比分为3:2:1。",
    "每亩收入2000元，其中苹果1500元、套种豆类800元。",
    "今年谋划项目66个，总投资86.42亿元。农业项目20个，总投资51.3亿元；水利项目46个，总投资35.12亿元。",
    "今年谋划项目67个，总投资240亿元。农业项目20个，总投资51.3亿元；水利项目46个，总投资35.12亿元。",
    "全乡种植药材1200亩，其中黄芪500亩，连翘400亩，其余300亩是柴胡。",
    "全村有耕地1500亩，其中水浇地800亩、流转土地900亩。",
    "全村苹果单产2000公斤，其中新栽果园单产3000公斤。",
    "全市有文物保护单位66处，不包括省级20处、市级50处。",
    "现价66元（原价80元），上市首日售出200件。",
    "办理案件66件，其中刑事案件20件、民事案件30件，办结48件。",
    "果品占全省15%，其中苹果占45%，其他占55%。",
    "全市共有A级景区66家，其中5A级2家、4A级20家、3A级44家。",
    "救援队出动66人，其中消防员20人、医护人员15人。",
    "全县有民宿66家，床位1200张，其中青山镇20家、柳林镇35家，旺季入住率超过90%。",
    "上半年新建道路66公里，其中县道20公里、乡道46公里，去年同期为58公里。",
    "捐款66万元，其中企业20万元，个人捐款的46万元已拨付40万元。",
    "全镇种植谷子2000亩、高粱1500亩，共3000户受益。",
    "甲、乙两组分别有20人、45人，66人全部到场。",
    "比赛产生金牌20枚、银牌20枚、铜牌26枚，共66枚奖牌。",
    "全镇整治隐患66处，其中，甲类20处，比上年多5处，乙类45处。",
    "全镇整治隐患66处，其中，重大隐患20处，已整改45处。",
    "柳河水渠造价2.5亿元，其中省里拨付1.2亿元、县里拨付1亿元。",
    "柳河水渠造价2.43亿元，其中省里拨付1.2亿元、县里拨付1亿元、乡里自筹0.2亿元。",
    "全县有人口42.35万人，其中城镇18.12万人、农村24.24万人。",
    "青山镇种地31万亩，其中水浇地12万亩、轮作地20万亩。",
    "书画展评奖28个，其中一等奖3个、二等奖8个。",
    "去年招收新生80名，男生38名，女生42名。",
    "书画展评奖28个，其中一等奖3个、二等奖8个、三等奖16个，优秀奖若干。",
    "柳河水渠造价2.5亿元，其中省里拨付1.2亿元、县里拨付1亿元、乡里出0.2亿元，其余由群众投工解决。",
    "桃树、杏树、枣树分别占全园的50%、30%、15%。",
    "党员、妇女、青年分别占代表的50%、30%、35%。",
    "青山镇、柳林镇的食品支出分别占消费的60%、55%。",
  ];
  for (const page of silent) test(page, () => assert.deepEqual(messages(page), []));
});

/** Paragraphs long enough that the layout takes each as one. */
const FILLER = "建成以后可以解决周边群众的用水难题，也能让两岸的果园用上自流灌溉，群众盼了多年的事情有了着落。";

describe("one thing with two figures", () => {
  const project = (a: string, b: string): string =>
    `云溪县水库开工\n\n本报讯 （记者 苏禾田） 柳河峡谷水库工程昨日开工，总投资${a}，${FILLER}\n\n记者了解到，柳河峡谷水库工程总投资${b}，${FILLER}\n`;

  test("an attribute is reported where it is given again, and the first is named", () => {
    const page = project("3.2亿元", "2.3亿元");
    const { findings } = analyze(page, ALONE);
    assert.equal(mark(page, findings), project("3.2亿元", "⟦2.3亿元⟧"));
    assert.equal(findings[0]?.message.zh, "“柳河峡谷水库工程”的总投资前后不一：这里是2.3亿元，前文是3.2亿元");
    assert.deepEqual(
      findings[0]?.related?.map(({ start, end }) => page.slice(start, end)),
      ["3.2亿元"],
    );
  });

  test("in other units, rounded, or of a part it is the same or another thing", () => {
    for (const [a, b] of [
      ["3.2亿元", "3.2亿元"],
      ["3.2亿元", "32000万元"],
      ["3.2亿元", "3.18亿元"],
      ["3.2亿元", "约3亿元"],
    ] as const)
      assert.deepEqual(messages(project(a, b)), [], `${a} ${b}`);
    assert.deepEqual(messages(project("3.2亿元", "2.3亿元").replace("工程总", "工程一期总")), []);
    assert.deepEqual(messages(project("3.2亿元", "2.3亿元").replace("柳河峡谷水库工程总", "青山峡谷水库工程总")), []);
    assert.deepEqual(messages(project("3.2亿元", "2.3亿元").replace("工程总投资2", "工程已完成投资2")), []);
  });

  test("a stretch of a road has a length of its own", () => {
    const page = `青柳高速公路云溪段全长66公里，${FILLER}\n\n青柳高速公路全长120公里，${FILLER}\n`;
    assert.deepEqual(messages(page), []);
  });

  test("a thing that is the next of its kind is another", () => {
    const page = `青川市教育局统一规划的云溪县第一中学工程总投资3.2亿元，${FILLER}\n\n青川市教育局统一规划的云溪县第二中学工程总投资2.3亿元，${FILLER}\n`;
    assert.deepEqual(messages(page), []);
    const projects = `今年的重点建设项目总投资3.2亿元，${FILLER}\n\n明年的重点建设项目总投资2.3亿元，${FILLER}\n`;
    assert.deepEqual(messages(projects), []);
  });

  test("a headline's figure that the article gives otherwise", () => {
    const page = (head: string, body: string): string =>
      `云溪县${head}套保障房交付使用\n\n本报讯 （记者 苏禾田） 昨日，云溪县${body}套保障房交付使用，${FILLER}\n`;
    assert.equal(
      mark(page("3200", "3500"), analyze(page("3200", "3500"), ALONE).findings),
      page("3200", "3500").replace("3200套", "⟦3200套⟧"),
    );
    for (const [a, b] of [
      ["3200", "3200"],
      ["3200", "3215"],
      ["3200", "3200余"],
      ["3200", "1860"],
    ] as const)
      assert.deepEqual(messages(page(a, b)), [], `${a} ${b}`);
  });

  test("an amount that only one place counts by the year", () => {
    const page = (a: string, b: string): string =>
      `云溪纸厂一期${a}造纸项目开工，${FILLER}\n\n云溪纸厂一期${b}造纸投产，${FILLER}\n`;
    assert.deepEqual(messages(page("2万吨/年", "2万吨")), [
      "本文另有“2万吨/年”，数与单位相同，只有一处写明“/年”，请核对。",
    ]);
    for (const [a, b] of [
      ["20万吨/年", "2万吨"],
      ["2万吨/年", "年产2万吨"],
      ["2万吨/年", "2万吨/年"],
      ["2万吨/年", "发运2万吨新纸，"],
    ] as const)
      assert.deepEqual(messages(page(a, b)), [], `${a} ${b}`);
  });
});

test("a figure that a line end cuts is marked whole", () => {
  const lines = [
    "云溪县今年把修建乡村道路列为十件实事之首，从年初",
    "到现在群众出行难的老问题得到了缓解，全县谋划道路",
    "项目6",
    "6个，其中A类20个、B类45个，乡亲们都说这些条路修到",
    "了心坎上。",
  ];
  const page = `${lines.join("\n\n")}\n`;
  for (const { start, end } of analyze(page, ALONE).findings) assert.equal(page.slice(start, end), "6\n\n6个");
});

test("a page of any length is reckoned in one go", () => {
  const sentence = "全县谋划重点项目66个，其中A类20个、B类45个，";
  assert.equal(messages(sentence.replace(/，$/u, "。").repeat(3000)).length, 3000);
  // A sentence of this length is a table, and nothing to be added up.
  for (const page of [sentence.repeat(3000), "其余5%、".repeat(20_000), "共6个、".repeat(20_000)])
    assert.deepEqual(messages(page), []);
  const found = messages("柳河水库工程总投资3.2亿元。柳河水库工程总投资2.3亿元。".repeat(2000));
  assert.ok(found.length <= 4000);
});

test("for any page, findings and what they refer to lie on it", () => {
  const words = fc.constantFrom(
    ..."共，其中、。个亿万元%占其余分为A类B男女总投资项目/年标题12345667890.",
    "其中",
    "分别为",
    "总投资",
    "2万吨/年",
    "66个",
    "\n",
    "\n\n",
  );
  const figures = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.oneof(figures, anyPage), (page) => {
      for (const { start, end, related = [] } of analyze(page, ALONE).findings)
        for (const span of [{ start, end }, ...related])
          assert.ok(0 <= span.start && span.start < span.end && span.end <= page.length);
    }),
    { numRuns: 1500 },
  );
});
