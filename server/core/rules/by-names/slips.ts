/** Which two names of an article are one person, place or body, of which one name is misspelt. */

import type { Block } from "../../layout/types.ts";
import { CONTRASTING } from "../../tables/characters.ts";
import { KIN } from "../../tables/titles.ts";
import type { NameInArticle, NamesOfArticle } from "./names-in-articles.ts";
import { differenceAt, type Likeness, likeness, type SoundAlike } from "./one-apart.ts";
import { overlookedNames } from "./overlooked-names.ts";

/** A name that is probably another of its article, misspelt. */
export interface Slip {
  /** The name that the article has less often, or later. */
  readonly here: NameInArticle;
  readonly other: NameInArticle;
  /** Whether the article has the other so much more often that it is the one meant. */
  readonly settled: boolean;
}

/** What the names of an article are judged by. */
export interface Judgement {
  readonly blocks: readonly Block[];
  readonly soundAlike?: SoundAlike;
}

/** The slips among an article's names, each name in one at most. */
export function slipsIn(article: NamesOfArticle, judgement: Judgement): Slip[] {
  const pairs = [...pairsOneApart(article.names), ...overlookedNames(article, judgement)];
  const found = pairs.flatMap(([one, other]) => slipOf(one, other, judgement) ?? []);
  // A name that is near several is near them by chance.
  return found.filter(({ here }) => found.filter((slip) => slip.here.name === here.name).length === 1);
}

/** Pairs of names of one kind and length that differ in one character, found by what is left without it. */
function* pairsOneApart(names: NamesOfArticle["names"]): Generator<[NameInArticle, NameInArticle]> {
  const byRest = new Map<string, NameInArticle[]>();
  for (const name of names) {
    const { type, name: text } = name;
    if (text.length < 2 || text.length > LONGEST || NOBODY.test(text)) continue;
    for (let at = 0; at < text.length; at += 1) {
      const rest = `${type}${text.slice(0, at)}_${text.slice(at + 1)}`;
      const alike = byRest.get(rest) ?? [];
      for (const other of alike) yield [other, name];
      alike.push(name);
      byRest.set(rest, alike);
    }
  }
}

const LONGEST = 24;
/** Words in the place of a name: 王某, 李女士. */
const NOBODY = /某|(?:女士|先生|同志|老师)$/u;

function slipOf(first: NameInArticle, second: NameInArticle, judgement: Judgement): Slip | undefined {
  const at = differenceAt(first.name, second.name);
  if (at === undefined) return undefined;
  const [here, other] = isLessCertain(first, second) ? [first, second] : [second, first];
  const like = likeness(here.name, other.name, at, judgement.soundAlike);
  const settled = other.places.length > 1 && other.places.length >= 3 * here.places.length - 1;
  const slip = { here, other, settled };
  if (standTogether(here, other, judgement.blocks)) return undefined;
  if (here.type !== "PER") return isPlaceOrBody(slip, at) && like !== "none" ? slip : undefined;
  if (isKin(here) || isKin(other) || !canBeOne(here, other, like)) return undefined;
  const surname = at === 0 && here.name.length <= 3;
  if (here.name.length === 2) return settled && !surname && like !== "none" ? slip : undefined;
  // 王 and 汪 are taken for each other by the ear alone.
  if (surname) return settled && like === "sound" ? slip : undefined;
  if (settled) return slip;
  return here.places.length === 1 && like !== "none" ? slip : undefined;
}

/** Whether the first name stands in fewer places than the second; of as many, in a heading or caption, or later. */
function isLessCertain(first: NameInArticle, second: NameInArticle): boolean {
  const [a, b] = [first.places.length, second.places.length];
  return a !== b ? a < b : isApart(first) && !isApart(second);
}

/** Whether a name stands in headings or captions alone. */
function isApart({ places }: NameInArticle): boolean {
  return places.every(({ part }) => part !== "text");
}

/** Whether a sentence has both names: whoever writes them side by side tells them apart. */
function standTogether(one: NameInArticle, other: NameInArticle, blocks: readonly Block[]): boolean {
  return one.places.some(({ mention: a }) =>
    other.places.some(({ mention: b }) => {
      if (a.block !== b.block) return false;
      const between = (blocks[a.block]?.text ?? "").slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
      return !/[。！？；]/u.test(between);
    }),
  );
}

/** Whether a place or body that is misspelt can be the other: no gazetteer has it, and they differ by no word that tells two apart. */
function isPlaceOrBody({ here, other, settled }: Slip, at: number): boolean {
  const [written, meant] = [here.name.charAt(at), other.name.charAt(at)];
  if (!settled || here.name.length < (here.type === "LOC" ? 3 : 4) || at === here.name.length - 1) return false;
  // The first character of a body's name may belong to the words before it.
  if (here.type === "ORG" && at === 0) return false;
  if (CONTRASTING.has(written) || CONTRASTING.has(meant)) return false;
  return here.places.every(({ mention }) => mention.code === undefined || mention.entity.endsWith(other.name));
}

const rolesOf = ({ places }: NameInArticle): string[] => places.flatMap(({ mention }) => mention.role ?? []);

const KIN_WORD = new RegExp(`(?:${KIN.join("|")})$`, "u");

export function isKin(name: NameInArticle): boolean {
  return rolesOf(name).some((role) => KIN_WORD.test(role));
}

/**
 * Whether what the article calls them lets two names be one person: a name that has a title of its own is somebody else, unless the
 * other has the same, or none, and stands only after it or is very like it.
 */
export function canBeOne(here: NameInArticle, other: NameInArticle, like: Likeness): boolean {
  const [own, others] = [rolesOf(here), rolesOf(other)];
  if (own.length === 0) return true;
  if (others.length > 0) return own.every((role) => others.some((one) => one.endsWith(role) || role.endsWith(one)));
  return isBefore(here, other) || like !== "none";
}

function isBefore(one: NameInArticle, other: NameInArticle): boolean {
  const [a, b] = [one.places[0]?.mention, other.places[0]?.mention];
  return a !== undefined && b !== undefined && (a.block - b.block || a.start - b.start) < 0;
}
