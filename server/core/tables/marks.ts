/** Marks: as vertical text has them, and half-width. */

import verticalForms from "../../data/marks/vertical-forms.txt";
import { mapOf } from "./read.ts";

/** The mark in a line for each vertical form: （ for ︵. */
export const VERTICAL_FORMS: ReadonlyMap<string, string> = mapOf(verticalForms);

/** The full-width mark for each half-width one that Chinese text has: ， for a comma. */
export const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  [",", "，"],
  [";", "；"],
  [":", "："],
  ["?", "？"],
  ["!", "！"],
  [".", "。"],
  ["(", "（"],
  [")", "）"],
]);
