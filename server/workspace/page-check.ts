/** What is kept of the findings of a page, be it open or not: how many there are, and where those stand that need a person. */

import { articleAt } from "../core/articles/article-at.ts";
import { numberOfPage, type PageNumber } from "../core/articles/jumps.ts";
import { type PageErrors, pageErrors } from "../core/error-rate.ts";
import { articleName } from "../core/outline.ts";
import { type Analysis, partsOf } from "../core/page/analysis.ts";
import { type Finding, needsPerson, type Severity } from "../core/page/finding.ts";
import type { Localised } from "../core/text/locale.ts";
import { type Positions, positionsOf, type Range } from "../core/text/positions.ts";

/** A finding without its fix, its places as the protocol counts them. */
export interface PlacedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Localised;
  readonly range: Range;
  readonly related?: readonly PlacedRelation[];
}

/** A place that explains a finding; on its own page where no other one (URI) is named. */
interface PlacedRelation {
  readonly uri?: string;
  readonly range: Range;
  readonly message: Localised;
}

export interface PageCheck {
  /** The number of the page in its issue, where folio or file name give one. */
  readonly number?: PageNumber;
  /** Findings in all; of these, those with a safe fix; and those that need a person. */
  readonly findings: number;
  readonly fixable: number;
  readonly needing: number;
  /** What needs a person, in page order; of very many the first. */
  readonly places: readonly CheckedPlace[];
  /** What of the page goes into the error rate of its issue. */
  readonly errors: PageErrors;
}

/** A place that needs a person, and what the article is called in which it stands. */
export interface CheckedPlace extends PlacedFinding {
  readonly article?: Localised;
}

/** A page with more places than this is no page that anybody goes through one by one. */
const MOST_PLACES = 300;

/** The check of a page (URI) by what was found on it. */
export function checkOf(uri: string, analysis: Analysis): PageCheck {
  const { blocks, roles } = analysis;
  let [findings, fixable] = [0, 0];
  const needing: Finding[] = [];
  for (const part of partsOf(analysis)) {
    findings += part.unplaced.length;
    const safe = part.unplaced.filter((finding) => !needsPerson(finding)).length;
    fixable += safe;
    // Of a long text only the parts are put together that have something to show.
    if (safe < part.unplaced.length) needing.push(...part.placed().filter(needsPerson));
  }
  const folios = blocks.flatMap(({ index, text }) => (roles[index] === "folio" ? [text] : []));
  const number = numberOfPage(folios, fileName(uri));
  const at = positionsOf(analysis.page);
  return {
    ...(number ? { number } : {}),
    findings,
    fixable,
    needing: needing.length,
    places: needing.slice(0, MOST_PLACES).map((finding) => checkedPlace(analysis, finding, at)),
    errors: pageErrors(analysis),
  };
}

function checkedPlace(analysis: Analysis, finding: Finding, at: Positions): CheckedPlace {
  const article = articleAt(analysis, finding.start);
  const placed = placedFinding(finding, at);
  return article ? { ...placed, article: { zh: articleName(article, "zh"), en: articleName(article, "en") } } : placed;
}

/** A finding as it is shown where its page is not open. */
export function placedFinding({ rule, severity, message, related, ...span }: Finding, at: Positions): PlacedFinding {
  const others = related?.map(({ on, message: explains, ...place }) => ({
    ...(on ?? { range: at.range(place) }),
    message: explains,
  }));
  return { rule, severity, message, range: at.range(span), ...(others?.length ? { related: others } : {}) };
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
