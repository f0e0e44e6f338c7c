/** `galley outline`: the articles of a page. */

import { analyze } from "../core/analyze.ts";
import { outlineOf } from "../core/outline.ts";
import type { Analysis } from "../core/page/analysis.ts";
import { positionsOf } from "../core/text/positions.ts";
import { documentSymbolsOf } from "../workspace/symbols.ts";
import type { StartFilter } from "./jsonl.ts";
import { forOnePage } from "./pages.ts";
import type { Session } from "./session.ts";

/** Prints the outline of a page; as JSON exactly what the language server answers to `textDocument/documentSymbol`. */
export async function outline(session: Session, path: string, format: "text" | "json"): Promise<void> {
  await forOnePage(session, path, async ({ text, settings }) => {
    const analysis = analyze(text, settings);
    const json = (): string => `${JSON.stringify(documentSymbolsOf(analysis, session.locale), null, 1)}\n`;
    await session.print(format === "json" ? json() : textOf(analysis, session));
  });
}

/** `outline --jsonl`. */
export const outlineFilter: StartFilter =
  ({ locale }) =>
  (text, settings) => ({ symbols: documentSymbolsOf(analyze(text, settings), locale) });

/** An article a paragraph: its lines, its name, and what else is known of it; its crossheads below. */
function textOf(analysis: Analysis, { locale, say, colours }: Session): string {
  const { position } = positionsOf(analysis.page);
  const lines = ({ start, end }: { start: number; end: number }): string =>
    `${position(start).line + 1}–${position(end).line + 1}`;
  const articles = outlineOf(analysis, locale).map(({ name, detail, span, children }) => {
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
