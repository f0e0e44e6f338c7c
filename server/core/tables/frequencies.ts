/** What 每 makes recur: by the word, the rule as iCalendar (RFC 5545) writes it. */

import frequencies from "../../data/calendar/frequencies.txt";
import { mapOf } from "./read.ts";

export const FREQUENCIES = mapOf(frequencies);
