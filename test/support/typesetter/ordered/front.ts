/** Fronts: a picture's caption and credit, a kicker, a large headline, a ragged lead, then the text. */

import { SCENES } from "../stock/display.ts";
import { PHOTO_CREDITS } from "../stock/labels.ts";
import { FIRST } from "../stock/telling.ts";
import type { Column, DisplayItem, PageItem } from "../types.ts";
import { featureHeading } from "./feature.ts";
import { flowOf, line, type OrderedPage, type Piece } from "./page.ts";
import { textOf } from "./short.ts";
import { type Story, storyOf } from "./story.ts";

/** The article that leads a page. */
export function front(page: OrderedPage): Piece {
  const { random } = page;
  const story = storyOf(page);
  const id = page.nextId("front");
  const { article, heading } = featureHeading(page, story, id);
  const caption = captionOf(page, id, story);
  const blocks = textOf(page, story, random.int(5, 12), random.pick(["opening", "byline"]));
  const byline = random.chance(0.5) ? story.say("本报记者 {新人} {新人}") : undefined;
  const lead = random.chance(0.7) ? story.say(random.pick(FIRST)) : undefined;
  const ragged: PageItem[] = lead
    ? [{ kind: "flow", article: id, blocks: [{ role: "lead", text: lead }], columns: raggedColumns(page) }]
    : [];
  const signed: PageItem[] = byline ? [line(id, "byline", byline, 30)] : [];
  return {
    articles: [
      { ...article, blocks: lead ? [{ role: "lead", text: lead }, ...blocks] : blocks, ...(byline && { byline }) },
    ],
    items: [
      ...caption,
      ...heading,
      ...(random.chance(0.5) ? [...ragged, ...signed] : [...signed, ...ragged]),
      flowOf(page, id, blocks),
    ],
  };
}

/** A caption on one line or several, with its credit behind it or apart. */
export function captionOf({ random }: OrderedPage, article: string, story: Story): DisplayItem[] {
  const width = random.pick([random.int(10, 18), random.int(19, 44)]);
  const [scene, credit] = [story.say(random.pick(SCENES)), story.say(random.pick(PHOTO_CREDITS))];
  if (random.chance(0.6)) return [line(article, "caption", `${scene} ${credit}`, width)];
  return [line(article, "caption", scene, width), line(article, "caption", credit, width)];
}

/** Lines that are each a little wider or narrower than the one before. */
function raggedColumns({ random }: OrderedPage): Column[] {
  const width = random.int(18, 36);
  return Array.from({ length: 12 }, () => ({ measure: width - random.int(0, 4), lines: 1 }));
}
