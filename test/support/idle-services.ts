/** Services for tests that need one which does nothing. */

import type { Cancellation } from "../../server/workspace/cancellation.ts";
import type { MentionService } from "../../server/workspace/mention-service.ts";

/** Never cancelled. */
export const NEVER: Cancellation = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => {} }),
};

/** A service that knows no mentions, for a host that has none. */
export const NO_MENTIONS: MentionService = {
  mentions: async () => [],
  known: () => undefined,
  card: async () => undefined,
  forget: () => {},
  close: () => {},
};
