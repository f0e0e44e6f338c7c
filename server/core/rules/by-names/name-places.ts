/** Where a name stands on the page, and how findings tell of it. */

import type { NamedPage } from "../../house/named-page.ts";
import { toPageSpans } from "../../layout/joined.ts";
import type { RelatedPlace } from "../../page/finding.ts";
import type { Mention } from "../../page/mention.ts";
import type { Localised } from "../../text/locale.ts";
import type { Span } from "../../text/text.ts";
import type { NameInArticle, NamePlace } from "./names-in-articles.ts";

/** From its first character on the page to its last. */
export function placeOf({ text, blocks }: NamedPage, { block, start, end }: Mention): Span | undefined {
  const home = blocks[block];
  const spans = home ? toPageSpans(text, home, start, end) : [];
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/** The first two places of a name, which say that it stands there. */
export function placesOf(page: NamedPage, { name, places }: NameInArticle): RelatedPlace[] {
  return places.slice(0, 2).flatMap(({ mention }) => {
    const span = placeOf(page, mention);
    return span ? [{ ...span, message: { zh: `这里是“${name}”`, en: `“${name}” here` } }] : [];
  });
}

/** Words for the part of its article in which a name stands, as a sentence opens with them: 标题里. */
export function whereIs({ places }: NameInArticle): Localised {
  const [first] = places;
  return WHERE[first && places.every(({ part }) => part === first.part) ? first.part : "text"];
}

const WHERE: Readonly<Record<NamePlace["part"], Localised>> = {
  heading: { zh: "标题里", en: " in the heading" },
  caption: { zh: "图片说明里", en: " in the caption" },
  text: { zh: "这里", en: "" },
};
