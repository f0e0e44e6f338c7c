/** The county page of the invented 砚州日报 with its page head and jump lines, indents and full-width digits kept. Every word of it is our own. */

import { INDENTED } from "../dialects.ts";
import type { DisplayItem, PagePlan } from "../types.ts";
import { alone, article, caption, flow, heading, jump } from "./compose.ts";

/** Begins on another page. */
const GREEN = article(
  "D1",
  `
转版：（上接[QTY? 第一版]）
生态好不好，群众最有发言权。在[LOC 白渚县][LOC 南庄村]，村民们自发成立了[ORG? 护水队]，[DATE? 每天]沿着[LOC 白渚湿地]走上[QTY? 一圈]，捡拾垃圾、劝阻垂钓，一走就是[QTY 5年]。
“水清了，鸟就来了。”[ORG? 护水队]队长[PER 邢守业]说。[DATE 去年冬天]，[ORG 市林业局]在这里监测到越冬候鸟[QTY 3万余只]，其中东方白鹳[QTY 42只]，创下了有记录以来的新高。
截至[DATE 8月底]，全市国省考断面优良水体比例达到[QTY 100%]，空气优良天数[QTY 217天]，PM2.5平均浓度为[QTY? 每立方米26微克]。蓝天白云、繁星闪烁，正在成为[LOC 砚州]的常态。
（本报记者 [PER 邢望舒]）
`,
);

/** Goes on on another page; its digits came out full width. */
const RICE = article(
  "D2",
  `
引题：[LOC 松荫县]推进高标准农田建设
标题：小田变大田 种地更省心
本报讯 （记者 [PER 卫东] 通讯员 [PER 尹静怡]） 站在[LOC 松荫县][LOC 白露坪乡]的田埂上放眼望去，昔日七零八落的“巴掌田”变成了[QTY? 一块块]平整的“大方田”，渠相通、路相连，收割机开进地里，[QTY? 一个]来回就是[QTY 300米]。
“以前[QTY? 一亩]地有[QTY 五六块]，机器下不去，只能靠人割。”种粮大户[PER 马长林][DATE 今年]流转土地[QTY 1260亩]，他给记者算了[QTY? 一笔]账：土地平整后，[QTY? 每亩]地节约用工[QTY 2.5个]，节水[QTY 80立方米]，多打粮食[QTY 50公斤]，[QTY? 一年]下来增收[QTY 30余万元]。
[DATE 2021年以来]，[LOC 松荫县]累计投入[QTY 4.68亿元]，建成高标准农田[QTY 21.3万亩]，占全县耕地面积的[QTY 63%]，新建机耕路[QTY 312公里]、灌排渠系[QTY 460公里]。全县总人口[QTY 1 234 567人]的口粮，有[QTY 六成]以上出自这些良田。
建得好，更要管得好。该县推行“田长制”，[QTY 1286名]田长分片包干，谁家的渠堵了、谁家的路塌了，手机上一点，[QTY 两个小时]之内就有人来修。
转版：（下转[QTY? 第六版]）
`,
);

const HOTLINE = article(
  "D3",
  `
标题：“民声热线”回音壁
编者按：群众来信来电，件件有着落、事事有回音。本期选登[QTY? 两则]，欢迎继续参与。
问：[LOC 怀溪县][LOC 杏林村]至镇区的客运班车[DATE? 每天]只有[QTY 2趟]，赶集、看病很不方便，能否增加班次？（[LOC 杏林村]村民 [PER? 廖先生]）
答：经[ORG 市交通运输局]调查，该线路原有班次确实不能满足需要。自[DATE 9月15日]起，班车由[DATE? 每天][QTY 2趟]增加到[QTY 6趟]，首班[DATE 6时30分]，末班[DATE 18时]，票价[QTY 3元]不变。
问：孩子[DATE 今年]上小学，户口在外省，需要准备哪些材料？（[LOC 南泠区]市民 [PER? 乔女士]）
答：随迁子女入学，需提供居住证、劳动合同或营业执照、户口簿[QTY 三类]材料，可登录“[LOC? 砚州]教育”网站在线提交，也可到就近的政务服务大厅办理，[QTY 3个工作日]内答复。
热线电话：0390 8222 222
投稿邮箱：minsheng@yanzhou.example
有读者来信说，村里人囗多，路窄车挤,盼着公交车早一天通到新村，，好让孩子们不用再走那条“moun-tain road”。信里把新路写作﹁青\ue5e5路﹂，编辑部已请有关部门核\u00ad实。
`,
);

const OPINION = article(
  "D4",
  `
标题：莫让“微实事”变成“微形式”
署名：□ [PER 卜一民]
给楼道装[QTY? 一盏]灯，给公交站加[QTY? 一条]长椅，给背街小巷画[QTY? 几个]车位……如今，各地“微实事”办了不少，群众叫好声一片。
不过，也有个别地方把好经念歪了：长椅装在没人走的地方，车位画在消防通道上，“微心愿”墙贴得满满当当，过了[QTY? 半年]还是原样。究其原因，是把办实事当成了“办展览”，只问领导看不看得见，不问群众用不用得上。
实事虽“微”，民心是“大”。办之前，多问[QTY? 一句]“需不需要”；办的时候，多想[QTY? 一层]“好不好用”；办完以后，多看[QTY? 一眼]“坏没坏”。少一些“拍照式落实”，多一些“回头看较真”，一件件小事才能真正暖到群众心里。
`,
);

const FIRE = article(
  "D5",
  `
标题：[LOC 白渚县]：拧紧秋冬森林防火“安全阀”
本报讯 （记者 [PER 邢望舒]） [DATE 9月10日]，[LOC 白渚县]召开秋冬季森林草原防灭火工作会议，要求各级各部门从最不利处着眼、向最好处努力，牢牢守住不发生重特大火灾的底线。
会议要求，[DATE 9月15日]起全面进入防火戒严期，县、乡、村[QTY? 三级]林长要带头巡山护林，[QTY 312名]护林员全员上岗，[QTY 68个]防火检查站[QTY 24小时]值守，做到山有人看、林有人护、火有人管。要突出抓好坟头、地头、林缘等重点部位，对独居老人、行动不便人员逐一落实联系人。要加强应急演练，[QTY 5支]半专业队伍保持临战状态，接到火情[QTY 15分钟]内出动。
会议强调，要把宣传教育做在前面，通过“大喇叭”、敲门入户、“小手拉大手”等形式，让“进山不带火、入林不吸烟”成为每个人的自觉行动。
据了解，[LOC 白渚县][DATE 今年]投入[QTY 860万元]，新建智能监控点位[QTY 36处]，配备无人机[QTY 12架]，重点林区监控覆盖率达到[QTY 98%]。
`,
);

const BRIEFS = article(
  "D6",
  `
标题：县域短波
【[LOC 云岫县]】[DATE 9月9日]，[LOC 云岫县]“政银企”对接会举行，[QTY 7家]金融机构与[QTY 23家]企业签约，授信总额[QTY 6.85亿元]。
【[LOC 怀溪县]】[LOC 怀溪县]把[QTY 143项]审批服务事项下放到乡镇，群众不出镇就能办理新生儿落户、老年人优待证等业务，平均办理时间缩短[QTY 60%]。
【[LOC 禾川县]】[DATE 9月8日]，[LOC 禾川县][QTY? 第五届]农民运动会开赛，抢收抢种、挑担赶集、背媳妇跑等[QTY 9个]项目“土味”十足，吸引了[QTY 1500余名]农民参加。
【[LOC 南泠区]】[LOC 南泠区]开展校园周边食品安全专项检查，出动执法人员[QTY 216人次]，检查经营单位[QTY 389家]，下达责令整改通知书[QTY 17份]。
`,
);

/** The page's number, which stands in the middle of a paragraph. */
const PAGE_NUMBER: DisplayItem = { kind: "display", article: "", role: "folio", text: "— 4 —", width: 40 };

export const COUNTY: PagePlan = {
  name: "yanzhou-5-county",
  seed: 9,
  dialect: INDENTED,
  articles: [GREEN, RICE, HOTLINE, OPINION, FIRE, BRIEFS],
  items: [
    alone("folio", "[QTY? 第3版] 县域 [DATE? 2024年9月12日 星期四] [DATE 甲辰年八月初十]"),
    alone("credit", "责任编辑：[PER 卫东] 版式：[PER 尹静怡] 校对：[PER 乔敏]"),
    ...heading(RICE, ["kicker", "headline"]),
    flow(RICE, [{ measure: 18 }]),
    ...jump(RICE),
    flow(FIRE, [{ measure: 16, lines: 14 }, { measure: 33 }]),
    ...heading(FIRE, ["headline"]),
    ...jump(GREEN),
    flow(GREEN, [{ measure: 16 }]),
    ...heading(OPINION, ["headline", "byline"]),
    flow(OPINION, [{ measure: 22.5, lines: 9, foot: [PAGE_NUMBER] }, { measure: 22.5 }]),
    ...caption(
      { ...RICE, caption: "图为[LOC 松荫县][LOC 白露坪乡]的高标准农田里，收割机正在作业。 [PER 尹静怡] 摄" },
      16,
    ),
    ...heading(BRIEFS, ["headline"]),
    flow(BRIEFS, [{ measure: 17 }]),
    flow(HOTLINE, [{ measure: 15 }]),
    ...heading(HOTLINE, ["headline"]),
  ],
  fullWidth: ["D3", "D6"],
};
