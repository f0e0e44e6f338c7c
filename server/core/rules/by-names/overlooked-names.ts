/** Strings of an article that nothing took for names and that are one character off a name of it. */

import type { Block } from "../../layout/types.ts";
import type { Mention } from "../../page/mention.ts";
import type { Span } from "../../text/text.ts";
import { FUNCTION_WORD, nameMayEnd, nameMayStart } from "./name-borders.ts";
import type { NameInArticle, NamesOfArticle } from "./names-in-articles.ts";
import { differenceAt, likeness, type SoundAlike } from "./one-apart.ts";

/**
 * Each such string with the name that it is one character off, which it sounds or looks like. A misspelt name is often in no
 * dictionary and of no shape that names have, so it can be found by what the article calls the same elsewhere alone.
 */
export function* overlookedNames(
  article: NamesOfArticle,
  { blocks, soundAlike }: { readonly blocks: readonly Block[]; readonly soundAlike?: SoundAlike },
): Generator<[NameInArticle, NameInArticle]> {
  const names = article.names.filter(isCertain);
  if (names.length === 0) return;
  const often = (text: string): boolean => article.names.some(({ name, places }) => name === text && places.length > 1);
  for (const { index, part } of article.blocks) {
    const text = blocks[index]?.text ?? "";
    const mentions = article.mentionsIn(index);
    for (const other of names) {
      for (const { start, end, at } of stringsOneApart(text, other.name)) {
        const name = text.slice(start, end);
        const touching = mentions.filter((mention) => mention.start < end && start < mention.end);
        const explained = touching.some((mention) => explains(mention, { start, end, at: start + at }, other, often));
        if (explained || !mayStand(text, { start, end }, other, at)) continue;
        if (likeness(name, other.name, at, soundAlike) === "none") continue;
        const mention: Mention = { block: index, start, end, type: other.type, text: name, entity: name };
        yield [{ type: other.type, name, places: [{ mention, part }] }, other];
      }
    }
  }
}

/** Whether a name stands often enough, and is long enough, to be looked for with a character wrong. */
function isCertain({ type, name, places }: NameInArticle): boolean {
  if (places.length < 2 || !places.some(({ mention }) => !mention.likely)) return false;
  return name.length >= (type === "ORG" ? 4 : 3) && /^[\p{Script=Han}·]+$/u.test(name);
}

/** The strings as long as a name that differ from it in one character, none of them white space or a mark. */
function* stringsOneApart(text: string, name: string): Generator<Span & { readonly at: number }> {
  const last = text.length - name.length;
  for (let start = 0; start <= last; start += 1) {
    let wrong = -1;
    let count = 0;
    for (let i = 0; i < name.length && count < 2; i += 1) {
      if (text.charCodeAt(start + i) === name.charCodeAt(i)) continue;
      count += 1;
      wrong = i;
    }
    if (count === 1 && /\p{Script=Han}/u.test(text.charAt(start + wrong)))
      yield { start, end: start + name.length, at: wrong };
  }
}

/** Whether a mention says what stands there: the name itself, or another that the gazetteer or the article knows. */
function explains(
  mention: Mention,
  { start, end, at }: Span & { readonly at: number },
  other: NameInArticle,
  often: (text: string) => boolean,
): boolean {
  if (mention.start === start && mention.end === end && mention.type === other.type) return true;
  if (at < mention.start || at >= mention.end) return false;
  if (mention.type === "DATE" || mention.type === "QTY" || often(mention.text.replace(/\s/gu, ""))) return true;
  return mention.code !== undefined && differenceAt(mention.text, other.name) === undefined;
}

/** Whether a name of that kind can stand there, by what is beside it. */
function mayStand(text: string, { start, end }: Span, { type, name }: NameInArticle, at: number): boolean {
  if (FUNCTION_WORD.test(text.charAt(start + at))) return false;
  if (type === "PER") return at > 0 && (nameMayStart(text, start) || nameMayEnd(text, end));
  if (at === 0) return !/\p{Script=Han}/u.test(text.charAt(start - 1));
  return at < name.length - 1;
}
