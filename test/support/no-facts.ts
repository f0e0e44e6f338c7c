/** What an issue knows of a page that says nothing of itself. */

import type { PageFacts } from "../../server/core/issue/page-facts.ts";

export const NO_FACTS: PageFacts = { folio: {}, jumps: { lines: [], headings: [] }, persons: [], projects: [] };
