/** Plans random pages: articles, their columns, and where their headings ended up, at the rates of real pages. */

import { DIALECTS, type DialectName, vary } from "./dialects.ts";
import { type Random, randomFrom } from "./random.ts";
import { subjects, writeArticle, writeCredit } from "./stock/index.ts";
import type { CleanArticle, Column, Dialect, PageItem, PagePlan } from "./types.ts";

export interface PlanOptions {
  readonly dialect?: DialectName;
  /** Articles on the page, at least and at most. */
  readonly articles?: readonly [number, number];
}

/** The plan of a random page; equal seeds and options give equal plans. */
export function planPage(seed: number, options: PlanOptions = {}): PagePlan {
  const random = randomFrom(seed);
  const name = options.dialect ?? random.weighted(DIALECTS.map((d) => [d, d === "seed" ? 4 : 1] as const));
  const dialect = vary(name, random);
  const [low, high] = options.articles ?? [2, 8];
  const order = subjects(random);
  const articles = Array.from({ length: random.int(low, high) }, (_, i) =>
    writeArticle(`A${i + 1}`, order[i % order.length] ?? 0, random),
  );
  const top: PageItem[] = [];
  const bottom: PageItem[] = [];
  const middle: PageItem[] = [];
  for (const article of articles) {
    const flow = flowOf(article, random);
    const heading = headingOf(article, dialect, random);
    const detached = dialect.name === "seed";
    const place = random.weighted([
      ["before", 60],
      ["after", 70],
      ["far", detached ? 54 : 10],
    ] as const);
    if (place === "before") middle.push(...heading, flow);
    else if (place === "after") middle.push(flow, ...heading);
    else {
      middle.push(flow);
      (random.chance(0.5) ? top : bottom).push(...heading);
    }
  }
  for (const { id, caption } of articles) {
    if (caption === undefined) continue;
    const item = display(id, "caption", caption, random.int(10, 24));
    // A caption falls between articles, not into a heading.
    const gaps = [...middle.keys(), middle.length].filter(
      (i) => middle[i - 1]?.kind !== "display" || middle[i]?.kind !== "display",
    );
    middle.splice(random.pick(gaps), 0, item);
  }
  if (random.chance(0.3)) bottom.push(display("", "credit", writeCredit(random), 30));
  const items = [...(dialect.name === "indented" ? [folio(random)] : []), ...top, ...middle, ...bottom];
  return { name: `random-${seed}`, seed, dialect, articles, items };
}

function flowOf(article: CleanArticle, random: Random): PageItem {
  return { kind: "flow", article: article.id, blocks: article.blocks, columns: columns(random) };
}

/** A measure, and in a quarter of all articles a second one from some line on (a picture begins or ends). */
function columns(random: Random): Column[] {
  const measure = random.weighted([
    [random.int(14, 19), 60],
    [random.int(20, 28), 20],
    [random.int(29, 40), 12],
    [random.int(9, 13), 8],
  ] as const);
  const exact = random.chance(0.3) ? measure + random.pick([0.25, 0.4, 0.5]) : measure;
  if (!random.chance(0.25)) return [{ measure: exact }];
  const other = random.chance(0.6)
    ? Math.min(40, Math.round(measure * (1.3 + random.next())))
    : Math.max(9, Math.round(measure * 0.6));
  return [{ measure: exact, lines: random.int(4, 30) }, { measure: other }];
}

function headingOf(article: CleanArticle, dialect: Dialect, random: Random): PageItem[] {
  const width = random.int(12, 34);
  const items: PageItem[] = [];
  if (article.kicker !== undefined) items.push(display(article.id, "kicker", article.kicker, width + 6));
  if (article.headline !== undefined) items.push(display(article.id, "headline", article.headline, width));
  if (article.subhead !== undefined) items.push(display(article.id, "subhead", article.subhead, width + 6));
  if (article.byline === undefined) return items;
  const byline = display(article.id, "byline", article.byline, 30);
  return dialect.name === "seed" && random.chance(0.3) ? [byline, ...items] : [...items, byline];
}

function display(
  article: string,
  role: (PageItem & { kind: "display" })["role"],
  text: string,
  width: number,
): PageItem {
  return { kind: "display", article, role, text, width };
}

const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];

/** A page head with a date whose weekday is right. */
function folio(random: Random): PageItem {
  const date = new Date(Date.UTC(random.int(2015, 2025), random.int(0, 11), random.int(1, 28)));
  const day = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  const name = random.pick(["要闻", "综合新闻", "民生", "文化周刊", "县域观察"]);
  return display("", "folio", `第${random.int(1, 8)}版 ${name} ${day} 星期${WEEKDAYS[date.getUTCDay()]}`, 60);
}
