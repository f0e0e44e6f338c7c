/** What every output format of `galley check` does: takes the pages one by one, and ends. */

import type { Analysis } from "../../core/page/analysis.ts";
import type { Session } from "../session.ts";

export interface CheckedPage {
  readonly name: string;
  readonly analysis: Analysis;
}

/** Writes to the session's stdout. Pages are not kept, so a folder of any size can be reported on. */
export interface Report {
  page(page: CheckedPage): Promise<void>;
  /** After the last page, also where there was none. */
  end(): Promise<void>;
}

export type StartReport = (session: Session) => Report;
