/** An article that stands on several pages, as one: its parts without jump lines, a paragraph that the page's end cuts in one piece. */

import type { CleanArticle } from "../articles/clean-article.ts";
import { withoutJumps } from "../articles/jumps.ts";
import type { Passage } from "../articles/passages.ts";
import { joinedAcross } from "../layout/whole-texts.ts";

/** The parts in the order of reading as one article: it has the heading of the first one that has any. */
export function joinedArticle(parts: readonly CleanArticle[]): CleanArticle {
  const headed = parts.find(({ heading }) => heading.length > 0) ?? parts[0];
  const heading = headed?.heading ?? [];
  return {
    ...(headed?.headline === undefined ? {} : { headline: headed.headline }),
    ...(headed?.kicker === undefined ? {} : { kicker: headed.kicker }),
    ...(headed?.deck === undefined ? {} : { deck: headed.deck }),
    heading,
    bylines: [...new Set(parts.flatMap(({ bylines }) => bylines))],
    passages: parts
      .map((part, i) => (i === 0 ? withoutJumpLines(part.passages) : laterPassages(part, heading)))
      .reduce(appended, []),
    captions: parts.flatMap(({ captions }) => captions),
  };
}

/** The passages of a later part. Its heading is that of the article over again, or else a line above what follows. */
function laterPassages({ heading, passages }: CleanArticle, known: readonly string[]): Passage[] {
  const repeats = (text: string): boolean => isAmong(text, known);
  const own = heading.map((text): Passage => ({ kind: "crosshead", text }));
  const all = [...own, ...passages];
  const body = all.findIndex(({ kind }) => kind !== "crosshead");
  const opening = body < 0 ? all : all.slice(0, body);
  return withoutJumpLines([...opening.filter(({ text }) => !repeats(text)), ...(body < 0 ? [] : all.slice(body))]);
}

function withoutJumpLines(passages: readonly Passage[]): Passage[] {
  return passages.flatMap((passage): Passage[] => {
    if (passage.kind === "table" || passage.kind === "verse") return [passage];
    const text = withoutJumps(passage.text).trim();
    return text === "" ? [] : [{ ...passage, text }];
  });
}

const SENTENCE_END = /[。！？…—：；][”’」』）)】》]*$/u;

/** The passages with those of the next part behind them: a paragraph that has not come to its end goes on. */
function appended(before: readonly Passage[], after: readonly Passage[]): Passage[] {
  const [last, next] = [before.at(-1), after[0]];
  const goesOn = last?.kind === "paragraph" && next?.kind === "paragraph" && !SENTENCE_END.test(last.text);
  if (!goesOn) return [...before, ...after];
  const text = last.text + joinedAcross(last.text, next.text) + next.text;
  return [...before.slice(0, -1), { kind: "paragraph", text }, ...after.slice(1)];
}

/** Whether a heading has hardly a character that the article's own has not: headlines are shortened when they are repeated. */
function isAmong(text: string, heading: readonly string[]): boolean {
  const known = new Set(heading.join(""));
  const characters = [...text].filter((character) => /\p{Script=Han}/u.test(character));
  const strange = characters.filter((character) => !known.has(character)).length;
  return characters.length > 0 && strange * 4 <= characters.length;
}
