/** A date or time that no calendar or clock has, or that the words beside it contradict: a weekday, 昨日, the end of its span. */

import type { Article } from "../articles/types.ts";
import { toPageSpans } from "../layout/joined.ts";
import type { Block } from "../layout/types.ts";
import { civilOf, dayNumber, dayOfIso, weekdayName, weekdayOf } from "../numbers/dates/calendar.ts";
import { describeProblem } from "../numbers/dates/problems.ts";
import { differentDays } from "../numbers/dates/said-twice.ts";
import type { NumericMention } from "../numbers/index.ts";
import { numberReader } from "../numbers/page-numbers.ts";
import type { BareFinding } from "../page/finding.ts";
import type { DateProblem, DateValue } from "../page/mention.ts";
import { byText } from "./by-text.ts";
import type { PageRule } from "./rule.ts";

export const impossibleDate: PageRule = {
  id: "impossible-date",
  title: { zh: "日期有误", en: "Impossible date" },
  why: {
    zh: "日期写错，一处计一个差错（《报纸编校差错率计算方法》）；十三月、二月三十日、二十五时、止在起之前，还有对不上的星期和“昨日”，编辑一眼难以看出，推算却不会错。",
    en: "A wrong date counts as a full error. A thirtieth of February, a twenty-fifth hour, a span that runs backwards, a weekday or “yesterday” that does not fit are hard to see, easy to work out.",
  },
  severity: "error",
  fixes: [],
  counts: "fact",
  examples: [
    { page: "云溪县⟦2月30日⟧召开大会。\n" },
    { page: "大会定于⟦13月5日⟧举行。\n" },
    { page: "青川日报 2022年8月16日 ⟦星期三⟧\n" },
    { page: "⟦2023年2月29日⟧，云溪县召开大会。\n" },
    { page: "云溪县⟦二月三十日⟧召开大会。\n" },
    { page: "大会定于4月28日至⟦31日⟧举行。\n" },
    { page: "⟦农历2月31日⟧，庙会开场。\n" },
    { page: "青川日报 2022年8月16日 星期二\n\n本报讯 云溪县⟦2月29日⟧召开大会。\n" },
    { page: "庙会⟦腊月三十一⟧，收摊。\n" },
    { page: "民国三十八年⟦二月三十日⟧，渡口立碑。\n" },
    { page: "青川日报 2022年8月16日 星期二\n\n本报讯 云溪县⟦去年二月三十日⟧召开大会。\n" },
    { page: "⟦2022-02-30⟧，云溪县召开大会。\n" },
    { page: "2023年国庆节10月1日（⟦星期一⟧），云溪县召开大会。\n" },
    { page: "青川日报 2022年8月16日 星期二\n\n本报讯 8月15日（⟦星期二⟧），云溪县召开大会。\n" },
    { page: "会议定于⟦25时30分⟧召开，⟦8时70分⟧散会。\n" },
    { page: "末班车⟦24时30分⟧发车，讲座⟦上午8:75⟧开始。\n" },
    { page: "展览⟦8月20日至15日⟧举行，规划期为⟦2025年至2023年⟧，⟦15时至14时⟧停电。\n" },
    { page: "第1版 2022年8月17日 星期三\n\n本报讯 昨日（⟦8月15日⟧），云溪县召开会议。\n" },
    { page: "第1版 2022年8月17日 星期三\n\n本报讯 上周五（⟦8月11日⟧），云溪县开镰。去年（⟦2020年⟧），收成好。\n" },
  ],
  silent: [
    { page: "2024年2月29日，云溪县召开大会。\n" },
    { page: "第3版 2022年8月16日 星期二\n" },
    { page: "农历2月30日，庙会开场。\n" },
    { page: "每年2月29日前后，河开雁来。\n" },
    { page: "青川日报 2022年8月16日 星期二\n\n河冰每年2月29日前后化开。\n" },
    { page: "云溪县2月29日召开大会，另一场定在2022年8月。\n" },
    { page: "软件升级到版本2022.2.30。\n" },
    { page: "同治六年二月三十日，渡口立碑。\n" },
    { page: "8月16日（星期三），云溪县召开大会。\n" },
    { page: "青川日报 2022年8月16日 星期二\n\n他在日记里写下：4月18日，星期日，晴。\n" },
    { page: "商店24时打烊，选手用时25时30分，主队以25:23取胜。\n" },
    { page: "供暖期为11月15日至3月15日，夜班22时至6时，展览8月28日至2日。\n" },
    { page: "第1版 2022年8月17日 星期三\n\n本报讯 昨日（8月16日），云溪县召开会议。今天（16日），大会闭幕。\n" },
    { page: "第1版 2022年8月17日 星期三\n\n本报8月16日讯 昨日（8月15日），云溪县召开会议。\n" },
    { page: "演出自2022年8月16日，周三至周日每晚一场。\n" },
  ],

  *check({ text, blocks, articles }) {
    const { day, read } = numberReader(blocks);
    const datelines = new Datelines(articles, day);
    const mayBeWrong = mayBeWrongInTexts(blocks);
    for (const [b, block] of blocks.entries()) {
      if (!mayBeWrong[b]) continue;
      const mentions = read(block.text);
      const faults = [...knownFaults(block.text, mentions, day)];
      if (day !== undefined)
        faults.push(...differentDays(block.text, mentions, { page: day, datelines: datelines.of(block) }));
      for (const { start, end, message } of faults) {
        const spans = toPageSpans(text, block, start, end);
        const first = spans[0];
        if (first) yield { start: first.start, end: spans.at(-1)?.end ?? first.end, message };
      }
    }
  },
};

/** A month, a time of the clock, a span of years, figures in brackets after a word for a day or year. */
const MAY_BE_WRONG = /月|[\d０-９十]\s?[时点:：]|年[至到—～]|[天日晨晚夜年一二三四五六][（(，]/u;
/** A date in numerals: year, month and day. */
const NUMERIC = /(?:19|20|１９|２０)[\d０-９]{2}[-/.－／．]/u;
/** A month that is written out. 本月 and a bare day don't count: they are reckoned from the page's day, which may be wrong. */
const MONTH = /[\d０-９元正冬腊一二三四五六七八九十]月|^[\d０-９]{4}[-/.－／．]/u;
/** A year of an era before a month in Chinese numerals: its calendar is the moon's (同治六年). */
const BY_THE_MOON = /(?:(?<!民国[元一二三四五六七八九十\d]{1,3})年|农历|阴历|旧历|夏历)$/u;

const mayBeWrongInTexts = byText((text) => MAY_BE_WRONG.test(text) || NUMERIC.test(text));

/** By the numbers of a text, which are others on another day. */
const known = new WeakMap<readonly NumericMention[], readonly BareFinding[]>();

/** What {@link faultsIn} finds, remembered as long as the numbers. */
function knownFaults(
  text: string,
  mentions: readonly NumericMention[],
  day: number | undefined,
): readonly BareFinding[] {
  const faults = known.get(mentions) ?? [...faultsIn(text, mentions, day)];
  known.set(mentions, faults);
  return faults;
}

/** The dates of a text that cannot be; offsets into it. `anchor` is the page's own day where its folio gives it. */
function* faultsIn(
  text: string,
  mentions: readonly NumericMention[],
  anchor: number | undefined,
): Generator<BareFinding> {
  for (const mention of mentions) {
    if (mention.type !== "DATE" || !("problem" in mention.value || mention.value.kind === "date")) continue;
    const { kind, problem: whole } = mention.value as DateValue;
    if (whole && (whole.kind === "backwards" || (kind === "time" && isTimeOfDay(text, mention, whole)))) {
      yield { start: mention.start, end: mention.end, message: describeProblem(whole) };
      continue;
    }
    if (kind !== "date" || !MONTH.test(mention.text)) continue;
    const moon =
      /^[一二三四五六七八九十]/u.test(mention.text) &&
      BY_THE_MOON.test(text.slice(Math.max(0, mention.start - 8), mention.start));
    const parts = mention.parts ?? [mention];
    const broken = parts.map((part) => ({ part, problem: problemOf(part) })).find(({ problem }) => problem);
    const { problem } = broken ?? {};
    if (broken && problem) {
      if (!moon) yield { start: broken.part.start, end: broken.part.end, message: describeProblem(problem) };
    } else {
      const fault = weekdayFault(text, parts.at(-1) ?? mention, anchor);
      if (fault) yield fault;
    }
  }
}

/** Whether figures beyond a clock's are plainly a time of day: they have minutes, or a day or part of it stands before them. */
function isTimeOfDay(text: string, { start, text: time }: NumericMention, { kind }: DateProblem): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return (
    kind === "minute" || /分|[:：]/u.test(time) || /^[^\d０-９]/u.test(time) || /[日天午晚晨夜]$|定于$/u.test(before)
  );
}

/** The datelines of a page's articles (8月16日电), each read once. */
class Datelines {
  readonly #day: number | undefined;
  readonly #articleOf = new Map<Block, Article>();
  readonly #known = new Map<Article | Block, readonly number[]>();

  constructor(articles: readonly Article[], day: number | undefined) {
    this.#day = day;
    for (const article of articles.toReversed())
      for (const block of article.blocks) this.#articleOf.set(block, article);
  }

  /** The days that the datelines of a block's article name, next before the page's day. */
  of(block: Block): readonly number[] {
    const article = this.#articleOf.get(block);
    const known = this.#known.get(article ?? block);
    if (known) return known;
    const days = (article?.blocks ?? [block]).flatMap(({ text }) => this.#dayIn(text));
    this.#known.set(article ?? block, days);
    return days;
  }

  #dayIn(text: string): readonly number[] {
    const page = this.#day;
    const ofMonth = Number(DATELINE.exec(text.slice(0, 60))?.[1] ?? 0);
    if (page === undefined || ofMonth === 0) return [];
    const ago = DAYS_ON_THE_WAY.find((days) => civilOf(page - days).day === ofMonth);
    return ago === undefined ? [] : [page - ago];
  }
}

const DATELINE = /(\d{1,2})日(?:专?电|讯|消息)/u;
/** A report with a dateline is printed within so many days. */
const LONGEST_ON_THE_WAY = 28;
const DAYS_ON_THE_WAY = [...Array(LONGEST_ON_THE_WAY).keys()];

/** What cannot be about a date's day or month. */
function problemOf({ value, text }: NumericMention): DateProblem | undefined {
  const problem = "problem" in value ? value.problem : undefined;
  if (problem?.kind === "day" || problem?.kind === "lunar-day") return problem;
  // 18月 alone may be eighteen months, written sloppily; with a day or a year it is a date.
  return problem?.kind === "month" && /[年日号]|^[\d０-９]{4}[-/－／]/u.test(text) ? problem : undefined;
}

/** A weekday at a date's end or right after it, unless it begins a span or a rhythm of its own (周三至周日). */
const WEEKDAY =
  /^(?<gap>[\s（(，]{0,2})(?<weekday>(?:星期|礼拜|周)(?<sign>[一二三四五六日天]))(?![至到—～~-]|[、和及与](?:星期|礼拜|周)|[一二三四五六七八九十]|[次年期岁])/u;

function weekdayFault(text: string, date: NumericMention, anchor: number | undefined): BareFinding | undefined {
  const { edtf, inferred = [], evidence = "" } = date.value as DateValue;
  const day = dayOfIso(edtf);
  if (day === undefined || day < GREGORIAN) return undefined;
  // A year that is not stated is certain only for days near the page's own.
  const near = anchor !== undefined && Math.abs(day - anchor) <= NEAR;
  if (inferred.length > 0 && !near && !besideYear(text, date.start, evidence, edtf)) return undefined;
  const written = /[\s（(，]{0,2}(?:星期|礼拜|周)[一二三四五六日天][)）]?$/u.exec(date.text);
  const from = written ? date.start + written.index : date.end;
  const found = WEEKDAY.exec(text.slice(from, from + 12))?.groups;
  const { gap = "", weekday = "", sign = "" } = found ?? {};
  const right = weekdayName(weekdayOf(day));
  if (!found || right.endsWith(sign.replace("天", "日"))) return undefined;
  const start = from + gap.length;
  const [, year, month, dayOfMonth] = /^(\d+)-0?(\d+)-0?(\d+)$/.exec(edtf ?? "") ?? [];
  return {
    start,
    end: start + weekday.length,
    message: {
      zh: `${year}年${month}月${dayOfMonth}日是${right}，不是${weekday}`,
      en: `${edtf} is not ${weekday} but ${right}`,
    },
  };
}

/** Whether the words that gave a date its year stand right before it and state the year: 2023年国庆节10月1日. */
function besideYear(text: string, start: number, evidence: string, edtf = ""): boolean {
  const year = /^((?:19|20)\d\d)年/.exec(evidence)?.[1];
  if (!year || !edtf.startsWith(year)) return false;
  return text.slice(Math.max(0, start - evidence.length - 2), start).includes(evidence);
}

/** The day number of 1 January 1912, since when China has counted by this calendar. */
const GREGORIAN = dayNumber(1912, 1, 1);
/** A date without a year that lies within so many days of the page's own is of the nearest year. */
const NEAR = 60;
