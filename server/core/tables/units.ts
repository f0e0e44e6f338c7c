/**
 * Units of measure, currencies and classifiers, as Chinese newspapers write them. Own compilation; the SI relations are
 * those of the Law on Metrology's legal units (GB 3100, GB 3102) and, for customary units, their legal equivalents.
 */

import type { Localised } from "../text/locale.ts";

/** What a unit measures, and how many of which SI unit one of it is; `si` is missing where the relation isn't exact. */
export interface Unit {
  /** The unit's own sign, one for all ways to write it. */
  readonly id: string;
  readonly dimension?: string;
  readonly si?: readonly [factor: string, unit: string];
  /** What an editor should know of it. */
  readonly remark?: Localised;
  /** It is a count of things, not a measure. */
  readonly classifier?: true;
}

/** id, dimension, factor, SI unit, ways to write it. */
type Row = readonly [id: string, dimension: string, factor: string, si: string, names: string];

const MEASURES: readonly Row[] = [
  ["t", "mass", "1000", "kg", "吨 公吨 t"],
  ["kg", "mass", "1", "kg", "千克 公斤 kg Kg KG"],
  ["g", "mass", "0.001", "kg", "克 g"],
  ["mg", "mass", "0.000001", "kg", "毫克 mg"],
  ["μg", "mass", "0.000000001", "kg", "微克 μg µg ug"],
  ["斤", "mass", "0.5", "kg", "斤 市斤"],
  ["担", "mass", "50", "kg", "担"],
  ["磅", "mass", "0.45359237", "kg", "磅"],
  ["ct", "mass", "0.0002", "kg", "克拉"],
  ["tce", "energy", "29307600000", "J", "吨标准煤 吨标煤"],
  ["km", "length", "1000", "m", "公里 千米 km KM"],
  ["m", "length", "1", "m", "米 m"],
  ["延米", "length", "1", "m", "延米 延长米"],
  ["蒸吨", "steam", "", "", "蒸吨"],
  ["总吨", "tonnage", "", "", "总吨"],
  ["载重吨", "tonnage", "", "", "载重吨"],
  ["dm", "length", "0.1", "m", "分米 dm"],
  ["cm", "length", "0.01", "m", "厘米 公分 cm"],
  ["mm", "length", "0.001", "m", "毫米 mm"],
  ["μm", "length", "0.000001", "m", "微米 μm µm um"],
  ["nm", "length", "0.000000001", "m", "纳米 nm"],
  ["里", "length", "500", "m", "华里 里 市里"],
  ["n mile", "length", "1852", "m", "海里"],
  ["英里", "length", "1609.344", "m", "英里"],
  ["英尺", "length", "0.3048", "m", "英尺"],
  ["英寸", "length", "0.0254", "m", "英寸"],
  ["码", "length", "0.9144", "m", "码"],
  ["尺", "length", "", "", "尺 市尺"],
  ["丈", "length", "", "", "丈"],
  ["光年", "length", "", "", "光年"],
  ["km2", "area", "1000000", "m2", "平方公里 平方千米 km² km2 ㎢"],
  ["m2", "area", "1", "m2", "平方米 平米 平方 m² m2 ㎡"],
  ["cm2", "area", "0.0001", "m2", "平方厘米 cm² cm2"],
  ["hm2", "area", "10000", "m2", "公顷 hm² ha"],
  ["亩", "area", "", "", "亩 市亩"],
  ["m3", "volume", "1", "m3", "立方米 m³ m3 ㎥ 方 立方 标方 标立方 标准立方米 Nm³"],
  ["cm3", "volume", "0.000001", "m3", "立方厘米 cm³ cm3"],
  ["kL", "volume", "1", "m3", "千升 kL"],
  ["L", "volume", "0.001", "m3", "升 公升 L"],
  ["mL", "volume", "0.000001", "m3", "毫升 mL ml"],
  ["加仑", "volume", "", "", "加仑"],
  ["kWh", "energy", "3600000", "J", "千瓦时 千瓦·时 千瓦小时 kWh KWH kwh 度电"],
  ["MWh", "energy", "3600000000", "J", "兆瓦时 MWh"],
  ["GWh", "energy", "3600000000000", "J", "吉瓦时 GWh"],
  ["J", "energy", "1", "J", "焦耳 焦 J"],
  ["kJ", "energy", "1000", "J", "千焦 千焦耳 kJ"],
  ["MJ", "energy", "1000000", "J", "兆焦 兆焦耳 MJ"],
  ["GJ", "energy", "1000000000", "J", "吉焦 吉焦耳 GJ"],
  ["kcal", "energy", "", "", "千卡 大卡 kcal"],
  ["W", "power", "1", "W", "瓦 瓦特 W"],
  ["kW", "power", "1000", "W", "千瓦 kW KW kw"],
  ["MW", "power", "1000000", "W", "兆瓦 MW"],
  ["GW", "power", "1000000000", "W", "吉瓦 GW"],
  ["马力", "power", "", "", "马力"],
  ["kVA", "power", "1000", "VA", "千伏安 kVA"],
  ["MVA", "power", "1000000", "VA", "兆伏安 MVA"],
  ["V", "voltage", "1", "V", "伏 伏特 V"],
  ["kV", "voltage", "1000", "V", "千伏 kV"],
  ["A", "current", "1", "A", "安培"],
  ["mAh", "charge", "3.6", "C", "毫安时 mAh"],
  ["Pa", "pressure", "1", "Pa", "帕 帕斯卡 Pa"],
  ["hPa", "pressure", "100", "Pa", "百帕 hPa"],
  ["kPa", "pressure", "1000", "Pa", "千帕 kPa"],
  ["mmHg", "pressure", "133.322", "Pa", "毫米汞柱 mmHg"],
  ["MPa", "pressure", "1000000", "Pa", "兆帕 MPa"],
  ["N", "force", "1", "N", "牛顿"],
  ["℃", "temperature", "", "", "℃ 摄氏度 °C"],
  ["度", "", "", "", "度"],
  ["Hz", "frequency", "1", "Hz", "赫兹 赫 Hz"],
  ["kHz", "frequency", "1000", "Hz", "千赫 千赫兹 kHz"],
  ["MHz", "frequency", "1000000", "Hz", "兆赫 兆赫兹 MHz"],
  ["GHz", "frequency", "1000000000", "Hz", "吉赫 吉赫兹 GHz"],
  ["KB", "data", "", "", "KB kB"],
  ["MB", "data", "", "", "MB"],
  ["GB", "data", "", "", "GB"],
  ["TB", "data", "", "", "TB"],
  ["PB", "data", "", "", "PB"],
  ["Mbps", "data rate", "1000000", "bit/s", "Mbps Mb/s"],
  ["Gbps", "data rate", "1000000000", "bit/s", "Gbps Gb/s"],
  ["dB", "level", "", "", "分贝 dB"],
  ["mSv", "dose", "0.001", "Sv", "毫希沃特 mSv"],
  ["工作日", "working days", "", "", "个工作日 工作日"],
  ["百分点", "percentage points", "", "", "个百分点 百分点"],
  ["千分点", "permille points", "", "", "个千分点 千分点"],
];

/** ISO 4217 code and the ways to write the unit; 块 counts as money only before 钱. */
const CURRENCIES: readonly (readonly [code: string, id: string, names: string])[] = [
  ["CNY", "元", "元 元钱 块钱 元人民币 圆 人民币"],
  ["USD", "美元", "美元 美金 USD"],
  ["EUR", "欧元", "欧元"],
  ["GBP", "英镑", "英镑"],
  ["JPY", "日元", "日元 日圆"],
  ["HKD", "港元", "港元 港币"],
  ["MOP", "澳门元", "澳门元"],
  ["TWD", "新台币", "新台币 元新台币"],
  ["KRW", "韩元", "韩元 韩币"],
  ["RUB", "卢布", "卢布"],
  ["AUD", "澳元", "澳元 澳大利亚元"],
  ["NZD", "新西兰元", "新西兰元"],
  ["CAD", "加元", "加元 加拿大元"],
  ["SGD", "新加坡元", "新加坡元 新元"],
  ["CHF", "瑞士法郎", "瑞士法郎 瑞郎"],
  ["INR", "印度卢比", "印度卢比"],
  ["PKR", "卢比", "卢比"],
  ["THB", "泰铢", "泰铢"],
  ["VND", "越南盾", "越南盾"],
  ["IDR", "印尼盾", "印尼盾"],
  ["MYR", "林吉特", "林吉特 马来西亚林吉特"],
  ["PHP", "比索", "比索"],
  ["BRL", "雷亚尔", "雷亚尔"],
  ["DEM", "马克", "马克"],
  ["FRF", "法郎", "法郎 法国法郎"],
  ["BEF", "比利时法郎", "比利时法郎"],
  ["ITL", "里拉", "里拉"],
];

/** Words that count things. */
const CLASSIFIERS = `
个 家 户 名 人 位 员 口 丁 头 匹 只 尾 羽 峰 棵 株 丛 朵 穗 粒 颗 滴 枚 片 张 页 本 册 卷 封 则 条 句 字 行 笔 宗 桩 起 件 档 场 回 趟
遍 轮 圈 步 格 级 岁 周岁 周年 垧 台 部 套 副 双 对 打 箱 包 袋 盒 瓶 罐 桶 杯 碗 盘 锅 盆 坛 筐 篮 捆 束 扎 垛 堆 摊 顶 床 铺 幢 栋
座 间 孔 处 所 扇 架 辆 艘 列 节 厢 盏 支 枝 根 杆 把 柄 块 段 截 股 面 幅 首 篇 集 期 批 届 代 章 组 班 层 栏 类 种 项 门 样
点 分 次 人次 车次 架次 班次 场次 件次 户次 辆次 台次 例次 批次 轮次 频次 航次 票 席 手 注 单 例 餐 顿 剂 剂次 针 针次 针剂 管 人份 份 味 棒 站
国 省 县 村 镇 眼 线 路 球 桌 响 局 环 幕 声 听 大类 小类 标箱 标准箱 学时 课时 学分 台套 台（套） 个（次） 人（次） 辆（次） 户（次） 套（件） 件（套） 家（次） 床位 车位
机位 座位 泊位 车 车道 字节 像素 平方英里 平方英尺 立方英尺 人月 人日 工时 穴 墩 窝 挂 柜 车公里 吨公里 人公里 株次 亩次 头次 只次
`;

const REMARKS: Readonly<Record<string, Localised>> = {
  方: { zh: "“方”＝立方米（非法定计量单位名称）", en: "方 is a cubic metre (not a legal name of the unit)" },
  立方: { zh: "“立方”＝立方米（非法定计量单位名称）", en: "立方 is a cubic metre (not a legal name of the unit)" },
  标方: { zh: "“标方”＝标准状态下的立方米", en: "标方 is a cubic metre at standard conditions" },
  平方: { zh: "“平方”＝平方米（非法定计量单位名称）", en: "平方 is a square metre (not a legal name of the unit)" },
  平米: { zh: "“平米”＝平方米（非法定计量单位名称）", en: "平米 is a square metre (not a legal name of the unit)" },
  亩: { zh: "1亩＝1/15公顷（约666.67平方米）", en: "1 mu is 1/15 of a hectare (about 666.67 m²)" },
  里: { zh: "1里＝500米（非法定计量单位）", en: "1 li is 500 m (not a legal unit)" },
  华里: { zh: "1华里＝500米（非法定计量单位）", en: "1 li is 500 m (not a legal unit)" },
  斤: { zh: "1斤＝0.5千克（非法定计量单位）", en: "1 jin is 0.5 kg (not a legal unit)" },
  度电: { zh: "1度电＝1千瓦时", en: "1 度 of electricity is 1 kWh" },
  吨标准煤: { zh: "1吨标准煤＝29.3076吉焦", en: "1 t of coal equivalent is 29.3076 GJ" },
  马力: { zh: "非法定计量单位，应用千瓦", en: "not a legal unit; kW is" },
  百分点: { zh: "百分点：两个百分数之差", en: "percentage points: the difference of two percentages" },
};

const UNITS = new Map<string, Unit>();
for (const word of CLASSIFIERS.trim().split(/\s+/)) UNITS.set(word, { id: word, classifier: true });
for (const [id, dimension, factor, si, names] of MEASURES) {
  for (const name of names.split(" ")) {
    const remark = REMARKS[name] ?? REMARKS[id];
    UNITS.set(name, {
      id,
      ...(dimension && { dimension }),
      ...(factor && { si: [factor, si] as const }),
      ...(remark && { remark }),
    });
  }
}
for (const [code, id, names] of CURRENCIES)
  for (const name of names.split(" ")) UNITS.set(name, { id, dimension: code });

/** The unit that a word names. */
export function unitNamed(word: string): Unit | undefined {
  return UNITS.get(word);
}

/** All words that name a unit. */
export const UNIT_WORDS: readonly string[] = [...UNITS.keys()];
