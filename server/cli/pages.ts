/** Finds and reads the pages that a command was given, and goes on past those that cannot be read. */

import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { Settings } from "../core/page/settings.ts";
import { type Decoded, decode } from "../host/encodings.ts";
import { Refusal } from "../host/refusal.ts";
import type { Io } from "./io.ts";
import type { Session } from "./session.ts";

/** A page as it was read. */
export interface InputPage extends Decoded {
  /** As it is shown: relative to the working folder where it lies inside; `-` for stdin. */
  readonly name: string;
  /** Absolute; nothing for stdin. */
  readonly path?: string;
  readonly bytes: Uint8Array;
  readonly settings: Settings;
  /** Found in a folder or by a glob, not named by the user. */
  readonly listed: boolean;
}

/**
 * Does `work` for each page of the paths (files, folders, globs, `-`), in order, each file once. What fails for one
 * page is told and counted, and the others go on.
 */
export async function forEachPage(
  session: Session,
  paths: readonly string[],
  work: (page: InputPage) => Promise<void>,
): Promise<void> {
  for await (const { name, path, listed } of sources(session, paths)) {
    try {
      await work(await readPage(session, name, path, listed));
    } catch (error) {
      await session.fail(error, name);
    }
  }
}

/** Does `work` for the one page of a path that names a file or stdin. */
export async function forOnePage(
  session: Session,
  path: string,
  work: (page: InputPage) => Promise<void>,
): Promise<void> {
  try {
    await work(await onePage(session, path));
  } catch (error) {
    await session.fail(error, path);
  }
}

async function onePage(session: Session, path: string): Promise<InputPage> {
  if (path === "-") return readPage(session, path, undefined);
  const { files, failures } = await session.io.files.find(path);
  const [file] = files;
  if (!file && failures[0]) throw failures[0].error;
  if (!file || files.length > 1) throw new Refusal(files.length > 1 ? SEVERAL : NO_PAGE);
  return readPage(session, shown(session.io, file.path), file.path);
}

const SEVERAL = {
  zh: "这里有不止一页，请指明一个文件",
  en: "there is more than one page here; name one file",
};
const NO_PAGE = { zh: "这里没有 .txt 文件", en: "no .txt file here" };

interface Source {
  readonly name: string;
  readonly listed: boolean;
  readonly path?: string;
}

async function* sources(session: Session, paths: readonly string[]): AsyncGenerator<Source> {
  const seen = new Set<string>();
  for (const given of paths) {
    if (given === "-") {
      if (!seen.has(given)) yield { name: given, listed: false };
      seen.add(given);
      continue;
    }
    try {
      const { files, failures } = await session.io.files.find(given);
      for (const { path, error } of failures) await session.fail(error, shown(session.io, path));
      if (files.length === 0 && failures.length === 0) await session.fail(NO_PAGE, given);
      for (const { path, real } of files) {
        if (!seen.has(real))
          yield { name: shown(session.io, path), path, listed: resolve(session.io.cwd, given) !== path };
        seen.add(real);
      }
    } catch (error) {
      await session.fail(error, given);
    }
  }
}

async function readPage(
  { io, settingsFor }: Session,
  name: string,
  path: string | undefined,
  listed = false,
): Promise<InputPage> {
  const bytes = path === undefined ? await readAll(io.stdin) : await io.files.read(path);
  const settings = await settingsFor(path === undefined ? io.cwd : dirname(path));
  return { name, bytes, settings, listed, ...(path === undefined ? {} : { path }), ...(await decode(bytes)) };
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function shown({ cwd }: Io, path: string): string {
  const inside = relative(cwd, path);
  const name = inside === "" || inside.startsWith("..") || isAbsolute(inside) ? path : inside;
  return name.split(sep).join("/");
}
