/** Follows the files of the workspace: has the client watch lexicons, the house's files and pages, and tells whoever keeps them. */

import type { Connection, DidChangeWatchedFilesParams, WorkDoneProgressReporter } from "vscode-languageserver";
import type { IndexOptions } from "../protocol.ts";
import type { Log } from "../workspace/log.ts";
import { describe } from "../workspace/log.ts";
import type { FileChange, IndexProgress, NameService } from "../workspace/name-service.ts";
import type { Client } from "./client.ts";
import { HOUSE_FILES } from "./house-documents.ts";
import { DidChangeWatchedFilesNotification, FileChangeType, WatchKind } from "./library.ts";

/** Globs of the lexicons and of the settings files. */
const LEXICONS = "**/.galley/entities.{yaml,yml,json}";
const SETTINGS = "**/.galley/settings.json";

/** Has the client tell of the house's files, of the index's pages, and of whatever is deleted, as that may be a folder of them. */
export function watchFiles(connection: Connection, client: Client, index: IndexOptions | undefined, log: Log): void {
  if (!client.watches) return;
  const written = WatchKind.Create | WatchKind.Change;
  const watchers = [
    { globPattern: LEXICONS, kind: written },
    { globPattern: SETTINGS, kind: written },
    { globPattern: HOUSE_FILES, kind: written },
    ...(index?.pages ?? []).map((globPattern) => ({ globPattern, kind: written })),
    { globPattern: "**/*", kind: WatchKind.Delete },
  ];
  connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .catch((error: unknown) => log.error(`client/registerCapability: ${describe(error)}`));
}

/** The changes as the keepers of files take them, each once. */
export function changesOf({ changes }: DidChangeWatchedFilesParams): FileChange[] {
  const last = new Map(changes.map(({ uri, type }) => [decodedUri(uri), type]));
  return [...last].map(([uri, type]) => ({ uri, kind: type === FileChangeType.Deleted ? "deleted" : "written" }));
}

/** Clients differ in what they escape; files are known by the form that the URL standard gives. */
function decodedUri(uri: string): string {
  try {
    return new URL(uri).href;
  } catch {
    return uri;
  }
}

/** Below this an index is there before a progress bar is. */
const WORTH_SHOWING = 20;

/** Who is told of the index and who makes it. */
export interface IndexStart {
  readonly connection: Connection;
  readonly client: Client;
  readonly names: NameService;
  readonly log: Log;
  /** All pages have been looked at, at first or after changes. */
  readonly onRest: () => void;
}

/** Starts the index, with a progress bar that can be cancelled where the client shows one. */
export function startIndex(
  { pages, storage }: IndexOptions,
  { connection, client, names, log, onRest }: IndexStart,
): void {
  let bar: Promise<WorkDoneProgressReporter | undefined> | undefined;
  let reported = 0;
  const begin = async (): Promise<WorkDoneProgressReporter | undefined> => {
    try {
      const created = await connection.window.createWorkDoneProgress();
      created.begin(client.say({ zh: "清样：正在编索引", en: "Galley: indexing pages" }), 0, undefined, true);
      created.token.onCancellationRequested(() => names.stopIndexing());
      return created;
    } catch (error) {
      log.warn(`window/workDoneProgress/create: ${describe(error)}`);
      return undefined;
    }
  };
  const onProgress = ({ done, of }: IndexProgress): void => {
    if (of === 0) {
      void bar?.then((shown) => shown?.done());
      bar = undefined;
      reported = 0;
      onRest();
      return;
    }
    if (!client.progress || of < WORTH_SHOWING) return;
    bar ??= begin();
    const percent = Math.floor((100 * done) / of);
    if (percent === reported) return;
    reported = percent;
    void bar.then((shown) => shown?.report(percent, `${done} / ${of}`));
  };
  names.index({ folders: client.folders, pages, ...(storage === undefined ? {} : { storage }) }, onProgress);
}
