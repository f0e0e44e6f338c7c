/** A page of the project's own writing as an extractor leaves it (a 17-em column, a blank line after every line), and as it was. */

export const PAGE = `茶山新绿入画来

本报记者 林知夏 通讯员 周以宁

本报讯 立夏时节，云溪县青石镇

的茶园里一片忙碌。今年 3月以来，全

县新建茶园 2400亩，改造老茶园 1860亩，

带动 1260户农户增收，户均增加 3800元

以上。

“以前山上种的是苞谷，一年到头

剩不下几个钱。”青石镇松坪村党支部

书记贺远山说，村里从 2021年起请来省

农科院的专家，手把手教大家修剪、采

摘、炒制，如今松坪村的茶叶卖到了周

边 7个省份。

云溪县把茶产业作为乡村振兴的头

号工程，先后投入资金 1.35亿元，建成

茶叶加工厂 23座，年加工能力达到 5200
吨。到 5月 10日，全县春茶产量已突破 1
100吨，产值 2.6亿元。

“下一步，我们要把茶园变成公园，

让更多的游人来云溪看茶山、品新茶、

住茶乡。”云溪县农业农村局局长沈明

川介绍，县里正在修建一条 38公里长的

茶旅步道，预计今年 10月建成。
`;

export const FIXED = `茶山新绿入画来

本报记者 林知夏 通讯员 周以宁

本报讯 立夏时节，云溪县青石镇的茶园里一片忙碌。今年3月以来，全县新建茶园2400亩，改造老茶园1860亩，带动1260户农户增收，户均增加3800元以上。

“以前山上种的是苞谷，一年到头剩不下几个钱。”青石镇松坪村党支部书记贺远山说，村里从2021年起请来省农科院的专家，手把手教大家修剪、采摘、炒制，如今松坪村的茶叶卖到了周边7个省份。

云溪县把茶产业作为乡村振兴的头号工程，先后投入资金1.35亿元，建成茶叶加工厂23座，年加工能力达到5200吨。到5月10日，全县春茶产量已突破1100吨，产值2.6亿元。

“下一步，我们要把茶园变成公园，让更多的游人来云溪看茶山、品新茶、住茶乡。”云溪县农业农村局局长沈明川介绍，县里正在修建一条38公里长的茶旅步道，预计今年10月建成。
`;

const BRIDGE_HEADLINE = "柳河特大桥主桥合龙";
const TEA = [
  "石泉乡：万亩茶园采摘忙",
  "本报讯 清明刚过，云溪县石泉乡的万亩茶园进入采摘旺季，茶农们背着竹篓穿行在茶垄之间，指尖翻飞，一片忙碌。",
  "石泉乡种茶已有三百年，全乡茶园面积达2.3万亩，今年春茶预计产量四百吨，茶农人均可增收三千元。",
];
const BRIDGE = [
  "随着最后一段钢箱梁稳稳落位，柳河特大桥主桥昨天顺利合龙，青川至临江高速公路的控制性工程取得了突破。",
  "柳河特大桥全长1860米，主跨采用双塔斜拉桥，钢箱梁最重的一段有320吨，合龙误差控制在两毫米以内。",
  "（下转第二版）",
];

/** A page whose first line is the headline of its last article, and the same with that headline at home. */
export const FAR = `${[BRIDGE_HEADLINE, ...TEA, ...BRIDGE].join("\n\n")}\n`;
export const HOME = `${[...TEA, BRIDGE_HEADLINE, ...BRIDGE].join("\n\n")}\n`;

/** Line and column, counted from 1, of the first place where the words stand in a text, wraps and blanks in them passed over; `after` characters on. */
export function placeOf(text: string, words: string, after = 0): [line: number, column: number] {
  const start = text.search(new RegExp([...words].join("\\s*"), "u"));
  if (start < 0) throw new Error(`“${words}” does not stand in the text`);
  const before = text.slice(0, start).split("\n");
  return [before.length, (before.at(-1)?.length ?? 0) + after + 1];
}
