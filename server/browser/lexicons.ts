/** The house's lexicons as the client has read them: a worker of a browser reads no files of the workspace. */

import { createLexicon, type FileFault } from "../core/house/index.ts";
import { parseLexicon } from "../core/house/parse.ts";
import type { FileText } from "../protocol.ts";
import type { Lexicons, LoadedLexicon } from "../workspace/lexicons.ts";

/** Lexicons that are told, page by page. */
export interface ToldLexicons extends Lexicons {
  /** From now on this lexicon holds for the page; none does, where none is given. */
  tell(page: string, file: FileText | undefined): void;
}

/** `onFaults` is told of each lexicon that is new or has changed. */
export function createToldLexicons(
  onFaults: (uri: string, text: string, faults: readonly FileFault[]) => void,
): ToldLexicons {
  const byFile = new Map<string, LoadedLexicon>();
  const byPage = new Map<string, LoadedLexicon>();
  const load = ({ uri, text }: FileText): LoadedLexicon => {
    const known = byFile.get(uri);
    if (known?.text === text) return known;
    const { entries, faults } = parseLexicon(text);
    const loaded = { path: uri, uri, text, lexicon: createLexicon(entries), faults, mark: text };
    byFile.set(uri, loaded);
    onFaults(uri, text, faults);
    return loaded;
  };
  return {
    tell(page, file) {
      if (file) byPage.set(page, load(file));
      else byPage.delete(page);
    },
    // There are no folders without pages: what is asked of those is asked of the index, which a browser has none of.
    forFolder: () => undefined,
    forPage: (uri) => byPage.get(uri),
    from: (path) => byFile.get(path),
    fresh: (uri) => byFile.get(uri),
    forget() {
      byFile.clear();
      byPage.clear();
    },
  };
}
