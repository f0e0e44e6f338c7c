/** `galley export --output`: all pages of a folder, each in a file, with a list of them; all of it or nothing. */

import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { analyze } from "../core/analyze.ts";
import { exportedPage } from "../core/export/article.ts";
import { type ExportFormat, writePage } from "../core/export/index.ts";
import { exportedIssue, type ManifestPage, manifestPage, type PageToExport } from "../core/export/issue.ts";
import { createUris, urnsOf } from "../core/export/uris.ts";
import { issueKey } from "../core/issue/issue.ts";
import { pageFacts } from "../core/issue/page-facts.ts";
import { Refusal } from "../host/refusal.ts";
import { type WholeFolder, wholeFolder } from "../host/whole-folder.ts";
import { createPageReader, type PageReader } from "../workspace/page-reader.ts";
import { type ExportOptions, holdsNames } from "./export.ts";
import { resourcesFor, tellUnread } from "./names.ts";
import { forEachPage, type InputPage } from "./pages.ts";
import type { Session } from "./session.ts";
import type { WorkContext } from "./work.ts";

export interface IssueExportOptions extends ExportOptions {
  /** The folder that is written. */
  readonly output: string;
  /** Whether an earlier export there is replaced. */
  readonly replace?: boolean;
}

const MANIFEST = "manifest.json";
const EXTENSIONS: Readonly<Record<ExportFormat, string>> = {
  text: ".txt",
  markdown: ".md",
  json: ".json",
  ninjs: ".json",
};

/** Writes all pages of a path (a folder, a glob), or none where one of them cannot be read. */
export async function exportIssue(session: Session, path: string, options: IssueExportOptions): Promise<void> {
  const { output, replace = false, format, entities } = options;
  try {
    if (output.trim() === "") throw new Refusal(NO_NAME);
    if (path === "-") throw new Refusal(NO_FOLDER);
    const source = await realPath(resolve(session.cwd, path));
    const target = await realPath(resolve(session.cwd, output));
    if (isWithin(target, source)) throw new Refusal(INSIDE);
    if (isWithin(source, target)) throw new Refusal(AROUND);
    const folder = await wholeFolder(target, { replaces: replace, list: MANIFEST, listed: filesOf });
    try {
      const pages = await pagesOf(session, path, { format, entities });
      if (session.failures.length > 0) throw new Refusal(NOT_WHOLE);
      if (pages.length === 0) throw new Refusal(NOTHING);
      // A pattern's pages are known when they are found.
      if (!existsSync(source) && pages.some((page) => isWithin(target, commonFolder([page.path]))))
        throw new Refusal(AMONG);
      const articles = await writeAll(folder, pages, format);
      await folder.finish();
      await session.warn(
        {
          zh: `导出 ${pages.length} 版、${articles} 篇`,
          en: `${pages.length} ${pages.length === 1 ? "page" : "pages"}, ${articles} ${articles === 1 ? "article" : "articles"}`,
        },
        output,
      );
    } catch (error) {
      await folder.abandon();
      throw error;
    }
  } catch (error) {
    await session.fail(error, output.trim() === "" ? undefined : output);
  }
}

const NO_NAME = { zh: "--output 后面要写明写到哪个文件夹", en: "--output needs the name of a folder" };
const NO_FOLDER = {
  zh: "标准输入只是一版，不能导出到文件夹；去掉 --output",
  en: "standard input is one page and goes to standard output; leave --output out",
};
const INSIDE = {
  zh: "写到的文件夹在所导出的文件夹里面，下次导出时会混在一起；换一个地方",
  en: "this folder lies in the one that is exported, and would be part of it the next time; name another place",
};
const AMONG = {
  zh: "写到的文件夹在所导出的版面旁边或下面，下次导出时会混在一起；换一个地方",
  en: "this folder lies beside or below pages that the pattern matches, and may be matched the next time; name another place",
};
const AROUND = {
  zh: "要导出的版面就在这个文件夹里面；换一个地方",
  en: "what is to be exported lies in this folder; name another place",
};
const NOT_WHOLE = { zh: "有的读不出来，所以什么也没有写", en: "not everything could be read, so nothing was written" };
const NOTHING = { zh: "没有版面可导出，什么也没有写", en: "there is no page to export; nothing was written" };

/** A page as a thread gives it back: nothing where a file of the folder is no page. */
export type ExportedPart = Omit<PageToExport, "uri"> | undefined;

/** The work on a page: its articles, and what its issue has to know of it. */
export function exportWork(options: ExportOptions): (context: WorkContext) => (page: InputPage) => ExportedPart {
  return (context) => {
    let reader: PageReader | undefined;
    return ({ text, settings, name, listed, path }) => {
      // A folder may hold text files that are no pages at all.
      if (listed && !/\p{Script=Han}/u.test(text)) return undefined;
      const analysis = analyze(text, settings);
      if (holdsNames(options)) reader ??= createPageReader(resourcesFor(context));
      const named = reader?.read(analysis);
      if (named) void tellUnread(context, named, path);
      const mentions = named?.mentions;
      const page = exportedPage(analysis, {
        file: basename(name),
        locale: context.locale,
        ...(mentions && { mentions }),
      });
      return { facts: pageFacts(analysis, mentions), page };
    };
  };
}

/** A page that was read, and the path of its file. */
type ReadPage = PageToExport & { readonly path: string };

async function pagesOf(session: Session, path: string, options: ExportOptions): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  await forEachPage(session, [path], {
    command: "export",
    options,
    start: exportWork(options),
    isHeavy: () => holdsNames(options),
    async take({ path: file, name }, part: ExportedPart) {
      if (part) pages.push({ ...part, path: file ?? name, uri: pathToFileURL(file ?? name).href });
    },
  });
  return pages;
}

/** Writes the pages of each issue in their order, and the list of all. Returns how many articles there are. */
async function writeAll(folder: WholeFolder, pages: readonly ReadPage[], format: ExportFormat): Promise<number> {
  const issues = new Map<string, ReadPage[]>();
  for (const page of pages) issues.set(issueKey(page.uri), [...(issues.get(issueKey(page.uri)) ?? []), page]);
  const pathOf = new Map(pages.map(({ uri, path }) => [uri, path]));
  const root = commonFolder([...pathOf.values()]);
  const uris = createUris();
  const manifest: ManifestPage[] = [];
  for (const page of [...issues.values()].flatMap(exportedIssue)) {
    const urns = urnsOf(page.page, uris);
    const source = relative(root, pathOf.get(page.uri) ?? "");
    const file = join("pages", source.slice(0, source.length - extname(source).length) + EXTENSIONS[format]);
    await folder.write(file, writePage(page.page, format, urns));
    manifest.push(manifestPage(page, urns, { source: slashed(source), file: slashed(file) }));
  }
  await folder.write(MANIFEST, `${JSON.stringify({ format, pages: manifest }, undefined, 2)}\n`);
  return manifest.reduce((sum, { articles }) => sum + articles.length, 0);
}

/** The files that a manifest lists; undefined for what is no manifest of ours. */
function filesOf(text: string): readonly string[] | undefined {
  try {
    const { format, pages } = JSON.parse(text);
    if (!(format in EXTENSIONS) || !Array.isArray(pages)) return undefined;
    return pages.map(({ file }) => String(file));
  } catch {
    return undefined;
  }
}

/** The path without links; of what is not there yet, the part that is. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await realPath(parent), basename(path));
  }
}

/** Whether a path is a folder or lies in it. */
function isWithin(path: string, folder: string): boolean {
  return `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}

/** The innermost folder that all files stand in. */
function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split(sep).slice(0, -1));
  const length = first.findIndex((part, i) => others.some((other) => other[i] !== part));
  return (length < 0 ? first : first.slice(0, length)).join(sep) || sep;
}
