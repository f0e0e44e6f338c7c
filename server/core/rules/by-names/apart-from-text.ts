/** Names of a heading or caption that the text of its article has otherwise. */

import type { NamedPage } from "../../house/named-page.ts";
import type { Mention } from "../../page/mention.ts";
import { CONTRASTING } from "../../tables/characters.ts";
import { isChangedAbout, unrecognised } from "./misspelt-strings.ts";
import type { NameInArticle, NamePlace, NamesOfArticle } from "./names-in-articles.ts";
import { differenceAt } from "./one-apart.ts";
import { canBeOne, isKin, slipsIn } from "./slips.ts";

/** A name of a heading or caption, and the name of the text that is meant. */
export interface Contradicted {
  readonly here: NameInArticle;
  readonly other: NameInArticle;
}

/**
 * The names of one part of an article that its other parts do not have, while its text has one that they are a slip of: characters
 * that changed places, one too many or too few, or another one. What `inconsistent-name` tells is left to it.
 */
export function contradictedNames(
  article: NamesOfArticle,
  part: Exclude<NamePlace["part"], "text">,
  page: NamedPage,
): Contradicted[] {
  const blocks = article.blocks.filter((block) => block.part === part);
  if (blocks.length === 0) return [];
  const known = article.names.filter((name) => isSure(name) && name.places.some((place) => place.part === "text"));
  const told = new Set(slipsIn(article, page).map(({ here }) => here.name));
  const rest = article.blocks
    .filter((block) => block.part !== part)
    .map(({ index }) => squeezed(page.blocks[index]?.text ?? ""))
    .join("\n");
  const found = [...unrecognised(blocks, known, { page, mentionsIn: article.mentionsIn })];
  const isFound = ({ block, start, end }: Mention): boolean =>
    found.some(({ here }) =>
      here.places.some(({ mention: one }) => one.block === block && one.start < end && start < one.end),
    );
  for (const here of article.names) {
    if (!isSure(here) || here.places.some((place) => place.part !== part || isFound(place.mention))) continue;
    found.push(
      ...only(
        here,
        known.filter((other) => isSlip(here, other, rest)),
      ),
    );
  }
  return found.filter(
    ({ here: { name, places } }) =>
      !told.has(name) && !rest.includes(name) && !page.lexicon?.has(name) && !isPhotographers(places, page),
  );
}

/** A name that is near several is near them by chance. */
function only(here: NameInArticle, others: readonly NameInArticle[]): Contradicted[] {
  const [other] = others;
  return other && others.length === 1 ? [{ here, other }] : [];
}

const squeezed = (text: string): string => text.replace(/\s/gu, "");

function isSure({ name, places }: NameInArticle): boolean {
  return /^\p{Script=Han}+$/u.test(name) && places.some(({ mention }) => !mention.likely);
}

function isPhotographers(places: NameInArticle["places"], { blocks }: NamedPage): boolean {
  return places.some(({ mention: { block, end } }) => /^\s*(?:等?摄|供图)/u.test(blocks[block]?.text.slice(end) ?? ""));
}

function isSlip(here: NameInArticle, other: NameInArticle, text: string): boolean {
  return here.type === "PER" ? isPersonSlip(here, other) : here.type === "LOC" && isPlaceSlip(here, other, text);
}

/** A person's surname is right; who has a title of his own or is kin is somebody else. */
function isPersonSlip(here: NameInArticle, other: NameInArticle): boolean {
  const [a, b] = [here.name, other.name];
  if (Math.max(a.length, b.length) > LONGEST || a[0] !== b[0] || isKin(here) || isKin(other)) return false;
  if (!canBeOne(here, other, "sound")) return false;
  if ((differenceAt(a, b) ?? 0) > 0) return a.length > 2;
  return isChangedAbout(a, b) || (other.places.length > 1 && (isOneShort(a, b) || isOneShort(b, a)));
}

/** A longer name is a foreign one, or two that stand side by side. */
const LONGEST = 4;

/** Whether the first is the second without one of its characters, the surname not among them. */
function isOneShort(short: string, long: string): boolean {
  if (short.length !== long.length - 1) return false;
  let at = 1;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at) === long.slice(at + 1);
}

/** A place of the same rank, with one other character, of which the text knows nothing, not even without its last character. */
function isPlaceSlip({ name, places }: NameInArticle, other: NameInArticle, text: string): boolean {
  const at = differenceAt(name, other.name);
  if (at === undefined || name.length < 3 || at === name.length - 1 || other.places.length < 2) return false;
  if (!RANK.test(name) || text.includes(name.slice(0, -1))) return false;
  const isTold = CONTRASTING.has(name.charAt(at)) || CONTRASTING.has(other.name.charAt(at));
  return isTold || places.every(({ mention }) => mention.code === undefined);
}

const RANK = /[省市县区州旗盟镇乡村]$/u;
