/** Plants contradictions between two pages of an issue, and scores what is found of them. */

import { analyze } from "../../server/core/analyze.ts";
import type { IssuePage } from "../../server/core/issue/issue.ts";
import { pageFacts } from "../../server/core/issue/page-facts.ts";
import type { PersonFact } from "../../server/core/issue/person-facts.ts";
import { ISSUE_RULES } from "../../server/core/rules/index.ts";
import type { PlantedScore } from "./score-planted.ts";
import { shippedReader } from "./score-planted.ts";

export interface IssueScores {
  readonly kinds: readonly PlantedScore[];
  /** Faults that were not found, and findings that are none, each in a line. */
  readonly errors: readonly string[];
  /** What is found in the issue as it is. */
  readonly clean: readonly string[];
}

/** The rules whose findings say that pages of an issue contradict one another. */
const RULES = ISSUE_RULES.filter(({ id }) => id.endsWith("-in-issue"));
/** The page that is put beside the others, for the second mention. */
const OTHER = "planted.txt";

/** A second page, on which somebody or something of the issue is named otherwise. */
interface PlantedPage {
  readonly kind: string;
  readonly sentence: string;
}

/** Takes the pages for one issue, and puts one page beside them at a time that contradicts them. */
export function scoreInIssue(texts: Iterable<{ readonly page: string; readonly text: string }>): IssueScores {
  const pages = [...texts].map(({ page, text }) => factsOf(page, text));
  const said = findingsIn(pages);
  const kinds = new Map<string, { kind: string; planted: number; found: number; wrong: number }>();
  const errors: string[] = [];
  for (const { kind, sentence } of pages.flatMap(plantedPages)) {
    const score = kinds.get(kind) ?? { kind, planted: 0, found: 0, wrong: 0 };
    kinds.set(kind, score);
    score.planted += 1;
    const findings = findingsIn([...pages, factsOf(OTHER, sentence)]).filter((one) => !said.includes(one));
    const tells = (finding: string): boolean => finding.includes(OTHER);
    if (findings.some(tells)) score.found += 1;
    else errors.push(`missed  ${kind}: ${sentence}`);
    const wrong = findings.filter((one) => !tells(one));
    score.wrong += wrong.length;
    errors.push(...wrong.map((one) => `wrong   ${kind}: ${sentence}: ${one}`));
  }
  return { kinds: [...kinds.values()], errors, clean: said };
}

function factsOf(uri: string, text: string): IssuePage {
  const analysis = analyze(text);
  return { uri, facts: pageFacts(analysis, shippedReader().read(analysis).mentions) };
}

/** Each finding in a line, with the pages that it names. */
function findingsIn(pages: readonly IssuePage[]): string[] {
  return RULES.flatMap((rule) =>
    [...rule.checkIssue({ pages })].map(({ uri, message, related = [] }) =>
      [rule.id, uri, message.zh, ...related.map(({ on }) => on?.uri ?? "")].join(" "),
    ),
  );
}

function plantedPages({ facts: { persons, projects } }: IssuePage): PlantedPage[] {
  return [
    ...persons.flatMap(aboutPerson),
    ...projects.flatMap(({ of, attribute, figure }): PlantedPage[] => {
      const other = figure.replace(/\d/u, (digit) => String((Number(digit) % 8) + 1));
      const sentence = `　　本报讯 记者了解到，${of}${attribute}${other}，两年以后建成。\n`;
      return other === figure ? [] : [{ kind: "issue, a project's figure", sentence }];
    }),
  ];
}

/** Somebody with an office that says whose it is: the name with another character, the office of another rank. */
function aboutPerson({ name, titles, count }: PersonFact): PlantedPage[] {
  const role = titles.find(({ role: one }) =>
    /^\p{Script=Han}{3,}[局厅处院校所县市乡镇区村委][长记]$|委书记$/u.test(one),
  )?.role;
  if (role === undefined || name.length < 3 || /副|[原前代]/u.test(role)) return [];
  const says = (who: string): string => `　　本报讯 ${who}在会上说，今年的事情要一件一件办好。\n`;
  const deputy = says(role.replace(/(?=.长$|书记$)/u, "副") + name);
  const other = name.slice(0, -1) + (name.endsWith("明") ? "华" : "明");
  return [
    { kind: "issue, another rank", sentence: deputy },
    ...(count > 1 ? [{ kind: "issue, a person's character by chance", sentence: says(role + other) }] : []),
  ];
}
