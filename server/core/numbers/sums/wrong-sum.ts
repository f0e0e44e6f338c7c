/** A sum that does not come out, and what is said of it. */

import type { Localised } from "../../text/locale.ts";
import type { Span } from "../../text/text.ts";
import type { Decimal } from "../numerals/decimal.ts";
import { addition, type Figure, writtenLike } from "./figures.ts";

/** A whole that its parts do not make; offsets into the text it was found in. */
export interface WrongSum {
  readonly whole: Span & { readonly text: string };
  readonly parts: readonly (Span & { readonly text: string })[];
  readonly message: Localised;
}

/**
 * What its parts make of a whole. `what` are they (各项); `rounded` where the figures may be right, each of them rounded.
 */
export function wrongSum(
  whole: Figure,
  parts: readonly Figure[],
  sum: Decimal,
  what: string,
  rounded = false,
): WrongSum {
  const [reckoned, added] = [writtenLike(sum, whole), addition(parts, whole)];
  return {
    whole,
    parts,
    message: {
      zh: `${what}合计${reckoned}，与总数${whole.text}不符（${added}）${rounded ? "，若非四舍五入所致，请核对" : ""}`,
      en: `The parts make ${reckoned}, not ${whole.text} (${added})${rounded ? ", unless each was rounded" : ""}`,
    },
  };
}
