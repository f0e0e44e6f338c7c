/** Proposes transliterated names whose dots have blanks beside them (约翰 · 史密斯), and parts two such names at a 和. */

import { foreignNameOdds } from "../../tables/name-odds.ts";
import type { Span } from "../../text/text.ts";
import { isBlank, type Words } from "../words/words.ts";
import { type Candidate, type Propose, proposerOf } from "./candidates.ts";
import { BESIDE_NAMES, DOTTED, proposeDotted } from "./foreign-names.ts";

/**
 * Proposes the names with dots that {@link DOTTED} does not see, and gives the dots among them that have blanks: what ends or
 * begins at one of these is a part of a name.
 */
export function proposeDottedNames(words: Words, propose: Propose): Span[] {
  const { text } = words;
  const seen = new Set([...text.matchAll(DOTTED)].map(({ index, 0: dots }) => `${index}-${index + dots.length}`));
  const person = proposerOf(words, "PER", propose);
  const spaced: Span[] = [];
  for (const { index, 0: run } of text.matchAll(APART)) {
    const dots = { start: index, end: index + run.length };
    if (seen.has(`${dots.start}-${dots.end}`)) continue;
    let proposed = false;
    const blanks = isBlank(text[dots.start]) || isBlank(text[dots.end - 1]);
    proposeDotted(
      text,
      dots,
      (start, end, quality, features) => {
        proposed = true;
        person(start, end, quality, features);
      },
      // Between blanks a dot also parts the words of a list.
      (part) => !blanks || isTransliterated(words, part),
    );
    if (proposed && [...run].some(isBlank)) spaced.push(dots);
  }
  return spaced;
}

/** Whether a person's name goes over a word between two dots that joins two names: 约翰·史密斯|和|玛丽·布朗. */
export function isTwoDottedNames({ text }: Words, { start, end, type }: Candidate): boolean {
  const [, inner = ""] = (type === "PER" && /[·•・．](.+)[·•・．]/u.exec(text.slice(start, end))) || [];
  return [...inner].some((char) => BESIDE_NAMES.has(char));
}

/** Whether a span is a transliterated name of the dictionary, or like one by its characters. */
function isTransliterated({ text, at, start, tag }: Words, part: Span): boolean {
  const i = at[part.start] ?? 0;
  if (start[i] === part.start && start[i + 1] === part.end && tag[i] === "nrt") return true;
  return part.end - part.start > 1 && foreignNameOdds(text.slice(part.start, part.end)) >= 0;
}

const DOT = "[ \\u3000\\u00a0]{0,2}[·•・．][ \\u3000\\u00a0]{0,2}";
/** The dots of one name with the blanks beside them and what stands between them: no word that joins names. */
const APART = new RegExp(`${DOT}(?:(?:(?![${[...BESIDE_NAMES].join("")}])[\\u3400-\\u9fffA-Z]){1,8}${DOT})*`, "gu");
