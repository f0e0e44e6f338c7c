/** The pages of `seeds/`, first the one that `npm start` opens. */

import type { PagePlan } from "../types.ts";
import { COUNTY } from "./county.ts";
import { CULTURE } from "./culture.ts";
import { ECONOMY } from "./economy.ts";
import { FRONT } from "./front.ts";
import { PEOPLE } from "./people.ts";

export const SEED_PAGES: readonly PagePlan[] = [FRONT, ECONOMY, PEOPLE, CULTURE, COUNTY];
