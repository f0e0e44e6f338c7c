/** `galley/status`: what there is to do on a page, in figures. */

import { withFindings } from "../../core/analyze.ts";
import { errorRate, type PageErrors, pageErrors } from "../../core/error-rate.ts";
import { errorRateInWords } from "../../core/error-rate-words.ts";
import { countFindings } from "../../core/page/analysis.ts";
import { type Finding, needsPerson } from "../../core/page/finding.ts";
import { RULES } from "../../core/rules/index.ts";
import { PAGE_STATUS, type PageRequest, type PageStatus, type RuleCount } from "../../protocol.ts";
import type { Client } from "../client.ts";
import type { Asked, Feature } from "../feature.ts";

export const pageStatus: Feature<PageRequest, PageStatus | null> = {
  method: PAGE_STATUS,
  empty: null,
  answer(asked) {
    const decide = new Map<string, number>();
    const mend = new Map<string, number>();
    const { findings, fixable } = countAll(asked, (finding) => {
      const counts = needsPerson(finding) ? decide : mend;
      counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
    });
    return {
      version: asked.page.version,
      findings,
      fixable,
      needPerson: findings - fixable,
      byRule: [...rows(decide, true, asked.client), ...rows(mend, false, asked.client)],
      ...toldErrorRate([pageErrors(withFindings(asked.analysis, asked.lateFindings()))], asked.client),
      articles: asked.analysis.articles.length,
    };
  },
};

/** The rate of these pages in the client's language; nothing where no finding counts. */
export function toldErrorRate(pages: readonly PageErrors[], client: Client): Pick<PageStatus, "errorRate"> {
  const rate = errorRate(pages);
  if (rate.errors === 0) return {};
  return { errorRate: { perTenThousand: rate.perTenThousand, inWords: client.say(errorRateInWords(rate)) } };
}

/** How many findings a page has in all, those by names and by the issue included, and how many of them a key will mend. */
export function countAll(
  { analysis, lateFindings }: Asked,
  look: (finding: Finding) => void = () => undefined,
): { readonly findings: number; readonly fixable: number } {
  let fixable = 0;
  const count = (finding: Finding): boolean => {
    look(finding);
    if (!needsPerson(finding)) fixable += 1;
    return true;
  };
  const late = lateFindings();
  late.forEach(count);
  return { findings: countFindings(analysis, count) + late.length, fixable };
}

/** The rules with their counts, most first. */
function rows(counts: ReadonlyMap<string, number>, needPerson: boolean, client: Client): RuleCount[] {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([rule, count]) => {
      const title = RULES.find(({ id }) => id === rule)?.title ?? { zh: rule, en: rule };
      return { rule, title: client.say(title), needPerson, count };
    });
}
