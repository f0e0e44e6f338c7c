/** Sets a planned page and takes it out again as an extractor would, with the truth of every line beside it. */

import { loseMarkedBlanks, unmark } from "../marks.ts";
import { damage, loseBlanks } from "./faults.ts";
import { type Cursor, type SetLine, setDisplay, setParagraph } from "./lines.ts";
import { type Random, randomFrom } from "./random.ts";
import type {
  CleanArticle,
  CleanBlock,
  Dialect,
  PageItem,
  PagePlan,
  Truth,
  TruthLine,
  TruthRole,
  TypesetPage,
} from "./types.ts";

/** A visual line on its way to the page. */
interface Written {
  readonly text: string;
  readonly para: string;
  readonly article: string;
  readonly role: TruthRole;
  readonly display: boolean;
  readonly measure: number;
  /** First or last visual line of its block; true for each piece of one. */
  readonly first: boolean;
  readonly last: boolean;
  /** Set in by two em. */
  readonly indented: boolean;
}

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
  for (const item of plan.items) {
    const blocks: readonly CleanBlock[] = item.kind === "flow" ? item.blocks : [item];
    const cursor: Cursor = { columns: item.kind === "flow" ? item.columns : [], used: 0 };
    for (const block of blocks) {
      const id = `p${String(paras.length + 1).padStart(3, "0")}`;
      let text = loseBlanks(block.text, dialect, random);
      const marked = markedOf.get(block);
      paras.push({
        id,
        article: item.article,
        role: block.role,
        text,
        ...(marked !== undefined && { marked: loseMarkedBlanks(marked, text) }),
      });
      if (double?.block === block) {
        const at = text.indexOf(double.char);
        dedup.push({ para: id, duplicated: double.char, offset_nospace: text.slice(0, at).replaceAll(" ", "").length });
        text = text.slice(0, at) + double.char + text.slice(at);
      }
      const display = item.kind === "display" || block.role === "crosshead";
      const lines = setBlock(text, item, block, cursor, dialect, random);
      for (const line of lines) {
        const pieces = damage(
          display ? { ...line, slack: 0 } : line,
          dialect,
          digitsOf.get(item.article) ? "full" : "half",
          random,
        );
        for (const [i, piece] of pieces.entries()) {
          written.push({
            text: piece,
            para: id,
            article: item.article,
            role: block.role,
            display,
            measure: line.measure,
            first: line.first,
            last: line.last,
            indented: dialect.style.indent && !display && line.first && i === 0,
          });
        }
      }
    }
  }
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
    item.kind === "flow" ? { ...item, blocks: item.blocks.map(plain) } : plain(item),
  );
  return { plan: { ...planned, articles, items }, markedOf };
}

function setBlock(
  text: string,
  item: PageItem,
  block: CleanBlock,
  cursor: Cursor,
  dialect: Dialect,
  random: Random,
): SetLine[] {
  if (item.kind === "display") return setDisplay(text, item.width, dialect.style, random);
  if (block.role !== "crosshead") return setParagraph(text, cursor, dialect.style, random);
  const measure = cursor.columns[0]?.measure ?? 17;
  return setDisplay(text, measure, dialect.style, random);
}

/** Writes the lines down with the dialect's habits of blank lines and of blanks at their start. */
function write(written: readonly Written[], dialect: Dialect, random: Random): { text: string; lines: TruthLine[] } {
  const out: string[] = [];
  const lines: TruthLine[] = [];
  for (const [i, line] of written.entries()) {
    const before = written[i - 1];
    const blank = before !== undefined && blankLineBetween(before, line, dialect, random);
    if (blank) out.push("");
    let lead = "";
    if (dialect.ideographicSpaces && line.indented) lead = "\u3000\u3000";
    else if (dialect.name === "seed" && line.display && line.first && !blank && random.chance(0.8)) lead = " ";
    const text = lead + line.text;
    out.push(text);
    const { para, article, role, display, measure } = line;
    lines.push({ n: out.length, text, para, article, role, ...(display ? {} : { measure }) });
  }
  const end = dialect.name === "seed" && random.chance(0.5) ? `${dialect.eol} ` : dialect.eol;
  return { text: (dialect.bom ? "\ufeff" : "") + out.join(dialect.eol) + end, lines };
}

function blankLineBetween(before: Written, line: Written, dialect: Dialect, random: Random): boolean {
  const same = before.para === line.para;
  switch (dialect.blankLines) {
    case "none":
      return false;
    case "each":
      if (/[0-9０-９]$/.test(before.text)) return random.chance(0.02);
      if (line.display && !same) return random.chance(0.6);
      return !random.chance(0.003);
    case "blocks":
      // A line that starts elsewhere than the one before it opens a new block: so does the second line of a paragraph.
      if (!same) return !random.chance(0.02);
      if (before.first && !before.display) return true;
      return random.chance(before.display ? 0.5 : 0.02);
  }
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
