/** Writes articles of our own from a stock of sentences, so that thousands of pages differ. */

import type { Random } from "../random.ts";
import type { CleanArticle, CleanBlock } from "../types.ts";
import { NATURE, NEIGHBOURS, VILLAGE } from "./country.ts";
import type { Genre } from "./genre.ts";
import { ANYWHERE, CULTURE, SCHOOL } from "./life.ts";
import { fillIn } from "./names.ts";
import { FIGURES, MEETING, PROJECT } from "./town.ts";

const GENRES: readonly Genre[] = [MEETING, PROJECT, FIGURES, VILLAGE, NEIGHBOURS, NATURE, CULTURE, SCHOOL];

const KICKERS = [
  "{县}{部门}出台新举措",
  "聚焦高质量发展",
  "新春走基层",
  "民生一线",
  "{乡镇}{村}党支部书记{人}——",
  "{人}：",
  "牢记嘱托 感恩奋进",
] as const;

const CAPTIONS = [
  "图为{村}村民正在晾晒{作物}。",
  "图为{企业}生产车间一角。 记者 {新人} 摄",
  "图为{人}（左）在查看{作物}长势。 记者 {新人} 摄",
  "图为{月日}，{县}{乡镇}的工人正在加紧施工。",
  "图为{学校}的学生在操场上踢球。",
  "{月日}，在{县}{乡镇}，工人正在加紧施工。本报记者 {新人} 摄",
  "{山水}秋色。通讯员 {新人} 摄",
  "{月日}，{社区}志愿者为老人送去刚出锅的饺子。 {新人} 摄",
] as const;

const BYLINES = [
  "□ 本报记者 {新人}",
  "本报记者 {新人}",
  "本报记者 {新人} 通讯员 {新人}",
  "□ {新人}",
  "本报记者 {新人} 摄影报道",
] as const;

const CREDITS = ["责任编辑：{新人}", "版式设计：{新人}", "数据来源：{部门}", "投稿邮箱：yanzhou{数}@news.cn"] as const;

/**
 * An article that is not quite like any other; those with one `subject` are of one kind. What its slots are filled with
 * is left in `known`, for what else is to be about the same.
 */
export function writeArticle(
  id: string,
  subject: number,
  random: Random,
  known = new Map<string, string>(),
): CleanArticle {
  const genre = GENRES[subject % GENRES.length] as Genre;
  const say = (template: string): string => fillIn(template, known, random);
  const paragraphs = random.int(2, 12);
  const stock = random.shuffle(genre.body);
  const common = random.shuffle(ANYWHERE);
  const blocks: CleanBlock[] = [];
  if (random.chance(0.05)) blocks.push({ role: "lead", text: say(genre.leads[0] ?? "").replace(/^[^）]*）\s*/u, "") });
  blocks.push({ role: "body", text: say(random.pick(genre.leads)) });
  const crossheads = paragraphs > 5 && random.chance(0.25) ? random.shuffle(genre.cross) : [];
  for (let i = 1; i < paragraphs && stock.length > 0; i += 1) {
    if (i % 3 === 2 && crossheads.length > 0) blocks.push({ role: "crosshead", text: say(crossheads.pop() ?? "") });
    const sentences = Array.from(
      {
        length: random.weighted([
          [1, 4],
          [2, 4],
          [3, 2],
          [5, 1],
        ] as const),
      },
      () => (random.chance(0.12) ? common.pop() : stock.pop()),
    ).filter((sentence) => sentence !== undefined);
    if (sentences.length > 0) blocks.push({ role: "body", text: sentences.map(say).join("") });
  }
  const last = blocks.at(-1);
  const signature = `（${fillIn("{新人}", known, random)}）`;
  if (random.chance(0.06)) blocks.push({ role: "body", text: signature });
  else if (last?.role === "body" && random.chance(0.08))
    blocks[blocks.length - 1] = { ...last, text: last.text + signature };
  const heading: { -readonly [K in keyof CleanArticle]?: CleanArticle[K] } = {};
  if (!random.chance(0.05)) {
    heading.headline = say(random.pick(genre.heads));
    if (random.chance(0.25)) heading.kicker = say(random.pick(KICKERS));
    if (random.chance(0.25)) heading.subhead = say(random.pick(genre.decks));
  }
  if (random.chance(0.15)) heading.byline = say(random.pick(BYLINES));
  if (random.chance(0.2)) heading.caption = say(random.pick(CAPTIONS));
  return { id, blocks, ...heading };
}

/** The subjects of a page's articles: no two alike before all have been used. */
export function subjects(random: Random): number[] {
  return random.shuffle([...GENRES.keys()]);
}

/** A line that stands on the page for itself. */
export function writeCredit(random: Random): string {
  return fillIn(random.pick(CREDITS), new Map(), random);
}
