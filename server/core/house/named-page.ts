/** A page with its names: what the rules that go by names are given. */

import type { Articles } from "../articles/types.ts";
import type { Block } from "../layout/types.ts";
import type { Mention } from "../page/mention.ts";
import type { Lexicon } from "./index.ts";

interface PageNames {
  readonly text: string;
  /** The blocks as they are read: see `Layout.texts`. */
  readonly blocks: readonly Block[];
  /** What the page names, in page order, as the lexicon has it where one holds. */
  readonly mentions: readonly Mention[];
  /** The house's lexicon, where one holds for the page. */
  readonly lexicon?: Lexicon;
  /** Whether two names sound alike; where nobody can tell, names of two characters are not compared. */
  readonly soundAlike?: (a: string, b: string) => boolean;
}

export interface NamedPage extends PageNames {
  /** Its articles, and the role of each block; worked out when first asked for. */
  articles(): Articles;
}

/** A page for which a lexicon holds: what the rules are given that compare names with it. */
export interface HousePage extends PageNames {
  readonly lexicon: Lexicon;
}
