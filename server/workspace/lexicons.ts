/** The house's lexicons as pages are read with them; the host reads their files. */

import type { FileFault, Lexicon } from "../core/house/index.ts";

/** A lexicon as it stands in its file. */
export interface LoadedLexicon {
  readonly path: string;
  readonly uri: string;
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly faults: readonly FileFault[];
  /** The file cannot be read, so the text is not what stands in it. */
  readonly isUnreadable?: true;
  /** Changes with the text. */
  readonly mark: string;
}

export interface Lexicons {
  /** The lexicon for pages in a folder (absolute path). */
  forFolder(folder: string): LoadedLexicon | undefined;
  forPage(uri: string): LoadedLexicon | undefined;
  /** The lexicon of this very file. */
  from(path: string): LoadedLexicon | undefined;
  /** The lexicon of a file (URI) as it stands at this moment, whatever was read before; nothing where it is not there. */
  fresh(uri: string): LoadedLexicon | undefined;
  /** Files have come, changed or gone. */
  forget(): void;
}
