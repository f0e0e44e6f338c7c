/** Tells whether a line ends in a figure and the next one begins with its unit. */

/**
 * Whether the two can only be one quantity or date: 21|日, 200|亿元. A telephone number, a page's number and the year of a
 * slogan (奋进2023) are figures too, and 日前, 周一, 元旦, 家长 open a paragraph with the character of a unit.
 */
export function isUnitAcross(line: string, next: string): boolean {
  const unit = next.charAt(0);
  if (!UNITS.has(unit) || OPENINGS.has(next.slice(0, 2))) return false;
  const { before = "", figure = "" } = FIGURE.exec(line)?.groups ?? {};
  if (before === "" || ALONE.test(line) || NO_COUNT.test(before) || /^[0０][0-9０-９]/u.test(figure)) return false;
  const number = Number(figure.normalize("NFKC").replace(/,/gu, ""));
  const most = MOST[unit];
  return most === undefined ? number < TELEPHONE && !isYear(number) : number <= most;
}

const UNITS = new Set("年月日号时点分秒个万亿千百余多元吨亩家名户条项次期届岁周天度倍%％‰℃");

/** Words that begin with the character of a unit and may open a sentence. */
const OPENINGS = new Set(
  (
    "年初 年底 年末 年终 年关 年轻 月初 月底 月末 月亮 日前 日内 日常 号召 号称 时下 时值 时间 时隔 时常 时任 时光 时代 时而 点击 点燃 点亮 " +
    "分析 分管 分别 分享 分类 个体 个人 个别 万物 万象 万众 万家 千家 千方 百姓 百花 余下 多年 多地 多措 多方 元旦 元宵 元月 亩产 家长 家住 " +
    "家里 家庭 家乡 家园 家家 名师 名家 名单 名称 户外 户籍 户主 条件 条例 项目 次日 期间 期待 期末 届时 岁末 岁月 周一 周二 周三 周四 周五 周六 " +
    "周日 周末 周边 周围 天气 天空 天下 度假 度过 倍感"
  ).split(" "),
);

/** The figure at a line's end and the character before it, blanks aside. */
const FIGURE = /(?<before>[^0-9０-９\s])\s*(?<figure>[0-9０-９]+(?:[.．,，][0-9０-９]+)*)$/u;

/** Alone on its line a figure numbers a page or an issue, or stands in a table. */
const ALONE = /^总?第?\s*[0-9０-９.．,，]+$/u;

/** What stands before a figure that counts nothing: CN14-0001, 2022/8/16, 热线：12345, 之3. */
const NO_COUNT = /[A-Za-zＡ-Ｚａ-ｚ\-－–/／:：·•#№之]/u;

/** The largest figures that go with the units of the calendar and the clock. */
const MOST: Readonly<Record<string, number>> = { 年: 2100, 月: 12, 日: 31, 时: 24 };

/** Telephone numbers begin here; quantities of as many digits have 万 or 亿. */
const TELEPHONE = 1_000_000;

function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= 1900 && number < 2100;
}
