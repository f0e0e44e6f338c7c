/** Short articles as they follow one another: a headline, then a byline, the opening of a news item or neither. */

import { BYLINES } from "../stock/display.ts";
import { NEWS_OPENINGS, SERIES } from "../stock/telling.ts";
import type { CleanBlock, PageItem } from "../types.ts";
import { flowOf, headingPart, line, type OrderedPage, type Piece, plain } from "./page.ts";
import { paragraphs, type Story, storyOf } from "./story.ts";

/** How a short article is signed: in its opening words, in a line of its own, or not above its text. */
type Signing = "opening" | "byline" | "none";

/** An article of two to eight paragraphs. */
export function short(page: OrderedPage): Piece {
  return shortOf(page, "short", page.random.int(2, 8));
}

/** An article of one paragraph. */
export function brief(page: OrderedPage): Piece {
  return shortOf(page, "brief", 1);
}

function shortOf(page: OrderedPage, form: "short" | "brief", length: number): Piece {
  const { random } = page;
  const story = storyOf(page);
  const id = page.nextId(form);
  const signing = random.weighted<Signing>([
    ["opening", 9],
    ["byline", form === "brief" ? 4 : 7],
    ["none", form === "brief" ? 6 : 4],
  ]);
  const series = random.chance(0.25) ? `（${random.pick(SERIES)}）` : "";
  const apart = series !== "" && random.chance(0.4);
  const headline = apart ? story.title : story.title + (series && `／${series}`);
  const byline = signing === "byline" ? story.say(random.pick(BYLINES)) : undefined;
  const blocks = textOf(page, story, length, signing);
  const heading: PageItem[] = [headingPart(page, id, "headline", headline)];
  if (apart) heading.unshift(line(id, "kicker", series));
  if (byline) heading.push(line(id, "byline", byline, random.pick([14, 30, 30])));
  return {
    articles: [{ id, headline: plain(headline), blocks, ...(apart && { kicker: series }), ...(byline && { byline }) }],
    items: [...heading, flowOf(page, id, blocks)],
  };
}

/** The text of an article that says so in its first words, where it is a news item, and is signed at its end or not. */
export function textOf(page: OrderedPage, story: Story, length: number, signing: Signing): CleanBlock[] {
  const { random } = page;
  const opening = signing === "opening" ? story.say(random.pick(NEWS_OPENINGS)) : "";
  const more = length === 1 ? story.next(random.int(1, 3)) : "";
  const blocks: CleanBlock[] = [
    { role: "body", text: opening + story.first() + more },
    ...paragraphs(page, story, length - 1),
  ];
  const last = blocks.at(-1);
  if (!last || !random.chance(signing === "none" ? 0.25 : 0.06)) return blocks;
  return [...blocks.slice(0, -1), { ...last, text: last.text + story.say("（{新人}）") }];
}
