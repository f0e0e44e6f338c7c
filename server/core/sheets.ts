/** The sheets of a text, each read as a page of its own, and remembered from one version of the text to the next. */

import { type Articles, findArticles } from "./articles/index.ts";
import { type Layout, layOut } from "./layout/index.ts";
import type { Finding } from "./page/finding.ts";
import { type Settings, sameSettings } from "./page/settings.ts";
import { type LaidOut, type Place, placedArticles, placedFindings, placedLayout, placedLines } from "./placed.ts";
import { pageFindings } from "./rules/apply.ts";
import { sheetStartsOf } from "./sheet-starts.ts";
import { type Line, lineBreakOf, type Page, type Span, splitLines } from "./text/text.ts";

/** A sheet by itself: offsets and indexes count from its beginning. What nobody asks for is not worked out. */
class Sheet {
  readonly page: Page;
  #layout: Layout | undefined;
  #articles: Articles | undefined;
  #found: { readonly settings: Settings; readonly findings: readonly Finding[] } | undefined;

  constructor(text: string, eol: Page["eol"], followed: boolean) {
    this.page = { text, lines: splitLines(text), eol, ...(followed ? { followed } : {}) };
  }

  get layout(): Layout {
    this.#layout ??= layOut(this.page);
    return this.#layout;
  }

  get articles(): Articles {
    this.#articles ??= findArticles(this.layout);
    return this.#articles;
  }

  /** Whether its findings by these settings are there. */
  isReadBy(settings: Settings): boolean {
    return this.#found !== undefined && sameSettings(this.#found.settings, settings);
  }

  findings(settings: Settings): readonly Finding[] {
    if (!this.#found || !this.isReadBy(settings)) {
      const known = { ...this.layout, ...this.articles, text: this.page.text, settings, findings: [] };
      this.#found = { settings, findings: pageFindings(known) };
    }
    return this.#found.findings;
  }
}

/** A sheet where it stands in its text. */
class PlacedSheet {
  readonly sheet: Sheet;
  readonly place: Place;
  #lines: readonly Line[] | undefined;
  #layout: LaidOut | undefined;
  #articles: { readonly from: number; readonly articles: Articles } | undefined;
  #found: { readonly of: readonly Finding[]; readonly findings: readonly Finding[] } | undefined;

  constructor(sheet: Sheet, place: Place) {
    this.sheet = sheet;
    this.place = place;
  }

  /** Its lines; where another sheet follows, not the empty one after its last line break. */
  get lines(): readonly Line[] {
    const { lines, followed } = this.sheet.page;
    if (this.#stays && !followed) return lines;
    this.#lines ??= placedLines(followed ? lines.slice(0, -1) : lines, this.place);
    return this.#lines;
  }

  get layout(): LaidOut {
    this.#layout ??= this.#stays ? this.sheet.layout : placedLayout(this.sheet.layout, this.place);
    return this.#layout;
  }

  /** Its articles, `from` of which stand before it. */
  articles(from: number): Articles {
    const { sheet, place, layout } = this;
    if (this.#stays) return sheet.articles;
    if (this.#articles?.from !== from)
      this.#articles = { from, articles: placedArticles(sheet.articles, layout, { offset: place.offset, from }) };
    return this.#articles.articles;
  }

  findings(settings: Settings): readonly Finding[] {
    const of = this.sheet.findings(settings);
    if (this.#stays) return of;
    if (this.#found?.of !== of) this.#found = { of, findings: placedFindings(of, this.place) };
    return this.#found.findings;
  }

  /** Where its last block ends, and where its first one starts. */
  get span(): Span | undefined {
    const { blocks } = this.sheet.layout;
    const [first, last] = [blocks[0], blocks.at(-1)];
    const { offset } = this.place;
    return first && last && { start: first.start + offset, end: last.end + offset };
  }

  /** It begins the text. */
  get #stays(): boolean {
    return this.place.offset === 0;
  }
}

/** A text as sheets, and the line break that it uses most. */
export interface SheetsOfText {
  readonly eol: Page["eol"];
  readonly sheets: readonly PlacedSheet[];
}

/** Where a text is cut, and the line break that it uses most. */
interface Cut {
  readonly text: string;
  readonly eol: Page["eol"];
  readonly starts: readonly number[];
}

/** The sheets of one page, version after version: those that an edit leaves as they are, are not read again. */
export class Sheets {
  #known = new Map<string, Sheet>();
  #last: (SheetsOfText & { readonly text: string }) | undefined;
  /** Where the sheets of a text begin that was asked about last, and its line break. */
  #cut: Cut = { text: "", eol: "\n", starts: [0] };

  of(text: string): SheetsOfText {
    if (this.#last?.text !== text) {
      const { eol } = this.#cutOf(text);
      const sheets = [...this.#sheetsOf(text)];
      this.#last = { text, eol, sheets: this.#place(sheets) };
      this.#known = new Map(sheets.map((sheet) => [keyOf(sheet.page), sheet]));
    }
    return this.#last as SheetsOfText;
  }

  /** Reads the sheets of a text that are not read yet; others may have a turn after each. */
  *reading(text: string, settings: Settings): Generator<void> {
    for (const sheet of this.#sheetsOf(text)) {
      if (sheet.isReadBy(settings)) continue;
      sheet.findings(settings);
      this.#known.set(keyOf(sheet.page), sheet);
      yield;
    }
  }

  *#sheetsOf(text: string): Generator<Sheet> {
    const { starts, eol } = this.#cutOf(text);
    for (const [i, start] of starts.entries()) {
      const own = text.slice(start, starts[i + 1]);
      const followed = i + 1 < starts.length;
      yield this.#known.get(keyOf({ text: own, eol, followed })) ??
        new Sheet(starts.length === 1 ? own : copyOf(own), eol, followed);
    }
  }

  #cutOf(text: string): Cut {
    if (this.#cut.text !== text) this.#cut = { text, eol: lineBreakOf(text), starts: sheetStartsOf(text) };
    return this.#cut;
  }

  #place(sheets: readonly Sheet[]): PlacedSheet[] {
    const before = new Map(this.#last?.sheets.map((placed) => [placed.sheet, placed]));
    let place: Place = { offset: 0, line: 0, block: 0 };
    return sheets.map((sheet) => {
      const known = before.get(sheet);
      const placed = known && samePlace(known.place, place) ? known : new PlacedSheet(sheet, place);
      const { page, layout } = sheet;
      place = {
        offset: place.offset + page.text.length,
        line: place.line + page.lines.length - 1,
        block: place.block + layout.blocks.length,
      };
      return placed;
    });
  }
}

/** What a sheet is known by: its text, the line break that is put where one is missing, and whether the text goes on. */
function keyOf({ text, eol, followed = false }: Pick<Page, "text" | "eol" | "followed">): string {
  return `${eol}${followed ? "+" : "."}${text}`;
}

function samePlace(a: Place, b: Place): boolean {
  return a.offset === b.offset && a.line === b.line && a.block === b.block;
}

/** A part of a text that does not hold the whole of it in memory, as slices do: a sheet outlives many versions of its text. */
function copyOf(part: string): string {
  return ` ${part}`.slice(1);
}
