/** Makes ready what an answer about an open page may draw on: the page read, its settings in force, and everything of that one version. */

import type { CancellationToken, Connection } from "vscode-languageserver";
import { fixingWholePage, fixWholePage } from "../core/fix/whole-page.ts";
import type { Analysis } from "../core/page/analysis.ts";
import type { Finding } from "../core/page/finding.ts";
import { LONGEST_PAGE } from "../core/sheet-starts.ts";
import { positionsOf } from "../core/text/positions.ts";
import { FIXING } from "../protocol.ts";
import { fileUri } from "../workspace/file-uri.ts";
import type { HouseFiles } from "../workspace/house.ts";
import type { Log } from "../workspace/log.ts";
import type { MentionService } from "../workspace/mention-service.ts";
import type { NameService } from "../workspace/name-service.ts";
import type { Neighbours } from "../workspace/neighbours.ts";
import type { OpenPage, Pages } from "../workspace/pages.ts";
import { wholeArticles } from "../workspace/whole-articles.ts";
import type { Client } from "./client.ts";
import type { Configuration } from "./configuration.ts";
import type { Asked, OpenPlace } from "./feature.ts";
import { longWork } from "./long-work.ts";

/** Schemes of pages that show another one as it was, or as it will be: their names count once, with that one. */
const SHOWS_ANOTHER = /^(?:git|galley-[a-z]+):/;

export interface PageQuestions {
  /** Puts a page's settings in force and reads it, if it is long; nothing where both is done. */
  prepare(page: OpenPage): Promise<void> | undefined;
  /** Whether an answer about this version of the page is still waited for. */
  isWanted(page: OpenPage, token: CancellationToken): boolean;
  asked(page: OpenPage, token: CancellationToken): Asked;
  /** Every open page that counts. */
  open(): OpenPlace[];
}

export interface PageQuestionsOptions {
  readonly connection: Connection;
  /** The client as it is known now. */
  readonly client: () => Client;
  readonly pages: Pages;
  readonly configuration: Configuration;
  readonly mentions: MentionService;
  readonly names: NameService;
  readonly house: HouseFiles;
  readonly neighbours: Neighbours;
  readonly lateFindings: (page: OpenPage) => readonly Finding[];
  readonly ruleLink: Asked["ruleLink"];
  readonly log: Log;
}

/** Whether an open page counts, and does not just show another one. */
export function isPageOfItsOwn(uri: string): boolean {
  return !SHOWS_ANOTHER.test(uri);
}

export function createPageQuestions(options: PageQuestionsOptions): PageQuestions {
  const { connection, client, pages, configuration, mentions, names, house, neighbours, log } = options;
  const open = (): OpenPlace[] => {
    const own = pages.all().filter(({ uri }) => isPageOfItsOwn(uri));
    return own.map((page) => ({ page, analysis: pages.analysisOf(page) }));
  };
  /** The open page at an address, however that is written; not a long one, which is read in turns. */
  const openAt = (uri: string): Analysis | undefined => {
    const page = pages.all().find((other) => fileUri(other.uri) === fileUri(uri));
    return page && page.text.length <= LONGEST_PAGE ? pages.analysisOf(page) : undefined;
  };
  const fixed = ({ text }: OpenPage, analysis: Analysis, token: CancellationToken): ReturnType<Asked["fixed"]> =>
    text.length <= LONGEST_PAGE
      ? fixWholePage(analysis)
      : longWork(fixingWholePage(analysis), { connection, client: client(), log, token, title: FIXING });
  return {
    prepare: (page) => configuration.settle(page.uri)?.then(() => pages.prepare(page)) ?? pages.prepare(page),
    isWanted: (page, token) => pages.isCurrent(page) && !token.isCancellationRequested,
    asked(page, token) {
      const analysis = pages.analysisOf(page);
      return {
        page,
        analysis,
        lateFindings: () => options.lateFindings(page),
        at: positionsOf(analysis.page),
        client: client(),
        mentions,
        names,
        house,
        neighbours,
        wholes: () => wholeArticles({ uri: page.uri, page: analysis, open: openAt, neighbours }),
        switches: configuration.switchesOf(page.uri),
        open,
        token,
        fixed: () => fixed(page, analysis, token),
        ruleLink: options.ruleLink,
      };
    },
    open,
  };
}
