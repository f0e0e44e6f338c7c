/** The characters that foreign names are written with. */

import transliterations from "../../data/name-characters/transliterations.txt";
import { rowsOf } from "./read.ts";

/** How much likelier inside a transliterated name than in running text, in halves of a nat, such a character is. */
const TYPICAL = 5;

let typical: ReadonlySet<string> | undefined;

/** Whether all characters of a text are typical of foreign names: 托尔斯泰. The table is read when first asked. */
export function looksTransliterated(text: string): boolean {
  typical ??= new Set(
    rowsOf(transliterations).flatMap(([char = "", , inside = ""]) => (Number(inside) >= TYPICAL ? [char] : [])),
  );
  for (const char of text) if (!typical.has(char)) return false;
  return true;
}
