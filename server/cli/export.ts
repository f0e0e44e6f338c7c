/** `galley export`: the articles of a page, clean, for other programs. */

import { basename } from "node:path";
import { analyze } from "../core/analyze.ts";
import { type ExportFormat, exportPage } from "../core/export/index.ts";
import type { Settings } from "../core/page/settings.ts";
import { createPageReader, type PageReader } from "../workspace/page-reader.ts";
import type { StartFilter } from "./jsonl.ts";
import { resourcesFor, tellUnread } from "./names.ts";
import { forOnePage, type InputPage } from "./pages.ts";
import type { Session } from "./session.ts";
import type { WorkContext } from "./work.ts";

export interface ExportOptions {
  readonly format: ExportFormat;
  /** Whether the formats that can hold what an article names do so; that takes a dictionary. */
  readonly entities: boolean;
}

/** Prints the articles of a page. */
export async function exportArticles(session: Session, path: string, options: ExportOptions): Promise<void> {
  const exported = createExporter(session, options);
  const print = options.format === "text" || options.format === "markdown" ? session.printPage : session.printJson;
  const printed = async ({ name, text, settings }: InputPage): Promise<void> =>
    print(exported(text, settings, name === "-" ? undefined : basename(name)));
  await forOnePage(session, path, printed, SEVERAL);
}

const SEVERAL = {
  zh: "这里有不止一页，请指明一个文件；要导出整个文件夹，用 --output 写明写到哪里",
  en: "there is more than one page here; name one file, or with --output a folder to write all of them to",
};

/** `export --jsonl`: a text as `{"id", "text"}`, JSON as `{"id", "articles"}`, ninjs as `{"id", "ninjs"}`. */
export function exportFilter(options: ExportOptions): StartFilter {
  return (context) => {
    const exported = createExporter(context, options);
    return (text, settings) => {
      const result = exported(text, settings);
      if (options.format === "json") return JSON.parse(result) as object;
      return options.format === "ninjs" ? { ninjs: JSON.parse(result) } : { text: result };
    };
  };
}

/** Whether what is exported names persons, places and organisations, which takes the dictionary. */
export function holdsNames({ format, entities }: ExportOptions): boolean {
  return entities && (format === "json" || format === "ninjs");
}

/** Exports texts in the format asked for; the dictionary is loaded only where the format can hold names. */
function createExporter(
  context: WorkContext,
  options: ExportOptions,
): (text: string, settings: Settings, file?: string) => string {
  let reader: PageReader | undefined;
  return (text, settings, file) => {
    const analysis = analyze(text, settings);
    if (holdsNames(options)) reader ??= createPageReader(resourcesFor(context));
    const named = reader?.read(analysis);
    if (named) void tellUnread(context, named, file);
    return exportPage(analysis, options.format, {
      locale: context.locale,
      ...(named && { mentions: named.mentions }),
      ...(file !== undefined && { file }),
    });
  };
}
