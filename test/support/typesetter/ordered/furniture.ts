/** What stands on an ordered page and belongs to no article. */

import { SCENES } from "../stock/display.ts";
import { COLUMN_TAGS, EDITOR_LINES, PAGE_MARKS, PHOTO_CREDITS, PHOTO_TITLES, SECTION_LABELS } from "../stock/labels.ts";
import { fillIn } from "../stock/names.ts";
import type { DisplayItem } from "../types.ts";
import { line, type OrderedPage } from "./page.ts";

const say = (template: string, { random }: OrderedPage): string => fillIn(template, new Map(), random);

/** At the page's head: its section, its number, both or neither. */
export function headOf(page: OrderedPage): DisplayItem[] {
  const { random } = page;
  const items = [];
  if (random.chance(0.4)) items.push(line("", "folio", say(random.pick(PAGE_MARKS), page)));
  if (random.chance(0.5)) items.push(line("", "folio", random.pick(SECTION_LABELS)));
  return items;
}

/** At the page's foot: who made it, its number, its section. */
export function footOf(page: OrderedPage): DisplayItem[] {
  const { random } = page;
  const items = [];
  if (random.chance(0.4)) items.push(line("", "credit", say(random.pick(EDITOR_LINES), page)));
  if (random.chance(0.2)) items.push(line("", "folio", say(random.pick(PAGE_MARKS), page)));
  if (random.chance(0.15)) items.push(line("", "folio", random.pick(SECTION_LABELS)));
  return items;
}

/** Between two articles: a column's tag, a slogan, a picture with its title, or, mostly, nothing. */
export function betweenArticles(page: OrderedPage): DisplayItem[] {
  const { random } = page;
  return random.weighted<() => DisplayItem[]>([
    [() => [], 15],
    [() => [line("", "folio", random.pick(COLUMN_TAGS))], 4],
    [() => photograph(page), 2],
    [() => betweenColumns(page), 1],
  ])();
}

/** Between two columns, wherever the text has come to. */
export function betweenColumns(page: OrderedPage): DisplayItem[] {
  const { random } = page;
  if (random.chance(0.5)) return [line("", "credit", say(random.pick(EDITOR_LINES), page))];
  return [line("", "folio", say(random.pick(PAGE_MARKS), page))];
}

/** A picture that goes with no article: its title, its caption and whose it is. */
function photograph(page: OrderedPage): DisplayItem[] {
  const { random } = page;
  const width = random.pick([random.int(10, 18), random.int(19, 44)]);
  const [scene, credit] = [say(random.pick(SCENES), page), say(random.pick(PHOTO_CREDITS), page)];
  const title = line("", "caption", random.pick(PHOTO_TITLES));
  if (random.chance(0.5)) return [title, line("", "caption", `${scene} ${credit}`, width)];
  return [title, line("", "caption", scene, width), line("", "caption", credit, width)];
}
