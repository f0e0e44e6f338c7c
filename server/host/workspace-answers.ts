/** What the worker knows of the workspace: the index of its pages, and the lexicons that hold in it. */

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Finding } from "../core/page/finding.ts";
import type { Settings } from "../core/page/settings.ts";
import { settingsOf } from "../core/setting-table.ts";
import type { HouseFiles } from "../workspace/house.ts";
import { additionTo } from "../workspace/lexicon-addition.ts";
import type { Lexicons } from "../workspace/lexicons.ts";
import { type NameProposal, nameProposals } from "../workspace/name-proposals.ts";
import type { Addition, NewEntry } from "../workspace/name-service.ts";
import type { Answerer } from "../workspace/page-answers.ts";
import type { PageIndex } from "../workspace/page-index.ts";
import { type SetByFolder, setForPage } from "../workspace/set-by-folder.ts";
import type { StoredSettings } from "../workspace/stored-settings.ts";
import { INDEX_DISK } from "./index-disk.ts";
import { createIndexKeeper, type HashedText } from "./index-keeper.ts";
import { createIndexStore, type IndexedFile } from "./index-store.ts";
import { isInside } from "./inside.ts";
import { createIssueChecks } from "./issue-checks.ts";
import { isLexiconFile, lexiconsGoneWith, pathOf } from "./lexicon-files.ts";
import { createOpenIssues } from "./open-issues.ts";
import type { FromWorker } from "./worker-messages.ts";
import type { WorkspaceAnswers } from "./worker-queue.ts";

/** What people write in folders `.galley`. */
export interface FilesOfHouse {
  readonly lexicons: Lexicons;
  readonly stored: StoredSettings;
  readonly house: HouseFiles;
}

/** `version` is Galley's: an index that another one has stored is made anew. */
export function createWorkspaceAnswers(
  answerer: Pick<Answerer, "indexed" | "checked" | "found">,
  { lexicons, stored, house }: FilesOfHouse,
  post: (message: FromWorker) => void,
  version: string,
): WorkspaceAnswers {
  let set: SetByFolder = { folders: [], elsewhere: {} };
  let aside: ReadonlySet<string> = new Set();
  const reader = telling(answerer, post);
  const settingsFor = async (uri: string): Promise<Settings> => ({
    ...settingsOf({ ...(await stored.forPage(uri)), ...setForPage(uri, set) }),
    ...(await house.forPage(uri)),
  });
  const lexiconMark = (uri: string): string => lexicons.forPage(uri)?.mark ?? "";
  /** The pages of the index as they were looked at last. */
  const files = new Map<string, IndexedFile>();
  /** Those of which it was told, too, what goes by their issue. */
  const told = new Set<string>();
  /** What each page was when its issue was looked over last. */
  let asOf: ReadonlyMap<string, string> = new Map();
  const textOf = (uri: string): Promise<HashedText | undefined> => keeper.textOf(uri).catch(() => undefined);
  const keeper = createIndexKeeper({
    disk: { ...INDEX_DISK, stat: async (uri) => (aside.has(uri) ? undefined : INDEX_DISK.stat(uri)) },
    read: reader.indexed,
    lexiconMark,
    check: async (uri, text) => reader.checked(uri, text, await settingsFor(uri)),
    checkMark: async (uri) => markOf(await settingsFor(uri)),
    onChecked(checked, file) {
      if (file) files.set(checked, file);
      else files.delete(checked);
      // What goes by its issue follows when the index rests: it may have changed with this page.
      told.delete(checked);
      post({ checked, check: file && { ...file.check, mark: markedBy(file) } });
    },
    store: createIndexStore(version),
    onProgress(progress) {
      post({ progress });
      if (progress.of === 0) void tellOfIssues();
    },
    onError: (message) => post({ log: "warn", message }),
    // A turn between two pages, in which questions are answered.
    later: setImmediate,
  });
  const openIssues = createOpenIssues(keeper.index);
  const ofIssues = createIssueChecks(keeper.index);
  /** The findings of a page by its issue, where they are of the text that the page has now: their places are places in it. */
  const ofIssue = (uri: string, { hash }: HashedText): readonly Finding[] =>
    hash === asOf.get(uri) ? ofIssues.of(uri) : [];
  /** Tells of pages that have other findings by their issue than was told of them. */
  const tellOfIssues = async (): Promise<void> => {
    if (!keeper.isWhole) return;
    const hashes = new Map([...files].map(([uri, { hash }]) => [uri, hash] as const));
    const changed = await ofIssues.renew(settingsFor);
    asOf = hashes;
    const untold = [...files.keys()].filter((uri) => !told.has(uri) && ofIssues.of(uri).length > 0);
    for (const uri of new Set([...changed, ...untold])) {
      const file = files.get(uri);
      const [read, settings] = [await textOf(uri), await settingsFor(uri)];
      // It has changed meanwhile: the next rest tells.
      if (!file || file !== files.get(uri) || read?.hash !== file.hash || read.hash !== asOf.get(uri)) continue;
      const [{ text }, more] = [read, ofIssues.of(uri)];
      told.add(uri);
      const mark = `${markedBy(file)} ${digestOf(JSON.stringify(more))}`;
      post({ checked: uri, check: { ...reader.checked(uri, text, settings, more), mark } });
    }
  };
  return {
    answer(question) {
      switch (question.ask) {
        case "references":
          return keeper.index.references(question.key);
        case "symbols":
          return keeper.index.search(question.query, MOST_SYMBOLS);
        case "proposals":
          return proposalsIn(question.folder, keeper.index, lexicons);
        case "entries":
          return entriesAdded(question.folder, question.entries, lexicons);
        case "found": {
          const { file } = question;
          // Its file may be gone by now.
          return Promise.all([keeper.textOf(file), settingsFor(file)]).then(
            ([read, settings]) => reader.found(file, read.text, settings, ofIssue(asIndexed(file), read)),
            () => undefined,
          );
        }
      }
    },
    issueFindings: (uri, open, by) =>
      keeper.isWhole
        ? openIssues.findings(
            asIndexed(uri),
            open.map((page) => ({ uri: asIndexed(page.uri), facts: page.facts })),
            by,
          )
        : [],
    index: (plan) => keeper.start(plan),
    stopIndexing: () => keeper.stop(),
    setAside(uris) {
      aside = new Set(uris.map(asIndexed));
    },
    checkBy(given) {
      set = given;
      keeper.marksChanged();
    },
    changed(changes) {
      const lexiconUris = changes.flatMap(({ uri }) => lexiconsGoneWith(uri));
      if (lexiconUris.length > 0) {
        lexicons.forget();
        for (const uri of lexiconUris) {
          const path = pathOf(uri);
          if (path === undefined) continue;
          // Read at once, so that its faults are told; what is gone has none.
          if (existsSync(path)) lexicons.from(path);
          else post({ faults: { uri, faults: [] } });
        }
      }
      const others = [stored.changed(changes), house.changed(changes)].includes(true);
      if (others || lexiconUris.length > 0) keeper.marksChanged();
      const pages = changes.filter(({ uri }) => !isLexiconFile(uri));
      keeper.changed(pages.map((change) => ({ ...change, uri: asIndexed(change.uri) })));
      return lexiconUris.length > 0;
    },
  };
}

/** The same answers; the page that one is about is told before it and taken back after it. */
function telling(
  { indexed, checked, found }: Pick<Answerer, "indexed" | "checked" | "found">,
  post: (message: FromWorker) => void,
): Pick<Answerer, "indexed" | "checked" | "found"> {
  const told =
    <Rest extends unknown[], R>(answer: (uri: string, ...rest: Rest) => R) =>
    (uri: string, ...rest: Rest): R => {
      post({ reading: uri });
      try {
        return answer(uri, ...rest);
      } finally {
        post({ reading: undefined });
      }
    };
  return { indexed: told(indexed), checked: told(checked), found: told(found) };
}

/** The same for settings that say the same. */
function markOf(settings: Settings): string {
  return digestOf(JSON.stringify(sorted(settings)));
}

/** Tells a check of a page by itself from any other. */
function markedBy({ hash, lexicon, checkedBy }: IndexedFile): string {
  return `${hash} ${lexicon} ${checkedBy}`;
}

function digestOf(words: string): string {
  return createHash("sha256").update(words).digest("base64").slice(0, 16);
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [name, sorted(part)]);
}

/** The proposals of the pages of a folder (URI); none for what is no folder of files. */
function proposalsIn(folder: string, index: PageIndex, lexicons: Lexicons): NameProposal[] {
  const root = pathOf(folder);
  if (root === undefined) return [];
  const pages = index.uris().flatMap((uri) => {
    const page = isInside(root, pathOf(uri)) ? index.get(uri) : undefined;
    return page ? [[uri, page] as const] : [];
  });
  return nameProposals(pages, (uri, type, name) => lexicons.forPage(uri)?.lexicon.find(type, name) !== undefined);
}

/** What adds names to the lexicon that holds in a folder (URI); nothing for what is no folder of files. */
function entriesAdded(folder: string, entries: readonly NewEntry[], lexicons: Lexicons): Addition | undefined {
  const path = pathOf(folder);
  if (path === undefined) return undefined;
  const file = lexicons.forFolder(path)?.uri ?? pathToFileURL(join(path, ".galley", "entities.yaml")).href;
  return additionTo(file, lexicons.fresh(file), entries);
}

/** The one address that a file has in the index, however a client writes it. */
function asIndexed(uri: string): string {
  const path = pathOf(uri);
  return path === undefined ? uri : pathToFileURL(path).href;
}

/** An editor shows no more, and asks again for each character that is typed. */
const MOST_SYMBOLS = 200;
