/** Shows the mentions of a text inside it, as tests write them down. */

import type { NumericMention } from "../../../server/core/numbers/index.ts";

/** The text with each mention in ⟦ ⟧, as `show` writes it; by default as it stands. */
export function bracketed(
  text: string,
  mentions: readonly NumericMention[],
  show: (mention: NumericMention) => string = ({ start, end }) => text.slice(start, end),
): string {
  let shown = "";
  let done = 0;
  for (const mention of mentions) {
    shown += `${text.slice(done, mention.start)}⟦${show(mention)}⟧`;
    done = mention.end;
  }
  return shown + text.slice(done);
}

/** The text without the brackets. */
export function withoutBrackets(text: string): string {
  return text.replace(/[⟦⟧]/g, "");
}
