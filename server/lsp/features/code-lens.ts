/** `textDocument/codeLens`: above each article its length and findings, the way to a far headline, and what can be done with it. */

import type { CodeLens, CodeLensParams, Command } from "vscode-languageserver";
import { countCharacters, countParagraphs } from "../../core/articles/count.ts";
import type { Article } from "../../core/articles/types.ts";
import type { Finding } from "../../core/page/finding.ts";
import type { Localised } from "../../core/text/locale.ts";
import { indexAtOffset, type Span } from "../../core/text/text.ts";
import { COPY_ARTICLE_COMMAND, RESTORE_COMMAND, SHOW_FINDINGS_COMMAND, SHOW_PLACE_COMMAND } from "../../protocol.ts";
import type { Asked, Feature } from "../feature.ts";

export const codeLens: Feature<CodeLensParams, CodeLens[] | null> = {
  method: "textDocument/codeLens",
  provides: () => ({ codeLensProvider: {} }),
  empty: null,
  answer: (asked) =>
    asked.switches.codeLens ? asked.analysis.articles.flatMap((article) => lensesOf(asked, article)) : [],
};

/** All stand on the article's first line; an editor shows them above it, in this order. */
function lensesOf(asked: Asked, article: Article): CodeLens[] {
  const { page, at, client } = asked;
  const start = at.position(article.start);
  const commands: (Command | undefined)[] = [
    // A lens may say something without doing anything, so every client can show this one.
    commandOf(asked, factsOf(asked, article), SHOW_FINDINGS_COMMAND) ?? {
      title: client.say(factsOf(asked, article)),
      command: "",
    },
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

function factsOf({ analysis }: Asked, article: Article): Localised {
  const characters = countCharacters(article, analysis);
  const paragraphs = countParagraphs(article, analysis);
  const findings = [article, ...article.detached].reduce((sum, place) => sum + findingsIn(analysis.findings, place), 0);
  return {
    zh: [`${characters} 字`, `${paragraphs} 段`, findings ? `${findings} 处问题` : "没有问题"].join(" · "),
    en: [
      counted(characters, "character"),
      counted(paragraphs, "paragraph"),
      findings ? counted(findings, "finding") : "no findings",
    ].join(" · "),
  };
}

/** How many of the findings, which are in page order, begin in a place. */
function findingsIn(findings: readonly Finding[], { start, end }: Span): number {
  return indexAtOffset(findings, end - 1) - indexAtOffset(findings, start - 1);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
