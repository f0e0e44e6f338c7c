/** What stands twice, as those that look for it say it. */

import type { Block } from "../../layout/types.ts";
import type { Localised } from "../../text/locale.ts";
import type { Span } from "../../text/text.ts";

/** A stretch of a text that holds something twice. */
export interface TextRepetition extends Span {
  /** What is one too many. */
  readonly surplus: readonly Span[];
  readonly message: Localised;
  readonly title: Localised;
}

/** The same in a block; offsets of its joined text. */
export interface Repetition extends TextRepetition {
  readonly block: Block;
  /** Where the page has it once, as proof. */
  readonly proof?: Span & { readonly block: Block };
}
