/** A folio that has another date, weekday, paper or number than the pages of its issue. */

import type { Stated } from "../../issue/folio.ts";
import { type Issue, type IssuePage, mostFrequent, pageTitle } from "../../issue/issue.ts";
import { dayOfIso, weekdayOf } from "../../numbers/dates/calendar.ts";
import type { Localised } from "../../text/locale.ts";
import type { IssueFinding, IssueRule } from "../rule.ts";

export const folioDiffers: IssueRule = {
  id: "folio-differs",
  title: { zh: "报眉与同期各版不一", en: "Folio differs within the issue" },
  why: {
    zh: "报眉上的日期、星期、报名和版次逐版重排，最容易留下前一天的旧版；单看一版看不出来，同一期各版一比就知道。文件夹里的版面不像一期报纸时不比。",
    en:
      "Date, weekday, name of the paper and number of the page are set anew on each page, and yesterday's easily stay. One page by itself " +
      "doesn't show it; the pages of one issue side by side do. Pages in a folder that do not look like one issue are not compared.",
  },
  severity: "warning",
  fixes: [],
  counts: "fact",
  examples: [
    {
      issue: {
        "A1.txt": folioPage("第1版", "2022年8月16日 星期二"),
        "A2.txt": folioPage("第2版", "2022年8月16日 星期二"),
        "A3.txt": folioPage("第3版", "⟦2022年8月15日 星期一⟧"),
        "A4.txt": folioPage("第4版", "2022年8月16日 星期二"),
      },
    },
    {
      issue: {
        "A1.txt": folioPage("第1版", "2022年8月16日 星期二"),
        "A2.txt": folioPage("第2版", "2022年8月16日 星期二"),
        "A3.txt": folioPage("⟦第2版⟧", "2022年8月16日 星期二"),
      },
    },
  ],
  silent: [
    {
      issue: {
        "A1.txt": folioPage("第1版", "2022年8月16日 星期二"),
        "A2.txt": folioPage("第2版", "2022年8月15日 星期一"),
        "A3.txt": folioPage("第3版", "2022年8月14日 星期日"),
      },
    },
  ],

  *checkIssue(issue) {
    yield* otherDates(issue);
    yield* otherPapers(issue);
    yield* sameNumbers(issue);
  },
};

/** A page of an example: its folio and a short article. */
function folioPage(number: string, day: string): string {
  return `${number}　${day}\n\n乡村道路修到群众心坎上\n\n本报讯 云溪县今年把修建乡村道路列为十件实事之首，从年初到现在已经完成总里程的七成。\n`;
}

/** Dates and weekdays other than the issue's. Where both are wrong it is one finding: the weekday goes with its date. */
function* otherDates({ pages, date }: Issue): Iterable<IssueFinding> {
  const model = pages.find(({ facts }) => facts.folio.date?.value === date);
  const stated = model?.facts.folio.date;
  const day = dayOfIso(date);
  if (!model || !stated || date === undefined || day === undefined) return;
  for (const page of pages) {
    const { date: own, weekday } = page.facts.folio;
    if (own && own.value !== date)
      yield finding(page, own, model, stated, {
        zh: `这一版的日期是${dateIn(own.value).zh}，${pageTitle(model).zh}等同期各版是${dateIn(date).zh}`,
        en: `This page is dated ${own.value}, ${pageTitle(model).en} and others of the issue ${date}`,
      });
    // On a page with a date of its own a weekday that does not go with it is `impossible-date`.
    else if (!own && weekday && weekday.value !== weekdayOf(day))
      yield finding(page, weekday, model, stated, {
        zh: `这一版是${weekdayIn(weekday.value).zh}，同期各版的${dateIn(date).zh}是${weekdayIn(weekdayOf(day)).zh}`,
        en: `This page is of a ${weekdayIn(weekday.value).en}; ${date}, the date of the issue, is a ${weekdayIn(weekdayOf(day)).en}`,
      });
  }
}

/** So many pages must have a paper's name for another one to be wrong: supplements and editions have names of their own. */
const PAGES_WITH_NAME = 3;

function* otherPapers({ pages }: Issue): Iterable<IssueFinding> {
  const named = pages.filter(({ facts }) => facts.folio.paper);
  const [name, count] = mostFrequent(named.map(({ facts }) => facts.folio.paper?.value));
  const others = named.filter(({ facts }) => facts.folio.paper?.value !== name);
  const [other] = others;
  const model = named.find(({ facts }) => facts.folio.paper?.value === name);
  const [own, stated] = [other?.facts.folio.paper, model?.facts.folio.paper];
  if (count < PAGES_WITH_NAME || others.length !== 1 || !other || !own || !model || !stated) return;
  yield finding(other, own, model, stated, {
    zh: `这一版的报名是《${own.value}》，${pageTitle(model).zh}等同期各版是《${stated.value}》`,
    en: `This page has the name ${own.value}, ${pageTitle(model).en} and others of the issue ${stated.value}`,
  });
}

/** Numbers that two pages have. */
function* sameNumbers({ pages, date }: Issue): Iterable<IssueFinding> {
  if (date === undefined) return;
  const known = new Map<string, IssuePage>();
  for (const page of pages) {
    const own = page.facts.folio.page;
    if (!own) continue;
    const number = `${own.value.section}${own.value.number}`;
    const first = known.get(number);
    const stated = first?.facts.folio.page;
    if (!first || !stated) known.set(number, page);
    else
      yield finding(page, own, first, stated, {
        zh: `同一期里有两个第${number}版`,
        en: `Two pages of the issue have the number ${number}`,
      });
  }
}

function finding(
  page: IssuePage,
  own: Stated<unknown>,
  model: IssuePage,
  stated: Stated<unknown>,
  message: Localised,
): IssueFinding {
  const { start, end } = own.place;
  const { range, ...place } = stated.place;
  const title = pageTitle(model);
  return {
    uri: page.uri,
    start,
    end,
    message,
    related: [
      {
        ...place,
        message: { zh: `${title.zh}的报眉`, en: `The folio of ${title.en}` },
        on: { uri: model.uri, range },
      },
    ],
  };
}

function dateIn(iso: string): { readonly zh: string } {
  const [year, month, day] = iso.split("-").map(Number);
  return { zh: `${year}年${month}月${day}日` };
}

const WEEKDAYS: readonly Localised[] = [
  { zh: "星期一", en: "Monday" },
  { zh: "星期二", en: "Tuesday" },
  { zh: "星期三", en: "Wednesday" },
  { zh: "星期四", en: "Thursday" },
  { zh: "星期五", en: "Friday" },
  { zh: "星期六", en: "Saturday" },
  { zh: "星期日", en: "Sunday" },
];

function weekdayIn(number: number): Localised {
  return WEEKDAYS[number - 1] ?? { zh: "", en: "" };
}
