/** Sets a page's articles as a newspaper does: a document in the colours of the editor's theme, with a script of its own and no other. */

import type { ReadArticle, ReadLine, ReadPage, ReadPassage, ReadTable } from "../server/protocol.ts";
import { SCRIPT } from "./read-page-script.ts";
import { STYLE } from "./read-page-style.ts";

/** A place of the source, or of another page. */
export type ReadPlace = Pick<ReadLine<string>, "line" | "character" | "uri">;

export interface ReadOptions {
  /** Used once: allows the document's own style sheet and script and nothing else. */
  readonly nonce: string;
  readonly title: string;
  /** The address that shows a place of the source. */
  link(place: ReadPlace): string;
  /** Words for what a click does on something that stands at a place of the source. */
  goTo(place: ReadPlace): string;
  /** Words for the lines that an article stands on, 0-based, both included. */
  lines(first: number, last: number): string;
  characters(count: number): string;
  /** What is said of a page without articles. */
  readonly nothing: string;
}

/** The document; everything that comes from the page is escaped. */
export function readPageHtml({ articles, folio }: ReadPage, options: ReadOptions): string {
  const { nonce, title, nothing } = options;
  const edge = folio.length > 0 ? folio.join("　") : title;
  const main =
    articles.map((article) => articleHtml(article, options)).join("\n") || `<p class="nothing">${escaped(nothing)}</p>`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header class="folio">${escaped(edge)}</header>
<main>
${main}
</main>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>
`;
}

/** An article shorter than this many characters has a smaller headline, one longer than the other a larger one. */
const SHORT = 350;
const LONG = 1000;

function articleHtml(article: ReadArticle, options: ReadOptions): string {
  const { heading, bylines, body, captions, characters } = article;
  const size = characters < SHORT ? "short" : characters > LONG ? "long" : "middling";
  const head = [...heading.map((line) => headingHtml(line, options)), ...namelessHtml(article, options)];
  const names = bylines.map((line) => linked(line, options)).join("　");
  const place = { line: article.firstLine, character: 0 };
  const facts = `${options.characters(characters)} · ${anchor(options.lines(article.firstLine, article.lastLine), place, options)}`;
  return `<article class="${size}" data-first="${article.firstLine}" data-last="${article.lastLine}">
<header>
${head.join("\n")}
<p class="byline">${names}<span class="facts">${facts}</span></p>
</header>
<div class="text">
${body.map((line) => passageHtml(line, options)).join("\n")}
</div>
${captions.map((line) => `<p class="caption">${linked(line, options)}</p>`).join("\n")}
</article>`;
}

function headingHtml(line: ReadArticle["heading"][number], options: ReadOptions): string {
  const text = linked(line, options);
  return line.kind === "headline" ? `<h1>${text}</h1>` : `<p class="${line.kind}">${text}</p>`;
}

/** An article without a heading shows by what name the outline has it. */
function namelessHtml({ heading, name, firstLine }: ReadArticle, options: ReadOptions): string[] {
  if (heading.length > 0) return [];
  return [`<h1 class="nameless">${anchor(escaped(name), { line: firstLine, character: 0 }, options)}</h1>`];
}

function passageHtml(passage: ReadPassage, options: ReadOptions): string {
  switch (passage.kind) {
    case "crosshead":
      return `<h2>${linked(passage, options)}</h2>`;
    case "elsewhere":
      return `<p class="elsewhere">${linked(passage, options)}</p>`;
    case "table":
      return tableHtml(passage, placed(passage, options));
    case "verse": {
      const place = placed(passage, options);
      return passage.stanzas
        .map((lines) => `<p class="verse"${place}>${lines.map(escaped).join("<br>")}</p>`)
        .join("\n");
    }
    default: {
      const note = passage.kind === "editors-note" ? ' class="note"' : "";
      return `<p${note}${placed(passage, options)}>${escaped(passage.text)}</p>`;
    }
  }
}

/** Attributes of what leads to its place by a click, which a link would keep from being marked and copied. */
function placed(place: ReadPassage, { goTo }: ReadOptions): string {
  const { line, character, uri } = place;
  const page = uri === undefined ? "" : ` data-page="${escaped(uri)}"`;
  return `${page} data-line="${line}" data-character="${character}" title="${escaped(goTo(place))}"`;
}

/** A table whose head, if it has one, is told from its rows. */
function tableHtml({ rows, header }: ReadTable, place: string): string {
  const head = header ? rows.slice(0, 1) : [];
  const rowHtml = (cells: readonly string[], cell: (text: string) => string): string =>
    `<tr>${cells.map((text) => cell(escaped(text))).join("")}</tr>`;
  const headHtml = head.map((row) => `<thead>${rowHtml(row, (text) => `<th scope="col">${text}</th>`)}</thead>`);
  const bodyHtml = rows.slice(head.length).map((row) => rowHtml(row, (text) => `<td>${text}</td>`));
  return `<table${place}>${headHtml.join("")}<tbody>${bodyHtml.join("")}</tbody></table>`;
}

function linked(line: ReadLine<string>, options: ReadOptions): string {
  return anchor(escaped(line.text), line, options);
}

function anchor(html: string, place: ReadPlace, { link, goTo }: ReadOptions): string {
  // Without words of ours VS Code tells the address of a link.
  return `<a href="${escaped(link(place))}" title="${escaped(goTo(place))}">${html}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
