/** Finds and reads the pages that a command was given, and goes on past those that cannot be read. */

import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { issueKey, MOST_PAGES } from "../core/issue/issue.ts";
import type { Settings } from "../core/page/settings.ts";
import type { Localised } from "../core/text/locale.ts";
import { type Decoded, decode, type EncodingName } from "../host/encodings.ts";
import { Refusal } from "../host/refusal.ts";
import type { Io } from "./io.ts";
import { type Batch, type Item, runJob } from "./run-job.ts";
import type { Session } from "./session.ts";
import type { Job, Note, StartWork, WorkContext } from "./work.ts";

/** A page's bytes, and how it is to be read. */
export interface RawPage {
  /** As it is shown: relative to the working folder where it lies inside; `-` for stdin. */
  readonly name: string;
  /** Absolute; nothing for stdin. */
  readonly path?: string;
  readonly bytes: Uint8Array;
  readonly settings: Settings;
  /** Found in a folder or by a glob, not named by the user. */
  readonly listed: boolean;
  /** What it has in common with the others of its issue (`issueKey`), where any of those are given. */
  readonly issue?: string;
  /** How it is written, where that was said. */
  readonly named?: EncodingName;
}

/** A page as it was read. */
export interface InputPage extends RawPage, Decoded {}

/** Work on pages: what it is, what it makes of one, and what is done with that. */
export interface PageJob<O> extends Pick<Job, "command" | "options"> {
  start(context: WorkContext): (page: InputPage) => O | Promise<O>;
  /** Takes what came of a page: called in their order, one at a time. */
  take(page: RawPage, value: O): Promise<void>;
  /** Whether the work takes the dictionary where there are pages in such a folder (absolute path). */
  isHeavy?(folder: string): boolean;
}

/**
 * Does the work for each page of the paths (files, folders, globs, `-`), in order, each file once, on all cores where there
 * are many. What fails for one page is told and counted, and the others go on. Files are read and written here; the work
 * itself only reckons.
 */
export async function forEachPage<O>(session: Session, paths: readonly string[], job: PageJob<O>): Promise<void> {
  const found: Source[] = [];
  for await (const source of sourcesOf(session, paths)) found.push(source);
  const sources = byIssue(found);
  const isHeavy = sources.some(({ path }) => job.isHeavy?.(path === undefined ? session.cwd : dirname(path)));
  await runJob<RawPage, O, PageItem>(session, {
    job: { command: job.command, options: job.options },
    start: pageWork(job.start),
    batches: read(session, sources),
    total: { unit: "pages", items: sources.length, ...sizeOf(sources) },
    isHeavy,
    take: async ({ read }, value) => {
      if ("input" in read) await job.take(read.input, value);
    },
  });
}

/** The work on a page as it was read. */
export function pageWork<O>(start: PageJob<O>["start"]): StartWork<RawPage, O> {
  return (context) => {
    const work = start(context);
    return async (page) => work(await opened(page));
  };
}

/** Does `work` for the one page of a path that names a file or stdin; says `several` where it names more than one. */
export async function forOnePage(
  session: Session,
  path: string,
  work: (page: InputPage) => Promise<void>,
  several: Localised = SEVERAL,
): Promise<void> {
  try {
    await work(await onePage(session, path, several));
  } catch (error) {
    await session.fail(error, path);
  }
}

async function onePage(session: Session, path: string, several: Localised): Promise<InputPage> {
  if (path === "-") return readPage(session, path, undefined);
  const { files, failures } = await session.io.files.find(path);
  const [file] = files;
  if (!file && failures[0]) throw failures[0].error;
  if (!file || files.length > 1) throw new Refusal(files.length > 1 ? several : NO_PAGE);
  return readPage(session, shown(session.io, file.path), file.path);
}

const SEVERAL = {
  zh: "这里有不止一页，请指明一个文件",
  en: "there is more than one page here; name one file",
};
const NO_PAGE = { zh: "这里没有 .txt 文件", en: "no .txt file here" };

/** A file with more bytes is no page, nor a year of them; reading it would take all the memory there is. */
const MOST_BYTES = 32_000_000;
const TOO_LARGE = {
  zh: "文件太大：一个文件最多 32 MB，请分成几个",
  en: "the file is too large: a page has 32 MB at most; split it into several",
};

/** A page that is to be read, or why there is none. */
interface Source {
  readonly name: string;
  readonly listed: boolean;
  readonly path?: string;
  /** Bytes, where it is known. */
  readonly size?: number;
  readonly failure?: unknown;
  readonly issue?: string | undefined;
}

/**
 * The pages with what they have in common with others of their issue, which stand together: where the first of them stood. What is no
 * page is told of after the page before it.
 */
function byIssue(sources: readonly Source[]): Source[] {
  const groups = new Map<string, Source[]>();
  let key = "";
  for (const source of sources) {
    const { path, name, failure } = source;
    if (path !== undefined) key = issueKey(pathToFileURL(path).href);
    else if (failure === undefined) key = name;
    const group = groups.get(key);
    if (group) group.push(source);
    else groups.set(key, [source]);
  }
  return [...groups].flatMap(([issue, group]) =>
    group.length > 1 && group.length <= MOST_PAGES ? group.map((source) => ({ ...source, issue })) : group,
  );
}

type PageItem = Item<RawPage>;

async function* sourcesOf(session: Session, paths: readonly string[]): AsyncGenerator<Source> {
  const seen = new Set<string>();
  const failed = (name: string, failure: unknown): Source => ({ name, listed: false, failure, size: 0 });
  for (const given of paths) {
    if (given === "-") {
      if (!seen.has(given)) yield { name: given, listed: false };
      seen.add(given);
      continue;
    }
    try {
      const { files, failures } = await session.io.files.find(given);
      for (const { path, error } of failures) yield failed(shown(session.io, path), error);
      if (files.length === 0 && failures.length === 0) yield failed(given, new Refusal(NO_PAGE));
      for (const { path, real, size } of files) {
        const listed = resolve(session.cwd, given) !== path;
        if (!seen.has(real)) yield { name: shown(session.io, path), path, listed, ...(size !== undefined && { size }) };
        seen.add(real);
      }
    } catch (error) {
      yield failed(given, error);
    }
  }
}

/** The bytes of all pages; nothing where one's are not known. */
function sizeOf(sources: readonly Source[]): { readonly bytes?: number } {
  const bytes = sources.reduce((sum, { size = Number.NaN }) => sum + size, 0);
  return Number.isNaN(bytes) ? {} : { bytes };
}

/** Reads the pages, one at a time and each when it is asked for. */
async function* read(session: Session, sources: readonly Source[]): AsyncGenerator<Batch<PageItem>> {
  for (const { name, path, listed, size = 0, failure, issue } of sources) {
    const notes: Note[] = [];
    const warn: WorkContext["warn"] = (text, about) => void notes.push({ text, ...(about !== undefined && { about }) });
    let item: PageItem;
    try {
      if (failure !== undefined) throw failure;
      if (size > MOST_BYTES) throw new Refusal(TOO_LARGE);
      item = { about: name, notes, read: { input: await rawPage(session, { name, path, listed, issue }, warn) } };
    } catch (error) {
      item = { about: name, notes, read: { failure: error } };
    }
    yield { items: [item], size: "input" in item.read ? item.read.input.bytes.length : 0 };
  }
}

async function readPage(session: Session, name: string, path: string | undefined): Promise<InputPage> {
  return opened(await rawPage(session, { name, path, listed: false }));
}

interface Named {
  readonly name: string;
  readonly path: string | undefined;
  readonly listed: boolean;
  readonly issue?: string | undefined;
}

async function rawPage(
  { io, settingsForPage, encoding }: Session,
  { name, path, listed, issue }: Named,
  warn?: WorkContext["warn"],
): Promise<RawPage> {
  const bytes = path === undefined ? await readAll(io.stdin) : await io.files.read(path);
  if (bytes.length > MOST_BYTES) throw new Refusal(TOO_LARGE);
  const settings = await settingsForPage(path, warn);
  return {
    name,
    bytes,
    settings,
    listed,
    ...(path === undefined ? {} : { path }),
    ...(issue === undefined ? {} : { issue }),
    ...(encoding === undefined ? {} : { named: encoding }),
  };
}

/** The page, its bytes read as text. */
async function opened(page: RawPage): Promise<InputPage> {
  return { ...page, ...(await decode(page.bytes, page.named)) };
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function shown({ cwd }: Io, path: string): string {
  const inside = relative(cwd, path);
  const name = inside === "" || inside.startsWith("..") || isAbsolute(inside) ? path : inside;
  return name.split(sep).join("/");
}
