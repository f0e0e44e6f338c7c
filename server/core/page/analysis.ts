/** What an analysis of a page is. */

import type { Articles } from "../articles/index.ts";
import type { Layout } from "../layout/index.ts";
import type { Finding } from "./finding.ts";
import type { Settings } from "./settings.ts";

/** All that Galley knows of a page without a dictionary. */
export interface Analysis extends Layout, Articles {
  readonly text: string;
  readonly settings: Settings;
  /** In page order. */
  readonly findings: readonly Finding[];
}
