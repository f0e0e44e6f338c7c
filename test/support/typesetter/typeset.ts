/** Sets a planned page and takes it out again as an extractor would, with the truth of every line beside it. */

import { loseMarkedBlanks, unmark } from "../marks.ts";
import { damage, loseBlanks } from "./faults.ts";
import { type Cursor, type SetLine, setDisplay, setDropCap, setParagraph } from "./lines.ts";
import { type Random, randomFrom } from "./random.ts";
import type { CleanArticle, CleanBlock, Dialect, PageItem, PagePlan, Truth, TypesetPage } from "./types.ts";
import { type Written, write } from "./write.ts";

/** Typesets a page. Equal plans give equal pages. */
export function typeset(planned: PagePlan): TypesetPage {
  const { plan, markedOf } = withoutMarks(planned);
  const random = randomFrom(plan.seed);
  const { dialect } = plan;
  const double = random.chance(dialect.doubled) || plan.double ? doubling(plan, random) : undefined;
  const written: Written[] = [];
  const paras: Truth["paras"][number][] = [];
  const dedup: Truth["allowed_dedup"][number][] = [];
  const digitsOf = new Map(
    plan.articles.map(({ id }) => [id, plan.fullWidth?.includes(id) ?? random.chance(dialect.fullWidthDigits)]),
  );
  const setItem = (item: PageItem): void => {
    const cursor: Cursor = { columns: item.kind === "flow" ? item.columns : [], used: 0 };
    for (const [index, block] of blocksOf(item).entries()) {
      const id = `p${String(paras.length + 1).padStart(3, "0")}`;
      let text = "lines" in block ? block.text : loseBlanks(block.text, dialect, random);
      const marked = markedOf.get(block);
      paras.push({
        id,
        article: item.article,
        role: block.role,
        text,
        ...(marked !== undefined && { marked: loseMarkedBlanks(marked, text) }),
      });
      const doubled = double?.block === block ? double.char : "";
      if (doubled) {
        const at = text.indexOf(doubled);
        dedup.push({ para: id, duplicated: doubled, offset_nospace: text.slice(0, at).replaceAll(" ", "").length });
        text = text.slice(0, at) + doubled + text.slice(at);
      }
      const enlarged = item.kind === "flow" && item.dropCap !== undefined && index === 0;
      const display = item.kind !== "flow" || block.role === "crosshead";
      const digits = digitsOf.get(item.article) ? "full" : "half";
      for (const line of setBlock(text, { item, block, index, cursor, doubled }, dialect, random)) {
        for (const [i, piece] of damage(display ? { ...line, slack: 0 } : line, dialect, digits, random).entries()) {
          written.push({
            text: piece,
            para: id,
            article: item.article,
            role: block.role,
            display,
            measure: line.measure,
            first: line.first,
            last: line.last,
            indented: dialect.style.indent && !display && line.first && i === 0 && !enlarged,
          });
        }
        line.foot?.forEach(setItem);
      }
    }
  };
  plan.items.forEach(setItem);
  const { text, lines } = write(written, dialect, random);
  const truth: Truth = {
    page: plan.name,
    format: dialect.name,
    lines,
    paras,
    articles: plan.articles.map((article) => ({
      id: article.id,
      kicker: article.kicker ?? "",
      headline: article.headline ?? "",
      subhead: article.subhead ?? "",
      head_pos: headPosition(plan.items, article.id),
    })),
    allowed_dedup: dedup,
  };
  return { text, truth };
}

/** The plan with the marks of names taken out of its texts, and the text with its marks of each block that has any. */
function withoutMarks(planned: PagePlan): { plan: PagePlan; markedOf: ReadonlyMap<object, string> } {
  const markedOf = new Map<object, string>();
  const plain = <T extends { readonly text: string }>(block: T): T => {
    const { text } = unmark(block.text);
    if (text === block.text) return block;
    const bare = { ...block, text };
    markedOf.set(bare, block.text);
    return bare;
  };
  const heads = ({ kicker, headline, subhead }: CleanArticle): Partial<CleanArticle> => ({
    ...(kicker !== undefined && { kicker: unmark(kicker).text }),
    ...(headline !== undefined && { headline: unmark(headline).text }),
    ...(subhead !== undefined && { subhead: unmark(subhead).text }),
  });
  const articles = planned.articles.map((a) => ({ ...a, ...heads(a), blocks: a.blocks.map(plain) }));
  const items = planned.items.map((item) =>
    item.kind === "rows" ? item : item.kind === "flow" ? { ...item, blocks: item.blocks.map(plain) } : plain(item),
  );
  return { plan: { ...planned, articles, items }, markedOf };
}

function blocksOf(item: PageItem): readonly CleanBlock[] {
  if (item.kind === "flow") return item.blocks;
  return item.kind === "rows" ? item.rows.map((text) => ({ role: item.role, text })) : [item];
}

/** A block on its way to lines: what it belongs to, and which block of that it is. */
interface BlockToSet {
  readonly item: PageItem;
  readonly block: CleanBlock;
  readonly index: number;
  readonly cursor: Cursor;
  /** The character that the extractor doubles in it, else "". */
  readonly doubled: string;
}

function setBlock(
  text: string,
  { item, block, index, cursor, doubled }: BlockToSet,
  dialect: Dialect,
  random: Random,
): SetLine[] {
  const { style } = dialect;
  if (item.kind === "rows") return asSet([text]);
  if (item.kind === "display") {
    const lines = item.lines?.map((line) => line.replace(doubled, doubled + doubled));
    return lines ? asSet(lines) : setDisplay(text, item.width, style, random);
  }
  if (block.role === "crosshead") return setDisplay(text, cursor.columns[0]?.measure ?? 17, style, random);
  if (index === 0 && item.dropCap !== undefined) return setDropCap(text, item.dropCap, cursor, style, random);
  return setParagraph(text, cursor, style, random);
}

/** Lines that were broken before. */
function asSet(lines: readonly string[]): SetLine[] {
  return lines.map((text, i) => ({ text, first: i === 0, last: i === lines.length - 1, slack: 0, measure: 0 }));
}

/** A character of a heading that occurs in the article's text too, so that there is evidence against its double. */
function doubling(plan: PagePlan, random: Random): { block: CleanBlock; char: string } | undefined {
  const { double } = plan;
  const asked = plan.items.find((i) => i.kind === "display" && i.article === double?.article && i.role === double.role);
  if (double && asked?.kind === "display") return { block: asked, char: double.char };
  const candidates: { block: CleanBlock; char: string }[] = [];
  for (const item of plan.items) {
    if (item.kind !== "display" || (item.role !== "headline" && item.role !== "subhead")) continue;
    const article = plan.articles.find(({ id }) => id === item.article);
    const body = article?.blocks.map(({ text }) => text).join("") ?? "";
    const chars = [...item.text];
    for (const [i, char] of chars.entries()) {
      const phrase = chars.slice(i - 1, i + 2).join("");
      const once = item.text.indexOf(char) === item.text.lastIndexOf(char);
      if (i > 0 && once && phrase.length === 3 && body.includes(phrase)) candidates.push({ block: item, char });
    }
  }
  return candidates.length > 0 ? random.pick(candidates) : undefined;
}

function headPosition(items: readonly PageItem[], id: string): Truth["articles"][number]["head_pos"] {
  const head = items.findIndex((item) => item.kind === "display" && item.role === "headline" && item.article === id);
  if (head < 0) return "missing";
  const body = items.findIndex((item) => item.kind === "flow" && item.article === id);
  const [low, high] = head < body ? [head, body] : [body, head];
  const near = items.slice(low + 1, high).every((item) => item.article === id);
  if (head < body) return near ? "before" : "far_start";
  return near ? "after" : "far_end";
}
