/** Texts of several pages, as a book of a newspaper's pages is one file. */

import { randomPage } from "./typesetter/index.ts";

const made = new Map<string, string>();

/** Pages of every kind one after the other, no two of them alike, with at least so many characters in all. */
export function longText(characters: number, seed = 1): string {
  const key = `${characters} ${seed}`;
  const text = made.get(key) ?? pagesOf(characters, seed);
  made.set(key, text);
  return text;
}

function pagesOf(characters: number, seed: number): string {
  let text = "";
  for (let i = seed * 1000; text.length < characters; i += 1) {
    const kind = [{}, { varied: true }, { ordered: true }, { dialect: "seed" as const }][i % 4];
    text += `${randomPage(i, kind).text}\n`;
  }
  return text;
}
