/** A person to whom two pages of an issue give titles of which only one can be right. */

import type { FactPlace } from "../../issue/fact-place.ts";
import { type Issue, type IssuePage, pageTitle } from "../../issue/issue.ts";
import { rolesMeet, titleConflict } from "../by-names/roles.ts";
import type { IssueFinding, IssueRule } from "../rule.ts";
import { onOtherPage, personsOf } from "./persons.ts";

const NAMES = ["云溪县水利局局长", "云溪县水利局副局长", "局长", "云溪县委副书记、县长", "云溪县县长"].map(
  (role) => ({ type: "PER", text: "苏禾田", role }) as const,
);

export const titleDiffersInIssue: IssueRule = {
  id: "title-differs-in-issue",
  title: { zh: "同一人各版职务不一", en: "One person with two titles in the issue" },
  why: {
    zh: "同一位领导，一版是局长，二版成了副局长：各版由不同的编辑看，谁也看不出来。两处都写明单位、职级对不上的才提示；一人兼几职、简称、原任，都不提示。",
    en:
      "A director on page 1 who is a deputy on page 2: each page has an editor of its own, and none of them can see it. Reported is only what both " +
      "pages say with the body that the office is of. Several offices of one person, short titles and former offices are left alone.",
  },
  severity: "warning",
  fixes: [],
  counts: "important",
  needsNames: true,
  examples: [
    {
      issue: {
        "A1.txt": examplePage(1, "本报讯 云溪县水利局局长苏禾田来到工地，看望建设者。"),
        "A2.txt": examplePage(2, "本报讯 ⟦云溪县水利局副局长苏禾田⟧说，汛期还没有过去。"),
      },
      names: NAMES,
    },
  ],
  silent: [
    {
      issue: {
        "A1.txt": examplePage(1, "本报讯 云溪县委副书记、县长苏禾田来到工地，看望建设者。"),
        "A2.txt": examplePage(2, "本报讯 云溪县县长苏禾田说，汛期还没有过去。"),
      },
      names: NAMES,
    },
  ],

  *checkIssue(issue) {
    for (const [name, titled] of titledPersons(issue)) yield* conflictsOf(name, titled);
  },
};

function examplePage(number: number, text: string): string {
  return `第${number}版　2022年8月16日 星期二\n\n${text}\n`;
}

/** A title that a page gives a person. */
interface TitleOnPage {
  readonly page: IssuePage;
  readonly role: string;
  readonly place: FactPlace;
}

function titledPersons(issue: Issue): [name: string, titled: TitleOnPage[]][] {
  return [...personsOf(issue)].map(([name, places]) => [
    name,
    places.flatMap(({ page, person }) => person.titles.map((title) => ({ page, ...title }))),
  ]);
}

/** Of two titles on different pages that contradict each other the one that fewer pages give, or a later one. */
function* conflictsOf(name: string, titled: readonly TitleOnPage[]): Generator<IssueFinding> {
  const support = titled.map((one) => titled.filter((other) => rolesMeet([one.role], other.role)).length);
  for (const [index, here] of titled.entries()) {
    const other = titled.find((one, at) => {
      const [own = 0, its = 0] = [support[index], support[at]];
      const isSurer = own < its || (own === its && at < index);
      return isSurer && one.page !== here.page && titleConflict(here.role, one.role, true) !== undefined;
    });
    if (!other) continue;
    const { zh, en } = pageTitle(other.page);
    yield {
      uri: here.page.uri,
      start: here.place.start,
      end: here.place.end,
      message: {
        zh: `${name}在这一版是“${here.role}”，${zh}上是“${other.role}”，请核对。`,
        en: `${name} is “${here.role}” on this page and “${other.role}” on ${en}.`,
      },
      related: [onOtherPage(other.page, other.place, other.role + name)],
    };
  }
}
