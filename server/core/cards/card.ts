/** Makes the card of a mention, which is what a hover shows: facts with their source, the page's sentence, doubts, counts. */

import { pinyin } from "pinyin-pro";
import { isUnboundedTime } from "../numbers/canonical.ts";
import type { EntityType, Mention } from "../page/mention.ts";
import type { Gazetteer } from "../places/gazetteer.ts";
import { pageGazetteer } from "../places/page-gazetteer.ts";
import type { VillageSource } from "../places/villages.ts";
import { classesOf, IS } from "../tables/word-classes.ts";
import type { Locale, Localised } from "../text/locale.ts";
import { numberDoubts, numberFacts } from "./number.ts";
import { organisationFacts } from "./organisation.ts";
import { personDoubts, personFacts, readingOf } from "./person.ts";
import { placeDoubts, placeFacts } from "./place.ts";
import { sentenceAt, sentenceSpan } from "./sentence.ts";
import { termFacts } from "./term.ts";
import type { Card, CardContext, CardPage, Doubt, Fact } from "./types.ts";

/** What a card takes its facts of places from, and the language of its texts. */
export interface CardOptions {
  readonly gazetteer: Gazetteer;
  /** Without it a village has its town alone. */
  readonly villages?: VillageSource | undefined;
  readonly locale: Locale;
}

/** The card of a mention of the page. */
export function cardFor(mention: Mention, page: CardPage, { gazetteer, villages, locale }: CardOptions): Card {
  const same = page.mentions.filter((other) => isSame(other, mention));
  const context: CardContext = {
    mention,
    page,
    gazetteer: pageGazetteer(
      gazetteer,
      page.home,
      page.blocks.map(({ text }) => text),
    ),
    same,
    say: (text) => text[locale],
    ...(villages && { villages }),
  };
  const reading = mention.type === "PER" ? readingOf(mention.entity, pinyin) : undefined;
  const sentence = sentenceAt(page.blocks[mention.block]?.text ?? "", mention);
  return {
    title: titleOf(mention),
    kind: context.say(KINDS[mention.type]),
    ...(reading ? { reading } : {}),
    facts: factsOf(context).slice(0, MOST_FACTS),
    ...(sentence ? { sentence } : {}),
    doubts: doubtsOf(context).slice(0, MOST_DOUBTS),
    count: same.length,
    forms: [...new Set(same.map(({ text }) => text))],
    related: relatedTo(context),
  };
}

/** Whether two mentions are of one entity; times without bounds are so only where they are the same word (近日). */
function isSame(other: Mention, { entity, type, text, value }: Mention): boolean {
  if (other.entity !== entity || other.type !== type) return false;
  return !(value && isUnboundedTime(value)) || other.text === text;
}

const KINDS: Readonly<Record<EntityType, Localised>> = {
  PER: { zh: "人物", en: "person" },
  LOC: { zh: "地名", en: "place" },
  ORG: { zh: "机构", en: "organisation" },
  DATE: { zh: "日期时间", en: "date or time" },
  QTY: { zh: "数量", en: "quantity" },
  TERM: { zh: "提法", en: "term" },
};

/** Of the dozen lines of a hover these leave room for title, sentence and counts. */
const MOST_FACTS = 5;
const MOST_DOUBTS = 2;
const MOST_RELATED = 4;

/** The name of the entity, or the words of the page where these say more. */
function titleOf({ type, text, entity }: Mention): string {
  if (type === "DATE" || type === "QTY" || type === "LOC") return text;
  // The title of a part of a coined term is the part: 引 of 引留用:引.
  return type === "TERM" ? entity.replace(/^.+:(?=.$)/u, "") : entity;
}

function factsOf(context: CardContext): Fact[] {
  const { mention } = context;
  if (mention.type === "PER") return personFacts(context);
  if (mention.type === "LOC") return placeFacts(context);
  if (mention.type === "ORG") return organisationFacts(context);
  if (mention.type === "TERM") return termFacts(context);
  return numberFacts(context);
}

function doubtsOf(context: CardContext): Doubt[] {
  return [...likelyDoubt(context), ...ownDoubts(context)];
}

/** What a name that may be none is offered as. */
function likelyDoubt({ mention, say }: CardContext): Doubt[] {
  if (!mention.likely) return [];
  const kind = KINDS[mention.type];
  const text = say({
    zh: `可能是${kind.zh}，依据不足，没有着色。`,
    en: `Likely (${kind.en}): on thin evidence, and not coloured.`,
  });
  return [{ kind: "likely", text }];
}

function ownDoubts(context: CardContext): Doubt[] {
  if (context.mention.type === "PER") return personDoubts(context);
  if (context.mention.type === "LOC") return placeDoubts(context);
  return context.mention.type === "QTY" ? numberDoubts(context) : [];
}

/** Persons named in the same sentence, or for an organisation those whose role names it, anywhere on the page. */
function relatedTo({ mention, page }: CardContext): string[] {
  if ((mention.type !== "PER" && mention.type !== "ORG") || isByline(mention)) return [];
  const here = sentenceSpan(page.blocks[mention.block]?.text ?? "", mention);
  const names = new Map<string, string>();
  for (const other of page.mentions) {
    if (other.type !== "PER" || other.entity === mention.entity || isByline(other)) continue;
    const near =
      mention.type === "ORG"
        ? (other.role ?? "").includes(mention.text)
        : other.block === mention.block && other.start >= here.start && other.end <= here.end;
    if (near && !names.has(other.entity))
      names.set(other.entity, other.role ? `${other.entity}（${other.role}）` : other.entity);
  }
  return [...names.values()].slice(0, MOST_RELATED);
}

/** Whether the mention is of one who wrote or photographed the article, and no one it is about. */
function isByline({ role }: Mention): boolean {
  return role !== undefined && (classesOf(role) & IS.byline) !== 0;
}
