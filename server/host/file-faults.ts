/** Faults of a file that people write, as an editor shows them. */

import type { Localised } from "../core/text/locale.ts";
import { positionsOf } from "../core/text/positions.ts";
import { pageOf } from "../core/text/text.ts";
import type { FileFaults } from "../workspace/file-faults.ts";

/** A sentence, and the place in the file's text (UTF-16). */
export interface FileFault {
  readonly start: number;
  readonly end: number;
  readonly message: Localised;
}

/** Faults with their places in the text. */
export function placed(text: string, faults: readonly FileFault[]): FileFaults["faults"] {
  const at = positionsOf(pageOf(text));
  return faults.map(({ message, ...span }) => ({ range: at.range(span), ...message }));
}
