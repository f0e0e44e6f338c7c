/** The index of the workspace kept on the disk's files: looks them over, follows their changes, and remembers itself. */

import { createHash } from "node:crypto";
import type { IndexedPage } from "../workspace/index-entries.ts";
import type { FileChange, IndexPlan, IndexProgress } from "../workspace/name-service.ts";
import { createIndex, type PageIndex } from "../workspace/page-index.ts";
import { decode } from "./encodings.ts";
import type { FileState, IndexedFile, IndexStore } from "./index-store.ts";

/** The disk as the index sees it; files go by their URI. */
export interface IndexDisk {
  /** URIs of all pages of the plan. */
  list(plan: IndexPlan): Promise<readonly string[]>;
  /** What tells by itself that a file is as it was; undefined where there is no such file. */
  stat(uri: string): Promise<FileState | undefined>;
  read(uri: string): Promise<Uint8Array>;
}

export interface IndexKeeper {
  readonly index: PageIndex;
  /** Looks all pages of the plan over, once in the keeper's life. */
  start(plan: IndexPlan): void;
  /** Leaves what has not been looked at yet; changes from then on are followed. */
  stop(): void;
  changed(changes: readonly FileChange[]): void;
  /** The lexicon has changed: pages are looked at again where another one holds now. */
  lexiconsChanged(): void;
  /** Settles when there is nothing left to do. */
  settled(): Promise<void>;
}

export interface IndexTools {
  readonly disk: IndexDisk;
  /** What the index keeps of a page. */
  readonly read: (uri: string, text: string) => IndexedPage;
  /** A mark of the lexicon that holds for a page: with another one the page is read anew. */
  readonly lexiconMark: (uri: string) => string;
  readonly store: IndexStore;
  readonly onProgress: (progress: IndexProgress) => void;
  readonly onError: (message: string) => void;
  /** Runs the next step when what waits has had its turn. */
  readonly later: (step: () => void) => void;
}

/** A larger file is no page of a newspaper. */
const MOST_BYTES = 2_000_000;
/** Pages read between two savings. */
const SAVE_EVERY = 250;
/** Folders whose files are nobody's pages. */
const IGNORED = /\/(?:node_modules|\.git)\//;

export function createIndexKeeper(tools: IndexTools): IndexKeeper {
  const { disk, store, lexiconMark, onProgress, onError } = tools;
  const index = createIndex();
  const files = new Map<string, IndexedFile>();
  /** URIs to look at, in order. */
  const queue = new Set<string>();
  const waiting: (() => void)[] = [];
  let plan: IndexPlan | undefined;
  let current: string | undefined;
  let busy = false;
  let done = 0;
  let unsaved = 0;
  let stopped = 0;

  const remove = (uri: string): void => {
    if (files.delete(uri)) unsaved += 1;
    index.delete(uri);
  };
  const put = (uri: string, file: IndexedFile): void => {
    files.set(uri, file);
    index.put(uri, file.page);
    unsaved += 1;
  };
  /** Brings one page up to date; reads it only where it, or its lexicon, is not as it was. */
  const look = async (uri: string): Promise<void> => {
    const state = await disk.stat(uri);
    if (!state || state.size > MOST_BYTES) return remove(uri);
    const known = files.get(uri);
    const lexicon = lexiconMark(uri);
    const same = known?.lexicon === lexicon;
    if (same && known.mtime === state.mtime && known.size === state.size) return;
    const bytes = await disk.read(uri);
    const hash = createHash("sha256").update(bytes).digest("base64").slice(0, 16);
    if (same && known.hash === hash) return put(uri, { ...known, ...state });
    const { text } = await decode(bytes);
    put(uri, { ...state, hash, lexicon, page: tools.read(uri, text) });
  };
  const save = async (): Promise<void> => {
    if (unsaved === 0 || plan?.storage === undefined) return;
    unsaved = 0;
    await store.save(plan.storage, files).catch((error: unknown) => onError(`index: ${String(error)}`));
  };
  const rest = async (): Promise<void> => {
    await save();
    busy = false;
    done = 0;
    onProgress({ done: 0, of: 0 });
    if (queue.size > 0) return work();
    for (const resolve of waiting.splice(0)) resolve();
  };
  const work = (): void => {
    if (busy) return;
    busy = true;
    tools.later(() => void step());
  };
  const step = async (): Promise<void> => {
    const [uri] = queue;
    if (uri === undefined) return rest();
    queue.delete(uri);
    current = uri;
    const before = stopped;
    try {
      await look(uri);
    } catch (error) {
      // A page that cannot be read is not in the index; it is looked at again when it changes.
      remove(uri);
      onError(`index: ${uri}: ${error instanceof Error ? error.message : String(error)}`);
    }
    current = undefined;
    done += 1;
    if (before === stopped) onProgress({ done, of: done + queue.size });
    if (unsaved >= SAVE_EVERY) await save();
    tools.later(() => void step());
  };
  /** Takes what was stored, then looks over all files there are. */
  const begin = async (wanted: IndexPlan): Promise<void> => {
    const before = stopped;
    try {
      if (wanted.storage !== undefined)
        for (const [uri, file] of await store.load(wanted.storage)) {
          files.set(uri, file);
          index.put(uri, file.page);
        }
      const there = new Set((await disk.list(wanted)).filter((uri) => !IGNORED.test(uri)));
      for (const uri of [...files.keys()]) if (!there.has(uri)) remove(uri);
      if (before === stopped) for (const uri of there) queue.add(uri);
    } catch (error) {
      onError(`index: ${error instanceof Error ? error.message : String(error)}`);
    }
    tools.later(() => void step());
  };

  return {
    index,
    start(wanted) {
      if (plan) return;
      plan = wanted;
      busy = true;
      void begin(wanted);
    },
    stop() {
      stopped += 1;
      queue.clear();
    },
    changed(changes) {
      if (!plan) return;
      for (const { uri, kind } of changes) {
        if (kind === "written" && !IGNORED.test(uri)) queue.add(uri);
        if (kind === "written") continue;
        // Of a folder that goes only the folder itself is told.
        for (const known of new Set([...files.keys(), ...queue, ...(current === undefined ? [] : [current])]))
          if (known === uri || known.startsWith(`${uri}/`)) queue.add(known);
      }
      if (queue.size > 0) work();
    },
    lexiconsChanged() {
      for (const [uri, { lexicon }] of files) if (lexicon !== lexiconMark(uri)) queue.add(uri);
      if (queue.size > 0) work();
    },
    settled: () => (busy || queue.size > 0 ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
  };
}
