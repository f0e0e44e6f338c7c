/** The city page of the invented 砚州日报, as MuPDF extracts it. Every word of it is our own. */

import { MUPDF } from "../dialects.ts";
import type { PagePlan } from "../types.ts";
import { alone, article, caption, flow, heading } from "./compose.ts";

const DOCTOR = article(
  "P1",
  `
标题：专家下沉到乡镇 看病少跑[QTY? 百里]路
本报讯 （记者 [PER 白雪]） [DATE 9月10日][DATE 上午9时]，[ORG [LOC? 云岫县][ORG? 枫渡镇卫生院]]的门诊楼里排起了队。[ORG 市人民医院][ORG? 心血管内科]主任[PER 万立群]刚坐下，[QTY 72岁]的村民[PER 石玉兰]就递上了厚厚一叠化验单。
“过去到市里看[QTY? 一次]病，天不亮就得出门，来回[QTY 160多公里]，光车费就要[QTY 80元]。现在专家坐到了家门口，挂号费才[QTY 6元]。”[PER 石玉兰]高兴地说。
[DATE 今年3月]，[LOC 砚州市]启动紧密型县域医共体建设，由[QTY 3家]市级医院牵头，与[QTY 8个]县（区）的[QTY 96家]乡镇卫生院结对，按照“[DATE? 每周]坐诊不少于[QTY 2天]、[DATE? 每月]查房不少于[QTY 4次]”的要求，推动优质医疗资源下沉。[DATE 半年来]，共派出专家[QTY 1240人次]，接诊患者[QTY 3.8万人次]，开展手术[QTY 416台]，县域内就诊率由[QTY 86.2%]提高到[QTY 91.7%]。
设备也跟着下了乡。[ORG 枫渡镇卫生院]新添了DR、彩超等[QTY 6台]设备，拍片之后，影像通过5G网络传到[ORG 市人民医院]，[QTY 30分钟]内就能出具诊断报告。
“能把常见病留在乡镇、把疑难病及时转上去，老百姓才会真正放心。”[ORG 市卫生健康委]副主任[PER 高志远]说。
`,
);

const FOOTBALL = article(
  "P2",
  `
标题：[ORG 砚州三中]补时绝杀 捧起“市长杯”
本报讯 （通讯员 [PER 马飞]） [DATE 9月8日][DATE? 晚]，[LOC 砚州市][QTY? 第十二届]“市长杯”青少年足球赛决赛在[LOC? 市体育中心]打响，[ORG 砚州三中队]在补时[QTY? 第3分钟]攻入制胜[QTY? 一球]，以[QTY? 2∶1]战胜[ORG 青垣一中队]，首次夺冠。
比赛[QTY? 第17分钟]，[ORG 青垣一中队]利用角球机会先拔头筹。易边再战，[ORG 砚州三中队]加强边路进攻，[QTY? 第68分钟]，[QTY? 10号]队员[PER 齐小龙]禁区外[QTY? 一脚]远射，皮球直挂死角。就在人们以为比赛将进入加时赛时，替补上场的[PER 黄一鸣]接队友传中，高高跃起，头球破门。
“最后那个球，我脑子里[QTY? 一片]空白，只想着把它顶进去。”赛后，[PER 黄一鸣]抱着奖杯，声音还有些颤抖。
本届比赛历时[QTY 35天]，共有[QTY 24支]队伍、[QTY 528名]运动员参加，进行了[QTY 71场]角逐。
`,
);

const WEATHER = article(
  "P3",
  `
标题：[DATE? 今明两天]有雨 气温先降后升
据[ORG 市气象台]预报，受冷空气影响，[DATE 12日][DATE? 夜间]到[DATE 13日]，全市有小到中雨，[LOC? 北部山区]局地有大雨，最高气温由[QTY 29℃]降至[QTY 21℃]，最低气温[QTY 14℃]左右，风力[QTY? 3到4级]。[DATE 14日]起天气转晴，气温逐步回升。
气象部门提醒，秋雨绵绵，早晚气温较低，请注意添衣保暖；山区道路湿滑，出行要注意安全。
`,
);

const ANSWER = article(
  "P4",
  `
引题：[LOC 南泠区][LOC 春晖社区]网格员[PER 方慧]：
标题：她的手机 从不静音
署名：□ 本报记者 [PER 风雨桐]
“[PER? 方姐]，我家水管又漏了！”“[PER? 方姐]，我妈的降压药还有[QTY? 一天]的量。”[DATE 9月6日][DATE? 傍晚]，正在家里做饭的网格员[PER 方慧]，[QTY 15分钟]里接了[QTY 4个]电话。关火，解下围裙，她抓起门口的工具包就往外走。
[QTY 39岁]的[PER 方慧]是[LOC 南泠区][LOC 春晖社区][QTY? 第7]网格的网格员，管着[QTY 312户]、[QTY? 876口人]。[DATE 6年来]，她的手机号码贴在[QTY? 每一个]楼道口，[QTY 24小时]开机，从不静音。
“刚开始，有人连门都不给开。”[PER 方慧]说，吃了几回闭门羹之后，她想了个笨办法：记。谁家有几口人、老人吃什么药、孩子几点放学、家里养没养狗，她[QTY? 一条条]记在本子上，[QTY? 一年]下来记满了[QTY 5本]。再去敲门，她一开口就是“大爷，您的膝盖贴膏药了没有”，门自然就开了。
[DATE 7月19日][DATE? 夜里]，[QTY? 一场]暴雨突如其来，低洼处的[QTY? 11号]楼地下室开始进水。[PER 方慧]挨家挨户敲门，把[QTY 3户]居住在[QTY? 一楼]的老人转移到了社区活动室，又和志愿者一起用沙袋堵住了入口。等水退去，天已经亮了，她的[QTY? 两只]脚泡得发白。
“她比亲闺女还亲。”[QTY 83岁]的独居老人[PER 户桂英]拉着记者的手说。老人的床头有[QTY? 一个]红色按钮，按[QTY? 一下]，就能接通[PER 方慧]的手机。
[DATE 今年]，[LOC 春晖社区]的做法在全区推广，[QTY 68名]网格员都有了自己的“民情本”。[PER 方慧]的本子，已经记到了[QTY? 第31本]。
`,
);

const HONOURS = article(
  "P5",
  `
标题：全市“最美乡村教师”名单公布
本报讯 [DATE 9月9日]，在[DATE? 第40个教师节]到来之际，[ORG 市教育局]公布了[DATE 2024年]全市“最美乡村教师”名单。名单如下（排名不分先后）：
[PER 王  强]  [PER 李  明]  [PER 马小燕]  [PER 石立人]  [PER 方文博]  [PER 白  洁]  [PER 高山青]
入选的[QTY 7名]教师平均教龄[QTY 21年]，全部来自乡镇及以下学校，其中[QTY 3人]坚守教学点超过[QTY 15年]。[ORG 市教育局]将组织他们开展巡回宣讲，并给予[QTY 每人5000元]奖励。
`,
);

const LIFT = article(
  "P6",
  `
标题：[QTY? 八层]楼的“最后[QTY? 一道]坎” 迈过去了
“叮——”[DATE 9月5日]，[LOC? 南泠区学府路27号院3单元]的电梯稳稳停在[QTY? 八楼]，门一开，[QTY 81岁]的[PER 韦德明]拄着拐杖走了出来，身后的邻居们鼓起了掌。在这栋没有电梯的老楼里，他已经有[QTY? 两年]没有自己下过楼了。
加装电梯，说起来容易，做起来难。高层盼，低层怨，出多少钱、占谁家的光、噪声怎么办，一坐下来就吵。社区先后开了[QTY 11次]协商会，[QTY? 第一次]来了[QTY 30多人]，不欢而散；[QTY? 第二次]只来了[QTY? 9个人]，气氛冷得能结冰。
转折出现在[QTY? 第六次]。[QTY? 一楼]住户[PER 金长顺]的老母亲突然发病，救护人员用担架抬着人从狭窄的楼道里下来，足足用了[QTY 十几分钟]。“人都有老的[DATE? 那一天]。”[PER 金长顺]当场在同意书上签了字，还主动让出了窗前的花坛。
按照协商的结果，费用从[QTY? 三楼]起逐层递增，[QTY? 一、二楼]不出钱，政府补贴[QTY 20万元]，剩下的[QTY 37.6万元]由住户分摊。从开工到投用，一共用了[QTY 97天]。
据[ORG 市住建局]统计，[DATE 今年以来]，全市既有住宅加装电梯[QTY 142部]，惠及居民[QTY 1988户]；另有[QTY 63部]正在施工，预计[DATE 年底][DATE? 前]全部投用。
`,
);

const LOST = article(
  "P7",
  `
标题：寻物启事
本人于[DATE 9月7日][DATE? 下午]在[QTY? 12路]公交车上遗失棕色皮包[QTY? 一个]，内有身份证、银行卡及手写账本[QTY? 一册]，望拾到者与失主联系，必有重谢。电话：0390-6288316，联系人：[PER? 黄女士]。
`,
);

export const PEOPLE: PagePlan = {
  name: "yanzhou-3-people",
  seed: 31,
  dialect: MUPDF,
  articles: [DOCTOR, FOOTBALL, WEATHER, ANSWER, HONOURS, LIFT, LOST],
  items: [
    ...heading(DOCTOR, ["headline"]),
    flow(DOCTOR, [{ measure: 17 }]),
    flow(ANSWER, [{ measure: 14, lines: 36 }, { measure: 30 }]),
    ...heading(ANSWER, ["kicker", "headline", "byline"]),
    alone("caption", "图为[PER 方慧]（左）上门看望独居老人。 [PER 毛小雨] 摄"),
    ...heading(FOOTBALL, ["headline"], 12),
    flow(FOOTBALL, [{ measure: 20 }]),
    ...caption({ ...FOOTBALL, caption: "[DATE 9月8日][DATE? 晚]，[ORG 砚州三中队]队员在领奖台上庆祝胜利。" }, 13),
    flow(LIFT, [{ measure: 18 }]),
    ...heading(LIFT, ["headline"]),
    ...heading(HONOURS, ["headline"]),
    flow(HONOURS, [{ measure: 30 }]),
    ...heading(LOST, ["headline"]),
    flow(LOST, [{ measure: 13 }]),
    flow(WEATHER, [{ measure: 12 }]),
    ...heading(WEATHER, ["headline"]),
  ],
};
