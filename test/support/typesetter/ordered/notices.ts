/** Notices and bulletins: each notice an article, under one masthead or under heads that count on. */

import { fillIn } from "../stock/names.ts";
import { NOTICE_HEADS, NOTICE_MASTHEADS, NOTICES, type Notice } from "../stock/notices.ts";
import type { CleanArticle, CleanBlock, PageItem } from "../types.ts";
import { deckOf } from "./deck.ts";
import { flowOf, line, type OrderedPage, type Piece } from "./page.ts";

/** What the notices of a page have in common, and the number before the head of one. */
interface Habit {
  readonly number: string;
  readonly head: string;
  /** Whether office and day stand at the end. */
  readonly signed: boolean;
  readonly year: number;
}

/** `count` notices in a row. */
export function notices(page: OrderedPage, count: number): Piece {
  const { random } = page;
  const draw = deckOf(NOTICES, random);
  const counted = random.chance(0.5) ? random.int(1, 6) : undefined;
  const head = random.pick(NOTICE_HEADS);
  const gap = random.pick([" ", "", "．"]);
  const signed = random.chance(0.6);
  const year = random.int(2012, 2025);
  const masthead = counted === undefined || random.chance(0.6) ? random.pick(NOTICE_MASTHEADS) : undefined;
  const pieces = Array.from({ length: count }, (_, i) => {
    const number = counted === undefined ? "" : `${counted + i}${gap}`;
    return noticeOf(page, draw(), { number, head, signed, year });
  });
  return {
    articles: pieces.flatMap(({ articles }) => articles),
    items: [...(masthead ? [line("", "folio", masthead)] : []), ...pieces.flatMap(({ items }) => items)],
  };
}

function noticeOf(page: OrderedPage, notice: Notice, { number, head, signed, year }: Habit): Piece {
  const { random } = page;
  const place = page.places(random.pick(["社区", "社区", "乡镇"]));
  const known = new Map([
    ["地", place],
    ["什么", notice.what],
    ["年", String(year)],
  ]);
  const say = (template: string): string => fillIn(template, known, random);
  const id = page.nextId("notice");
  const headline = number + say(head);
  const [first = "", ...others] = notice.text;
  const opening = /\{地\}/u.test(first) ? "" : say("{地}的居民请注意：");
  const texts = [opening + say(first), ...others.map(say), ...notice.fields.map(say)];
  if (signed) texts.push(notice.office, say("{年}年{月日}"));
  const blocks = texts.map((text): CleanBlock => ({ role: "body", text }));
  const article: CleanArticle = { id, headline, blocks };
  const heading: PageItem = line(id, "headline", headline, random.int(16, 30));
  return { articles: [article], items: [heading, flowOf(page, id, blocks)] };
}
