/** Divisions of a whole whose parts never overlap. */

import divisions from "../../data/numbers/divisions.txt";
import { rowsOf } from "./read.ts";

/** A whole's parts by what their names hold: men and women, first and second prizes. */
export interface Division {
  readonly name: string;
  readonly members: readonly RegExp[];
  /** Its members leave nothing over. */
  readonly whole: boolean;
}

/** In the order they are tried in. */
export const DIVISIONS: readonly Division[] = rowsOf(divisions).map(([name = "", whole, ...members]) => ({
  name,
  members: members.map((member) => new RegExp(member, "u")),
  whole: whole === "whole",
}));
