/** Long features: one byline, several crossheads of one shape, parts that drift away from what the headline says. */

import { BYLINES } from "../stock/display.ts";
import { TITLE_DECKS, TITLE_KICKERS } from "../stock/telling.ts";
import type { CleanArticle, CleanBlock, PageItem } from "../types.ts";
import { crossheadShape, crossheadsFor } from "./crossheads.ts";
import { flowOf, headingPart, line, measureOf, type OrderedPage, type Piece, plain } from "./page.ts";
import { paragraphs, type Story, sidesOf, storyOf } from "./story.ts";

/** Characters that fill a page. */
const FULL_PAGE = 6800;

/** A feature of 100 to 400 lines. */
export function feature(page: OrderedPage): Piece {
  const { random } = page;
  const story = storyOf(page);
  const id = page.nextId("feature");
  const { article, heading } = featureHeading(page, story, id);
  const byline = story.say(random.pick(BYLINES));
  const measure = measureOf(page);
  const most = Math.max(110, Math.min(400, Math.floor(FULL_PAGE / measure)));
  const blocks = partsOf(page, story, { lines: random.int(100, most), measure });
  return {
    articles: [{ ...article, byline, blocks }],
    items: [...heading, line(id, "byline", byline, random.pick([14, 30, 30])), flowOf(page, id, blocks, measure)],
  };
}

/** The parts of a feature under their crossheads, as long as to fill so many lines. */
function partsOf(
  page: OrderedPage,
  story: Story,
  { lines, measure }: { lines: number; measure: number },
): CleanBlock[] {
  const { random } = page;
  const shape = crossheadShape(random);
  const sides = sidesOf(page, story).slice(0, random.int(3, 7));
  const heads = crossheadsFor(
    sides.map(({ name }) => name),
    shape,
    random,
  );
  const opening = shape === "numbers" && random.chance(0.6) ? 0 : random.int(1, 3);
  const first: CleanBlock = { role: "body", text: story.first() };
  const blocks: CleanBlock[] = opening > 0 ? [first, ...paragraphs(page, story, opening)] : [];
  for (const [i, side] of sides.entries()) {
    blocks.push({ role: "crosshead", text: heads[i] ?? "" });
    if (i === 0 && opening === 0) blocks.push(first);
    const end = (lines * (i + 1)) / sides.length;
    do blocks.push(...paragraphs(page, story, 1, side));
    while (linesOf(blocks, measure) < end);
  }
  return blocks;
}

/** How many lines blocks fill, about: Han characters and marks are one em wide, and first lines are set in by two. */
function linesOf(blocks: readonly CleanBlock[], measure: number): number {
  return blocks.reduce((sum, { text }) => sum + Math.ceil((text.length + 2) / measure), 0);
}

/** A large headline with a kicker above it and a deck below it as often as large articles have them. */
export function featureHeading(
  page: OrderedPage,
  story: Story,
  id: string,
): { article: Omit<CleanArticle, "blocks">; heading: PageItem[] } {
  const { random } = page;
  const kicker = random.chance(0.3) ? story.say(random.pick(TITLE_KICKERS)) : undefined;
  const subhead = random.chance(0.4) ? story.say(random.pick(TITLE_DECKS)) : undefined;
  const heading: PageItem[] = [headingPart(page, id, "headline", story.title)];
  if (kicker) heading.unshift(headingPart(page, id, "kicker", kicker));
  if (subhead) heading.push(headingPart(page, id, "subhead", subhead));
  return {
    article: {
      id,
      headline: plain(story.title),
      ...(kicker && { kicker: plain(kicker) }),
      ...(subhead && { subhead: plain(subhead) }),
    },
    heading,
  };
}
