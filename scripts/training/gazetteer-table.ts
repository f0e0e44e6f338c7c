/** The gazetteer as training goes by it. */

import { shippedName, textOf } from "../../server/host/shipped.ts";

/** The table without its corrections by hand: so that none of them changes the weights. */
export function gazetteerTable(): string {
  return textOf(shippedName("gazetteer.txt"));
}
