/** What the server asks of whoever checks the pages that are not open; the host answers from another thread. */

import type { Listing } from "../core/page/analysis.ts";
import type { Cancellation } from "./cancellation.ts";
import type { PageCheck, PlacedFinding } from "./page-check.ts";
import type { SetByFolder } from "./set-by-folder.ts";

/** A check, and what tells it from any other of the page. */
export interface MarkedCheck extends PageCheck {
  /** Changes with the page, and with whatever it is checked by. */
  readonly mark: string;
}

/** The pages of the index as they stand on the disk. Every question is answered, with nothing where nothing is known. */
export interface PageChecks {
  /** By URI, as {@link fileUri} has it, as far as the index has come. */
  readonly all: ReadonlyMap<string, MarkedCheck>;
  /** The client has set this now; where it has set nothing, settings files hold. */
  checkBy(set: SetByFolder): void;
  /** Is told of each page whose check has come, changed or gone. */
  onChecked(listener: (uri: string) => void): void;
  /** All findings of a page, as they would be shown if it were open; undefined where it cannot be read. */
  findingsOf(uri: string, token: Cancellation): Promise<Listing<PlacedFinding> | undefined>;
}

/** For a host that has no index. */
export const NO_CHECKS: PageChecks = {
  all: new Map(),
  checkBy: () => {},
  onChecked: () => {},
  findingsOf: async () => undefined,
};
