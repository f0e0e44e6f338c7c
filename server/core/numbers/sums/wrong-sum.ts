/** A sum that does not come out, and the message about it. */

import type { Localised } from "../../text/locale.ts";
import type { Span } from "../../text/text.ts";
import type { Decimal } from "../numerals/decimal.ts";
import { addition, type Figure, writtenLike } from "./figures.ts";

/** A whole that its parts do not make. Offsets are into the text it was found in. */
export interface WrongSum {
  readonly whole: Span & { readonly text: string };
  readonly parts: readonly (Span & { readonly text: string })[];
  readonly message: Localised;
}

/** How the message about a wrong sum is worded. */
export interface Wording {
  /** What the parts are called: 各项. */
  readonly parts: string;
  /** The figures may be right, each of them rounded. */
  readonly rounded?: boolean;
}

/** The wrong sum of a whole and its parts, which make `sum`. */
export function wrongSum(
  whole: Figure,
  parts: readonly Figure[],
  sum: Decimal,
  { parts: what, rounded = false }: Wording,
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
