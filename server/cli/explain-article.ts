/** `galley explain --article FILE:LINE`: why an article begins where it does, and why it has the headline that it has. */

import { analyze } from "../core/analyze.ts";
import {
  type ArticleDecision,
  type BeginningDecision,
  explainArticle,
  type HeadingChoice,
  type HomelessHeading,
} from "../core/articles/decision.ts";
import type { Block } from "../core/layout/types.ts";
import { articleName } from "../core/outline.ts";
import type { Localised } from "../core/text/locale.ts";
import { Refusal } from "../host/refusal.ts";
import { evidenceRows, lineGiven, lineOn, tableOf, unsigned } from "./explanations.ts";
import { forOnePage } from "./pages.ts";
import type { Session } from "./session.ts";
import { onOneLine } from "./terminal.ts";

/** Prints what was decided about the article of a line. `place` is `FILE:LINE`, lines counted from 1. */
export async function explainArticleAt(session: Session, place: string): Promise<void> {
  const given = lineGiven(place, "--article");
  await forOnePage(session, given.file, async ({ name, text, settings }) => {
    const analysis = analyze(text, settings);
    const decision = explainArticle(analysis, lineOn(analysis.page, given));
    if (!decision) throw new Refusal(NO_ARTICLE);
    const described = new ArticleDescription(session);
    const parts = decision.about === "article" ? described.article(decision) : described.homeless(decision);
    await session.print(`${session.colours.underline(`${onOneLine(name)}:${given.line}`)}\n${parts.join("\n\n")}\n`);
  });
}

const NO_ARTICLE: Localised = {
  zh: "这一行不属于任何文章，也不是标题",
  en: "this line belongs to no article and is no heading",
};

/** Characters shown of a heading or of the beginning of a text. */
const SHOWN = 24;
/** Other headings shown, the cheapest ones. */
const MOST_OTHERS = 6;

/** Decisions about articles, in words. */
class ArticleDescription {
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  article({ article, beginning, here, heading, others }: ArticleDecision): string[] {
    const { say, colours, locale } = this.session;
    const [first, last] = [article.blocks[0]?.firstLine ?? 0, article.blocks.at(-1)?.lastLine ?? 0];
    const title = `${colours.bold(articleName(article, locale))}  ${colours.dim(`${first + 1}–${last + 1}`)}`;
    const begins = beginning ? this.beginning(beginning) : say(article.index === 0 ? FIRST : DIVIDED);
    return [
      [title, begins].join("\n"),
      ...(here ? [this.beginning(here)] : []),
      this.heading(heading),
      ...(others.length > 0 ? [this.others(say(OTHER_HEADINGS), others, (other) => this.linesOf(other))] : []),
    ];
  }

  homeless({ lines, others }: HomelessHeading): string[] {
    const { say, colours } = this.session;
    return [
      `${colours.bold(textOf(lines))}\n${say(HOMELESS)}`,
      this.others(say(ITS_ARTICLES), others, ({ article }) => [
        lineNumber(article.blocks[0]),
        articleName(article, this.session.locale),
      ]),
    ];
  }

  private beginning({ text, begins, margin, evidence, otherwise }: BeginningDecision): string {
    const { say, colours } = this.session;
    const line = lineNumber(text);
    const verdict: Localised = begins
      ? { zh: `文章从第 ${line} 行开始`, en: `The article begins at line ${line}` }
      : { zh: `第 ${line} 行没有另起一篇`, en: `No article begins at line ${line}` };
    return [
      `${colours.bold(say(verdict))} (${say(margin < 0 ? WORSE : BETTER)} ${unsigned(Math.abs(margin))})`,
      say(this.otherwise(otherwise)),
      say(EVIDENCE),
      ...evidenceRows(this.session, evidence),
    ].join("\n");
  }

  private otherwise({ begins, goesOn }: BeginningDecision["otherwise"]): Localised {
    const zh = [
      ...(goesOn.length > 0 ? [`第 ${goesOn.map(lineNumber).join("、")} 行接着上文`] : []),
      ...(begins.length > 0 ? [`第 ${begins.map(lineNumber).join("、")} 行另起一篇`] : []),
    ];
    const en = [
      ...(goesOn.length > 0 ? [`line ${goesOn.map(lineNumber).join(", ")} goes on with the article above`] : []),
      ...(begins.length > 0 ? [`an article begins at line ${begins.map(lineNumber).join(", ")}`] : []),
    ];
    return { zh: `另一种读法：${zh.join("，")}`, en: `The other reading: ${en.join("; ")}` };
  }

  private heading({ lines, worth, evidence }: HeadingChoice): string {
    const { say, colours } = this.session;
    if (lines.length === 0) return colours.bold(say(NO_HEADING));
    const line = lineNumber(lines[0]);
    const verdict = { zh: `标题在第 ${line} 行`, en: `Its heading is at line ${line}` };
    const sum = { zh: "与文章相合", en: "they gain by each other" };
    return [
      `${colours.bold(say(verdict))}  ${textOf(lines)} (${say(sum)} ${unsigned(worth)})`,
      say(EVIDENCE),
      ...evidenceRows(this.session, evidence),
    ].join("\n");
  }

  private others(
    heading: string,
    others: readonly HeadingChoice[],
    cellsOf: (other: HeadingChoice) => readonly string[],
  ): string {
    const { say } = this.session;
    const rows = others
      .slice(0, MOST_OTHERS)
      .map((other) => [unsigned(other.cost), unsigned(other.worth), ...cellsOf(other)]);
    const table = tableOf([[say(COST), say(WORTH), say(LINE), ""], ...rows], [0, 1, 2]);
    return [heading, ...table.map((row) => `  ${row}`)].join("\n");
  }

  private linesOf({ lines, owner }: HeadingChoice): string[] {
    const { say } = this.session;
    if (lines.length === 0) return ["", say({ zh: "没有标题", en: "no heading" })];
    const at = lineNumber(owner?.blocks[0]);
    const whose = owner
      ? say({ zh: `（第 ${at} 行起的文章的标题）`, en: ` (heading of the article at line ${at})` })
      : "";
    return [lineNumber(lines[0]), `${textOf(lines)}${whose}`];
  }
}

function lineNumber(block: Block | undefined): string {
  return String((block?.firstLine ?? 0) + 1);
}

function textOf(lines: readonly Block[]): string {
  const chars = [...lines.map(({ text }) => text.trim()).join(" ")];
  return `“${chars.slice(0, SHOWN).join("")}${chars.length > SHOWN ? "…" : ""}”`;
}

const FIRST: Localised = { zh: "版面从这篇文章开始", en: "The page begins with it" };
const DIVIDED: Localised = {
  zh: "全文比一版长，在这里分开来读",
  en: "The text is longer than a page and is divided here",
};
const BETTER: Localised = { zh: "比另一种读法好", en: "better than the other reading by" };
/** The search isn't exhaustive; where it missed something better, that is why the page was read wrong. */
const WORSE: Localised = {
  zh: "搜索没有找到更好的另一种读法，差",
  en: "the search missed the other reading, better by",
};
const EVIDENCE: Localised = {
  zh: "依据，合起来就是这个数（正数赞成，负数反对）：",
  en: "Evidence, which adds up to that (above 0 for it, below against it):",
};
const NO_HEADING: Localised = { zh: "没有标题", en: "It has no heading" };
const HOMELESS: Localised = { zh: "这个标题不归任何文章", en: "This heading is no article's" };
const OTHER_HEADINGS: Localised = {
  zh: "其他标题（代价：整版的读法会差多少；相合：标题与文章）：",
  en: "Other headings (cost: how much worse the page would read; gain: of heading and article by each other):",
};
const ITS_ARTICLES: Localised = {
  zh: "它可以归的文章（代价：整版的读法会差多少；相合：标题与文章）：",
  en: "Articles it could belong to (cost: how much worse the page would read; gain: of heading and article by each other):",
};
const COST: Localised = { zh: "代价", en: "cost" };
const WORTH: Localised = { zh: "相合", en: "gain" };
const LINE: Localised = { zh: "行", en: "line" };
