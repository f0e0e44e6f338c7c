/** Furniture of a page: folios, mastheads, page numbers, notes, jump lines, contacts, the editors' line. */

import type { Random } from "../random.ts";
import { type BlockKind, rows, say, type WriteBlock } from "./types.ts";

const WEEKDAYS = "日一二三四五六";
const SECTIONS = ["要闻", "综合新闻", "民生", "文化周刊", "县域观察", "经济", "副刊", "国内", "广告"];
const PAPERS = ["砚州日报", "砚州晚报", "云岫周报", "砚江都市报"];

/** A date with its weekday. */
function date(random: Random): string {
  const day = new Date(Date.UTC(random.int(2015, 2025), random.int(0, 11), random.int(1, 28)));
  const gap = random.pick([" ", "", "\u3000"]);
  const text = `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  return `${text}${gap}星期${WEEKDAYS[day.getUTCDay()]}`;
}

const number = (random: Random): string => String(random.int(1, 24)).padStart(random.pick([1, 2]), "0");

const one =
  (forms: readonly ((random: Random) => string)[]): WriteBlock =>
  (random) =>
    rows([random.pick(forms)(random)]);

const FOLIO = [
  (r: Random) => `第${number(r)}版 ${r.pick(SECTIONS)} ${date(r)}`,
  (r: Random) => `${r.pick(SECTIONS)} ${number(r)}`,
  (r: Random) => `${number(r)} ${r.pick(SECTIONS)}`,
  (r: Random) => `${number(r)}版·${r.pick(SECTIONS)}`,
  (r: Random) => say(`${date(r)} 第${number(r)}版 责编 {新人} 校对 {新人}`, r),
  (r: Random) => `A${number(r)} ${r.pick(SECTIONS)}`,
];
const MASTHEAD = [
  (r: Random) => `${r.pick(PAPERS)}${date(r)}`,
  (r: Random) => `${r.pick(PAPERS)} ${date(r)}`,
  (r: Random) => `${date(r)} ${r.pick(PAPERS)}`,
  (r: Random) => `${r.pick(PAPERS)} 第${r.int(1000, 9999)}期 今日${r.pick(["4", "8", "12"])}版`,
];
const PAGE_NUMBER = [
  (r: Random) => `— ${number(r)} —`,
  (r: Random) => `—${number(r)}—`,
  (r: Random) => `- ${number(r)} -`,
  (r: Random) => `·${number(r)}·`,
  (r: Random) => `第 ${number(r)} 页`,
  (r: Random) => `第${number(r)}页 共${r.int(24, 48)}页`,
  (r: Random) => `${number(r)} / ${r.int(24, 48)}`,
];
const HEAD = [
  (r: Random) => `${r.pick(PAPERS)}·${r.pick(SECTIONS)}`,
  (r: Random) => `${r.pick(SECTIONS)}`,
  (r: Random) => `${r.pick(["Yanzhou Daily", "YANZHOU RIBAO", "CULTURE WEEKLY"])}`,
  (r: Random) => `${r.pick(["特别报道", "专题", "新春走基层", "读者之声"])} SPECIAL`,
];
const NOTE = [
  (r: Random) => say("注：以上数据由{部门}提供。", r),
  (r: Random) => say("①见{年}年{县}统计公报，第{小}页。", r),
  (r: Random) => say("资料来源：{部门}", r),
  (r: Random) => say("* {产业}产值按当年价格计算", r),
  (r: Random) => say("[{小}] {新人}：《砚州旧事》，{年}年，第{数}页", r),
];
const JUMP = [
  (r: Random) => `（下转第${r.pick(["二", "三", "四", "2", "3"])}版）`,
  (r: Random) => `（上接第${r.pick(["一", "1"])}版）`,
  (r: Random) => `下转A${number(r)}版`,
  (r: Random) => `▶▶下转${number(r)}版`,
  (r: Random) => `>>>详见${number(r)}版`,
];
const CONTACT = [
  (r: Random) => say("新闻热线：{电话}", r),
  (r: Random) => say("广告热线 {电话} {电话}", r),
  (r: Random) => `投稿邮箱：yanzhou${r.int(1, 99)}@news.example`,
  (r: Random) => say("本报地址：砚州市{路}{数}号 邮编：04{千}", r),
  () => "www.yanzhou.example",
  (r: Random) => say("承印：砚州日报印务中心 电话：{电话}", r),
  (r: Random) => `国内统一刊号CN${r.int(11, 65)}-00${r.int(10, 99)}`,
];
const EDITORS = [
  (r: Random) => say("责任编辑：{新人} 版式设计：{新人}", r),
  (r: Random) => say("本版编辑：{新人} 美编：{新人} 电话：{电话}", r),
  (r: Random) => say("责编 {新人} 校对 {新人}", r),
  (r: Random) => say("编辑/{新人} 版式/{新人} 校对/{新人}", r),
  (r: Random) => say("值班总编 {新人}", r),
];

/** Two lines of the page's foot or head that come together. */
const two: WriteBlock = (random) => {
  const kinds = random.shuffle([FOLIO, MASTHEAD, PAGE_NUMBER, HEAD, CONTACT, EDITORS]);
  return rows(kinds.slice(0, 2).map((forms) => random.pick(forms)(random)));
};

export const FURNITURE: BlockKind = {
  name: "furniture",
  places: "both",
  keepsBlanks: false,
  variants: {
    folio: one(FOLIO),
    masthead: one(MASTHEAD),
    "page number": one(PAGE_NUMBER),
    "number alone": (random) => rows([number(random)]),
    "running head": one(HEAD),
    footnote: one(NOTE),
    "jump line": one(JUMP),
    contact: one(CONTACT),
    editors: one(EDITORS),
    "two lines": two,
  },
};
