/** The index of the workspace kept on the disk's files: looks them over, follows their changes, and remembers itself. */

import { createHash } from "node:crypto";
import type { IndexedPage } from "../workspace/index-entries.ts";
import type { FileChange, IndexPlan, IndexProgress } from "../workspace/name-service.ts";
import type { PageCheck } from "../workspace/page-check.ts";
import { createIndex, type PageIndex } from "../workspace/page-index.ts";
import { decode } from "./encodings.ts";
import { pathOf } from "./galley-files.ts";
import type { FileState, IndexedFile, IndexStore } from "./index-store.ts";
import { isInside } from "./inside.ts";

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
  /** Whether all pages of the plan have been looked at once. */
  readonly isWhole: boolean;
  /** Looks all pages of the plan over, once in the keeper's life. */
  start(plan: IndexPlan): void;
  /** Leaves what has not been looked at yet; changes from then on are followed. */
  stop(): void;
  changed(changes: readonly FileChange[]): void;
  /** Lexicons or settings have changed: pages for which others hold now are read or checked anew. */
  marksChanged(): void;
  /** The text of a file, in whatever encoding it is. */
  textOf(uri: string): Promise<HashedText>;
  /** Settles when there is nothing left to do. */
  settled(): Promise<void>;
}

/** A text, and what tells its bytes from others: the same as in {@link IndexedFile}. */
export interface HashedText {
  readonly text: string;
  readonly hash: string;
}

export interface IndexTools {
  readonly disk: IndexDisk;
  /** What the index keeps of a page. */
  readonly read: (uri: string, text: string) => IndexedPage;
  /** A mark of the lexicon that holds for a page: with another one the page is read anew. */
  readonly lexiconMark: (uri: string) => string;
  /** What is kept of a page's findings. */
  readonly check: (uri: string, text: string) => PageCheck | Promise<PageCheck>;
  /** A mark of all that a page is checked by: with another one it is checked anew. */
  readonly checkMark: (uri: string) => string | Promise<string>;
  /** Is told of each page that was looked at, and undefined for one that is gone. */
  readonly onChecked: (uri: string, file: IndexedFile | undefined) => void;
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
const IGNORED = /\/(?:node_modules|\.git|\.galley)\//;

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64").slice(0, 16);
}

export function createIndexKeeper(tools: IndexTools): IndexKeeper {
  return new DiskIndex(tools);
}

/** One page is looked at a turn; what is to be looked at waits in a queue. */
class DiskIndex implements IndexKeeper {
  readonly index: PageIndex = createIndex();
  readonly #tools: IndexTools;
  readonly #files = new Map<string, IndexedFile>();
  /** The checks that were told. */
  readonly #told = new Map<string, PageCheck>();
  /** URIs to look at, in order. */
  readonly #queue = new Set<string>();
  /** Called when there is nothing left to do. */
  readonly #waiting: (() => void)[] = [];
  #plan: IndexPlan | undefined;
  /** The page that is being looked at. */
  #current: string | undefined;
  #busy = false;
  #whole = false;
  /** Pages looked at since the last rest. */
  #done = 0;
  /** Changes since the last saving. */
  #unsaved = 0;
  /** How often it was stopped: whoever began before a stop reports nothing after it. */
  #stopped = 0;

  constructor(tools: IndexTools) {
    this.#tools = tools;
  }

  get isWhole(): boolean {
    return this.#whole;
  }

  start(plan: IndexPlan): void {
    if (this.#plan) return;
    this.#plan = plan;
    this.#busy = true;
    void this.#begin(plan);
  }

  stop(): void {
    this.#stopped += 1;
    this.#queue.clear();
  }

  changed(changes: readonly FileChange[]): void {
    if (!this.#plan) return;
    for (const { uri, kind } of changes) {
      if (kind === "written") {
        if (!IGNORED.test(uri) && this.#isPlanned(uri)) this.#queue.add(uri);
      } else for (const gone of this.#goneWith(uri)) this.#queue.add(gone);
    }
    this.#work();
  }

  marksChanged(): void {
    for (const uri of this.#files.keys()) this.#queue.add(uri);
    this.#work();
  }

  async textOf(uri: string): Promise<HashedText> {
    const bytes = await this.#tools.disk.read(uri);
    return { text: (await decode(bytes)).text, hash: hashOf(bytes) };
  }

  settled(): Promise<void> {
    if (!this.#busy && this.#queue.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Takes what was stored, then looks over all files there are. */
  async #begin(plan: IndexPlan): Promise<void> {
    const { disk, store } = this.#tools;
    const before = this.#stopped;
    try {
      if (plan.storage !== undefined)
        for (const [uri, file] of await store.load(plan.storage)) {
          this.#files.set(uri, file);
          this.index.put(uri, file.page);
        }
      const there = new Set((await disk.list(plan)).filter((uri) => !IGNORED.test(uri)));
      for (const uri of [...this.#files.keys()]) if (!there.has(uri)) this.#remove(uri);
      if (before === this.#stopped) for (const uri of there) this.#queue.add(uri);
    } catch (error) {
      this.#tools.onError(`index: ${error instanceof Error ? error.message : String(error)}`);
    }
    this.#later();
  }

  /** Begins to work off the queue, where nobody does yet. */
  #work(): void {
    if (this.#busy || this.#queue.size === 0) return;
    this.#busy = true;
    this.#later();
  }

  #later(): void {
    this.#tools.later(() => void this.#step());
  }

  async #step(): Promise<void> {
    const [uri] = this.#queue;
    if (uri === undefined) return this.#rest();
    this.#queue.delete(uri);
    this.#current = uri;
    const before = this.#stopped;
    try {
      await this.#look(uri);
    } catch (error) {
      // A page that cannot be read is not in the index; it is looked at again when it changes.
      this.#remove(uri);
      this.#tools.onError(`index: ${uri}: ${error instanceof Error ? error.message : String(error)}`);
    }
    this.#current = undefined;
    this.#done += 1;
    if (before === this.#stopped) this.#tools.onProgress({ done: this.#done, of: this.#done + this.#queue.size });
    if (this.#unsaved >= SAVE_EVERY) await this.#save();
    this.#later();
  }

  async #rest(): Promise<void> {
    await this.#save();
    this.#busy = false;
    this.#whole ||= this.#stopped === 0;
    this.#done = 0;
    this.#tools.onProgress({ done: 0, of: 0 });
    if (this.#queue.size > 0) return this.#work();
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Brings one page up to date; reads it only where it, or its lexicon, is not as it was. */
  async #look(uri: string): Promise<void> {
    const { disk, lexiconMark, read, checkMark, check } = this.#tools;
    const state = await disk.stat(uri);
    if (!state || state.size > MOST_BYTES) return this.#remove(uri);
    const known = this.#files.get(uri);
    const [lexicon, checkedBy] = [lexiconMark(uri), await checkMark(uri)];
    const same = known?.lexicon === lexicon;
    const checked = same && known.checkedBy === checkedBy;
    if (checked && known.mtime === state.mtime && known.size === state.size) return this.#tell(uri, known);
    const bytes = await disk.read(uri);
    const hash = hashOf(bytes);
    const asRead = same && known.hash === hash ? known : undefined;
    if (asRead && checked) return this.#put(uri, { ...asRead, ...state });
    const { text } = await decode(bytes);
    const page = asRead ? asRead.page : read(uri, text);
    this.#put(uri, { ...state, hash, lexicon, page, checkedBy, check: await check(uri, text) });
  }

  async #save(): Promise<void> {
    const { store, onError } = this.#tools;
    if (this.#unsaved === 0 || this.#plan?.storage === undefined) return;
    this.#unsaved = 0;
    await store.save(this.#plan.storage, this.#files).catch((error: unknown) => onError(`index: ${String(error)}`));
  }

  #put(uri: string, file: IndexedFile): void {
    this.#files.set(uri, file);
    this.index.put(uri, file.page);
    this.#unsaved += 1;
    this.#tell(uri, file);
  }

  #remove(uri: string): void {
    if (this.#files.delete(uri)) this.#unsaved += 1;
    this.index.delete(uri);
    this.#tell(uri, undefined);
  }

  /** A page that is as it was told before is not told again. */
  #tell(uri: string, file: IndexedFile | undefined): void {
    if (this.#told.get(uri) === file?.check) return;
    if (file) this.#told.set(uri, file.check);
    else this.#told.delete(uri);
    this.#tools.onChecked(uri, file);
  }

  /** What a client tells of by globs of a workspace's settings may lie anywhere. */
  #isPlanned(uri: string): boolean {
    const path = pathOf(uri);
    const folders = this.#plan?.folders.flatMap((folder) => pathOf(folder) ?? []) ?? [];
    return folders.some((folder) => isInside(folder, path));
  }

  /** Of a folder that is deleted only the folder itself is told: all pages that may have been in it. */
  #goneWith(uri: string): string[] {
    const known = new Set([...this.#files.keys(), ...this.#queue]);
    if (this.#current !== undefined) known.add(this.#current);
    return [...known].filter((page) => page === uri || page.startsWith(`${uri}/`));
  }
}
