/** `galley outline`: the articles of a page. */

import { pathToFileURL } from "node:url";
import { analyze } from "../core/analyze.ts";
import { type ArticleElsewhere, outlineOf } from "../core/outline.ts";
import type { Analysis } from "../core/page/analysis.ts";
import { positionsOf } from "../core/text/positions.ts";
import { diskNeighbours } from "../host/neighbours.ts";
import { NO_NEIGHBOURS } from "../workspace/neighbours.ts";
import { documentSymbolsOf } from "../workspace/symbols.ts";
import { elsewhereOf, wholeArticles } from "../workspace/whole-articles.ts";
import type { StartFilter } from "./jsonl.ts";
import { forOnePage } from "./pages.ts";
import type { Session } from "./session.ts";

/** Prints the outline of a page; as JSON exactly what the language server answers to `textDocument/documentSymbol`. */
export async function outline(session: Session, path: string, format: "text" | "json"): Promise<void> {
  await forOnePage(session, path, async ({ text, settings, path: file }) => {
    const analysis = analyze(text, settings);
    const uri = file === undefined ? "" : pathToFileURL(file).href;
    const wholes = await wholeArticles({
      uri,
      page: analysis,
      neighbours: file === undefined ? NO_NEIGHBOURS : diskNeighbours,
    });
    const elsewhere = elsewhereOf(wholes, session.locale);
    const json = (): string =>
      `${JSON.stringify(documentSymbolsOf(analysis, session.locale, { elsewhere }), null, 1)}\n`;
    if (format === "json") return session.printJson(json());
    await session.print(textOf(analysis, elsewhere, session));
  });
}

/** `outline --jsonl`. */
export const outlineFilter: StartFilter =
  ({ locale }) =>
  (text, settings) => ({ symbols: documentSymbolsOf(analyze(text, settings), locale) });

/** An article a paragraph: its lines, its name, and what else is known of it; its crossheads below. */
function textOf(
  analysis: Analysis,
  elsewhere: ReadonlyMap<number, ArticleElsewhere>,
  { locale, say, colours }: Session,
): string {
  const { position } = positionsOf(analysis.page);
  const lines = ({ start, end }: { start: number; end: number }): string =>
    `${position(start).line + 1}–${position(end).line + 1}`;
  const articles = outlineOf(analysis, locale, elsewhere).map(({ name, detail, span, children }) => {
    const crossheads = children.filter(({ kind }) => kind === "crosshead");
    return [
      `${colours.bold(name)}  ${colours.dim(lines(span))}`,
      ...(detail === "" ? [] : [`    ${detail}`]),
      ...crossheads.map((part) =>
        [`  · ${part.name}`, ...(part.detail === "" ? [] : [part.detail]), colours.dim(lines(part.span))].join("  "),
      ),
    ]
      .map((line) => `${line}\n`)
      .join("");
  });
  if (articles.length === 0) return `${say({ zh: "这一页没有文章。", en: "No article on this page." })}\n`;
  return articles.join("");
}
