/** A page with its names as the house has them: what the rules that go by names are given. */

import type { Block } from "../layout/types.ts";
import type { Mention } from "../page/mention.ts";
import type { Lexicon } from "./index.ts";

export interface NamedPage {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What the page names, in page order, as the lexicon has it. */
  readonly mentions: readonly Mention[];
  /** The lexicon that holds for the page. */
  readonly lexicon: Lexicon;
  /** Whether two names sound alike; where nobody can tell, names of two characters are not compared. */
  readonly soundAlike?: (a: string, b: string) => boolean;
}
