/** Features of several parts, each with a head of one length and reporters of its own, under one headline. */

import { INTRODUCTIONS } from "../stock/telling.ts";
import type { CleanBlock, PageItem } from "../types.ts";
import { crossheadsFor } from "./crossheads.ts";
import { featureHeading } from "./feature.ts";
import { flowOf, line, type OrderedPage, type Piece } from "./page.ts";
import { paragraphs, sidesOf, storyOf } from "./story.ts";

const PART_BYLINES = [
  "本报记者 {新人}",
  "本报记者 {新人} {新人}",
  "本报记者 {新人} 通讯员 {新人}",
  "□ 本报记者 {新人}",
] as const;

/** A headline, an introduction that the editor may sign, and three to five signed parts: one article. */
export function partsFeature(page: OrderedPage): Piece {
  const { random } = page;
  const story = storyOf(page);
  const id = page.nextId("parts");
  const { article, heading } = featureHeading(page, story, id);
  const introduction = introductionOf(story.say(random.pick(INTRODUCTIONS)), random.chance(0.6));
  const sides = sidesOf(page, story).slice(0, random.int(3, 5));
  const heads = crossheadsFor(
    sides.map(({ name }) => name),
    random.pick(["length", "length", "comma"]),
    random,
  );
  const byline = random.pick(PART_BYLINES);
  const length = random.int(3, 9);
  const parts = sides.map((side, i) => {
    const own = story.elsewhere();
    const first: CleanBlock = { role: "body", text: own.next(3, side) };
    return {
      head: heads[i] ?? "",
      byline: own.say(byline),
      blocks: [first, ...paragraphs(page, own, length + random.int(-1, 2), side)],
    };
  });
  const items = parts.flatMap((part): PageItem[] => [
    line(id, "crosshead", part.head),
    line(id, "byline", part.byline, 30),
    flowOf(page, id, part.blocks),
  ]);
  return {
    articles: [{ ...article, blocks: [...introduction, ...parts.flatMap(({ blocks }) => blocks)] }],
    items: [...heading, flowOf(page, id, introduction), ...items],
  };
}

function introductionOf(text: string, signed: boolean): CleanBlock[] {
  if (!signed) return [{ role: "lead", text }];
  return [
    { role: "editor_note", text },
    { role: "editor_note", text: "——编者" },
  ];
}
