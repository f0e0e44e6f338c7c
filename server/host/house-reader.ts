/** What reads and edits the house's files: loaded only where there is one, as the YAML library takes its time. */

import { appendAccepted, parseAccepted, removeAccepted } from "../core/house/accepted-file.ts";
import { parseWords } from "../core/house/words-file.ts";

export const HOUSE_READER = { appendAccepted, parseAccepted, parseWords, removeAccepted };

export type HouseReader = typeof HOUSE_READER;
