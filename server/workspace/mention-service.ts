/** What the server asks of whoever recognises mentions; the host answers from another thread. */

import type { Mention } from "../core/page/mention.ts";
import type { Locale } from "../core/text/locale.ts";
import type { Cancellation } from "./cancellation.ts";
import type { OpenPage } from "./pages.ts";

/** A question about a page. */
export interface MentionQuery {
  readonly page: OpenPage;
  readonly token: Cancellation;
}

/** A mention and what is known of the entity it names. */
export interface MentionCard {
  readonly mention: Mention;
  /** Markdown without HTML. */
  readonly markdown: string;
}

/** Mentions in a page's blocks. Both questions are answered without words where no dictionary can be had, and never throw. */
export interface MentionService {
  /** All mentions of the page, in page order. */
  mentions(query: MentionQuery): Promise<readonly Mention[]>;
  /** The same if they are known already: for who must not wait for a dictionary. */
  known(page: OpenPage): readonly Mention[] | undefined;
  /** The card of the mention at a page offset (UTF-16). */
  card(query: MentionQuery, offset: number, locale: Locale): Promise<MentionCard | undefined>;
  /** The page is closed. */
  forget(uri: string): void;
  /** The server ends. */
  close(): void;
}
