/** `galley/issue`: every page of the workspace with what needs a person, open ones as they are now, others as they are on the disk. */

import type { Connection } from "vscode-languageserver";
import { withFindings } from "../core/analyze.ts";
import type { PageErrors } from "../core/error-rate.ts";
import type { Finding } from "../core/page/finding.ts";
import { RULES } from "../core/rules/index.ts";
import { type ErrorRates, ISSUE_CHANGED, type Issue, type IssueChange, type IssuePage } from "../protocol.ts";
import { fileUri } from "../workspace/file-uri.ts";
import { describe, type Log } from "../workspace/log.ts";
import { checkOf, type PageCheck } from "../workspace/page-check.ts";
import type { PageChecks } from "../workspace/page-checks.ts";
import type { OpenPage, Pages } from "../workspace/pages.ts";
import type { Client } from "./client.ts";
import { toldErrorRate } from "./features/status.ts";

/** A page that is typed on is counted when nothing has been typed for so long, in ms. */
const QUIET = 150;

export interface IssueOptions {
  readonly connection: Connection;
  readonly pages: Pages;
  readonly checks: PageChecks;
  /** Findings that go by names or by the page's issue, as far as they have come. */
  readonly lateFindings: (page: OpenPage) => readonly Finding[];
  readonly client: () => Client;
  readonly log: Log;
  /** Puts a page's settings in force and reads it. */
  readonly prepare: (page: OpenPage) => Promise<void> | undefined;
  /** Whether an open page counts, and does not just show another one. */
  readonly counts: (uri: string) => boolean;
}

export interface IssueDesk {
  /** All pages as far as they are known; from then on the client is sent what changes. */
  answer(): Promise<Issue>;
  /** A page was opened, edited or closed, or was checked on the disk. */
  changed(uri: string): void;
}

export function createIssueDesk({
  connection,
  pages,
  checks,
  lateFindings,
  client,
  log,
  prepare,
  counts,
}: IssueOptions): IssueDesk {
  let asked = false;
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Set<string>();
  /** The errors of the open pages, as they were told last. */
  const openErrors = new Map<string, PageErrors>();
  const openPages = (): Map<string, OpenPage> =>
    new Map(pages.all().flatMap((page) => (counts(page.uri) ? [[fileUri(page.uri), page] as const] : [])));
  const checkOfOpen = async (page: OpenPage): Promise<PageCheck | undefined> => {
    await prepare(page);
    return pages.isCurrent(page)
      ? checkOf(page.uri, withFindings(pages.analysisOf(page), lateFindings(page)))
      : undefined;
  };
  const told = (uri: string, { findings, fixable, needing, number, places, errors }: PageCheck): IssuePage => ({
    uri,
    ...(number ? { number } : {}),
    findings,
    fixable,
    needing,
    ...toldErrorRate([errors], client()),
    places: places.map(({ rule, severity, message, range, article }) => ({
      rule,
      severity,
      message: client().say(message),
      range,
      ...(article ? { article: client().say(article) } : {}),
    })),
  });
  /** Of the pages named; one that is edited meanwhile is told of when that is done. */
  const changeOf = async (uris: Iterable<string>): Promise<IssueChange> => {
    const open = openPages();
    const known: IssuePage[] = [];
    const gone: string[] = [];
    for (const uri of openErrors.keys()) if (!open.has(uri)) openErrors.delete(uri);
    for (const uri of uris) {
      const page = open.get(uri);
      const check = page ? await checkOfOpen(page) : checks.all.get(uri);
      if (page && check) openErrors.set(uri, check.errors);
      if (check) known.push(told(uri, check));
      else if (!page) gone.push(uri);
    }
    return { pages: known, gone, errorRates: errorRates() };
  };
  const errorRates = (): ErrorRates => {
    const folders = new Map<string, PageErrors[]>();
    for (const uri of new Set([...checks.all.keys(), ...openErrors.keys()])) {
      const errors = openErrors.get(uri) ?? checks.all.get(uri)?.errors;
      // A text that was never saved is in no folder.
      const folder = /^(.*)\//s.exec(uri)?.[1];
      if (!errors || folder === undefined) continue;
      const known = folders.get(folder);
      if (known) known.push(errors);
      else folders.set(folder, [errors]);
    }
    const rates = [...folders].map(([folder, pages]) => [folder, toldErrorRate(pages, client()).errorRate] as const);
    return Object.fromEntries(rates.flatMap(([folder, rate]) => (rate ? [[folder, rate]] : [])));
  };
  const send = async (): Promise<void> => {
    timer = undefined;
    const uris = [...waiting];
    waiting.clear();
    try {
      const change = await changeOf(uris);
      if (change.pages.length + change.gone.length > 0) void connection.sendNotification(ISSUE_CHANGED, change);
    } catch (error) {
      log.error(`${ISSUE_CHANGED}: ${describe(error)}`);
    }
  };
  return {
    async answer() {
      asked = true;
      const uris = new Set([...checks.all.keys(), ...openPages().keys()]);
      const titles = Object.fromEntries(RULES.map(({ id, title }) => [id, client().say(title)]));
      const { pages: known, errorRates: rates } = await changeOf(uris);
      return { pages: known, errorRates: rates, titles };
    },
    changed(uri) {
      if (!asked || !counts(uri)) return;
      waiting.add(fileUri(uri));
      // While an index is made, pages come one upon another, and nobody is to wait for the last of them.
      if (timer && !pages.get(uri)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void send(), QUIET);
    },
  };
}
