/** A surname that stands twice before a name that the page has elsewhere: 罗罗正山 where it has 罗正山. */

import type { Block } from "../../layout/types.ts";
import { REDUPLICATING, WORD_BORDERS } from "../../tables/characters.ts";
import { FUNCTION_CHARACTERS } from "../../tables/function-words.ts";
import { COMMON_SURNAMES } from "../../tables/surnames.ts";
import { SAY } from "../../tables/verbs.ts";
import type { Repetition } from "./types.ts";

const DOUBLED = new RegExp(`([${COMMON_SURNAMES}])\\1(?=\\p{Script=Han}{2})`, "gu");

/** A doubled surname in a text, and the name with one. */
export interface DoubledSurname {
  readonly start: number;
  readonly surname: string;
  readonly name: string;
}

/** The doubled surnames of a text at the start of a clause, or before a verb of speech. */
export function doubledSurnamesIn(text: string): DoubledSurname[] {
  const found: DoubledSurname[] = [];
  for (const { index: start, 1: surname = "" } of text.matchAll(DOUBLED)) {
    if (REDUPLICATING.has(surname) || WORD_BORDERS.has(surname)) continue;
    const name = text.slice(start + 1, start + 4);
    if ([...name.slice(1)].some((char) => FUNCTION_CHARACTERS.has(char) || char === surname)) continue;
    const opens = start === 0 || !/\p{Script=Han}/u.test(text.charAt(start - 1));
    if (opens || SAY.some((verb) => text.startsWith(verb, start + 4))) found.push({ start, surname, name });
  }
  return found;
}

/** Those of a block that the page has with one surname elsewhere. */
export function* doubledSurnames(
  blocks: readonly Block[],
  block: Block,
  doubled: readonly DoubledSurname[],
): Generator<Repetition> {
  for (const { start, surname, name } of doubled) {
    const proof = singleOf(blocks, name);
    if (!proof) continue;
    yield {
      block,
      start,
      end: start + 4,
      surplus: [{ start: start + 1, end: start + 2 }],
      message: {
        zh: `“${surname}${name}”可能多了一个“${surname}”：本版别处是“${name}”`,
        en: `“${surname}${name}” may have one “${surname}” too many: elsewhere the page has “${name}”`,
      },
      title: { zh: `删去一个“${surname}”`, en: `Delete one “${surname}”` },
      proof,
    };
  }
}

/** Where the page has the name with one surname. */
function singleOf(blocks: readonly Block[], name: string): Repetition["proof"] {
  for (const block of blocks) {
    for (let start = block.text.indexOf(name); start >= 0; start = block.text.indexOf(name, start + 1))
      if (block.text.charAt(start - 1) !== name.charAt(0)) return { block, start, end: start + name.length };
  }
  return undefined;
}
