/** Names what is exported by its characters: a URN with a UUID of version 5 (RFC 9562), into which no clock or chance comes. */

import { v5 } from "uuid";
import type { ExportPage } from "./article.ts";

/** The namespace of the names that Galley gives. */
const GALLEY = "e5b123cd-5e35-47cf-85b9-a9ccccbffa81";

/** What is named: a page with its articles, or one article. */
export type Named = "page" | "article";

/** Gives the URN of a text; the same text named again, such as a notice on two pages, has one of its own. */
export type Uris = (what: Named, text: string) => string;

/** The names of a page and of its articles. */
export interface Urns {
  readonly page: string;
  readonly articles: readonly string[];
}

export function urnsOf({ articles }: ExportPage, uris: Uris): Urns {
  const texts = articles.map(({ text }) => text);
  return { page: uris("page", texts.join("\f")), articles: texts.map((text) => uris("article", text)) };
}

/** The names of one document, or of all documents of an issue: equal texts have equal ones in each, none comes twice. */
export function createUris(): Uris {
  const given = new Map<string, number>();
  return (what, text) => {
    // As bytes: half a character, which a broken page may have, is none that the library can encode.
    const uuid = v5(new TextEncoder().encode(`${what}\n${text}`), GALLEY);
    const before = given.get(uuid) ?? 0;
    given.set(uuid, before + 1);
    return `urn:uuid:${before === 0 ? uuid : v5(String(before + 1), uuid)}`;
  };
}
