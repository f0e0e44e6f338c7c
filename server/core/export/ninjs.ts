/**
 * Writes articles as IPTC ninjs 2.1 (News in JSON, https://iptc.org/std/ninjs/ninjs-schema_2.1.json): one item for the page,
 * of type `composite`, with an item of type `text` for each article among its associations.
 */

import { evenRowsOf, type Passage, stanzasOf } from "../articles/passages.ts";
import type { EntityType } from "../page/mention.ts";
import type { ExportArticle, ExportEntity, ExportPage } from "./article.ts";
import { createUris, urnsOf } from "./uris.ts";

const STANDARD = {
  name: "ninjs",
  version: "2.1",
  schema: "https://iptc.org/std/ninjs/ninjs-schema_2.1.json",
};

/**
 * The one property that ninjs requires is `uri`; ours is made of the content, so that equal texts have equal ones. Pages that belong
 * together are given names of which none comes twice.
 */
export function exportNinjs(page: ExportPage, urns = urnsOf(page, createUris())): string {
  const item = {
    uri: urns.page,
    standard: STANDARD,
    type: "composite",
    profile: "newspaper-page",
    language: "zh",
    ...(page.file === undefined ? {} : { title: page.file }),
    associations: page.articles.map((article, i) => textItem(article, urns.articles[i] ?? "")),
  };
  return `${JSON.stringify(item, undefined, 2)}\n`;
}

function textItem(article: ExportArticle, uri: string) {
  const { name, headline, kicker, deck, passages, captions } = article;
  const text = passages.map((passage) => passage.text).join("\n\n");
  const bylines = [...article.bylines, ...article.signatures];
  const headlines = [
    ...(headline ? [{ role: "main", value: headline }] : []),
    ...(kicker ? [{ role: "kicker", value: kicker }] : []),
    ...(deck ? [{ role: "deck", value: deck }] : []),
  ];
  return {
    name,
    uri,
    standard: STANDARD,
    type: "text",
    representationtype: "full",
    profile: "text-only",
    language: "zh",
    title: name,
    ...filled("headlines", headlines),
    ...(bylines.length ? { by: bylines.join("，") } : {}),
    bodies: [
      { role: "main", contenttype: "text/plain", charcount: [...text.replace(/\s/gu, "")].length, value: text },
      { role: "main", contenttype: "text/html", value: htmlOf(article) },
    ],
    ...filled(
      "descriptions",
      captions.map((value) => ({ role: "caption", contenttype: "text/plain", value })),
    ),
    ...filled("people", entitiesOfType(article, "PER")),
    ...filled("organisations", entitiesOfType(article, "ORG")),
    ...filled("places", entitiesOfType(article, "LOC")),
    ...filled("subjects", entitiesOfType(article, "TERM")),
  };
}

/** The entities of a type that the article names; a place's division code is its `literal`. */
function entitiesOfType(
  { entities }: ExportArticle,
  type: EntityType,
): { name: string; rel: string; literal?: string }[] {
  return entities
    .filter((entity) => entity.type === type)
    .map(({ name, code }: ExportEntity) => ({
      name,
      rel: "mentions",
      ...(code === undefined ? {} : { literal: code }),
    }));
}

function filled<K extends string, V>(key: K, list: readonly V[]): Partial<Record<K, readonly V[]>> {
  return list.length ? ({ [key]: list } as Record<K, readonly V[]>) : {};
}

function htmlOf({ passages }: ExportArticle): string {
  return passages.map(passageHtml).join("");
}

function passageHtml(passage: Passage): string {
  switch (passage.kind) {
    case "crosshead":
      return `<h3>${htmlEscaped(passage.text)}</h3>`;
    case "table":
      return `<table>${evenRowsOf(passage)
        .map((row, i) => rowHtml(row, passage.header && i === 0 ? "th" : "td"))
        .join("")}</table>`;
    case "verse":
      return stanzasOf(passage)
        .map((lines) => `<p>${lines.map(htmlEscaped).join("<br>")}</p>`)
        .join("");
    default:
      return `<p>${htmlEscaped(passage.text)}</p>`;
  }
}

function rowHtml(row: readonly string[], tag: "td" | "th"): string {
  return `<tr>${row.map((cell) => `<${tag}>${htmlEscaped(cell)}</${tag}>`).join("")}</tr>`;
}

function htmlEscaped(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
}
