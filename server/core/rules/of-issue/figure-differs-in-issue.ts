/** One project of which two pages of an issue give different figures. */

import type { FactPlace } from "../../issue/fact-place.ts";
import { type Issue, type IssuePage, pageTitle } from "../../issue/issue.ts";
import type { ProjectFact } from "../../issue/project-facts.ts";
import { compare } from "../../numbers/numerals/decimal.ts";
import { numberReader } from "../../numbers/page-numbers.ts";
import { commonThing } from "../../numbers/sums/attributes.ts";
import { isRounded } from "../../numbers/sums/figure-blocks.ts";
import { type Figure, figuresOf } from "../../numbers/sums/figures.ts";
import type { IssueFinding, IssueRule } from "../rule.ts";
import { onOtherPage } from "./persons.ts";

export const figureDiffersInIssue: IssueRule = {
  id: "figure-differs-in-issue",
  title: { zh: "同一项目各版数字不一", en: "One project with two figures in the issue" },
  why: {
    zh: "同一个项目的总投资、全长、面积，一版一个数、二版另一个数，各版分开看都通。名称完全相同、单位相同、又不是四舍五入的，才提示。",
    en:
      "The investment, the length or the area of one project, given with one figure on page 1 and another on page 2, read well on each page by " +
      "itself. Reported is only what both pages give under one name in one unit, and what is no rounding.",
  },
  severity: "warning",
  fixes: [],
  counts: "fact",
  examples: [
    {
      issue: {
        "A1.txt": examplePage(1, "本报讯 柳河峡谷水库工程昨日开工，总投资3.2亿元，两年以后建成。"),
        "A2.txt": examplePage(2, "本报讯 记者了解到，柳河峡谷水库工程总投资⟦2.3亿元⟧，群众盼了多年。"),
      },
    },
  ],
  silent: [
    {
      issue: {
        "A1.txt": examplePage(1, "本报讯 柳河峡谷水库工程昨日开工，总投资3.18亿元，两年以后建成。"),
        "A2.txt": examplePage(2, "本报讯 记者了解到，柳河峡谷水库工程总投资3.2亿元，青山峡谷水库工程总投资2.3亿元。"),
      },
    },
  ],

  *checkIssue(issue) {
    const known = projectsOf(issue);
    for (const [index, here] of known.entries()) {
      const before = known.slice(0, index).filter((other) => isSame(here, other));
      const other = before.find((one) => one.page !== here.page && compare(one.figure.value, here.figure.value) !== 0);
      // A figure that agrees with one before, or differs from several, may be of another thing.
      if (other && before.length === 1 && !isRounded(here.figure, other.figure)) yield finding(here, other);
    }
  },
};

function examplePage(number: number, text: string): string {
  return `第${number}版　2022年8月16日 星期二\n\n${text}\n`;
}

interface ProjectOnPage extends Omit<ProjectFact, "figure"> {
  readonly page: IssuePage;
  readonly words: string;
  readonly figure: Figure;
  readonly place: FactPlace;
}

function projectsOf({ pages }: Issue): ProjectOnPage[] {
  const texts = pages.flatMap(({ facts }) => facts.projects.map(({ figure: text }) => ({ text })));
  const { read } = numberReader(texts);
  return pages.flatMap((page) =>
    page.facts.projects.flatMap(({ figure: words, ...project }) => {
      const [figure] = figuresOf(read(words));
      return figure ? [{ ...project, page, words, figure }] : [];
    }),
  );
}

function isSame(one: ProjectOnPage, other: ProjectOnPage): boolean {
  return (
    one.attribute === other.attribute &&
    one.figure.measure === other.figure.measure &&
    commonThing(one.of, other.of) !== undefined
  );
}

function finding(here: ProjectOnPage, other: ProjectOnPage): IssueFinding {
  const thing = commonThing(here.of, other.of) ?? here.of;
  const { zh, en } = pageTitle(other.page);
  return {
    uri: here.page.uri,
    start: here.place.start,
    end: here.place.end,
    message: {
      zh: `“${thing}”的${here.attribute}，这一版是${here.words}，${zh}上是${other.words}，请核对。`,
      en: `“${thing}” has ${here.words} here and ${other.words} on ${en} (${here.attribute}).`,
    },
    related: [onOtherPage(other.page, other.place, other.words)],
  };
}
