/** A jump line whose other part is missing in the issue: the article goes on, or came, from where there is nothing of it. */

import type { PageNumber } from "../../articles/jumps.ts";
import { type Issue, type IssuePage, pageNumberOf, pageTitle } from "../../issue/issue.ts";
import { areAlike, type JumpOnPage, joinsIn, pageWithNumber } from "../../issue/joins.ts";
import type { Localised } from "../../text/locale.ts";
import type { IssueFinding, IssueRule } from "../rule.ts";

export const lostJump: IssueRule = {
  id: "lost-jump",
  title: { zh: "转版接不上", en: "Jump line that leads nowhere" },
  why: {
    zh: "改版面时文章挪了版，“下转”“上接”的版号忘了改，读者翻过去就找不到下文。同一期的版面都在，两头一对便知。有几处可能、说不准的，不报。",
    en:
      "When an article is moved to another page, the number in its jump line is easily forgotten, and the reader who turns the page finds nothing. " +
      "With all pages of an issue at hand both ends can be compared. Where several could be meant nothing is reported.",
  },
  severity: "warning",
  fixes: [],
  counts: "fact",
  examples: [
    {
      issue: {
        "A1.txt": folioPage(1, `${story()}（⟦下转第三版⟧）`),
        "A2.txt": folioPage(2, notice()),
        "A3.txt": folioPage(3, notice()),
      },
    },
    {
      issue: {
        "A1.txt": folioPage(1, `${story()}（⟦下转第三版⟧）`),
        "A2.txt": folioPage(2, notice()),
        "A3.txt": folioPage(3, `（⟦上接第二版⟧）${rest()}`),
      },
    },
  ],
  silent: [
    {
      issue: {
        "A1.txt": folioPage(1, `${story()}（下转第三版）`),
        "A2.txt": folioPage(2, notice()),
        "A3.txt": folioPage(3, `（上接第一版）${rest()}`),
      },
    },
    // The text that follows the jump line was glued to it.
    {
      issue: {
        "A1.txt": folioPage(1, `${story()}（下转第三版）图书馆夜间开放到十点，下班以后来读书的人比去年多了一倍。`),
        "A2.txt": folioPage(2, notice()),
        "A3.txt": folioPage(3, `（上接第一版）${rest()}`),
      },
    },
    // The page that is named is not there yet.
    {
      issue: {
        "A1.txt": folioPage(1, `${story()}（下转第四版）`),
        "A2.txt": folioPage(2, notice()),
        "A3.txt": folioPage(3, notice()),
      },
    },
  ],

  *checkIssue(issue) {
    const { single } = joinsIn(issue.pages);
    for (const line of single) yield* lost(line, single, issue);
  },
};

function* lost(line: JumpOnPage, single: readonly JumpOnPage[], { pages }: Issue): Iterable<IssueFinding> {
  const { page, jump } = line;
  const own = pageNumberOf(page);
  if (!own) return;
  const named = pageWithNumber(jump.page, page, pages);
  const [other] = named;
  if (!other) yield* beyondIssue(line, pages);
  if (!other || other === page || named.length > 1 || pageWithNumber(own, page, pages).length > 1) return;
  const opposite = single.filter((end) => end.page === other && end.jump.isFrom !== jump.isFrom);
  // Several ends that name one another: which of them is alone cannot be told.
  if (opposite.some((end) => pageWithNumber(end.jump.page, other, pages).includes(page))) return;
  // It may go on there without a line that says so.
  if (other.facts.jumps.headings.some((heading) => areAlike(heading, jump.words))) return;
  const wrong = opposite.find((end) => areAlike(end.jump.words, jump.words));
  const [there, here] = [numberText(jump.page, page), numberText(own, page)];
  const message = jump.isFrom
    ? {
        zh: `这里上接第${there}版，第${there}版上却没有“下转第${here}版”的文章`,
        en: `This comes from page ${there}, but nothing there goes on on page ${here}`,
      }
    : {
        zh: `这里下转第${there}版，第${there}版上却没有“上接第${here}版”的文章`,
        en: `This goes on on page ${there}, but nothing there comes from page ${here}`,
      };
  yield finding(line, message, wrong ? { end: wrong } : { page: other });
}

/** A newspaper's sheets have four pages; an issue that has fewer, or gaps, is not there as a whole. */
const PAGES_OF_SHEET = 4;

/** An article that goes on behind the last page. */
function* beyondIssue(line: JumpOnPage, pages: readonly IssuePage[]): Iterable<IssueFinding> {
  const { page, jump } = line;
  const section = jump.page.section || (pageNumberOf(page)?.section ?? "");
  const numbered = pages.flatMap((other) => {
    const number = pageNumberOf(other);
    return number?.section === section ? [{ other, number: number.number }] : [];
  });
  numbered.sort((a, b) => a.number - b.number);
  const last = numbered.at(-1);
  const isWhole = numbered.every(({ number }, i) => number === i + 1) && numbered.length % PAGES_OF_SHEET === 0;
  if (!last || !isWhole || jump.page.number <= last.number) return;
  const [there, end] = [numberText(jump.page, page), `${section}${last.number}`];
  yield finding(
    line,
    {
      zh: `这里${jump.isFrom ? "上接" : "下转"}第${there}版，这一期却只到第${end}版`,
      en: `This ${jump.isFrom ? "comes from" : "goes on on"} page ${there}, but the last page of the issue is ${end}`,
    },
    { page: last.other },
  );
}

/** A finding with the other end of the jump, or with the folio of the page where there is none. */
function finding(
  { page, jump }: JumpOnPage,
  message: Localised,
  other: { readonly end: JumpOnPage } | { readonly page: IssuePage },
): IssueFinding {
  const { start, end } = jump.place;
  const on = "end" in other ? other.end.page : other.page;
  const place = "end" in other ? other.end.jump.place : other.page.facts.folio.page?.place;
  const title = pageTitle(on);
  const says =
    "end" in other
      ? { zh: `${title.zh}上像是同一篇文章的这一处`, en: `What looks like the same article on ${title.en}` }
      : { zh: `${title.zh}的报眉`, en: `The folio of ${title.en}` };
  if (!place) return { uri: page.uri, start, end, message };
  const { range, ...span } = place;
  return { uri: page.uri, start, end, message, related: [{ ...span, message: says, on: { uri: on.uri, range } }] };
}

function numberText({ section, number }: PageNumber, on: IssuePage): string {
  return `${section || (pageNumberOf(on)?.section ?? "")}${number}`;
}

/** Pages of examples: a folio, and a text below it. */
function folioPage(number: number, text: string): string {
  return `第${number}版　2022年8月16日 星期二\n\n${text}\n`;
}

function story(): string {
  return "乡村道路修到群众心坎上\n\n本报讯 云溪县今年把修建乡村道路列为十件实事之首，先修出行最难的村，再修连接产业的路。";
}

function rest(): string {
  return "路通了，云溪县各乡镇的山货出得去了，修建乡村道路省下的运费，合作社算了一笔账。";
}

function notice(): string {
  return "图书馆夜间开放到十点\n\n本报讯 青川市图书馆近日把夜间开放时间延长到十点，新添座位六百个，下班以后来读书的人多了一倍。";
}
