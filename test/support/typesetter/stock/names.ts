/** The invented prefecture that random pages are about: its places, people, offices and things, and how to fill them in. */

import type { Random } from "../random.ts";

/** A slot's value; given the generator, so that no two articles need be alike. */
type Slot = readonly string[] | ((random: Random) => string);

const SURNAMES = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜",
  ..."戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文",
];
const GIVEN =
  "建国 志强 永红 秀兰 玉梅 晓东 海涛 文博 俊杰 丽华 春生 德明 世平 立新 家宝 广田 长林 兴旺 安民 思远 雨桐 嘉欣 子轩 一鸣 慧敏 丹青 亮亮 圆圆 娟娟 国庆 卫东 守业 勤学 明远 知秋 向阳 望舒 静怡 若水 磊 洁 勇 敏 涛 静 鹏 霞 强 军 燕 斌 丽 超".split(
    " ",
  );

/** Figures as newspapers print them. */
const decimal = (random: Random): string =>
  `${random.int(1, 98)}.${random.int(1, 9)}${random.chance(0.4) ? random.int(1, 9) : ""}`;

export const SLOTS: Readonly<Record<string, Slot>> = {
  市: ["我市", "全市", "砚州市", "砚州"],
  县: ["云岫县", "青垣县", "石淙县", "松荫县", "白渚县", "南泠区", "怀溪县", "禾川县"],
  外地: [
    "浙江杭州",
    "江苏南通",
    "广东佛山",
    "山东潍坊",
    "上海",
    "四川成都",
    "福建泉州",
    "安徽合肥",
    "湖南长沙",
    "陕西西安",
  ],
  乡镇: ["柳汀镇", "石佛镇", "双桥乡", "望岭镇", "白露坪乡", "枫渡镇", "大营镇", "上塘街道", "北关街道", "清源镇"],
  村: ["槐树坪村", "南庄村", "梨花沟村", "下河村", "三岔村", "杏林村", "后塘村", "石门村", "新建村", "老井村"],
  社区: ["春晖社区", "铁路新村社区", "东湖社区", "和平里社区", "金桂园社区", "河滨社区"],
  部门: [
    "市发展改革委",
    "市教育局",
    "市农业农村局",
    "市生态环境局",
    "市住建局",
    "市交通运输局",
    "市卫生健康委",
    "市水利局",
    "市文化和旅游局",
    "市市场监管局",
    "县行政审批局",
    "县民政局",
    "县林业局",
    "县融媒体中心",
  ],
  企业: [
    "恒泽新材料有限公司",
    "禾丰食品有限公司",
    "砚山机械厂",
    "启明光电科技有限公司",
    "云岫茶业合作社",
    "绿源生物科技有限公司",
    "鼎新轴承有限公司",
    "青垣陶瓷集团",
  ],
  学校: ["砚州市第三中学", "云岫县实验小学", "砚州职业技术学院", "柳汀镇中心小学", "青垣一中", "白渚县特殊教育学校"],
  医院: ["市人民医院", "市中医医院", "云岫县人民医院", "市妇幼保健院", "柳汀镇卫生院"],
  职务: [
    "县委书记",
    "副县长",
    "局长",
    "党支部书记",
    "主任",
    "负责人",
    "厂长",
    "驻村第一书记",
    "项目经理",
    "镇长",
    "校长",
    "护士长",
  ],
  产业: [
    "食用菌",
    "黄花菜",
    "中药材",
    "轴承制造",
    "光伏组件",
    "茶叶",
    "陶瓷",
    "设施蔬菜",
    "肉牛养殖",
    "新型建材",
    "乡村旅游",
    "现代物流",
  ],
  作物: ["水稻", "玉米", "脐橙", "葡萄", "黄花菜", "冬小麦", "油菜", "核桃", "猕猴桃", "谷子"],
  路: ["滨河路", "建设东路", "解放街", "学府路", "环城南路", "迎宾大道", "老城十字街"],
  山水: ["砚江", "九曲河", "云岫山", "柏叶湖", "白渚湿地", "石淙峡", "凤鸣水库"],
  人: (random) => random.pick(SURNAMES) + random.pick(GIVEN),
  数: (random) => String(random.int(2, 480)),
  小: (random) => String(random.int(2, 19)),
  千: (random) => String(random.int(11, 98) * 100),
  小数: decimal,
  亿: (random) => `${random.chance(0.5) ? decimal(random) : random.int(2, 90)}亿元`,
  万: (random) => `${random.chance(0.4) ? decimal(random) : random.int(2, 900)}万`,
  百分: (random) => `${random.chance(0.7) ? decimal(random) : random.int(3, 99)}%`,
  月日: (random) => `${random.int(1, 12)}月${random.int(1, 28)}日`,
  日: (random) => `${random.int(1, 28)}日`,
  月数: (random) => String(random.int(2, 11)),
  月: (random) => `${random.int(1, 12)}月`,
  年: (random) => String(random.int(2012, 2025)),
  时: (random) => `${random.pick(["上午8时", "上午9时30分", "下午3时", "清晨6点", "傍晚6时许"])}`,
  电话: (random) => `0${random.int(300, 899)}-${random.int(2000000, 8999999)}`,
  英: ["5G", "AI", "LED", "App", "3D", "PM2.5", "VR", "ETC", "LNG", "GPS"],
};

/** Slots that keep their value within an article, as what it is about does. */
const STEADY = new Set([
  "市",
  "县",
  "乡镇",
  "村",
  "社区",
  "企业",
  "学校",
  "医院",
  "产业",
  "作物",
  "路",
  "山水",
  "人",
  "职务",
  "部门",
]);

/**
 * Fills the slots of a template. `{人}` is the same person all through an article (`known`), `{新人}` a new one;
 * `{a|b}` is one of the two.
 */
export function fillIn(template: string, known: Map<string, string>, random: Random): string {
  return template.replace(/\{([^{}]+)\}/gu, (_, name: string) => {
    if (name.includes("|")) return random.pick(name.split("|"));
    const fresh = name.startsWith("新");
    const key = fresh ? name.slice(1) : name;
    const held = fresh ? undefined : known.get(key);
    if (held !== undefined) return held;
    const slot = SLOTS[key];
    if (slot === undefined) throw new Error(`no slot {${name}}`);
    const value = typeof slot === "function" ? slot(random) : random.pick(slot);
    if (!fresh && STEADY.has(key)) known.set(key, value);
    return value;
  });
}
