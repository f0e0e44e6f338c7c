/** Words that stand before or after a person's name: offices, callings, forms of address, kin. */

import address from "../../data/titles/address.txt";
import duties from "../../data/titles/duties.txt";
import kin from "../../data/titles/kin.txt";
import labels from "../../data/titles/labels.txt";
import officeEnds from "../../data/titles/office-ends.txt";
import offices from "../../data/titles/offices.txt";
import { entriesOf, setOf } from "./read.ts";

/** Offices and callings as they stand before a name, and after it where a person is named by office. */
export const TITLES: readonly string[] = entriesOf(offices);

/** Kin, before a name as in 妻子王兰. */
export const KIN: readonly string[] = entriesOf(kin);

/** Forms of address that stand after a name. */
export const ADDRESS: readonly string[] = entriesOf(address);

/** What a label before a colon calls the persons named after it: 责任编辑：. */
export const LABELS: readonly string[] = entriesOf(labels);

/** What offices are named by, though the dictionary has the words for verbs: 监督 in 监督科科长. */
export const DUTIES: ReadonlySet<string> = setOf(duties);

/** How the names of offices end; two titles of one person are compared by them. */
export const OFFICE_ENDS: readonly string[] = entriesOf(officeEnds);
