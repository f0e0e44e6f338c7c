/** The pages that are open, each a value: what it says in one version, and what the analysis of that version gave. */

import { analyze } from "../core/analyze.ts";
import type { Analysis } from "../core/page/analysis.ts";
import { DEFAULT_SETTINGS, type Settings, sameSettings } from "../core/page/settings.ts";
import { LONGEST_PAGE } from "../core/sheet-starts.ts";
import { Sheets } from "../core/sheets.ts";
import { inTurns } from "./turns.ts";

/** A page in one version. It never changes: an edit makes another one. */
export interface OpenPage {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** Never used twice in the life of the server, so a page that is closed and opened again is not taken for the old one. */
  readonly serial: number;
  /** What the fixed page has beside its numerals; the default where nothing is said. The layout is that of the fixed page. */
  readonly numberSpacing?: Settings["numberSpacing"];
}

export interface Pages {
  /** Takes the page's text in a new version, or the page as newly opened. */
  put(uri: string, version: number, text: string): OpenPage;
  close(uri: string): void;
  get(uri: string): OpenPage | undefined;
  all(): OpenPage[];
  /** Whether the page is still open in this very version. */
  isCurrent(page: OpenPage): boolean;
  /** The analysis of a page: made once for a version and the settings in force. */
  analysisOf(page: OpenPage): Analysis;
  /**
   * Reads a long page sheet by sheet and lets others have their turn meanwhile, so that {@link analysisOf} then takes no
   * time; nothing where it takes none anyway. Ends early where a newer version has come.
   */
  prepare(page: OpenPage): Promise<void> | undefined;
  /** The settings in force for a page; the defaults until others are put in force. */
  settingsOf(uri: string): Settings;
  /** Puts settings in force for an open page, which is analysed anew if they differ from those before. Says whether they do. */
  configure(uri: string, settings: Settings): boolean;
}

/** A page as it is held: what it is to be fixed by may come after its text. */
type Held = OpenPage & { numberSpacing: Settings["numberSpacing"] };

/** An empty set of pages. `analyse` can be replaced to count or to slow analyses. */
export function createPages(analyse: (text: string, settings: Settings, sheets: Sheets) => Analysis = analyze): Pages {
  const pages = new Map<string, Held>();
  const sheets = new Map<string, Sheets>();
  const known = new WeakMap<OpenPage, Analysis>();
  const preparing = new WeakMap<OpenPage, Promise<void>>();
  const settings = new Map<string, Settings>();
  let serial = 0;
  const settingsOf = (uri: string): Settings => settings.get(uri) ?? DEFAULT_SETTINGS;
  const sheetsOf = (uri: string): Sheets => {
    const of = sheets.get(uri) ?? new Sheets();
    sheets.set(uri, of);
    return of;
  };
  return {
    put(uri, version, text) {
      serial += 1;
      const page = { uri, version, text, serial, numberSpacing: settingsOf(uri).numberSpacing };
      pages.set(uri, page);
      return page;
    },
    close(uri) {
      pages.delete(uri);
      sheets.delete(uri);
      settings.delete(uri);
    },
    get: (uri) => pages.get(uri),
    all: () => [...pages.values()],
    isCurrent: (page) => pages.get(page.uri) === page,
    analysisOf(page) {
      let analysis = known.get(page);
      if (!analysis) {
        analysis = analyse(page.text, settingsOf(page.uri), sheetsOf(page.uri));
        known.set(page, analysis);
      }
      return analysis;
    },
    prepare(page) {
      if (known.has(page) || page.text.length <= LONGEST_PAGE) return undefined;
      let work = preparing.get(page);
      if (!work) {
        const by = settingsOf(page.uri);
        const isWanted = (): boolean => pages.get(page.uri) === page && settingsOf(page.uri) === by;
        work = inTurns(sheetsOf(page.uri).reading(page.text, by), isWanted);
        preparing.set(page, work);
      }
      return work;
    },
    settingsOf,
    configure(uri, next) {
      const page = pages.get(uri);
      const before = settingsOf(uri);
      if (!page || (sameSettings(next, before) && next.accepted === before.accepted)) return false;
      const isAsked = known.has(page);
      settings.set(uri, next);
      known.delete(page);
      preparing.delete(page);
      if (next.numberSpacing === before.numberSpacing) return true;
      // What was asked before the settings were known is told in time; later on the page with other blanks is another one.
      if (!isAsked) page.numberSpacing = next.numberSpacing;
      else pages.set(uri, { ...page, numberSpacing: next.numberSpacing, serial: ++serial });
      return true;
    },
  };
}
