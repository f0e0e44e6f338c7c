/** The names of pages on the command line, with the house's lexicon where one holds; loaded when first needed. */

import { dirname, relative } from "node:path";
import type { NameRecorder } from "../core/names/explain/recorder.ts";
import type { NumberForm, Resources } from "../core/names/index.ts";
import type { Analysis } from "../core/page/analysis.ts";
import type { Finding } from "../core/page/finding.ts";
import type { LaidOut } from "../core/page/mention-spans.ts";
import type { Settings } from "../core/page/settings.ts";
import { nameFindings } from "../core/rules/apply.ts";
import { createLexicons } from "../host/lexicons.ts";
import { loadResources } from "../host/resources.ts";
import type { LoadedLexicon } from "../workspace/lexicons.ts";
import { createPageReader, namedPage, type PageReader, type ReadPage } from "../workspace/page-reader.ts";
import { unreadNotice } from "../workspace/unread.ts";
import type { WorkContext } from "./work.ts";

/** Reads pages in the folder of a file (absolute path), or in the working folder. */
export interface Names {
  /** What a page names, as the lexicon has it that holds there; `record` is told how it came to the names of its block. */
  read(page: LaidOut, path?: string, record?: NameRecorder): Promise<ReadPage>;
  /** What the rules find that go by names. */
  findings(page: Analysis, settings: Settings, path?: string): Promise<readonly Finding[]>;
}

export function createNames(context: WorkContext, form: NumberForm): Names {
  const lexicons = createLexicons();
  const told = new Set<string>();
  let reader: PageReader | undefined;
  /** Faults of a lexicon are told once, as those of a settings file are. */
  const lexiconFor = async (path: string | undefined): Promise<LoadedLexicon | undefined> => {
    const loaded = lexicons.forFolder(path === undefined ? context.cwd : dirname(path));
    if (!loaded || told.has(loaded.path)) return loaded;
    told.add(loaded.path);
    for (const { start, message } of loaded.faults)
      await context.warn(message, `${loaded.path}:${loaded.text.slice(0, start).split("\n").length}`);
    return loaded;
  };
  const readWith = (page: LaidOut, loaded: LoadedLexicon | undefined, record?: NameRecorder): ReadPage => {
    reader ??= createPageReader(resourcesFor(context), form);
    return reader.read(page, loaded?.lexicon, record);
  };
  const read: Names["read"] = async (page, path, record) => {
    const found = readWith(page, await lexiconFor(path), record);
    await tellUnread(context, found, path);
    return found;
  };
  return {
    read,
    async findings(page, settings, path) {
      const loaded = await lexiconFor(path);
      return nameFindings(
        namedPage(await read(page, path), () => page, loaded?.lexicon),
        settings,
      );
    },
  };
}

/** Warns where a page is so long that names were looked for on a part of it only. */
export async function tellUnread(
  { cwd, warn }: Pick<WorkContext, "cwd" | "warn">,
  { unreadFrom }: ReadPage,
  path?: string,
): Promise<void> {
  if (unreadFrom !== undefined)
    await warn(unreadNotice(unreadFrom), path === undefined ? undefined : relative(cwd, path));
}

/** What names are recognised by; a dictionary that can't be had is warned of. */
export function resourcesFor(context: WorkContext): Resources {
  return loadResources(context.loadSegmenter(), (message) => void context.warn(message));
}
