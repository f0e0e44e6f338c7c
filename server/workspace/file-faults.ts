/** What is wrong in a file of the house, as an editor is told. */

import type { Range } from "../core/text/positions.ts";

/** A file's faults as positions of the protocol. */
export interface FileFaults {
  readonly uri: string;
  readonly path?: string;
  readonly faults: readonly { readonly range: Range; readonly zh: string; readonly en: string }[];
}
