/** What crossheads are made of: what they say of one side of a matter, by length. */

/** What is said of a side, by its length in characters. */
export const SAID_OF_SIDE: Readonly<Record<number, readonly string[]>> = {
  2: ["先行", "到位", "提速", "见效", "过关", "落地", "有方", "上心", "见底", "在前", "为要", "当家"],
  3: ["从哪来", "怎么管", "谁来定", "靠得住", "说了算", "看得见", "跟得上", "算得清", "有讲究", "不含糊"],
  4: ["一本细账", "不打折扣", "越做越实", "有人来管", "落到实处", "说到做到", "重新算起", "步步为营"],
  5: ["不再是难题", "有了新办法", "由大家来定", "写进责任书", "里头有学问", "一年一个样", "来得正当时"],
  6: ["难事变成好事", "背后的那些人", "是怎样炼成的", "还要再进一步", "藏着一番苦心", "走过三道难关", "经得起回头看"],
};

/** Introduces the rest of a crosshead, with a comma after it or a dash. */
export const TURNS: Readonly<Record<number, readonly string[]>> = {
  2: ["当初", "眼下", "后来", "如今", "往后", "起先"],
  4: ["说干就干", "有人牵头", "众口一词", "摸着石头", "日子长了", "难在开头", "账算清了", "一问到底"],
  6: ["从没人敢接手", "一家一户商量", "挨个敲门之后", "白纸黑字写下", "谁都有话要说", "慢工才出细活", "老办法不灵了"],
};

/** Quotations that mention a side. */
export const QUOTED = [
  "{面}够不够，大家说",
  "{面}的事包在我身上",
  "没有{面}，一切白搭",
  "再难也要把{面}办好",
  "{面}到了，人心就齐",
] as const;
