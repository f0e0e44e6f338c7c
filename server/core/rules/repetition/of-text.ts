/** What a text by itself has twice, remembered from page to page. */

import { byText } from "../by-text.ts";
import { type DoubledSurname, doubledSurnamesIn } from "./doubled-surname.ts";
import { doublesIn, type TextDouble } from "./doubles.ts";
import { type Overprint, overprintsIn } from "./overprint.ts";
import { setTwice } from "./set-twice.ts";
import type { TextRepetition } from "./types.ts";

/** What stands twice in a text, or may: some of it only the page tells. */
export interface TextRepetitions {
  readonly setTwice: readonly TextRepetition[];
  readonly overprints: readonly Overprint[];
  readonly doubledSurnames: readonly DoubledSurname[];
  readonly doubles: readonly TextDouble[];
}

/** What stands twice in the text of each block. */
export const repetitionsOfTexts = byText(repetitionsIn);

function repetitionsIn(text: string): TextRepetitions {
  return {
    setTwice: setTwice(text),
    overprints: overprintsIn(text),
    doubledSurnames: doubledSurnamesIn(text),
    doubles: doublesIn(text),
  };
}
