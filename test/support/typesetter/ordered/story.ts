/** Tells one matter: the headline, a first paragraph that says it again, and paragraphs of which half mention it. */

import type { Matter } from "../stock/matter.ts";
import { fillIn } from "../stock/names.ts";
import { FIRST, LINKS, TITLES } from "../stock/telling.ts";
import type { CleanBlock } from "../types.ts";
import { type Deck, deckOf } from "./deck.ts";
import type { OrderedPage } from "./page.ts";

/** Of an article's paragraphs after the first, how many name its matter, its place or who sees to it. */
const MENTION = 0.58;

export interface Story {
  readonly matter: Matter;
  /** Fills a template with the matter's words and with names that stay the same all through the story. */
  say(template: string): string;
  /** A headline with `／` where its sense allows a break. */
  readonly title: string;
  /** The first paragraph. */
  first(): string;
  /** A further paragraph of so many sentences; on one side of the matter, where one is given. */
  next(sentences: number, side?: Side): string;
  /** The same matter at another place, as a part of a feature tells it. */
  elsewhere(): Story;
}

/** One side of a matter, as a part of a feature turns to it: its name, and what else that part talks about. */
export interface Side {
  readonly name: string;
  readonly drift: Deck<string>;
}

/** A story about the page's next matter. */
export function storyOf(page: OrderedPage): Story {
  const matter = page.matters();
  return tell(page, matter, page.random.shuffle(matter.told));
}

/** A story about a matter. It takes what is only true of that from `told`, so that none of it is told twice. */
function tell(page: OrderedPage, matter: Matter, told: string[]): Story {
  const { random } = page;
  const place = page.places(matter.place);
  const known = new Map<string, string>([
    [matter.place, place],
    ["地", place],
    ["事", matter.thing],
    ["者", matter.actor],
  ]);
  if (!known.has("县")) known.set("县", page.places("县"));
  known.set("成", fillIn(matter.outcome, known, random));
  const say = (template: string): string => fillIn(template, known, random);
  const aside = (side: Side | undefined): string => {
    known.set("面", side?.name ?? random.pick(matter.sides));
    const drift = side?.drift ?? page.onSide;
    return random.weighted([
      [drift, 5],
      [page.onSide, 2],
      [page.besides, side ? 3 : 7],
    ])();
  };
  const sentence = (mentions: boolean, side: Side | undefined): string => {
    if (!mentions) return say(aside(side));
    if (random.chance(0.4)) return say(told.pop() ?? page.about());
    return say(random.chance(0.5) ? page.about() : random.pick(LINKS) + aside(side));
  };
  return {
    matter,
    say,
    title: say(random.pick(TITLES)),
    first: () => say(random.pick(FIRST)),
    next: (sentences, side) => {
      const mentioning = random.chance(MENTION) ? random.int(0, sentences - 1) : undefined;
      return Array.from({ length: sentences }, (_, i) => sentence(i === mentioning, side)).join("");
    },
    elsewhere: () => tell(page, matter, told),
  };
}

/** Further paragraphs of a story. */
export function paragraphs(page: OrderedPage, story: Story, count: number, side?: Side): CleanBlock[] {
  return Array.from({ length: count }, () => ({ role: "body", text: story.next(sentencesOf(page), side) }) as const);
}

function sentencesOf({ random }: OrderedPage): number {
  return random.weighted([
    [1, 4],
    [2, 5],
    [3, 3],
    [5, 1],
  ]);
}

/** Each side of the story's matter, with what a part on it drifts to. */
export function sidesOf({ random }: OrderedPage, { matter }: Story): Side[] {
  const drifts = matter.drift.map(({ body }) => deckOf(body, random));
  return random.shuffle(matter.sides).map((name) => ({ name, drift: random.pick(drifts) }));
}
