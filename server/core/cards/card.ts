/** What a hover shows of a mention: facts with their source, the page's own sentence, doubts, counts. */

import { pinyin } from "pinyin-pro";
import type { EntityType, Mention } from "../page/mention.ts";
import type { Gazetteer } from "../places/gazetteer.ts";
import { gazetteerOf } from "../places/page-gazetteer.ts";
import type { VillageSource } from "../places/villages.ts";
import { classesOf, IS } from "../tables/word-classes.ts";
import type { Locale, Localised } from "../text/locale.ts";
import { numberDoubts, numberFacts } from "./number.ts";
import { organisationFacts } from "./organisation.ts";
import { personDoubts, personFacts, readingOf } from "./person.ts";
import { placeDoubts, placeFacts } from "./place.ts";
import { sentenceAt, sentenceSpan } from "./sentence.ts";
import { termFacts } from "./term.ts";
import type { Card, CardContext, CardPage, Fact } from "./types.ts";

/** The card of a mention. Pure; the page is the one the mention was found on. Without `villages` a village has its town alone. */
export function cardFor(
  mention: Mention,
  page: CardPage,
  gazetteer: Gazetteer,
  locale: Locale,
  villages?: VillageSource,
): Card {
  const same = page.mentions.filter((other) => isSame(other, mention));
  const context: CardContext = {
    mention,
    page,
    gazetteer: gazetteerOf(
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
    facts: factsOf(context, locale).slice(0, MOST_FACTS),
    ...(sentence ? { sentence } : {}),
    doubts: doubtsOf(context).slice(0, MOST_DOUBTS),
    count: same.length,
    forms: [...new Set(same.map(({ text }) => text))],
    related: relatedTo(context),
  };
}

/** Times without bounds share an entity (近日, 近年来) and are not one time. */
function isSame(other: Mention, { entity, type, text }: Mention): boolean {
  if (other.entity !== entity || other.type !== type) return false;
  return type !== "DATE" || !/_REF$|^PRESENT$/.test(entity) || other.text === text;
}

const KINDS: Readonly<Record<EntityType, Localised>> = {
  PER: { zh: "人物", en: "person" },
  LOC: { zh: "地名", en: "place" },
  ORG: { zh: "机构", en: "organisation" },
  DATE: { zh: "日期时间", en: "date or time" },
  QTY: { zh: "数量", en: "quantity" },
  TERM: { zh: "提法", en: "term" },
};

/** A hover has at most a dozen lines; these leave room for title, sentence and counts. */
const MOST_FACTS = 5;
const MOST_DOUBTS = 2;
const MOST_RELATED = 4;

function titleOf({ type, text, entity }: Mention): string {
  if (type === "DATE" || type === "QTY" || type === "LOC") return text;
  // A part of a coined term is named by itself (引留用:引).
  return type === "TERM" ? entity.replace(/^.+:(?=.$)/u, "") : entity;
}

function factsOf(context: CardContext, locale: Locale): Fact[] {
  const { mention } = context;
  if (mention.type === "PER") return personFacts(context);
  if (mention.type === "LOC") return placeFacts(context);
  if (mention.type === "ORG") return organisationFacts(context);
  if (mention.type === "TERM") return termFacts(context);
  return numberFacts(context, locale);
}

function doubtsOf(context: CardContext): string[] {
  if (context.mention.type === "PER") return personDoubts(context);
  if (context.mention.type === "LOC") return placeDoubts(context);
  return context.mention.type === "QTY" ? numberDoubts(context) : [];
}

/** Persons of the same sentence, or for an organisation of the whole page those whose role names it. */
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

/** Who wrote or photographed it is not who it is about. */
function isByline({ role }: Mention): boolean {
  return role !== undefined && (classesOf(role) & IS.byline) !== 0;
}
