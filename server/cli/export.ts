/** `galley export`: the articles of a page, clean, for other programs. */

import { basename } from "node:path";
import { analyze } from "../core/analyze.ts";
import { type ExportFormat, exportPage } from "../core/export/index.ts";
import type { Settings } from "../core/page/settings.ts";
import { createPageReader, type PageReader } from "../workspace/page-reader.ts";
import type { Filter } from "./jsonl.ts";
import { resourcesFor } from "./names.ts";
import { forOnePage } from "./pages.ts";
import type { Session } from "./session.ts";

export interface ExportOptions {
  readonly format: ExportFormat;
  /** Whether the formats that can hold what an article names do so; that takes a dictionary. */
  readonly entities: boolean;
}

/** Prints the articles of a page. */
export async function exportArticles(session: Session, path: string, options: ExportOptions): Promise<void> {
  await forOnePage(session, path, async ({ name, text, settings }) => {
    const known = readerFor(session, options);
    await session.print(exported(session, text, settings, options.format, known, name === "-" ? undefined : name));
  });
}

/** `export --jsonl`: a text as `{"id", "text"}`, JSON as `{"id", "articles"}`, ninjs as `{"id", "ninjs"}`. */
export function exportFilter(session: Session, options: ExportOptions): Filter {
  const { format } = options;
  const known = readerFor(session, options);
  return (text, settings) => {
    const result = exported(session, text, settings, format, known);
    if (format === "json") return JSON.parse(result) as object;
    return format === "ninjs" ? { ninjs: JSON.parse(result) } : { text: result };
  };
}

function readerFor(session: Session, { format, entities }: ExportOptions): PageReader | undefined {
  const holdsEntities = format === "json" || format === "ninjs";
  return entities && holdsEntities ? createPageReader(resourcesFor(session)) : undefined;
}

function exported(
  { locale }: Session,
  text: string,
  settings: Settings,
  format: ExportFormat,
  known: PageReader | undefined,
  name?: string,
): string {
  const analysis = analyze(text, settings);
  return exportPage(analysis, format, {
    locale,
    ...(known && { mentions: known.read(analysis).mentions }),
    ...(name !== undefined && { file: basename(name) }),
  });
}
