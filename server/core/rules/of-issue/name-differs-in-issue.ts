/** A person whose name one page of an issue writes with another character than the rest. */

import { type Issue, pageTitle } from "../../issue/issue.ts";
import { differenceAt, likeness } from "../by-names/one-apart.ts";
import { rolesMeet } from "../by-names/roles.ts";
import type { IssueFinding, IssueRule } from "../rule.ts";
import { onOtherPage, type PersonOnPage, personsOf } from "./persons.ts";

const CHIEF = "云溪县水利局局长";

export const nameDiffersInIssue: IssueRule = {
  id: "name-differs-in-issue",
  title: { zh: "各版人名不一", en: "A name written in two ways in the issue" },
  why: {
    zh: "同一个人，一版写对了，二版错了一个字：各版由不同的编辑看，谁也看不出来。两处的单位和职务相同、名字只差一字的才提示，标在少的那一处。",
    en:
      "A name that is right on page 1 and has a wrong character on page 2: each page has an editor of its own, and none of them can see it. " +
      "Reported are names that differ in one character and have the same office of the same body; the one that stands less often is marked.",
  },
  severity: "warning",
  fixes: [],
  counts: "important",
  needsNames: true,
  examples: [
    {
      issue: {
        "A1.txt": examplePage(1, `本报讯 ${CHIEF}苏禾田来到工地，看望建设者。苏禾田说，汛期还没有过去。`),
        "A2.txt": examplePage(2, `本报讯 ${CHIEF}⟦苏禾由⟧在会上说，今年的水渠都要修好。`),
      },
      names: [
        { type: "PER", text: "苏禾田", role: CHIEF },
        { type: "PER", text: "苏禾由", role: CHIEF },
      ],
    },
  ],
  silent: [
    {
      issue: {
        "A1.txt": examplePage(1, `本报讯 ${CHIEF}苏禾田来到工地，看望建设者。苏禾田说，汛期还没有过去。`),
        "A2.txt": examplePage(2, "本报讯 云溪县教育局局长苏禾由在会上说，今年的校舍都要修好。"),
      },
      names: [
        { type: "PER", text: "苏禾田", role: CHIEF },
        { type: "PER", text: "苏禾由", role: "云溪县教育局局长" },
      ],
    },
  ],

  *checkIssue(issue) {
    for (const [here, others] of pairsOneApart(issue)) {
      for (const one of here) {
        const other = others.find(({ page }) => page !== one.page);
        if (other) yield finding(one, other);
      }
    }
  },
};

function examplePage(number: number, text: string): string {
  return `第${number}版　2022年8月16日 星期二\n\n${text}\n`;
}

/** Names of one office that differ in one character, the one that stands less often first; one that is near several is near by chance. */
function pairsOneApart(issue: Issue): [PersonOnPage[], PersonOnPage[]][] {
  const persons = [...personsOf(issue)].filter(([name]) => /^\p{Script=Han}{2,4}$/u.test(name));
  const byRest = new Map<string, [string, PersonOnPage[]][]>();
  const pairs: [PersonOnPage[], PersonOnPage[]][] = [];
  for (const entry of persons) {
    const [name, places] = entry;
    // A surname is no slip for another one.
    for (let at = 1; at < name.length; at += 1) {
      const rest = `${name.slice(0, at)}_${name.slice(at + 1)}`;
      const alike = byRest.get(rest) ?? [];
      byRest.set(rest, alike);
      for (const [other, otherPlaces] of alike) {
        if (!haveSameOffice(places, otherPlaces) || !canBeOne(name, other)) continue;
        const [few, many] = countOf(places) <= countOf(otherPlaces) ? [places, otherPlaces] : [otherPlaces, places];
        // Two pages of one issue that name both know two persons.
        if (countOf(few) < countOf(many) && !few.some(({ page }) => many.some((one) => one.page === page)))
          pairs.push([few, many]);
      }
      alike.push(entry);
    }
  }
  return pairs.filter(([few]) => pairs.filter(([one]) => one === few).length === 1);
}

/** Names of two characters have to look alike, too: half of one is little to know somebody by. */
function canBeOne(name: string, other: string): boolean {
  const at = differenceAt(name, other);
  return at !== undefined && (name.length > 2 || likeness(name, other, at) !== "none");
}

function countOf(places: readonly PersonOnPage[]): number {
  return places.reduce((sum, { person }) => sum + person.count, 0);
}

/** Whether a title of the one is a title of the other, the body named in both: everybody's 局长 is nobody's. */
function haveSameOffice(some: readonly PersonOnPage[], others: readonly PersonOnPage[]): boolean {
  const rolesOf = (places: readonly PersonOnPage[]): string[] =>
    places
      .flatMap(({ person }) => person.titles.map(({ role }) => role))
      .filter((role) => role.length >= SHORTEST && /[长记任席理总裁]$/u.test(role));
  return rolesOf(some).some((role) => rolesOf(others).some((other) => rolesMeet([role], other)));
}

/** A title that says whose it is has as many characters: 县水利局局长. */
const SHORTEST = 5;

function finding({ page, person }: PersonOnPage, { page: on, person: other }: PersonOnPage): IssueFinding {
  const { zh, en } = pageTitle(on);
  return {
    uri: page.uri,
    start: person.place.start,
    end: person.place.end,
    message: {
      zh: `这一版是“${person.name}”，${zh}上是“${other.name}”，职务相同，只差一字，请核对。`,
      en: `“${person.name}” here is one character off “${other.name}” on ${en}, who has the same office.`,
    },
    related: [onOtherPage(on, other.place, other.name)],
    unsettled: person.name,
  };
}
