/** Pieces that go on from another page or on another page. */

import type { CleanBlock, PageItem } from "../types.ts";
import { flowOf, line, type OrderedPage, type Piece } from "./page.ts";
import { paragraphs, storyOf } from "./story.ts";

/** A piece whose headline stands on another page; its text goes on in the middle of a paragraph or with a new one. */
export function continued(page: OrderedPage): Piece {
  const { random } = page;
  const story = storyOf(page);
  const id = page.nextId("jump");
  const mark = `（${random.pick(["上接第一版", "上接第1版", "上接A1版", "紧接第一版"])}）`;
  const [first, ...others] = paragraphs(page, story, random.int(3, 10));
  const text = first?.text ?? "";
  const cut = random.chance(0.4) ? text.indexOf("，") + 1 : 0;
  const blocks: CleanBlock[] = [{ role: "body", text: mark + text.slice(cut) }, ...others];
  return { articles: [{ id, blocks }], items: [flowOf(page, id, blocks)] };
}

/** The piece with a line at its end that sends the reader to another page: behind its last words or apart. */
export function sentOn({ random }: OrderedPage, { articles, items }: Piece): Piece {
  const mark = `（下转第${random.pick(["二", "三", "四", "2", "4"])}版）`;
  const last = items.at(-1);
  if (last?.kind !== "flow") return { articles, items };
  if (random.chance(0.5)) return { articles, items: [...items, line(last.article, "jump_line", mark)] };
  const blocks = last.blocks.map((block, i) =>
    i === last.blocks.length - 1 ? { ...block, text: block.text.replace(/。?(?:（[^（）]*）)?$/u, "") + mark } : block,
  );
  const withMark = (item: PageItem): PageItem => (item === last ? { ...last, blocks } : item);
  return { articles, items: items.map(withMark) };
}
