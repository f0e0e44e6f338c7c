/** What a feature of the server is: one request, what is announced for it, and how a page answers it. */

import type { CancellationToken, ServerCapabilities, TextDocumentIdentifier } from "vscode-languageserver";
import type { Checked } from "../core/fix/checked.ts";
import type { FixedPage } from "../core/fix/whole-page.ts";
import type { Analysis } from "../core/page/analysis.ts";
import type { Finding } from "../core/page/finding.ts";
import type { Switches } from "../core/page/switches.ts";
import type { Positions } from "../core/text/positions.ts";
import type { HouseFiles } from "../workspace/house.ts";
import type { MentionService } from "../workspace/mention-service.ts";
import type { NameService } from "../workspace/name-service.ts";
import type { Neighbours } from "../workspace/neighbours.ts";
import type { OpenPage } from "../workspace/pages.ts";
import type { WholeArticles } from "../workspace/whole-articles.ts";
import type { Client } from "./client.ts";

/** Everything an answer may draw on. All of it belongs to the one version of the page that was asked about. */
export interface Asked {
  readonly page: OpenPage;
  readonly analysis: Analysis;
  /** Findings that go by names or by the page's issue, as far as they have come: they are none of the analysis'. */
  readonly lateFindings: () => readonly Finding[];
  readonly at: Positions;
  readonly client: Client;
  readonly mentions: MentionService;
  readonly names: NameService;
  readonly house: HouseFiles;
  readonly neighbours: Neighbours;
  /** Those of the page's articles that stand on other pages of its issue, too. */
  readonly wholes: () => WholeArticles | Promise<WholeArticles>;
  readonly switches: Switches;
  /** Every open page, the one asked about included. */
  readonly open: () => readonly OpenPlace[];
  readonly token: CancellationToken;
  /** Fixes the page: a long one in turns, with a bar that shows how far it is. */
  readonly fixed: () => Checked<FixedPage> | Promise<Checked<FixedPage>>;
  /** The address of a rule's documentation. */
  readonly ruleLink: (rule: string) => string | undefined;
}

/** An open page and its analysis, made when first looked at. */
export interface OpenPlace {
  readonly page: OpenPage;
  readonly analysis: Analysis;
}

/** Parameters that name the document they ask about. */
export interface PageParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** One row of the server's table of requests. */
export interface Feature<P extends PageParams = PageParams, R = unknown> {
  readonly method: string;
  /** What the server announces for it; nothing for a request that only Galley's own client knows. */
  provides?(client: Client): ServerCapabilities;
  /** The answer for a document that is not open, and when the work fails. */
  readonly empty: R;
  answer(asked: Asked, params: P): R | Promise<R>;
}

/** Goes on with what is there at once or comes later; what is there is gone on with at once, so that answers keep their order. */
export function then<T, R>(value: T | Promise<T>, next: (value: T) => R): R | Promise<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}
