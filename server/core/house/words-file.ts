/** The file of words that the house does not use, `.galley/words.yaml`, read. */

import type { HouseWord } from "../page/house-word.ts";
import type { Span } from "../text/text.ts";
import { createWordFinder, LONGEST_TERM } from "./find-words.ts";
import { type Fault, type ListForm, type ListItem, type ReadList, readList } from "./list-file.ts";

/** An entry, and where its terms stand in its file (UTF-16 offsets). */
export interface WordEntry extends HouseWord, Span {}

export const WORD_KEYS = ["term", "instead", "why", "except"] as const;

const WORDS: ListForm = {
  list: "words",
  keys: WORD_KEYS,
  item: { zh: "词条", en: "entry" },
  example: { zh: "“term: 不用的词”和“instead: 改用的词”", en: "a term: and, in most cases, an instead:" },
};

/** Reads any text; an entry of which nothing could be found on a page is told and left out. */
export function parseWords(text: string): ReadList<WordEntry> {
  return readList(text, WORDS, entryOf, tellTogether);
}

function entryOf(item: ListItem, fault: Fault): WordEntry | undefined {
  const instead = item.text("instead");
  const why = item.text("why");
  const given = item.texts("term");
  if (given.every(({ texts }) => texts.length === 0))
    fault(item, "词条没有不用的词（term）。", "The entry has no term.");
  const terms = given.flatMap(({ texts, ...span }) => texts.filter((term) => isTerm(term, instead, span, fault)));
  const except = item.texts("except").flatMap(({ texts, ...span }) => {
    const idle = texts.find((longer) => !terms.some((term) => longer.includes(term)));
    if (idle !== undefined && terms.length > 0)
      fault(span, `“${idle}”里没有不用的词，不起作用。`, `“${idle}” holds none of the terms and has no effect.`);
    return texts;
  });
  if (terms.length === 0) return undefined;
  return {
    terms,
    ...(instead === undefined ? {} : { instead }),
    ...(why === undefined ? {} : { why }),
    ...(except.length > 0 ? { except } : {}),
    ...item.at("term"),
  };
}

function isTerm(term: string, instead: string | undefined, span: Span, fault: Fault): boolean {
  if (term.length > LONGEST_TERM)
    fault(span, `词太长，至多 ${LONGEST_TERM} 个字。`, `A term has ${LONGEST_TERM} characters at most.`);
  else if (term === instead)
    fault(span, `“${term}”改用的还是它自己。`, `What is to be written instead of “${term}” is the same.`);
  else return true;
  return false;
}

/** Tells which terms stand in the file twice, and which entries would have another entry's term written. */
function tellTogether(entries: readonly WordEntry[], fault: Fault): void {
  const taken = new Set<string>();
  const find = createWordFinder(entries);
  for (const entry of entries) {
    for (const term of entry.terms) {
      if (taken.has(term))
        fault(entry, `“${term}”重复了，以前面的一条为准。`, `“${term}” is listed twice; the first entry counts.`);
      taken.add(term);
    }
    const [other] = find(entry.instead ?? "");
    if (other)
      fault(
        entry,
        `改用的“${entry.instead}”里有“${other.term}”，它也在不用之列。`,
        `“${entry.instead}” holds “${other.term}”, which is not to be used either.`,
      );
  }
}
