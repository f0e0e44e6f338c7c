/** Words that stand before or after numbers. */

import eventEnds from "../../data/numbers/event-ends.txt";
import genericWords from "../../data/numbers/generic-words.txt";
import perUnitVerbs from "../../data/numbers/per-unit-verbs.txt";
import { entriesOf } from "./read.ts";

/** How the names of events end that a year may stand before: 2022云溪县苹果采摘节. */
export const EVENT_ENDS: readonly string[] = entriesOf(eventEnds);

/** Words in the name of a project that tell it from no other. */
export const GENERIC_WORDS: readonly string[] = entriesOf(genericWords);

/** What may stand between 每 with a unit and the amount: 每亩|增收|500元. */
export const PER_UNIT_VERBS: readonly string[] = entriesOf(perUnitVerbs);
