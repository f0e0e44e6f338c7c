/** Recognises what a page names: persons, places, organisations, dates, quantities and coined terms. */

import { type DateContext, dateContext, findNumeric, type NumericMention } from "../numbers/index.ts";
import type { Mention, TextMention } from "../page/mention.ts";
import type { Gazetteer, Home } from "../places/gazetteer.ts";
import { countyOf, entityOf, type Named, within } from "../places/named-unit.ts";
import { gazetteerOf, isEverydayWord } from "../places/page-gazetteer.ts";
import { withVillages } from "../places/village-choice.ts";
import { classesOf, IS, KNOWN_PLACE, suffixBefore } from "../tables/word-classes.ts";
import type { Span } from "../text/text.ts";
import { type BlockNames, type Resources, recogniseBlock } from "./choose/block.ts";
import type { Scored } from "./choose/decode.ts";
import { hoverableOf } from "./meaning/hover-mentions.ts";
import { type Before, roleOf } from "./meaning/roles.ts";
import { settleEntities } from "./meaning/unify-entities.ts";
import { type PageNames, pageMemory } from "./page/page-names.ts";
import { termsBeside } from "./propose/terms.ts";
import type { Words } from "./words/words.ts";

export type * from "../page/mention.ts";
export { type Gazetteer, type Home, loadGazetteer, type Unit } from "../places/gazetteer.ts";
export { parseVillages, type VillageSource, type Villages } from "../places/villages.ts";
export { type Resources, recogniseBlock } from "./choose/block.ts";

/** A text of a page: a block, of which only the joined text counts. */
export interface TextBlock {
  readonly text: string;
}

/** The mentions of a page and where the page is at home. */
export interface Recognised {
  /** In page order: by block, then by offset, the longer first. Names don't overlap each other; terms may hold names. */
  readonly mentions: readonly Mention[];
  /**
   * What a pointer finds something out about: the same, but a chain of places as its links, a range of dates as one, and
   * words that no list holds (目前, 夏季).
   */
  readonly hoverable: readonly Mention[];
  readonly home: Home;
}

/** Recognises pages and remembers blocks, so that an edit costs only the block it touched. */
export interface Recogniser {
  page(blocks: readonly TextBlock[]): Recognised;
  /** How many texts have been recognised so far; one that is remembered doesn't count again. */
  readonly recognised: number;
}

/**
 * How a list has dates and quantities: `listed` as corpora of names mark them, a range as its two ends and without what
 * follows (4小时|内); `whole` each as it has one normal form (2023年至2025年, 4小时内).
 */
export type NumberForm = "listed" | "whole";

/** A recogniser over these resources. It keeps what it found for the texts of the last pages it saw. */
export function createRecogniser(resources: Resources, form: NumberForm = "listed"): Recogniser {
  let young = new Map<string, BlockNames>();
  let old = new Map<string, BlockNames>();
  let recognised = 0;
  let numeric = new Map<string, readonly NumericMention[]>();
  let numericFor = "";
  const numbers = (text: string, context: DateContext): readonly NumericMention[] => {
    // Dates without a year depend on what the page says of its own day, so they are remembered for that day only.
    const key = `${context.anchor}|${context.basis}|${context.evidence}|${context.evidenceBlock}`;
    if (key !== numericFor || numeric.size >= MOST_TEXTS) numeric = new Map();
    numericFor = key;
    const found = numeric.get(text) ?? findNumeric(text, context, { vague: true });
    numeric.set(text, found);
    return found;
  };
  const block = (text: string): BlockNames => {
    let names = young.get(text) ?? old.get(text);
    if (!names) {
      names = recogniseBlock(text, resources);
      recognised += 1;
    }
    if (!young.has(text)) {
      // Two generations: what hasn't been asked for since the last turn of MOST_TEXTS texts is forgotten.
      if (young.size >= MOST_TEXTS) {
        old = young;
        young = new Map();
      }
      young.set(text, names);
    }
    return names;
  };
  return {
    get recognised() {
      return recognised;
    },
    page(blocks) {
      const context = dateContext(blocks.map(({ text }) => text));
      return mentionsOf(
        blocks.map(({ text }) => {
          const all = numbers(text, context);
          const listed = form === "whole" ? all.filter(({ vague }) => !vague) : listedNumbers(text, all);
          return { ...block(text), numbers: listed, numeric: all };
        }),
        resources,
      );
    },
  };
}

/** {@link Recogniser.page} without memory: the mentions of a page's blocks, in page order. */
export function recognisePage(blocks: readonly TextBlock[], resources: Resources, form?: NumberForm): Mention[] {
  return [...createRecogniser(resources, form).page(blocks).mentions];
}

/** A name with this score stands against a date or quantity that it overlaps. */
const CERTAIN = 4;

/** Texts that one generation of the memory holds; a page has some fifty. */
const MOST_TEXTS = 2000;

/** What a block says by itself, and its numbers as the page's day makes them. */
interface KnownBlock extends BlockNames {
  readonly numbers: readonly NumericMention[];
  /** The same with ranges whole and vague words kept. */
  readonly numeric: readonly NumericMention[];
}

function mentionsOf(blocks: readonly KnownBlock[], { gazetteer: whole, villages }: Resources): Recognised {
  const page: PageNames = pageMemory(blocks, whole);
  const { home } = page;
  const gazetteer = gazetteerOf(
    whole,
    home,
    blocks.map(({ words }) => words.text),
  );
  const mentions: Mention[] = [];
  /** By its name: the place that the page gives with the one above it (北京市朝阳区). */
  const told = new Map<string, Named>();
  let county = home.county;
  blocks.forEach((block, index) => {
    const names = (page.names[index] ?? []).filter(
      (name) =>
        !isCatchword(name, block, gazetteer, page.fullNames) &&
        !isDoing(name, block.words, gazetteer) &&
        !isOnlyAWord(name, block.words, gazetteer) &&
        !block.numbers.some((number) => isFigure(name, number)),
    );
    const numbers = block.numbers.filter((number) => !names.some((name) => overlap(name, number)));
    const terms = termsBeside(block.terms, names, block.words.text).filter(
      (term) => !numbers.some((number) => number.start <= term.start && number.end > term.end),
    );
    const found: TextMention[] = [...terms, ...numbers];
    const others = names.filter(({ type }) => type !== "PER");
    let previous: Before | undefined;
    let left: TextMention | undefined;
    for (const name of names) {
      const role = name.type === "PER" ? roleOf(block.words, name, others, previous) : undefined;
      if (name.type === "PER") previous = role?.leads ? { end: name.end, role: role.role } : undefined;
      const above = left?.type === "LOC" && left.end === name.start ? left.code : undefined;
      const mention = above
        ? mentionOf(name, role?.role, block, page, within(above, home), "", gazetteer)
        : mentionOf(name, role?.role, block, page, home, county, gazetteer);
      left = mention;
      if (above && mention.code) told.set(mention.text, { entity: mention.entity, code: mention.code });
      if (mention.type !== "PER") county = countyOf(mention, gazetteer, home, county);
      found.push(mention);
    }
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const mention of found) mentions.push({ ...mention, block: index });
  });
  const placed = mentions.map((mention) => asTold(mention, told, gazetteer));
  const inTowns = settleEntities(placed, gazetteer, home);
  const settled = villages ? withVillages(inTowns, { gazetteer, home, villages }) : inTowns;
  return { mentions: settled, hoverable: hoverableOf(settled, blocks, gazetteer, home), home };
}

/** A place that shares its name with others is the one that the page gives with the place above it. */
function asTold(mention: Mention, told: ReadonlyMap<string, Named>, gazetteer: Gazetteer): Mention {
  const known = mention.type === "LOC" && mention.code === undefined ? told.get(mention.text) : undefined;
  return known && gazetteer.find(mention.text).length > 1 ? { ...mention, ...known } : mention;
}

/** The numbers of a text as a list has them: a range as its two ends, a postposition left out (4小时|内). */
function listedNumbers(text: string, numeric: readonly NumericMention[]): NumericMention[] {
  return numeric.flatMap((number) => {
    if (number.vague) return [];
    if (number.parts) return number.parts;
    const end = number.plainEnd ?? number.end;
    return [{ ...number, end, text: text.slice(number.start, end) }];
  });
}

/**
 * A name that fills its quotation marks is a catchword (“东方茶都”, “智囊团”), unless it is known as a place or
 * organisation, a short form of the page, or no word of the dictionary.
 */
function isCatchword(
  { start, end, type }: Scored,
  { words, terms }: BlockNames,
  gazetteer: Gazetteer,
  shortForms: ReadonlyMap<string, string>,
): boolean {
  const { text } = words;
  if (type === "PER" || text[start - 1] !== "“" || text[end] !== "”") return false;
  const name = text.slice(start, end);
  if (shortForms.has(name)) return false;
  if ((classesOf(name) & (KNOWN_PLACE | IS.org)) !== 0 || gazetteer.kindOf(name) !== undefined) return false;
  const first = words.at[start] ?? 0;
  return terms.some((term) => term.start === start - 1) || (words.start[first + 1] === end && words.tag[first] !== "x");
}

/** Whether a place's name is only what is done to a kind of place: 布局建设|加油站. */
function isDoing({ start, end, type }: Scored, { text }: Words, gazetteer: Gazetteer): boolean {
  const suffix = type === "LOC" ? suffixBefore(text, end, IS.facilitySuffix) : 0;
  const head = text.slice(start, end - suffix);
  return (
    suffix >= 2 && head.length <= 4 && /(?:建设|新建|扩建|修建|打造)$/u.test(head) && gazetteer.matchAt(head, 0) === 0
  );
}

/** Whether a place's name is an everyday word here, and no unit that the page means: 山上. */
function isOnlyAWord({ start, end, type }: Scored, { text, tag, at }: Words, gazetteer: Gazetteer): boolean {
  const name = text.slice(start, end);
  if (type !== "LOC" || !isEverydayWord(name) || (classesOf(name) & KNOWN_PLACE) !== 0) return false;
  return !/^(?:n[srz]|x)/.test(tag[at[start] ?? 0] ?? "x") && gazetteer.find(name).length === 0;
}

/** Whether a weak name is only a part of a date or quantity, or cuts one. */
function isFigure(name: Scored, number: Span): boolean {
  const holds = name.start <= number.start && name.end >= number.end;
  return overlap(name, number) && !holds && name.score < CERTAIN;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function mentionOf(
  name: Scored,
  role: string | undefined,
  { words }: BlockNames,
  page: PageNames,
  home: Home,
  county: string,
  gazetteer: Resources["gazetteer"],
): TextMention {
  const { start, end, type } = name;
  const text = words.text.slice(start, end);
  return {
    start,
    end,
    type,
    text,
    ...entityOf(text, type, gazetteer, home, county, page.fullNames),
    ...(role === undefined ? {} : { role }),
  };
}
