/**
 * `textDocument/codeLens`: at the top what a key will mend and what needs a person; above each article its length, what in it needs
 * a person, the way to a far headline, and what can be done with it.
 */

import type { CodeLens, CodeLensParams, Command } from "vscode-languageserver";
import { withFindings } from "../../core/analyze.ts";
import { countCharacters, countParagraphs } from "../../core/articles/count.ts";
import type { Article } from "../../core/articles/types.ts";
import { type Finding, needsPerson } from "../../core/page/finding.ts";
import type { Localised } from "../../core/text/locale.ts";
import { indexAtOffset, type Span } from "../../core/text/text.ts";
import {
  COPY_ARTICLE_COMMAND,
  FIX_ALL_COMMAND,
  RESTORE_COMMAND,
  SHOW_FINDINGS_COMMAND,
  SHOW_PLACE_COMMAND,
} from "../../protocol.ts";
import type { Asked, Feature } from "../feature.ts";
import { countAll } from "./status.ts";

export const codeLens: Feature<CodeLensParams, CodeLens[] | null> = {
  method: "textDocument/codeLens",
  provides: () => ({ codeLensProvider: {} }),
  empty: null,
  answer(asked) {
    if (!asked.switches.codeLens) return [];
    const { findings, articles } = withFindings(asked.analysis, asked.lateFindings());
    return [...pageLenses(asked), ...articles.flatMap((article) => lensesOf(asked, article, findings))];
  },
};

/** What there is to do on the page: the one key first, then the places that want a decision. */
function pageLenses(asked: Asked): CodeLens[] {
  const { findings, fixable } = countAll(asked);
  const left = findings - fixable;
  const top = asked.at.position(0);
  const lens = (title: Localised, command: string): CodeLens => ({
    range: { start: top, end: top },
    // A lens may say something without doing anything, so every client can show this one.
    command: commandOf(asked, title, command) ?? { title: asked.client.say(title), command: "" },
  });
  const byKey = { zh: `${fixable} 处可一键修好`, en: `One key will mend ${counted(fixable, "place")}` };
  const byPerson = { zh: `${left} 处要看`, en: `${left} to decide` };
  return [
    ...(fixable > 0 ? [lens(byKey, FIX_ALL_COMMAND)] : []),
    ...(left > 0 ? [lens(byPerson, SHOW_FINDINGS_COMMAND)] : []),
  ];
}

/** All stand on the article's first line; an editor shows them above it, in this order. */
function lensesOf(asked: Asked, article: Article, findings: readonly Finding[]): CodeLens[] {
  const { page, at, client } = asked;
  const start = at.position(article.start);
  const facts = factsOf(asked, article, findings);
  const commands: (Command | undefined)[] = [
    // A lens may say something without doing anything, so every client can show this one.
    commandOf(asked, facts, SHOW_FINDINGS_COMMAND) ?? { title: client.say(facts), command: "" },
  ];
  const place = (offset: number): unknown[] => {
    const { line, character } = at.position(offset);
    return [page.uri, line, character];
  };
  const { headline } = article;
  if (headline && article.detached.includes(headline)) {
    const line = at.position(headline.start).line + 1;
    const title = { zh: `标题在第 ${line} 行`, en: `headline at line ${line}` };
    commands.push(commandOf(asked, title, SHOW_PLACE_COMMAND, place(headline.start)));
  }
  if (article.detached.length > 0) {
    commands.push(
      commandOf(asked, { zh: "移回标题", en: "bring heading home" }, RESTORE_COMMAND, place(article.start)),
    );
  }
  commands.push(commandOf(asked, { zh: "复制全文", en: "copy article" }, COPY_ARTICLE_COMMAND, place(article.start)));
  return commands.flatMap((command) => (command ? [{ range: { start, end: start }, command }] : []));
}

/** A command, where the client runs it. */
function commandOf({ client }: Asked, title: Localised, command: string, args: unknown[] = []): Command | undefined {
  return client.commands.has(command) ? { title: client.say(title), command, arguments: args } : undefined;
}

function factsOf({ analysis }: Asked, article: Article, findings: readonly Finding[]): Localised {
  const characters = countCharacters(article, analysis);
  const paragraphs = countParagraphs(article, analysis);
  const outside = article.detached.filter(({ start }) => start < article.start || start >= article.end);
  const left = [article, ...outside].reduce((sum, place) => sum + countIn(findings, place), 0);
  return {
    zh: [`${characters} 字`, `${paragraphs} 段`, ...(left ? [`${left} 处要看`] : [])].join(" · "),
    en: [
      counted(characters, "character"),
      counted(paragraphs, "paragraph"),
      ...(left ? [`${left} to decide`] : []),
    ].join(" · "),
  };
}

/** How many of the findings, which are in page order, begin in a place and need a person. */
function countIn(findings: readonly Finding[], { start, end }: Span): number {
  return findings
    .slice(indexAtOffset(findings, start - 1) + 1, indexAtOffset(findings, end - 1) + 1)
    .filter(needsPerson).length;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
