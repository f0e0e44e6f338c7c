/** What stands twice, as those that look for it say it. */

import type { Block } from "../../layout/types.ts";
import type { Localised } from "../../text/locale.ts";
import type { Span } from "../../text/text.ts";

/** A stretch of a block that holds something twice; offsets of its joined text. */
export interface Repetition extends Span {
  readonly block: Block;
  /** What is one too many. */
  readonly surplus: readonly Span[];
  readonly message: Localised;
  readonly title: Localised;
  /** Where the page has it once, as proof. */
  readonly proof?: Span & { readonly block: Block };
}
