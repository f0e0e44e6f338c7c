/** What every output format of `galley check` does: says what it has of a page, takes that page by page, and ends. */

import type { Analysis } from "../../core/page/analysis.ts";
import type { Session } from "../session.ts";
import type { Voice } from "../work.ts";

export interface CheckedPage {
  readonly name: string;
  readonly analysis: Analysis;
}

/** Writes to the session's stdout. What it was given is not kept, so a folder of any size can be reported on. */
export interface Report<P> {
  page(part: P): Promise<void>;
  /** After the last page, also where there was none. */
  end(): Promise<void>;
}

/** A format; `P` is what it has of a page: plain data, as it may come from another thread. */
export interface Format<P> {
  partOf(page: CheckedPage, voice: Voice): P;
  start(session: Session): Report<P>;
}
