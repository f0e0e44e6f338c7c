/** The same thing given with two figures in one article: a project's investment, a headline's count, an amount a year. */

import { GENERIC_WORDS } from "../../tables/around-numbers.ts";
import type { Localised } from "../../text/locale.ts";
import { compare, numeralOf } from "../numerals/decimal.ts";
import { type Figure, someAddUp } from "./figures.ts";

/** One block of an article and its figures. */
export interface FigureBlock {
  readonly index: number;
  readonly text: string;
  readonly figures: readonly Figure[];
  /** Headline, kicker or deck. */
  readonly heading: boolean;
}

/** A figure in its block. */
export interface PlacedFigure extends Figure {
  readonly block: number;
}

/** A figure that another one contradicts. */
export interface Contradiction {
  readonly here: PlacedFigure;
  readonly other: PlacedFigure;
  readonly message: Localised;
  /** The same, for whoever looks at the other one. */
  readonly reverse: Localised;
}

/** The contradictions of an article, of which `blocks` are all. */
export function contradictions(blocks: readonly FigureBlock[]): Contradiction[] {
  return [...attributes(blocks), ...headings(blocks), ...rates(blocks)];
}

/** What a thing has one of, whatever the day. */
const ATTRIBUTE =
  /(?<name>(?:计划)?总投资额?|投资总额|概算总?投资|总造价|工程造价|中标价|合同金额|总?建筑面积|总?占地面积?|规划面积|总面积|全长|总长度?|总?装机容量|装机规模|总库容|注册资本金?)(?:约?为|达到?|是|共)?$/u;
/** What has them, with the words that tell it from others of its kind. */
const THING =
  /(?<own>[\p{Script=Han}A-Za-z0-9·“”]{2,30})(?<kind>项目|工程|公司|园区|产业园|工业园|公园|大桥|水库|电站|风电场|高速公路|高速|公路|铁路|隧道|医院|学校|中学|小学|广场|中心|基地|小区|生产线|新区)[”]?(?<between>[^。！？；]{0,16})$/u;
/** What may stand between the thing and what it has; any other word may make it a part, a stage or another thing. */
const BETWEEN =
  /^(?:[，\s”]|昨日|昨天|日前|近日|今日|今天|今年|正式|顺利|全面|开工|动工|竣工|完工|投产|投用|通车|落成|启用|奠基|签约)*$/u;
/** Words that tell a project from no other. */
const GENERIC = new RegExp(GENERIC_WORDS.join("|"), "gu");

interface Attribute extends PlacedFigure {
  readonly of: string;
  readonly attribute: string;
}

function* attributes(blocks: readonly FigureBlock[]): Generator<Contradiction> {
  const groups = new Map<string, Attribute[]>();
  for (const { index: block, text, figures } of blocks) {
    for (const figure of figures) {
      const found = figure.kind === "amount" && figure.exact ? attributeOf(text, figure, block) : undefined;
      if (!found) continue;
      const key = `${found.attribute}|${found.measure}`;
      const group = groups.get(key);
      if (group) group.push(found);
      else groups.set(key, [found]);
    }
  }
  for (const group of groups.values()) {
    if (group.length > MOST_OF_A_KIND) continue;
    for (const [index, here] of group.entries()) {
      const same = group.slice(0, index).filter((other) => sameThing(here.of, other.of));
      const other = same.find(({ value }) => compare(value, here.value) !== 0);
      // What agrees with one of them, or differs from several, may be something else.
      if (!other || same.length > 1 || isRounded(here, other)) continue;
      const what = `“${commonEnd(here.of, other.of)}”的${here.attribute}`;
      yield {
        here,
        other,
        message: {
          zh: `${what}前后不一：这里是${here.text}，前文是${other.text}`,
          en: `The same thing has ${other.text} before and ${here.text} here (${here.attribute})`,
        },
        reverse: {
          zh: `${what}前后不一：这里是${other.text}，后文是${here.text}`,
          en: `The same thing has ${other.text} here and ${here.text} later (${here.attribute})`,
        },
      };
    }
  }
}

/** An article that gives more of a kind is a list. */
const MOST_OF_A_KIND = 40;

function attributeOf(text: string, figure: Figure, block: number): Attribute | undefined {
  const before = text.slice(Math.max(0, figure.start - 80), figure.start);
  const attribute = ATTRIBUTE.exec(before);
  const name = attribute?.groups?.name;
  if (!attribute || !name) return undefined;
  const thing = THING.exec(before.slice(0, attribute.index))?.groups;
  const { own = "", kind = "", between = "" } = thing ?? {};
  if (!thing || !BETWEEN.test(between)) return undefined;
  const telling = own.replace(GENERIC, "");
  if (telling.length < 2) return undefined;
  return { ...figure, block, of: own + kind, attribute: name.replace(/额$/u, "") };
}

/** Whether two names end in the same one; what stands before it there is no part of the name (该县|柳河水库). */
function sameThing(one: string, other: string): boolean {
  const common = commonEnd(one, other);
  const bounded = (name: string): boolean => BORDER.test(name.slice(0, name.length - common.length));
  return common.replace(GENERIC, "").length >= 4 && bounded(one) && bounded(other);
}

const BORDER = /(?:^|[的了在为是到对将由把该省市县区镇乡村])$/u;

function commonEnd(one: string, other: string): string {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return one.slice(one.length - length);
}

/** A headline's figure that the article gives otherwise, by a slip, and never as it stands in the headline. */
function* headings(blocks: readonly FigureBlock[]): Generator<Contradiction> {
  for (const heading of blocks.filter(({ heading: is }) => is)) {
    for (const figure of heading.figures) {
      if (!figure.exact || figure.kind !== "amount") continue;
      const body = blocks.filter(({ heading: is }) => !is);
      const amounts = body.flatMap(({ index, text, figures }) =>
        figures
          .filter(({ measure }) => measure === figure.measure)
          .map((other) => ({ ...other, block: index, within: text })),
      );
      if (amounts.some(({ exact }) => !exact) || someAddUp(amounts, figure)) continue;
      const alike = amounts.filter((other) => sameWords(heading.text, figure, other.within, other));
      const [other] = alike;
      if (!other || alike.length > 1 || !isMisprint(figure, other)) continue;
      const here = { ...figure, block: heading.index };
      yield {
        here,
        other,
        message: {
          zh: `标题里是${figure.text}，正文里是${other.text}`,
          en: `${figure.text} in the headline, ${other.text} in the article`,
        },
        reverse: {
          zh: `正文里是${other.text}，标题里是${figure.text}`,
          en: `${other.text} in the article, ${figure.text} in the headline`,
        },
      };
    }
  }
}

/** Whether the words beside the two figures are the same: four characters, or two on each side. */
function sameWords(text: string, one: Figure, within: string, other: Figure): boolean {
  const [a, b] = [text.slice(one.end, one.end + 8), within.slice(other.end, other.end + 8)];
  let behind = 0;
  while (behind < a.length && a[behind] === b[behind] && /\p{Script=Han}/u.test(a[behind] ?? "")) behind += 1;
  const before = commonEnd(
    text.slice(Math.max(0, one.start - 8), one.start),
    within.slice(Math.max(0, other.start - 8), other.start),
  );
  const words = /\p{Script=Han}*$/u.exec(before)?.[0].length ?? 0;
  return behind >= 4 || words >= 4 || (behind >= 2 && words >= 2);
}

/** One digit is another, or two neighbours have changed places; a rounded figure is neither. */
function isMisprint(one: Figure, other: Figure): boolean {
  const [a, b] = [numeralOf(one.value), numeralOf(other.value)];
  if (a.length !== b.length || isRounded(one, other)) return false;
  const off = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first = 0, second = 0] = off;
  return (
    (a.length > 1 && off.length === 1) ||
    (off.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
  );
}

/** Whether one is the other with fewer digits. */
function isRounded(one: Figure, other: Figure): boolean {
  const [a, b] = [one, other].map(({ value }) => Number(numeralOf(value))) as [number, number];
  const place = Math.max(
    one.place,
    other.place,
    Math.min(zerosOf(a), zerosOf(b)) === 0 ? Math.max(zerosOf(a), zerosOf(b)) : 0,
  );
  return Math.abs(a - b) < 10 ** place;
}

function zerosOf(number: number): number {
  return /0*$/.exec(Number.isInteger(number) ? String(number) : "")?.[0].length ?? 0;
}

/** An amount that the article also gives by the year or day: 2万吨/年 and 2万吨. */
function* rates(blocks: readonly FigureBlock[]): Generator<Contradiction> {
  const all = blocks.flatMap(({ index, text, figures }) =>
    figures.filter(({ kind }) => kind === "amount").map((figure) => ({ ...figure, block: index, within: text })),
  );
  const rated = new Map<string, (typeof all)[number]>();
  for (const figure of all) {
    if (figure.per === undefined || !/[/／]/u.test(figure.text)) continue;
    const key = `${numeralOf(figure.value)} ${figure.measure}`;
    if (!rated.has(key)) rated.set(key, figure);
  }
  if (rated.size === 0) return;
  const periods = new Set([...rated.values()].map(({ per }) => per));
  for (const here of all) {
    if (here.per !== undefined) continue;
    const other = [...periods]
      .map((per) => rated.get(`${numeralOf(here.value)} ${here.measure}${per}`))
      .find((figure) => figure !== undefined);
    // 年产2万吨, 每天处理2万吨 say it in other words.
    if (!other || /[年月日天时][^，。；]{0,8}$/u.test(here.within.slice(Math.max(0, here.start - 10), here.start)))
      continue;
    if (!sameMatter(here, other)) continue;
    const per = /[/／].*$/u.exec(other.text)?.[0] ?? "";
    const told = (text: string): Localised => ({
      zh: `本文另有“${text}”，数与单位相同，只有一处写明“${per}”，请核对。`,
      en: `The article also has ${text}: the same amount, but only one of the two says ${per}.`,
    });
    yield { here, other, message: told(other.text), reverse: told(here.text) };
  }
}

type Within = PlacedFigure & { readonly within: string };

/**
 * Whether the same name of four characters stands before both, in the clause that leads to them, and the same word
 * (一期) right before or behind them.
 */
function sameMatter(one: Within, other: Within): boolean {
  const clause = ({ within, start }: Within): string =>
    /[^。；，、]*$/u.exec(within.slice(Math.max(0, start - 36), start))?.[0] ?? "";
  const behind = ({ within, end }: Within): string => /^\p{Script=Han}{2}/u.exec(within.slice(end, end + 2))?.[0] ?? "";
  const [a, b] = [clause(one), clause(other)];
  if (!/\p{Script=Han}{2}$/u.test(commonEnd(a, b)) && (behind(one) === "" || behind(one) !== behind(other)))
    return false;
  for (let at = 0; at + 4 <= a.length; at += 1) {
    const word = a.slice(at, at + 4);
    if (/^\p{Script=Han}{4}$/u.test(word) && b.includes(word)) return true;
  }
  return false;
}
