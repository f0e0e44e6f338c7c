/** What a text by itself has twice, remembered from page to page. */

import { PageMemory } from "../../text/page-memory.ts";
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

const kept = new PageMemory<TextRepetitions>();

/** What stands twice in a text. */
export function repetitionsIn(text: string): TextRepetitions {
  return kept.of(text, workOut);
}

/** To be called where a page begins: what its texts have twice is kept, and what those of pages long ago had is not. */
export function beginPage(): void {
  kept.begin();
}

function workOut(text: string): TextRepetitions {
  const doubles = doublesIn(text);
  return {
    setTwice: setTwice(text),
    overprints: overprintsIn(text),
    doubledSurnames: doubledSurnamesIn(text),
    doubles,
  };
}
