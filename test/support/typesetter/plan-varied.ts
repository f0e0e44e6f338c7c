/**
 * Plans pages as varied as real ones: headings of several lines, text beside pictures, enlarged initials, captions and
 * folios in the middle of the text, tables, verse, questions and answers, kept indents or none, measures of 9 to 50 em.
 */

import { vary, varyMore } from "./dialects.ts";
import { LIST } from "./kinds/list.ts";
import { TABLE } from "./kinds/table.ts";
import { TALK } from "./kinds/talk.ts";
import type { BlockKind } from "./kinds/types.ts";
import { VERSE } from "./kinds/verse.ts";
import type { PlanOptions } from "./plan.ts";
import { type Random, randomFrom } from "./random.ts";
import { type StackHabit, stack } from "./stack.ts";
import * as display from "./stock/display.ts";
import { subjects, writeArticle } from "./stock/index.ts";
import { fillIn } from "./stock/names.ts";
import type { CleanArticle, CleanBlock, Column, DisplayItem, PageItem, PagePlan, TruthRole } from "./types.ts";

/** What all of a page has in common. */
interface Page {
  readonly random: Random;
  readonly habit: StackHabit;
  /** The measures that its columns take turns in, in em. */
  readonly measures: readonly number[];
}

/** An article and how it fills the templates that go with it. */
interface Written {
  readonly article: CleanArticle;
  readonly heading: readonly DisplayItem[];
  readonly captions: readonly DisplayItem[];
}

/** The plan of a varied random page; equal seeds and options give equal plans. */
export function planVariedPage(seed: number, options: PlanOptions = {}): PagePlan {
  const random = randomFrom(seed + 0x5eed);
  const name = options.dialect ?? random.pick(["seed", "seed", "pdfjs", "mupdf", "raw", "indented"] as const);
  const dialect = varyMore(vary(name, random), random);
  const habit = random.weighted([
    ["sense", 3],
    ["greedy", 2],
  ] as const); // prettier-ignore
  const page: Page = { random, habit, measures: Array.from({ length: random.int(1, 4) }, () => measure(random)) };
  const [low, high] = options.articles ?? [2, 7];
  const order = subjects(random);
  const written = Array.from({ length: random.int(low, high) }, (_, i) =>
    writeVaried(`A${i + 1}`, order[i % order.length] ?? 0, page),
  );
  const [top, middle, bottom]: [PageItem[], PageItem[], PageItem[]] = [[], [], []];
  for (const { article, heading, captions } of written) {
    const flow = flowsOf(article, captions, page);
    const place = random.weighted([
      ["before", 7],
      ["after", 3],
      ["middle", 1],
      ["far", 2],
    ] as const); // prettier-ignore
    if (place === "before") middle.push(...heading, ...flow);
    else if (place === "after") middle.push(...flow, ...heading);
    else if (place === "middle") middle.push(...flow.slice(0, 1), ...heading, ...flow.slice(1));
    else {
      middle.push(...flow);
      (random.chance(0.5) ? top : bottom).push(...heading);
    }
    if (random.chance(0.15)) middle.push(...tableOrVerse(page));
  }
  if (random.chance(0.6)) (random.chance(0.5) ? top.unshift.bind(top) : bottom.push.bind(bottom))(folio(random));
  const articles = written.map(({ article }) => article);
  return { name: `varied-${seed}`, seed, dialect, articles, items: [...top, ...middle, ...bottom] };
}

function measure(random: Random): number {
  const whole = random.weighted([
    [random.int(9, 13), 3],
    [random.int(14, 19), 5],
    [random.int(20, 28), 4],
    [random.int(29, 40), 2],
    [random.int(41, 50), 1],
  ]);
  return random.chance(0.4) ? whole + random.pick([0.25, 0.4, 0.5, 0.75]) : whole;
}

function writeVaried(id: string, subject: number, { random, habit }: Page): Written {
  const known = new Map<string, string>();
  const { blocks, ...rest } = writeArticle(id, subject, random, known);
  const say = (templates: readonly string[]): string => fillIn(random.pick(templates), known, random);
  const item = (role: TruthRole, text: string, widest: number): DisplayItem =>
    stack({ article: id, role, text, widest }, random.chance(0.85) ? habit : "greedy", random);
  const column = random.chance(0.25) ? `／（${random.pick(display.COLUMNS)}）` : "";
  const headline = random.chance(0.3) && rest.headline ? rest.headline : say(display.HEADS) + column;
  const widest = random.int(9, 34);
  const heading: DisplayItem[] = [];
  const parts: { kicker?: string; subhead?: string; byline?: string } = {};
  if (random.chance(0.3)) parts.kicker = say(display.LONG_KICKERS);
  if (random.chance(0.35)) parts.subhead = say(display.LONG_DECKS);
  if (random.chance(0.4)) parts.byline = say(display.BYLINES);
  if (parts.kicker) heading.push(item("kicker", parts.kicker, widest + 6));
  heading.push(item("headline", headline, widest));
  if (parts.subhead) heading.push(item("subhead", parts.subhead, widest + 6));
  if (parts.byline) {
    const { byline } = parts;
    heading.push({ kind: "display", article: id, role: "byline", text: byline, width: random.pick([14, 30, 30]) });
  }
  const plain = (text = ""): string => text.replaceAll("／", "");
  const article: CleanArticle = {
    id,
    blocks: withVariety(blocks, say, random),
    headline: plain(headline),
    ...(parts.kicker && { kicker: plain(parts.kicker) }),
    ...(parts.subhead && { subhead: plain(parts.subhead) }),
    ...(parts.byline && { byline: parts.byline }),
  };
  const captions = Array.from(
    {
      length: random.weighted([
        [0, 5],
        [1, 4],
        [2, 1],
      ]),
    },
    () => caption(id, say, random),
  ); // prettier-ignore
  return { article, heading, captions: captions.flat() };
}

/** The article's paragraphs with an editor's note before them, items of a list or questions and answers among them. */
function withVariety(
  blocks: readonly CleanBlock[],
  say: (templates: readonly string[]) => string,
  random: Random,
): CleanBlock[] {
  const result = [...blocks];
  if (random.chance(0.1)) result.unshift({ role: "editor_note", text: say(display.EDITOR_NOTES) });
  if (random.chance(0.2)) {
    const texts = rowsOf(random.pick([LIST, TALK]), random).map((text): CleanBlock => ({ role: "body", text }));
    result.splice(random.int(1, result.length), 0, ...texts);
  }
  return result;
}

/** A block of the kind, each of its rows on one line. */
function rowsOf(kind: BlockKind, random: Random): string[] {
  const variants = Object.entries(kind.variants).filter(([name]) => name !== "a cell a line");
  const [, write] = random.pick(variants);
  return write(random, WIDE).map((row) => row.join(""));
}

/** Wider than any row. */
const WIDE = { measure: 999, indent: false, lead: "" };

/** A caption on as many lines as its picture's width asks for; the photographer in it, apart, or unnamed. */
function caption(article: string, say: (templates: readonly string[]) => string, random: Random): DisplayItem[] {
  const width = random.weighted([
    [random.int(5, 9), 2],
    [random.int(10, 18), 5],
    [random.int(19, 44), 3],
  ]); // prettier-ignore
  const set = (text: string): DisplayItem => ({ kind: "display", article, role: "caption", text, width });
  const [scene, credit] = [say(display.SCENES), say(display.CREDITS)];
  return random.weighted([
    [[set(`${scene} ${credit}`)], 5],
    [[set(scene), set(credit)], 3],
    [[set(scene)], 2],
  ]);
}

/** The text of an article in columns: one run, or two with a table or a verse between paragraphs. */
function flowsOf({ id, blocks }: CleanArticle, captions: readonly DisplayItem[], page: Page): PageItem[] {
  const { random } = page;
  const inside = random.chance(0.5) ? captions : [];
  const flow = (part: readonly CleanBlock[], columns: readonly Column[]): PageItem => {
    const initial = /^\p{Script=Han}/u.test(part[0]?.text ?? "") && part[0]?.role === "body" && random.chance(0.15);
    return { kind: "flow", article: id, blocks: part, columns, ...(initial && { dropCap: random.int(2, 4) }) };
  };
  const columns = columnsOf(inside, page);
  const apart = captions.filter((each) => !inside.includes(each));
  if (blocks.length < 4 || random.chance(0.7)) return [flow(blocks, columns), ...apart];
  const cut = random.int(1, blocks.length - 1);
  const between = random.chance(0.4) ? tableOrVerse(page) : apart;
  const rest: PageItem = { kind: "flow", article: id, blocks: blocks.slice(cut), columns: columns.slice(-1) };
  return [flow(blocks.slice(0, cut), columns), ...between, rest, ...(between === apart ? [] : apart)];
}

/**
 * One measure; another from some line on; narrow beside a picture or along its outline; with what stands between two
 * columns where one ends.
 */
function columnsOf(inside: readonly DisplayItem[], { random, measures }: Page): Column[] {
  const full = random.pick(measures);
  const narrow = (): number => Math.max(7, Math.round(full * (0.4 + 0.45 * random.next())));
  const columns: Column[] = random.weighted([
    [[{ measure: full }], 5],
    [[{ measure: full, lines: random.int(4, 30) }, { measure: random.pick(measures) }], 2],
    [
      [{ measure: full, lines: random.int(2, 14) }, { measure: narrow(), lines: random.int(4, 14) }, { measure: full }],
      3,
    ],
    [[{ measure: narrow(), lines: random.int(4, 14) }, { measure: full }], 1],
    [[{ measure: full, lines: random.int(2, 9) }, ...outline(full, random), { measure: full }], 1],
  ]);
  const foot = [...inside, ...(random.chance(0.12) ? [folio(random)] : [])];
  if (foot.length === 0) return columns;
  const [first = { measure: full }, ...others] = columns;
  return [{ ...first, lines: first.lines ?? random.int(5, 25), foot }, ...(others.length > 0 ? others : [first])];
}

/** The lines along a silhouette: each a little narrower than the last, then wider again. */
function outline(full: number, random: Random): Column[] {
  const steps = random.int(2, 5);
  const by = Math.min(2, (full - 7) / (steps + 1));
  return Array.from({ length: 2 * steps }, (_, i) => ({
    measure: full - by * Math.min(i + 1, 2 * steps - i),
    lines: random.int(1, 2),
  }));
}

/** A table or a verse with its title, which belong to no article. */
function tableOrVerse({ random, habit }: Page): PageItem[] {
  const kind = random.pick([TABLE, TABLE, VERSE]);
  const titles = ["部分农产品／批发价格", "今日天气", "本周赛程", "名单公布", "诗二首", "数说砚州", "列车时刻／调整"];
  const title = stack({ article: "", role: "headline", text: random.pick(titles), widest: 20 }, habit, random);
  const set: PageItem = {
    kind: "rows",
    article: "",
    role: kind === VERSE ? "verse" : "table",
    rows: rowsOf(kind, random),
  };
  return random.chance(0.7) ? [title, set] : [set];
}

function folio(random: Random): DisplayItem {
  const text = fillIn(random.pick(display.FURNITURE_LINES), new Map(), random);
  return { kind: "display", article: "", role: "folio", text, width: 60 };
}
