/** What a thing has one of, given with two figures: the investment of a project, the length of a road. */

import { GENERIC_WORDS } from "../../tables/around-numbers.ts";
import { compare } from "../numerals/decimal.ts";
import { type Contradiction, commonEnd, type FigureBlock, isRounded, type PlacedFigure } from "./figure-blocks.ts";
import type { Figure } from "./figures.ts";

/** Amounts of which a thing has one (全长, 总投资), where an article gives one thing two. */
export function* contradictingAttributes(blocks: readonly FigureBlock[]): Generator<Contradiction> {
  const byKind = new Map<string, PlacedAttribute[]>();
  for (const found of attributesIn(blocks)) {
    const key = `${found.attribute}|${found.measure}`;
    const alike = byKind.get(key);
    if (alike) alike.push(found);
    else byKind.set(key, [found]);
  }
  for (const alike of byKind.values()) {
    if (alike.length > MOST_OF_A_KIND) continue;
    for (const [index, here] of alike.entries()) {
      const same = alike.slice(0, index).filter((other) => sameThing(here.of, other.of));
      const other = same.find(({ value }) => compare(value, here.value) !== 0);
      // A figure that agrees with one before, or differs from several, may be of another thing.
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

/** The figures of some blocks that say what a thing has one of. */
export function* attributesIn(blocks: readonly Omit<FigureBlock, "heading">[]): Generator<PlacedAttribute> {
  for (const { index: block, text, figures } of blocks) {
    for (const figure of figures) {
      const own = figure.kind === "amount" && figure.exact ? knownAttribute(text, figure) : undefined;
      if (own) yield { ...own, block };
    }
  }
}

/** A figure that says what one thing has. */
interface Attribute extends Figure {
  /** The name of the thing. */
  readonly of: string;
  /** What it has: 总投资. */
  readonly attribute: string;
}

export interface PlacedAttribute extends Attribute, PlacedFigure {}

/** Words before a figure for what a thing has one of on any day. */
const ATTRIBUTE =
  /(?<name>(?:计划)?总投资额?|投资总额|概算总?投资|总造价|工程造价|中标价|合同金额|总?建筑面积|总?占地面积?|规划面积|总面积|全长|总长度?|总?装机容量|装机规模|总库容|注册资本金?)(?:约?为|达到?|是|共)?$/u;
/** Words before those for the thing, with what tells it from others of its kind. */
const THING =
  /(?<own>[\p{Script=Han}A-Za-z0-9·“”]{2,30})(?<kind>项目|工程|公司|园区|产业园|工业园|公园|大桥|水库|电站|风电场|高速公路|高速|公路|铁路|隧道|医院|学校|中学|小学|广场|中心|基地|小区|生产线|新区)[”]?(?<between>[^。！？；]{0,16})$/u;
/** Words that may stand between the two; any other may mean a part, a stage or another thing. */
const BETWEEN =
  /^(?:[，\s”]|昨日|昨天|日前|近日|今日|今天|今年|正式|顺利|全面|开工|动工|竣工|完工|投产|投用|通车|落成|启用|奠基|签约)*$/u;
/** What stands before the kind where all that was done is meant, and no one thing: 完成项目总投资. */
const SEVERAL = /(?:完成|实施|签约|引进|落地|谋划|推进|储备|开工|投产|竣工|在建|续建|新建|申报|入库|立项)的?$/u;
/** Words of a thing's name that do not tell it from others. */
const GENERIC = new RegExp(GENERIC_WORDS.join("|"), "gu");

/** An article with more figures of a kind is a list. */
const MOST_OF_A_KIND = 40;

/** By the figure, which is of one text; null where it says nothing. */
const known = new WeakMap<Figure, Attribute | null>();

/** What a figure of a text says of a thing, remembered as long as the figure. */
function knownAttribute(text: string, figure: Figure): Attribute | undefined {
  let attribute = known.get(figure);
  if (attribute === undefined) {
    attribute = attributeOf(text, figure) ?? null;
    known.set(figure, attribute);
  }
  return attribute ?? undefined;
}

/** What a figure says of a thing, as the words before it tell. */
function attributeOf(text: string, figure: Figure): Attribute | undefined {
  const before = text.slice(Math.max(0, figure.start - 80), figure.start);
  const attribute = ATTRIBUTE.exec(before);
  const name = attribute?.groups?.name;
  if (!attribute || !name) return undefined;
  const thing = THING.exec(before.slice(0, attribute.index))?.groups;
  const { own = "", kind = "", between = "" } = thing ?? {};
  if (!thing || !BETWEEN.test(between) || SEVERAL.test(own)) return undefined;
  const telling = own.replace(GENERIC, "");
  if (telling.length < 2) return undefined;
  return { ...figure, of: own + kind, attribute: name.replace(/额$/u, "") };
}

/** The name of the thing that two names of it have in common; undefined where they may be of two. */
export function commonThing(one: string, other: string): string | undefined {
  return sameThing(one, other) ? commonEnd(one, other) : undefined;
}

/** Whether two names end in the same one, with nothing before it that may be a part of it (该县|柳河水库). */
function sameThing(one: string, other: string): boolean {
  const common = commonEnd(one, other);
  const bounded = (name: string): boolean => BORDER.test(name.slice(0, name.length - common.length));
  return common.replace(GENERIC, "").length >= 4 && bounded(one) && bounded(other);
}

/** The end of what stands before a name. */
const BORDER = /(?:^|[的了在为是到对将由把该省市县区镇乡村])$/u;
